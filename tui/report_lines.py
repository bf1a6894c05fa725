"""A report as lines to draw and rows to move among: what its blocks say, set for the width of the screen. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from data.plain_text import one_line
from data.status import Status
from exporters.document import Block, Chart, Heading, Paragraph, Place, Table
from tui.bars import STATUSES, bar, block
from tui.glyphs import Glyphs
from tui.report_columns import Texts, folded, side_by_side, stacked, texts
from tui.widgets.row_line import fitted

_WIDEST_BAR, _LEAST = 40, 8
"""Cells of a bar at most; and of it, and of its name, at least."""

Look = str | Status
"""How a piece of a line is drawn: ``bold``, ``quiet``, as it is (empty), or in the colour of a status."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line."""

    pieces: tuple[tuple[str, Look], ...]
    row: int | None = None
    """The row that it belongs to; None: none."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    words: Texts
    """Its cells that are not numbers, in full: what it is about."""
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """All of a report."""

    lines: tuple[Line, ...] = ()
    rows: tuple[Row, ...] = ()


def laid(blocks: Iterable[Block], width: int, glyphs: Glyphs) -> Laid:
    """Return a report's blocks as lines, with air between them. Legends are left out: the help has the signs."""
    lines: list[Line] = []
    rows: list[Row] = []
    for each in blocks:
        match each:
            case Heading():
                told = [_plain(text, "bold") for text in folded(one_line(each.told), width, glyphs)]
            case Paragraph():
                parts = map(one_line, each.text.split("\n"))
                told = [_plain(text) for text in folded("\n".join(parts), width, glyphs)]
            case Table() if each.rows:
                told = list(_table(each, width, glyphs, len(rows)))
                rows += _rows(each, glyphs)
            case Chart() if each.bars:
                told = list(_chart(each, width, glyphs))
            case _:
                continue
        if lines and not _is_heading(lines[-1]):
            lines.append(_plain(""))
        lines += told
    return Laid(tuple(lines), tuple(rows))


def _plain(text: str, look: Look = "", row: int | None = None) -> Line:
    return Line(((text, look),), row)


def _is_heading(line: Line) -> bool:
    return line.row is None and line.pieces[0][1] == "bold"


def _rows(table: Table, glyphs: Glyphs) -> Iterator[Row]:
    for place, row in enumerate(texts(table, glyphs)):
        told = tuple(
            " ".join(text.split()) for text, column in zip(row, table.columns, strict=True) if not column.numeric
        )
        yield Row(told, table.places[place] if table.places else ())


def _table(table: Table, width: int, glyphs: Glyphs, first: int) -> Iterator[Line]:
    """Give a table's lines; what stands above its sum is told apart by a line."""
    rows, columns = texts(table, glyphs), table.columns
    beside = side_by_side(columns, rows, width, glyphs)
    if beside is None:
        for place, row in enumerate(rows, first):
            yield from (_plain(text, "bold", place) for text in folded(row[0], width, glyphs))
            yield from (_plain(text, row=place) for text in stacked(row, columns, width, glyphs))
        return
    rule = _plain(("-" if glyphs.ascii else "─") * beside.whole, "quiet")
    yield from (_plain(text, "quiet") for text in beside.heads())
    yield rule
    for place, row in enumerate(rows):
        if table.summed and place == len(rows) - 1:
            yield rule
        told = _once(row, rows[place - 1] if place else ())
        yield from (_plain(text, row=first + place) for text in beside.row(told))


def _once(row: Texts, above: Texts) -> Texts:
    """Return a row without its first text where the row above has the same."""
    return ("", *row[1:]) if above and len(row) > 1 and row[0] == above[0] else row


def _chart(chart: Chart, width: int, glyphs: Glyphs) -> Iterator[Line]:
    """Give a line for each bar: its name, the bar, and how many there are of each status."""
    told = [" ".join(f"{glyphs.sign(status)}{number}" for status, number in one.parts) for one in chart.bars]
    room = width - max(map(cell_len, told)) - 4
    name = min(max(cell_len(one_line(one.label)) for one in chart.bars), max(_LEAST, room - _LEAST))
    room = max(0, min(_WIDEST_BAR, room - name))
    for one, numbers in zip(chart.bars, told, strict=True):
        counts = {status.value: 0 for status in STATUSES} | {status.value: number for status, number in one.parts}
        parts = [(block(status, glyphs) * length, status) for status, length in bar(counts, room) if length]
        yield Line(((f"{fitted(one_line(one.label), name, glyphs)}  ", ""), *parts, (f"  {numbers}", "")))
