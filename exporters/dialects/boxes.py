"""Plain text to read in a fixed-width font: columns side by side, with or without lines around them."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.dialects.dialect import Dialect, shown, tabulated, told
from exporters.dialects.drawing import drawn
from exporters.dialects.wrapping import filled, unfilled, wrapped
from exporters.document import Cell, Chart, Judged, Table

WIDTH = 100
"""Characters that the columns of a table share, and that running text may take."""


_COLUMN = 12
"""Characters a column takes on the average in a table with so many that they would not fit in `WIDTH`."""


def widths(table: Table) -> list[int]:
    """Return how many characters each column of a table may take."""
    whole = sum(column.share for column in table.columns)
    room = max(WIDTH, _COLUMN * len(table.columns))
    return [room * column.share // whole for column in table.columns]


def padded(head: Sequence[str], width: int, *, right: bool = False) -> str:
    """Return a head that makes its column as wide as it may be, so that all tables of a report are alike."""
    margin = 2  # what tabulate itself adds to a head
    return "\n".join((line.rjust if right else line.ljust)(width - margin) for line in head)


class Boxes(Dialect):
    """One of tabulate's formats for reading as it stands. Rows of many lines get a line or a blank one between."""

    def __init__(self, tablefmt: str, *, ruled: bool) -> None:
        self.tablefmt = tablefmt
        self.ruled = ruled

    def heading(self, level: int, text: str) -> str:
        """Return a heading, underlined."""
        lines = wrapped(filled(shown(text).replace("\n", " ")), WIDTH)
        return unfilled("\n".join(lines)) + "\n" + "=-"[min(level, 2) - 1] * max(map(len, lines))

    def lines(self, lines: Sequence[str]) -> str:
        """Return lines, wrapped."""
        return unfilled("\n".join(part for line in lines for part in wrapped(filled(shown(line)), WIDTH)))

    def legend(self, lines: Sequence[tuple[str, ...]]) -> str:
        """Return a legend with its labels in columns."""
        widest = max(len(told) for line in lines for told in line)
        return "\n".join("  ".join(told.ljust(widest) for told in line).rstrip() for line in lines)

    def table(self, table: Table) -> str:
        """Return a table whose cells are wrapped to their columns."""
        room = widths(table)
        rows = [[_wrapped_cell(cell, width) for cell, width in zip(row, room, strict=True)] for row in table.rows]
        if not self.ruled and any("\n" in cell for row in rows for cell in row):
            blank = [" "] * len(room)  # tabulate drops a row of nothing
            rows = [line for row in rows for line in (blank, row)][1:]
        heads = [
            padded(wrapped(filled(shown(column.head)), width), width, right=column.numeric)
            for column, width in zip(table.columns, room, strict=True)
        ]
        sides = ["right" if column.numeric else "left" for column in table.columns]
        text = tabulated(rows, heads, self.tablefmt, colalign=sides)
        return unfilled("\n".join(line.rstrip() for line in text.split("\n")))

    def chart(self, chart: Chart) -> str:
        """Return a chart as it is drawn."""
        return "\n".join(drawn(chart))


def _wrapped_cell(cell: Cell, width: int) -> str:
    lines: list[str] = []
    for position, part in enumerate(cell):
        judged = isinstance(part, Judged)
        if position and not (judged and isinstance(cell[position - 1], Judged)):
            lines.append("")
        lines += wrapped(filled(shown(told(part))), width, hang="  " if judged else "")
    return "\n".join(lines)
