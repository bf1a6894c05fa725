"""Målmatris: each mål that fullmäktige has decided with each nämnd: who answers for it, and how its uppdrag go."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from data.counts import counts, parted
from data.malmatris import NO_NAMND, Malmatris, Square
from data.region import Region
from data.status import EJ_BEDOMD, UPPDRAG
from data.wording import listed
from exporters.document import Block, Cell, Column, Heading, Judged, Paragraph, Table
from exporters.material import Material, Subject
from exporters.report import RegionReport
from exporters.reports import tallies
from exporters.reports.cells import number
from exporters.reports.legends import uppdrag_legend
from exporters.reports.years import decided_year_by_year

_KEY = (
    "Varje ruta visar hur det går för de uppdrag som en nämnd har för ett mål. "
    "”Uppdrag saknas”: nämnden svarar för målet men har inget uppdrag för det. "
    "”Ej tilldelad”: nämnden har uppdrag för målet utan att svara för det. "
    "”Ingen plan”: nämnden svarar för målet, och ingen plan från den är med här. "
    "”–”: nämnden svarar inte för målet."
)


def blocks(material: Material) -> Iterator[Block]:
    """Return the legend and the key, then each year's matrix and what is missing in it."""
    yield from uppdrag_legend(material.subjects[0].period)
    yield Paragraph(_KEY)
    yield from decided_year_by_year(material, partial(_year, material.region))


def _year(region: Region | None, found: Malmatris, subjects: tuple[Subject, ...]) -> Iterator[Block]:
    yield from _matrix(found, region)
    yield from _counted(found)
    yield from _missing(found)
    yield from _serving(found, subjects)


def _matrix(found: Malmatris, region: Region | None) -> Iterator[Block]:
    period = found.decided.period or str(found.decided.ar)
    known = [namnd for kod in found.namnder if region and (namnd := region.namnd(kod))]
    told = listed([f"{namnd.kod} är {namnd.namn}" for namnd in known])
    yield Paragraph(f"Mål och budget {period}." + (f" {told}." if told else ""))
    columns = (Column("Mål", 2), *(Column(_namnd(kod)) for kod in found.namnder))
    for omrade, rows in groupby(found.rows, lambda row: row.omrade):
        cells = tuple(((row.mal.namn,), *map(_cell, row.squares)) for row in rows)
        yield Heading(2, omrade.namn)
        yield Table(f"{omrade.namn}: mål och nämnder", columns, cells)


def _cell(square: Square) -> Cell:
    if not square.uppdrag:
        if not square.assigned:
            return ("–",)
        return ("Uppdrag saknas",) if square.planned else ("Ingen plan",)
    counted = counts(UPPDRAG, square.uppdrag)
    told = tuple(
        Judged(status, f"{counted[status.value]} uppdrag")
        for status in (*UPPDRAG.statuses, EJ_BEDOMD)
        if counted[status.value]
    )
    return told if square.assigned else ("Ej tilldelad", *told)


def _counted(found: Malmatris) -> Iterator[Block]:
    """Tell how the uppdrag of each mål go, whosever they are; an uppdrag for several mål is told for each."""
    yield Heading(2, "Uppdrag per mål")
    lines = [(row.mal.namn, parted(row.uppdrag)) for row in found.rows]
    yield tallies.parted_table("Uppdrag per mål: antal av varje status", "Mål", lines)


def _missing(found: Malmatris) -> Iterator[Block]:
    """List the mål that no uppdrag serves, and those that some nämnd answers for and has no uppdrag for."""
    yield Heading(2, "Mål som saknar uppdrag")
    rows = tuple(
        (
            (row.mal.namn,),
            (row.omrade.namn,),
            (
                listed([_lacking(square) for square in row.squares if square.lacking])
                or "Ingen nämnd svarar för målet",
            ),
            number(len(row.uppdrag)),
        )
        for row in found.rows
        if not row.uppdrag or any(square.missing for square in row.squares)
    )
    columns = (
        Column("Mål", 4),
        Column("Fokusområde", 3),
        Column("Nämnder utan uppdrag", 3),
        Column("Uppdrag hos andra", 2, numeric=True),
    )
    if rows:
        yield Table("Mål som en nämnd svarar för utan att ha uppdrag", columns, rows)
    else:
        yield Paragraph("Varje nämnd har uppdrag för de mål som den svarar för.")


def _serving(found: Malmatris, subjects: tuple[Subject, ...]) -> Iterator[Block]:
    yield Heading(2, "Uppdrag som saknar mål")
    rows = tuple(
        (
            (subject.namn,),
            *(number(len(uppdrag)) for uppdrag in (one.decided, one.unknown, one.none)),
            number(len(one.decided) + len(one.unknown) + len(one.none)),
        )
        for subject, one in zip(subjects, found.plans, strict=True)
    )
    heads = ("Har beslutat mål", "Har bara okänt mål", "Har inget mål", "Totalt")
    columns = (Column("Förvaltning", 4), *(Column(head, 2, numeric=True) for head in heads))
    yield Table("Uppdrag per förvaltning efter om de har mål", columns, rows)


def _lacking(square: Square) -> str:
    return _namnd(square.namnd) if square.planned else f"{_namnd(square.namnd)} (ingen plan)"


def _namnd(kod: str) -> str:
    return kod if kod != NO_NAMND else "Utan nämnd"


MALMATRIS = RegionReport("malmatris", "Målmatris", blocks, whole=True)
