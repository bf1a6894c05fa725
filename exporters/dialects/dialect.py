"""What a text format must be able to say, and how a cell's parts are put together; the markup is each dialect's."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

from data.plain_text import visible
from exporters.document import Cell, Chart, Document, Judged, Part, Table


class Dialect(ABC):
    """One text format's way of writing the parts of a document. What goes in is raw text."""

    @abstractmethod
    def heading(self, level: int, text: str) -> str:
        """Return a heading; level 1 is the title."""

    @abstractmethod
    def lines(self, lines: Sequence[str]) -> str:
        """Return a paragraph of some lines, each on a line of its own when it is read."""

    @abstractmethod
    def table(self, table: Table) -> str:
        """Return a table."""

    def chart(self, chart: Chart) -> str | None:
        """Return a chart drawn with characters; None where that cannot be: the table beside it says the same."""
        return None

    def legend(self, lines: Sequence[tuple[str, ...]]) -> str:
        """Return a legend: its signs and labels, some to a line."""
        return self.lines([" · ".join(line) for line in lines])

    def whole(self, document: Document, blocks: Sequence[str]) -> str:
        """Return the blocks as one text."""
        return "\n\n".join(blocks) + "\n"


def shown(text: str) -> str:
    """Return raw text as any text format may carry it: nothing hidden, and a tab is a blank."""
    return visible(text).replace("\t", " ")


def told(part: Part) -> str:
    """Return a cell's part as text: a status is its sign and word, before what it judges."""
    if isinstance(part, Judged):
        return f"{part.told}: {part.text}" if part.text else part.told
    return part


def joined(cell: Cell, write: Callable[[str], str], line_break: str, paragraph_break: str) -> str:
    """Return a cell on one line of markup: judged texts follow line by line, paragraphs have air between them."""
    pieces: list[str] = []
    for position, part in enumerate(cell):
        if position:
            listed = isinstance(part, Judged) and isinstance(cell[position - 1], Judged)
            pieces.append(line_break if listed else paragraph_break)
        pieces.append(line_break.join(write(line) for line in shown(told(part)).split("\n")))
    return "".join(pieces)


def tabulated(rows: Sequence[Sequence[str]], heads: Sequence[str], tablefmt: Any, **how: Any) -> str:
    """Return a table as tabulate makes it, with every cell a text that stays as it is."""
    import tabulate

    # One character is one wide, whatever else is installed: the same plan gives the same bytes everywhere.
    tabulate.WIDE_CHARS_MODE = False
    return tabulate.tabulate(rows, heads, tablefmt=tablefmt, disable_numparse=True, preserve_whitespace=True, **how)


def unpadded(rules: Sequence[str], crossing: str) -> object:
    """Return tabulate's form for a table of bars without padding, with a rule under each head."""
    from tabulate import DataRow, TableFormat

    row = DataRow("| ", " | ", " |")
    return TableFormat(
        lineabove=None,
        linebelowheader=lambda _widths, _aligns: f"|{crossing.join(rules)}|",
        linebetweenrows=None,
        linebelow=None,
        headerrow=row,
        datarow=row,
        padding=0,
        with_header_hide=None,
    )
