"""Mål utan uppdrag: for each nämnd the mål that it answers for and has no uppdrag for; then those nobody has."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from data.mal import FILE
from data.malmatris import Malmatris, Row, malmatris
from data.plain_text import one_line
from data.region import Region
from data.wording import listed
from exporters.document import Block, Cell, Column, Heading, Paragraph, Table
from exporters.material import Material, Subject
from exporters.report import RegionReport
from exporters.reports.cells import number
from exporters.reports.years import year_by_year

_NAMND, _MAL, _OMRADE = Column("Nämnd", 3), Column("Mål", 4), Column("Fokusområde", 3)
_ELSEWHERE = Column("Uppdrag hos andra", 2, numeric=True)


def blocks(material: Material) -> Iterator[Block]:
    """Return what each year's mål lack."""
    yield from year_by_year(material, partial(_year, material))


def _year(material: Material, ar: int, subjects: tuple[Subject, ...]) -> Iterator[Block]:
    decided = material.decided.get(ar)
    if decided is None:
        yield Paragraph(f"Här finns ingen Mål och budget för {ar}; lägg till {ar}/{FILE}.")
        return
    found = malmatris(decided, material.region, (subject.plan for subject in subjects))
    yield Paragraph(_told(found))
    lacking = tuple(_lacking(found, material.region))
    if lacking:
        yield Heading(2, "Nämnder utan uppdrag för mål de svarar för")
        yield Table("Nämnd för nämnd: mål utan uppdrag", (_NAMND, _MAL, _OMRADE, _ELSEWHERE), lacking)
    unserved = tuple((*_named(row), (_answering(row),)) for row in found.rows if not row.uppdrag)
    if unserved:
        yield Heading(2, "Mål som inget uppdrag har")
        yield Table("Mål utan något uppdrag alls", (_MAL, _OMRADE, Column("Nämnder som svarar", 3)), unserved)


def _told(found: Malmatris) -> str:
    """Tell how many mål there are, and whose plans are not at hand to judge by."""
    mal = len(found.rows)
    lacking = sum(any(square.missing for square in row.squares) for row in found.rows)
    absent = dict.fromkeys(
        square.namnd for row in found.rows for square in row.squares if square.assigned and not square.planned
    )
    told = f"{lacking} av {mal} mål saknar uppdrag från någon nämnd som svarar för det."
    return told + (f" Ingen plan är med här från {listed(list(map(one_line, absent)))}." if absent else "")


def _lacking(found: Malmatris, region: Region | None) -> Iterator[tuple[Cell, ...]]:
    for place, kod in enumerate(found.namnder):
        namnd = region.namnd(kod) if region else None
        told = f"{kod} {namnd.namn}" if namnd else kod
        for row in found.rows:
            if row.squares[place].missing:
                yield (told,), *_named(row), number(len(row.uppdrag))


def _named(row: Row) -> tuple[Cell, Cell]:
    return (row.mal.namn,), (row.omrade.namn,)


def _answering(row: Row) -> str:
    return listed([square.namnd for square in row.squares if square.assigned]) or "ingen"


MAL_UTAN_UPPDRAG = RegionReport("mal-utan-uppdrag", "Mål utan uppdrag", blocks, whole=True)
