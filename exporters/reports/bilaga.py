"""Bilaga 2: what the förvaltning was asked to do, what it did, and how it went: a table per fokusområde.

The comment on an aktivitet, which has no column of its own, follows the comment on its uppdrag, led by the name of
the aktivitet: what somebody wrote for the report is in the report.
"""

from __future__ import annotations

from collections.abc import Iterator

from data.plan import Uppdrag
from data.status import AKTIVITET, UPPDRAG
from exporters.document import (
    Block,
    Cell,
    Column,
    Judged,
    Paragraph,
    Table,
    paragraphs,
)
from exporters.material import Subject
from exporters.report import PlanReport
from exporters.reports.headings import sections
from exporters.reports.legends import legends

COLUMNS = (Column("Förvaltningens uppdrag", 3), Column("Kommentar", 4), Column("Aktivitet", 3))


def blocks(subject: Subject) -> Iterator[Block]:
    """Return a heading and a table for each fokusområde."""
    for omrade, heading in sections(subject.plan):
        yield heading
        if omrade.uppdrag:
            caption = f"{heading.told}: uppdrag, kommentar och aktiviteter"
            yield Table(caption, COLUMNS, tuple(_row(uppdrag) for uppdrag in omrade.uppdrag))
        else:
            yield Paragraph("Fokusområdet har inga uppdrag.")


def _row(uppdrag: Uppdrag) -> tuple[Cell, Cell, Cell]:
    return (
        (Judged(UPPDRAG.of(uppdrag.status), uppdrag.namn),),
        _comments(uppdrag),
        tuple(Judged(AKTIVITET.of(aktivitet.status), aktivitet.namn) for aktivitet in uppdrag.aktiviteter),
    )


def _comments(uppdrag: Uppdrag) -> Cell:
    told = paragraphs(uppdrag.kommentar)
    for aktivitet in uppdrag.aktiviteter:
        if aktivitet.kommentar is not None:
            told += paragraphs(f"{aktivitet.namn}: {aktivitet.kommentar}")
    return told


BILAGA = PlanReport("bilaga", "Bilaga 2: Förvaltningens uppdrag och aktiviteter", blocks, legends)
