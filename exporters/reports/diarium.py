"""Diarieförda uppdrag: what became of it? Every uppdrag with a diarienummer or an ursprung, by diarienummer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.plan import Uppdrag
from data.status import UPPDRAG
from exporters.document import Block, Cell, Column, Judged, Paragraph, Table, paragraphs
from exporters.material import Material, Subject
from exporters.report import RegionReport
from exporters.reports.cells import text
from exporters.reports.legends import uppdrag_legend
from exporters.reports.years import year_by_year

_COLUMNS = (
    Column("Ärende", 3),
    Column("Uppdrag", 4),
    Column("Förvaltning", 3),
    Column("Kommentar", 6),
)
_NUMBERLESS = "Utan diarienummer"


def blocks(material: Material) -> Iterator[Block]:
    """Return the legend, then each year's list."""
    yield from uppdrag_legend(material.subjects[0].period)
    yield from year_by_year(material, _year)


def _year(ar: int, subjects: tuple[Subject, ...]) -> Iterator[Block]:
    found = [
        (one, subject) for subject in subjects for one in subject.plan.uppdrag if one.diarienummer or one.ursprung
    ]
    found.sort(key=lambda pair: _place(pair[0].diarienummer))
    if found:
        rows = tuple(_row(uppdrag, subject) for uppdrag, subject in found)
        yield Table(f"Uppdrag {ar} med diarienummer eller ursprung, och hur det gick", _COLUMNS, rows)
    else:
        yield Paragraph(f"Inget uppdrag {ar} har något diarienummer eller ursprung.")


def _place(number: str | None) -> tuple[bool, tuple[tuple[bool, int, str], ...]]:
    """Set numbers as people read them, ``RS 2019/9`` before ``RS 2019/10``; what has none comes last."""
    pieces = re.findall(r"([0-9]+)|([^0-9]+)", number or "")
    return number is None, tuple(
        (not digits, int(digits or 0), other.strip().casefold()) for digits, other in pieces
    )


def _row(uppdrag: Uppdrag, subject: Subject) -> tuple[Cell, ...]:
    return (
        (uppdrag.diarienummer or _NUMBERLESS, *text(uppdrag.ursprung)),
        (Judged(UPPDRAG.of(uppdrag.status), uppdrag.namn),),
        (subject.namn,),
        paragraphs(uppdrag.kommentar),
    )


DIARIUM = RegionReport("diarium", "Uppdrag efter diarienummer", blocks)
