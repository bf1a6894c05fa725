"""Indikatorer: outcome and target side by side, whether the target is reached, and how the outcomes have moved."""

from __future__ import annotations

from collections.abc import Iterator

from data.indicators import DIRECTIONS, OUTCOMES, outcome
from data.measurements import line, measured, trend
from data.period import Period
from data.plan import Indikator
from exporters.document import Block, Cell, Column, Heading, Judged, Legend, Paragraph, Table, paragraphs
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

_OVER_TIME = (Column("Indikator", 4), Column("Mätningar", 5), Column("Kurva", 2), Column("Utveckling", 3))


def legend(_: Period) -> tuple[Legend]:
    """Return what can be said of an indikator."""
    return (Legend("Indikatorerna bedöms mot sina målvärden:", OUTCOMES),)


def blocks(subject: Subject) -> Iterator[Block]:
    """Return the table of the plan's indikatorer, in its own order, and one of those that were measured before."""
    found = subject.plan.indikatorer
    if found:
        yield Table("Indikatorer: utfall, målvärde och bedömning", _COLUMNS, tuple(_row(one) for one in found))
    else:
        yield Paragraph("Planen har inga indikatorer.")
    followed = tuple(_followed(one) for one in found if one.matningar)
    if followed:
        yield Heading(2, "Utveckling")
        yield Table("Indikatorer som har mätts förut: mätningar, kurva och utveckling", _OVER_TIME, followed)


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


def _followed(indikator: Indikator) -> tuple[Cell, ...]:
    found = measured(indikator)
    told = "; ".join(one.told for one in found)
    return (indikator.namn,), (told,), text(line(found)), text(trend(indikator))


INDIKATORER = PlanReport("indikatorer", "Indikatorer", blocks, legend)
