"""Counts as blocks: a table with a column for each status, and the same numbers as a chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from data.counts import Counts, Parted, parted
from data.status import EJ_BEDOMD, UPPDRAG, Scale, Status
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


def parted_table(caption: str, head: str, lines: Sequence[tuple[str, Parted]], *, summed: bool = False) -> Table:
    """Return a table of uppdrag where regiongemensamma and own stand apart, if there are any of both.

    `summed` tells that the last line sums up the others.
    """
    total = sum((found for _, found in lines), parted(()))
    if not (any(total.shared.values()) and any(total.own.values())):
        plain = ((((label,),), found.all) for label, found in lines)
        return tally_table(caption, (Column(head, 5),), UPPDRAG, plain, summed=summed)
    told = ((((label,), (sort,)), counted) for label, found in lines for sort, counted in _by_sort(found))
    return tally_table(caption, (Column(head, 4), Column("Uppdrag", 3)), UPPDRAG, told, summed=summed)


def _by_sort(found: Parted) -> Iterator[tuple[str, Counts]]:
    """Give the sorts that there are any of, and all together where that is not one of them."""
    sorts = [("Regiongemensamma", found.shared), ("Egna", found.own)]
    present = [(name, counted) for name, counted in sorts if any(counted.values())]
    yield from present
    if len(present) != 1:
        yield "Alla", found.all


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
