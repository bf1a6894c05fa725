"""Framdrift: how far each förvaltning has come with the report, when that is to be done, and what is left to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from data.dates import written_day
from data.plan import PLAN_ID, Aktivitet, Fokusomrade, Uppdrag
from data.region import Region
from data.todo import Reason, judged, todo
from data.wording import listed
from exporters.document import Block, Cell, Column, Paragraph, Place, Table
from exporters.material import Material, Subject
from exporters.report import RegionReport
from exporters.reports.cells import number
from exporters.reports.years import year_by_year

_UPPDRAG, _JUDGED, _SHARE = "Uppdrag", "Bedömda", "Andel, %"
_LEFT: Mapping[str, tuple[Reason, tuple[type, ...]]] = {
    "Saknar kommentar": (Reason.SAKNAR_KOMMENTAR, (Uppdrag,)),
    "Orörda": (Reason.INAKTUELL, (Fokusomrade, Uppdrag, Aktivitet)),
    "Annat ej bedömt": (Reason.EJ_BEDOMD, (Fokusomrade, Aktivitet)),
    "Att se över": (Reason.ATT_SE_OVER, (Fokusomrade, Uppdrag, Aktivitet)),
}
"""What is left to do, by the head of its column: why, and with what."""

_KEY = (
    "”Orörda” är fokusområden, uppdrag och aktiviteter som är som i förra stängda rapporten, ”annat ej bedömt” "
    "fokusområden och aktiviteter utan status, och ”att se över” det som importen fick gissa."
)

_COLUMNS = (
    Column("Förvaltning", 4),
    *(Column(head, 2, numeric=True) for head in (_UPPDRAG, _JUDGED, _SHARE, *_LEFT)),
)


def blocks(material: Material) -> Iterator[Block]:
    """Return what the columns mean, then each year's table."""
    yield Paragraph(_KEY)
    yield from year_by_year(material, partial(_year, material.region))


def _deadlines(region: Region | None, ar: int) -> Iterator[Block]:
    """Tell when the year's reports are to be done, where the region has said so."""
    wanted = [one for one in region.rapporter if one.period.ar == ar] if region is not None else []
    told = [
        f"{one.period.title}{' ska vara klar' if not n else ''} den {written_day(one.klar)}"
        for n, one in enumerate(sorted(wanted, key=lambda one: (one.klar, one.period.place)))
    ]
    if told:
        yield Paragraph(f"{listed(told)}.")


def _year(region: Region | None, ar: int, subjects: tuple[Subject, ...]) -> Iterator[Block]:
    yield from _deadlines(region, ar)
    found = [(subject.namn, _counted(subject)) for subject in subjects]
    done = sum(_is_done(counts) for _, counts in found)
    yield Paragraph(
        f"Ingenting är kvar att göra i {done} av {len(found)} {'plan' if len(found) == 1 else 'planer'}."
    )
    rows = [_row(namn, counts) for namn, counts in found]
    places: list[tuple[Place, ...]] = [((subject.plan.name, PLAN_ID),) for subject in subjects]
    several = len(rows) > 1
    if several:
        rows.append(_row("Hela regionen", _sum(counts for _, counts in found)))
        places.append(())
    caption = f"Hur långt varje förvaltning har kommit med rapporten {ar}"
    yield Table(caption, _COLUMNS, tuple(rows), several, tuple(places))


def _counted(subject: Subject) -> Counter[str]:
    """Return how much of each column a plan has."""
    plan = subject.plan
    done = judged(plan)
    counts = Counter({_UPPDRAG: done.of, _JUDGED: done.judged})
    for left in todo(plan, subject.earlier.plan if subject.earlier else None):
        for head, (reason, kinds) in _LEFT.items():
            counts[head] += reason in left.reasons and isinstance(plan.items[left.id], kinds)
    return counts


def _sum(found: Iterable[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for counts in found:
        total.update(counts)
    return total


def _is_done(counts: Counter[str]) -> bool:
    return counts[_JUDGED] == counts[_UPPDRAG] and not any(counts[head] for head in _LEFT)


def _row(label: str, counts: Counter[str]) -> tuple[Cell, ...]:
    share = number(100 * counts[_JUDGED] // counts[_UPPDRAG]) if counts[_UPPDRAG] else ("–",)
    return (
        (label,),
        number(counts[_UPPDRAG]),
        number(counts[_JUDGED]),
        share,
        *(number(counts[head]) for head in _LEFT),
    )


FRAMDRIFT = RegionReport("framdrift", "Framdrift mot rapporten", blocks, compares=True, whole=True)
