"""Trend: how the uppdrag have gone, from one closed report of the year to the next, and as they go now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from data.counts import Counts
from data.counts import counts as counted
from data.overview import overview
from data.period import Period
from data.plan import PLAN_ID, Plan
from data.status import UPPDRAG
from exporters.document import Block, Chart, Column, Heading, Paragraph, Place, Table
from exporters.material import Material, Subject
from exporters.report import RegionReport
from exporters.reports import tallies
from exporters.reports.cells import number
from exporters.reports.headings import numbered
from exporters.reports.legends import uppdrag_legend
from exporters.reports.years import year_by_year

_NOW = "Den här rapporten"
_NOTHING_BEFORE = (
    "Ingen rapport har stängts än för det här året. Stäng en med ”trafikljus close”, så finns något att följa."
)
_SOME = "Alla förvaltningar har inte stängt varje rapport. Jämför bara rader med lika många planer."

_REPORT = Column("Rapport", 4)


@dataclass(frozen=True, slots=True)
class Step:
    """The plans as they were in one report; those that have not closed it are not there."""

    label: str
    plans: Mapping[str, Plan]
    """By the förvaltning's name."""

    @property
    def counts(self) -> Counts:
        """All of its uppdrag by status."""
        return counted(UPPDRAG, (uppdrag for plan in self.plans.values() for uppdrag in plan.uppdrag))


def steps(subjects: Iterable[Subject]) -> tuple[Step, ...]:
    """Return the closed reports that any of the plans has, in the order of the year; last the plans as given."""
    found: dict[tuple[int, bool, str], tuple[Period, dict[str, Plan]]] = {}
    now: dict[str, Plan] = {}
    for subject in subjects:
        now[subject.namn] = subject.plan
        for earlier in subject.closed:
            found.setdefault(earlier.period.place, (earlier.period, {}))[1][subject.namn] = earlier.plan
    closed = (found[place] for place in sorted(found))
    told = (Step(Period(period.ar, period.base).title, plans) for period, plans in closed)
    return (*told, Step(_NOW, now))


def blocks(material: Material) -> Iterator[Block]:
    """Return the legend, then how each year has gone."""
    yield from uppdrag_legend(material.subjects[0].period)
    yield from year_by_year(material, _year)


def _year(ar: int, subjects: tuple[Subject, ...]) -> Iterator[Block]:
    found = steps(subjects)
    if len(found) == 1:
        yield Paragraph(_NOTHING_BEFORE)
        return
    if len({len(step.plans) for step in found}) > 1:
        yield Paragraph(_SOME)
    yield Heading(2, "Alla uppdrag")
    yield from _all(found)
    if len(subjects) > 1:
        yield Heading(2, "Förvaltningar")
        yield _plans(found, subjects)
    yield Heading(2, "Fokusområden")
    yield _omraden(found, ar, subjects)


def _all(found: tuple[Step, ...]) -> Iterator[Table | Chart]:
    told = [(step.label, step.counts) for step in found]
    columns = (_REPORT, Column("Planer", 2, numeric=True))
    lines = [
        (((label,), number(len(step.plans))), numbers) for step, (label, numbers) in zip(found, told, strict=True)
    ]
    yield tallies.tally_table("Uppdrag i varje rapport: antal av varje status", columns, UPPDRAG, lines)
    yield tallies.chart("Uppdrag i varje rapport", UPPDRAG, told)


def _plans(found: tuple[Step, ...], subjects: tuple[Subject, ...]) -> Table:
    told = [(subject, step) for subject in subjects for step in found if subject.namn in step.plans]
    lines = [
        (((subject.namn,), (step.label,)), counted(UPPDRAG, step.plans[subject.namn].uppdrag))
        for subject, step in told
    ]
    columns, caption = (Column("Förvaltning", 4), _REPORT), "Uppdrag per förvaltning i varje rapport"
    places = tuple(((subject.plan.name, PLAN_ID),) for subject, _ in told)
    return replace(tallies.tally_table(caption, columns, UPPDRAG, lines), places=places)


def _omraden(found: tuple[Step, ...], ar: int, subjects: tuple[Subject, ...]) -> Table:
    """Return a table of the fokusområden that there are or have been, by the names they have now or had last."""
    tables = [overview(step.plans.values(), ar) for step in found]
    named = {column.id: column.namn for table in tables for column in table.columns}
    order = dict.fromkeys(column.id for table in reversed(tables) for column in table.columns)
    sums = [dict(zip((column.id for column in table.columns), table.sums, strict=True)) for table in tables]
    told = [(id, step, cells) for id in order for step, cells in zip(found, sums, strict=True) if id in cells]
    lines = [(((numbered(id, named[id]),), (step.label,)), cells[id].counts) for id, step, cells in told]
    columns, caption = (Column("Fokusområde", 4), _REPORT), "Uppdrag per fokusområde i varje rapport"
    places = tuple(_having(id, subjects) for id, _, _ in told)
    return replace(tallies.tally_table(caption, columns, UPPDRAG, lines), places=places)


def _having(omrade: str, subjects: Iterable[Subject]) -> tuple[Place, ...]:
    """Return where a fokusområde stands, in the plans that have it now."""
    return tuple((subject.plan.name, omrade) for subject in subjects if omrade in subject.plan.items)


TREND = RegionReport("trend", "Trend mellan rapporterna", blocks, follows=True, whole=True)
