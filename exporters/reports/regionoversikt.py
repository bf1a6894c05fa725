"""Regionöversikt: all plans of a year side by side, förvaltning by fokusområde, with verdicts and sums."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from data.counts import Parted, parted
from data.malmatris import NO_NAMND, namnd_of
from data.overview import Cell as Square
from data.overview import overview
from data.region import Region
from data.status import EJ_BEDOMD, UPPDRAG
from data.wording import with_status
from exporters.document import Block, Cell, Column, Heading, Judged, Table
from exporters.material import Material, Subject
from exporters.report import RegionReport
from exporters.reports import tallies
from exporters.reports.headings import numbered
from exporters.reports.legends import uppdrag_legend
from exporters.reports.years import year_by_year

_ALL = "Hela regionen"
_ABSENT: Cell = ("–",)

Line = tuple[str, tuple[Square | None, ...]]


def blocks(material: Material) -> Iterator[Block]:
    """Return the legend, then each year's tables and charts."""
    yield from uppdrag_legend(material.subjects[0].period)
    yield from year_by_year(material, partial(_year, material.region))


def _year(region: Region | None, ar: int, subjects: tuple[Subject, ...]) -> Iterator[Block]:
    found = overview((subject.plan for subject in subjects), ar)
    forvaltningar = [subject.namn for subject in subjects]
    omraden = [numbered(column.id, column.namn) for column in found.columns]
    lines = [(namn, (*line.cells, line.sum)) for namn, line in zip(forvaltningar, found.lines, strict=True)]
    lines.append((_ALL, (*found.sums, found.sum)))
    yield Heading(2, "Förvaltning och fokusområde")
    yield _matrix(ar, omraden, lines)
    yield from _summed("Förvaltningar", "Förvaltning", [(namn, cells[-1]) for namn, cells in lines])
    if namnder := _namnder(region, subjects):
        yield Heading(2, "Nämnder")
        yield _counted("Nämnd", [*namnder, (_ALL, found.sum.parted)])
    yield from _summed("Fokusområden", "Fokusområde", list(zip((*omraden, _ALL), lines[-1][1], strict=True)))


def _matrix(ar: int, omraden: list[str], lines: list[Line]) -> Table:
    columns = tuple(Column(head) for head in ("Förvaltning", *omraden, "Alla"))
    rows = tuple(((namn,), *map(_cell, squares)) for namn, squares in lines)
    return Table(f"Förvaltningar och fokusområden {ar}: bedömning och antal uppdrag", columns, rows, summed=True)


def _cell(square: Square | None) -> Cell:
    """Return the verdict, where there is one, and a line for each status that some uppdrag has."""
    if square is None:
        return _ABSENT
    told = "\n".join(
        with_status(square.counts[status.value], status)
        for status in (*UPPDRAG.statuses, EJ_BEDOMD)
        if square.counts[status.value]
    )
    verdict = (Judged(UPPDRAG.of(square.verdict), ""),) if square.verdict else ()
    return (*verdict, told or "inga uppdrag")


def _namnder(region: Region | None, subjects: tuple[Subject, ...]) -> list[tuple[str, Parted]]:
    """Return the uppdrag of each nämnd, in the order of the plans; none where no plan is known to be a nämnd's."""
    found: dict[str, Parted] = {}
    for subject in subjects:
        kod = namnd_of(subject.plan, region)
        found[kod] = found.get(kod, parted(())) + parted(subject.plan.uppdrag)
    if found.keys() == {NO_NAMND}:
        return []
    return [(_namnd(region, kod), counted) for kod, counted in found.items()]


def _namnd(region: Region | None, kod: str) -> str:
    namnd = region.namnd(kod) if region else None
    return f"{kod} {namnd.namn}" if namnd else kod if kod != NO_NAMND else "Utan nämnd"


def _summed(heading: str, head: str, lines: list[tuple[str, Square | None]]) -> Iterator[Block]:
    counted = [(label, square.parted) for label, square in lines if square is not None]
    yield Heading(2, heading)
    yield _counted(head, counted)
    bars = [(label, found.all) for label, found in counted[:-1]]
    yield tallies.chart(f"Uppdrag per {head.lower()}", UPPDRAG, bars)


def _counted(head: str, lines: list[tuple[str, Parted]]) -> Table:
    return tallies.parted_table(f"Uppdrag per {head.lower()}: antal av varje status", head, lines, summed=True)


REGIONOVERSIKT = RegionReport("regionoversikt", "Regionöversikt", blocks, whole=True)
