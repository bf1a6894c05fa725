"""A table's rows as cells that know which columns they cover, whatever is merged."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from data.importing.word.blocks import unwrapped
from data.importing.word.parts import attribute, child, name

_MOST_COLUMNS = 1000


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell."""

    element: Element
    start: int
    """Its first column, from 0."""
    end: int
    """The column after its last."""
    continues: bool
    """Whether it is merged with the cell above, whose text is all that is seen."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row."""

    cells: tuple[GridCell, ...]
    struck: bool
    """Whether it is gone, as a tracked change."""


def grid(table: Element) -> list[GridRow]:
    """Return the rows of a table."""
    return [_row(row) for row in unwrapped(table, "tr")]


def _row(row: Element) -> GridRow:
    properties = child(row, "trPr")
    column = _number(child(properties, "gridBefore"), 0)
    cells = []
    for cell in unwrapped(row, "tc"):
        own = child(cell, "tcPr")
        span = _number(child(own, "gridSpan"), 1)
        merged = child(own, "vMerge")
        continues = merged is not None and attribute(merged, "val") != "restart"
        cells.append(GridCell(cell, column, column + span, continues))
        column += span
    return GridRow(tuple(cells), properties is not None and any(name(one) == "del" for one in properties))


def _number(element: Element | None, usual: int) -> int:
    told = attribute(element, "val") or ""
    return min(int(told), _MOST_COLUMNS) if told.isascii() and told.isdigit() and len(told) < 6 else usual
