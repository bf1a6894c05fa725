"""Counts as blocks: a table with a column for each status, and the same numbers as a chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from data.counts import Counts
from data.status import EJ_BEDOMD, Scale, Status
from exporters.document import Bar, Cell, Chart, Column, Table
from exporters.reports.cells import number

Line = tuple[tuple[Cell, ...], Counts]
"""What is counted, in a cell or more, and how many of it have each status."""


def tally_table(
    caption: str, leading: tuple[Column, ...], scale: Scale, lines: Iterable[Line], *, summed: bool = False
) -> Table:
    """Return a table with some leading columns, one for each status of a scale, and their sum.

    `summed` tells that the last line sums up the others.
    """
    heads = (*(status.short for status in _statuses(scale)), "Totalt")
    columns = (*leading, *(Column(head, 2, numeric=True) for head in heads))
    rows = tuple((*cells, *map(number, (*counted.values(), sum(counted.values())))) for cells, counted in lines)
    return Table(caption, columns, rows, summed)


def chart(title: str, scale: Scale, bars: Sequence[tuple[str, Counts]]) -> Chart:
    """Return counts as stacked bars; the description tells them all."""
    drawn = tuple(
        Bar(label, tuple((status, found) for status in _statuses(scale) if (found := counted[status.value])))
        for label, counted in bars
    )
    told = "; ".join(f"{bar.label}: {bar.told}" for bar in drawn)
    return Chart(title, f"Staplar med antalet av varje status. {told}.", drawn)


def _statuses(scale: Scale) -> tuple[Status, ...]:
    return (*scale.statuses, EJ_BEDOMD)
