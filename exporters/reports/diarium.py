"""Diarieförda uppdrag: what became of it? Every uppdrag with a diarienummer or an ursprung, by diarienummer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.overview import years
from data.plan import Uppdrag
from data.status import UPPDRAG
from data.wording import listed
from exporters.document import Block, Cell, Column, Judged, Paragraph, Table, paragraphs
from exporters.material import Material, Subject
from exporters.report import RegionReport
from exporters.reports.cells import text
from exporters.reports.legends import uppdrag_legend

_MATTER, _YEAR = Column("Ärende", 3), Column("År", 1)
_COLUMNS = (Column("Uppdrag", 4), Column("Förvaltning", 3), Column("Kommentar", 6))
_NUMBERLESS = "Utan diarienummer"


def blocks(material: Material) -> Iterator[Block]:
    """Return the legend, then the list: what an ärende came to over the years stands together, the latest first."""
    yield from uppdrag_legend(material.subjects[0].period)
    found = [
        (one, subject)
        for subject in material.subjects
        for one in subject.plan.uppdrag
        if one.diarienummer or one.ursprung
    ]
    found.sort(key=lambda pair: (_place(pair[0].diarienummer), -pair[1].plan.ar))
    told = years(subject.plan for subject in material.subjects)
    if not found:
        yield Paragraph(f"Inget uppdrag {listed([str(ar) for ar in told])} har något diarienummer eller ursprung.")
        return
    several = len(told) > 1
    rows = tuple(_row(uppdrag, subject, several=several) for uppdrag, subject in found)
    columns = (_MATTER, *([_YEAR] if several else ()), *_COLUMNS)
    yield Table("Uppdrag med diarienummer eller ursprung, och hur det gick", columns, rows)


def _place(number: str | None) -> tuple[bool, tuple[tuple[bool, int, str], ...]]:
    """Set numbers as people read them, ``RS 2019/9`` before ``RS 2019/10``; what has none comes last."""
    pieces = re.findall(r"([0-9]+)|([^0-9]+)", number or "")
    return number is None, tuple(
        (not digits, int(digits or 0), other.strip().casefold()) for digits, other in pieces
    )


def _row(uppdrag: Uppdrag, subject: Subject, *, several: bool) -> tuple[Cell, ...]:
    return (
        (uppdrag.diarienummer or _NUMBERLESS, *text(uppdrag.ursprung)),
        *([(str(subject.plan.ar),)] if several else ()),
        (Judged(UPPDRAG.of(uppdrag.status), uppdrag.namn),),
        (subject.namn,),
        paragraphs(uppdrag.kommentar),
    )


DIARIUM = RegionReport("diarium", "Uppdrag efter diarienummer", blocks, spans=True)
