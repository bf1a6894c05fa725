"""Mål utan uppdrag: for each nämnd the mål that it answers for and has no uppdrag for; then those nobody has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from data.malmatris import Malmatris, Row, Square, namnd_of
from data.plain_text import one_line
from data.plan import PLAN_ID
from data.region import Region
from data.wording import listed
from exporters.document import Block, Cell, Column, Heading, Paragraph, Place, Table
from exporters.material import Material, Subject
from exporters.report import RegionReport
from exporters.reports.cells import number
from exporters.reports.years import decided_year_by_year

_NAMND, _MAL, _OMRADE = Column("Nämnd", 3), Column("Mål", 4), Column("Fokusområde", 3)
_ELSEWHERE, _ANSWERING = Column("Uppdrag hos andra", 2, numeric=True), Column("Nämnder som svarar", 3)


def blocks(material: Material) -> Iterator[Block]:
    """Return what each year's mål lack."""
    yield from decided_year_by_year(material, partial(_year, material.region))


def _year(region: Region | None, found: Malmatris, subjects: tuple[Subject, ...]) -> Iterator[Block]:
    yield Paragraph(_told(found))
    plans = _by_namnd(region, subjects)
    missing = [(row, row.squares[place]) for place in range(len(found.namnder)) for row in found.rows]
    missing = [(row, square) for row, square in missing if square.missing]
    if missing:
        yield Heading(2, "Nämnder utan uppdrag för mål de svarar för")
        rows = tuple(_lacking(row, square, region) for row, square in missing)
        places = tuple(plans[square.namnd] for _, square in missing)
        heads = (_NAMND, _MAL, _OMRADE, _ELSEWHERE)
        yield Table("Nämnd för nämnd: mål utan uppdrag", heads, rows, places=places)
    unserved = [row for row in found.rows if not row.uppdrag]
    if unserved:
        yield Heading(2, "Mål som inget uppdrag har")
        rows = tuple((*_named(row), (listed(_answering(row)) or "ingen",)) for row in unserved)
        places = tuple(tuple(chain(*(plans.get(kod, ()) for kod in _answering(row)))) for row in unserved)
        yield Table("Mål utan något uppdrag alls", (_MAL, _OMRADE, _ANSWERING), rows, places=places)


def _by_namnd(region: Region | None, subjects: Iterable[Subject]) -> Mapping[str, tuple[Place, ...]]:
    """Return the plans of each nämnd that has one, as places to go to."""
    found: dict[str, tuple[Place, ...]] = {}
    for subject in subjects:
        kod = namnd_of(subject.plan, region)
        found[kod] = (*found.get(kod, ()), (subject.plan.name, PLAN_ID))
    return found


def _told(found: Malmatris) -> str:
    """Tell how many mål there are, and whose plans are not at hand to judge by."""
    mal = len(found.rows)
    lacking = sum(any(square.missing for square in row.squares) for row in found.rows)
    absent = dict.fromkeys(
        square.namnd for row in found.rows for square in row.squares if square.assigned and not square.planned
    )
    told = f"{lacking} av {mal} mål saknar uppdrag från någon nämnd som svarar för det."
    return told + (f" Ingen plan är med här från {listed(list(map(one_line, absent)))}." if absent else "")


def _lacking(row: Row, square: Square, region: Region | None) -> tuple[Cell, ...]:
    namnd = region.namnd(square.namnd) if region else None
    told = f"{namnd.kod} {namnd.namn}" if namnd else square.namnd
    return (told,), *_named(row), number(len(row.uppdrag))


def _named(row: Row) -> tuple[Cell, Cell]:
    return (row.mal.namn,), (row.omrade.namn,)


def _answering(row: Row) -> Sequence[str]:
    return [square.namnd for square in row.squares if square.assigned]


MAL_UTAN_UPPDRAG = RegionReport("mal-utan-uppdrag", "Mål utan uppdrag", blocks, whole=True)
