"""A report's table as lines of a certain width: side by side where there is room, else row by row. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len, set_cell_size

from data.plain_text import one_line
from exporters.document import Column, Judged, Part, Table
from tui.glyphs import Glyphs
from tui.widgets.row_line import fitted

_LEAST, _WORD = 14, 20
"""Cells that a column of words has at least: enough for its longest word, if that is not too long."""
_INDENT = "  "

Texts = tuple[str, ...]
"""What stands in the cells of one row."""


def texts(table: Table, glyphs: Glyphs) -> list[Texts]:
    """Return what stands in each row, safe to be drawn; the paragraphs of a cell as lines."""
    return [tuple("\n".join(_part(part, glyphs) for part in cell) for cell in row) for row in table.rows]


def _part(part: Part, glyphs: Glyphs) -> str:
    if isinstance(part, Judged):
        return one_line(f"{glyphs.sign(part.status)} {part.status.short} {part.text}").rstrip()
    return one_line(part)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """How wide the columns of a table are, and what is between them."""

    columns: Sequence[Column]
    widths: Sequence[int]
    gap: int
    glyphs: Glyphs

    @property
    def whole(self) -> int:
        """The width of it all."""
        return sum(self.widths) + self.gap * (len(self.widths) - 1)

    def heads(self) -> Iterator[str]:
        """Give the lines of the heads, which end just above the rows."""
        heads = [self._folded(column.head, width) for column, width in zip(self.columns, self.widths, strict=True)]
        tall = max(map(len, heads))
        return self._set([[""] * (tall - len(head)) + head for head in heads])

    def row(self, row: Texts) -> Iterator[str]:
        """Give the lines of one row."""
        return self._set([self._folded(text, width) for text, width in zip(row, self.widths, strict=True)])

    def _folded(self, text: str, width: int) -> list[str]:
        return folded(text, width, self.glyphs)

    def _set(self, cells: Sequence[Sequence[str]]) -> Iterator[str]:
        for parts in zip_longest(*cells, fillvalue=""):
            told = zip(parts, self.columns, self.widths, strict=True)
            yield (
                (" " * self.gap)
                .join(
                    " " * (width - cell_len(part)) + part if column.numeric else set_cell_size(part, width)
                    for part, column, width in told
                )
                .rstrip()
            )


def side_by_side(columns: Sequence[Column], rows: Sequence[Texts], width: int, glyphs: Glyphs) -> SideBySide | None:
    """Return how the columns stand side by side; None when they do not fit.

    Numbers are never broken; words get what is left, those first that lack the most.
    """
    least, wanted = [], []
    for column, cells in zip(columns, zip(*rows, strict=True), strict=True):
        word = max(map(cell_len, column.head.split()), default=1)
        longest = max(cell_len(line) for cell in cells for line in cell.split("\n"))
        wanted.append(max(longest, cell_len(column.head)))
        words = min(_WORD, max((cell_len(word) for cell in cells for word in cell.split()), default=0))
        least.append(max(longest, word) if column.numeric else min(wanted[-1], max(_LEAST, word, words)))
    gap = 2 if sum(wanted) + 2 * (len(columns) - 1) <= width else 1
    room = width - sum(least) - gap * (len(columns) - 1)
    if room < 0:
        return None
    for _ in range(room):
        lacking = [wide - narrow for wide, narrow in zip(wanted, least, strict=True)]
        least[lacking.index(max(lacking))] += max(lacking) > 0
    return SideBySide(columns, least, gap, glyphs)


def stacked(row: Texts, columns: Sequence[Column], width: int, glyphs: Glyphs) -> list[str]:
    """Return all but the first cell of a row, each with its head, as lines below that one."""
    told = [f"{column.head} {text}" for column, text in zip(columns[1:], row[1:], strict=True) if text]
    return [_INDENT + line for line in _together(told, width - len(_INDENT), glyphs, f" {glyphs.dot} ")]


def folded(text: str, width: int, glyphs: Glyphs) -> list[str]:
    """Return a text as lines of at most `width` cells, broken between words; a word too long gets an ellipsis."""
    return [line for part in text.split("\n") for line in _together(part.split(), width, glyphs)]


def _together(parts: Iterable[str], width: int, glyphs: Glyphs, between: str = " ") -> list[str]:
    """Set parts on lines, none of them broken, with this between those on the same line."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]}{between}{part}" if lines else part
        if lines and cell_len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(part if cell_len(part) <= width else fitted(part, width, glyphs))
    return lines or [""]
