"""Indikatorer: outcome and target side by side, and whether the target is reached where that can be told."""

from __future__ import annotations

from collections.abc import Iterator

from data.indicators import DIRECTIONS, OUTCOMES, outcome
from data.period import Period
from data.plan import Indikator
from exporters.document import Block, Cell, Column, Judged, Legend, Paragraph, Table, paragraphs
from exporters.material import Subject
from exporters.report import PlanReport
from exporters.reports.cells import field, text

_COLUMNS = (
    Column("Indikator", 4),
    Column("Utfall", 2, numeric=True),
    Column("Målvärde", 2, numeric=True),
    Column("Enhet", 2),
    Column("Riktning", 2),
    Column("Bedömning", 3),
    Column("Kommentar", 5),
)


def legend(_: Period) -> tuple[Legend]:
    """Return what can be said of an indikator."""
    return (Legend("Indikatorerna bedöms mot sina målvärden:", OUTCOMES),)


def blocks(subject: Subject) -> Iterator[Block]:
    """Return the table of the plan's indikatorer, in its own order."""
    found = subject.plan.indikatorer
    if found:
        yield Table("Indikatorer: utfall, målvärde och bedömning", _COLUMNS, tuple(_row(one) for one in found))
    else:
        yield Paragraph("Planen har inga indikatorer.")


def _row(indikator: Indikator) -> tuple[Cell, ...]:
    return (
        (indikator.namn,),
        field(indikator.utfall),
        field(indikator.malvarde),
        text(indikator.enhet),
        text(DIRECTIONS.get(indikator.riktning or "", indikator.riktning)),
        (Judged(outcome(indikator), ""),),
        paragraphs(indikator.kommentar),
    )


INDIKATORER = PlanReport("indikatorer", "Indikatorer", blocks, legend)
