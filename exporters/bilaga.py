"""Bilaga 2: what the förvaltning was asked to do, what it did, and how it went: a table per fokusområde.

The comment on an aktivitet, which has no column of its own, follows the comment on its uppdrag, led by the name of
the aktivitet: what somebody wrote for the report is in the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.plan import Fokusomrade, Plan, Uppdrag
from data.provenance import Provenance
from data.status import AKTIVITET, UPPDRAG
from exporters.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Judged,
    Legend,
    Paragraph,
    Table,
    paragraphs,
)

TITLE = "Bilaga 2: Förvaltningens uppdrag och aktiviteter"
COLUMNS = (Column("Förvaltningens uppdrag", 3), Column("Kommentar", 4), Column("Aktivitet", 3))
LEGENDS = (
    Legend("Måluppfyllnaden av förvaltningens uppdrag redovisas enligt följande:", UPPDRAG.statuses),
    Legend("Måluppfyllnaden av aktiviteter redovisas enligt följande:", AKTIVITET.statuses),
)

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)*")


def bilaga(plan: Plan, forvaltning: str, provenance: Provenance | None = None) -> Document:
    """Return the bilaga of a plan. `forvaltning` is the display name: ``Regionkontoret``, not the id."""
    return Document(
        title=TITLE,
        owner=forvaltning,
        period=f"Årsredovisning {plan.ar}",
        blocks=(*LEGENDS, *_sections(plan)),
        provenance=provenance,
    )


def _sections(plan: Plan) -> Iterator[Block]:
    numbered = any(_NUMBER.fullmatch(omrade.id) for omrade in plan.fokusomraden)
    for position, omrade in enumerate(plan.fokusomraden, start=1):
        heading = Heading(2, omrade.namn, _number(omrade) if numbered else str(position))
        yield heading
        if omrade.uppdrag:
            caption = f"{heading.told}: uppdrag, kommentar och aktiviteter"
            yield Table(caption, COLUMNS, tuple(_row(uppdrag) for uppdrag in omrade.uppdrag))
        else:
            yield Paragraph("Fokusområdet har inga uppdrag.")


def _number(omrade: Fokusomrade) -> str | None:
    """Return the number that a fokusområde has as its id; plans whose ids are words are numbered by position."""
    return omrade.id if _NUMBER.fullmatch(omrade.id) else None


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
