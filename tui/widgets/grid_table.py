"""A table that draws its lines itself, with a cursor; names and sums stay in sight while the rest scrolls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from data.status import Status
from tui.actions import bindings
from tui.bars import bar, block
from tui.glyphs import Glyphs, ground, legible
from tui.grids import SUM, Grid, Square
from tui.widgets.row_line import fitted

_SUMS = 3
"""Lines of the sums: the line above them, bars and numbers."""
_RULE = "│ "
_WIDEST = 26
_WIDEST_NAME = 34

_Parts = list[tuple[str, Style]]


class GridTable(Widget, can_focus=True):
    """A cell for each row and column, with a bar and a text; a last row and column of sums; a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("table")
    COMPONENT_CLASSES: ClassVar[set[str]] = {"grid-table--cursor", "grid-table--quiet"}

    @dataclass
    class Moved(Message):
        """The cursor is on another cell, or the table says something else."""

    @dataclass
    class Chosen(Message):
        """A cell was double-clicked."""

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self.grid = Grid((), (), ((Square(""),),), "", "", 1)
        self.line = self.column = 0
        """Where the cursor is; one past the last is the sums."""
        self._top = self._left = 0
        self._name_width = self._column_width = self._sum_width = 1

    def show(self, grid: Grid) -> None:
        """Show a grid; the cursor stays on its row and column, by their keys, if they are there."""
        row, column = self.at
        rows, columns = [key for key, _ in grid.rows], [key for key, _ in grid.columns]
        self.line = rows.index(row) if row in rows else min(self.line, len(rows))
        self.column = columns.index(column) if column in columns else min(self.column, len(columns))
        self.grid = grid
        self._measure()
        self._go(self.line, self.column)

    def go_to(self, row: str, column: str) -> None:
        """Put the cursor on a row, and on a column, by their keys; on the first column when there is no such."""
        rows, columns = [key for key, _ in self.grid.rows], [key for key, _ in self.grid.columns]
        if row in rows:
            self._go(rows.index(row), columns.index(column) if column in columns else 0)

    @property
    def at(self) -> tuple[str | None, str | None]:
        """The keys of the row and column that the cursor is on; None: the sums."""
        rows, columns = self.grid.rows, self.grid.columns
        row = rows[self.line][0] if self.line < len(rows) else None
        return row, columns[self.column][0] if self.column < len(columns) else None

    def action_cursor(self, way: str) -> None:
        """Move the cursor: up, down, left, right, page_up, page_down, home or end."""
        page = max(1, self._room_down)
        steps = {"up": (-1, 0), "down": (1, 0), "left": (0, -1), "right": (0, 1)}
        steps |= {"page_up": (-page, 0), "page_down": (page, 0)}
        steps |= {"home": (0, -self.column), "end": (0, len(self.grid.columns))}
        down, right = steps[way]
        self._go(self.line + down, self.column + right)

    def _go(self, line: int, column: int) -> None:
        lines, columns = len(self.grid.rows), len(self.grid.columns)
        self.line, self.column = max(0, min(line, lines)), max(0, min(column, columns))
        self._top = _scrolled(self._top, min(self.line, lines - 1), self._room_down, lines)
        self._left = _scrolled(self._left, min(self.column, columns - 1), self._room_across, columns)
        first, last = self._left + 1, min(self._left + self._room_across, columns)
        self.border_subtitle = (
            f"{self.grid.column} {first}–{last} av {columns}" if last - first + 1 < columns else ""
        )
        if self._glyphs.ascii:
            self.border_subtitle = self.border_subtitle.replace("–", "-")
        self.refresh()
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Set the columns for the new width, and keep the cursor in sight."""
        self._measure()
        self._go(self.line, self.column)

    def _measure(self) -> None:
        """Give as many columns room as can have it, and make them as wide as that lets them be."""
        widest = max(cell_len(name) for name in (*(name for _, name in self.grid.rows), SUM))
        share = max(8, self.size.width // (3 if self.grid.folded else 4))
        self._name_width = min(widest, _WIDEST_NAME, share) + 1
        texts = [[cell_len(square.text) + 1 for square in line] for line in self.grid.squares]
        least = max([self.grid.narrowest + 1, *(width for line in texts for width in line[:-1])])
        columns = len(self.grid.columns)
        room = self.size.width - self._name_width - len(_RULE)
        evenly = min(room // (columns + 1), _WIDEST)
        self._sum_width = max([evenly, *(line[-1] for line in texts)])
        shown = max(1, min(columns, (room - self._sum_width) // least))
        self._column_width = max(least, min((room - self._sum_width) // shown, _WIDEST))

    @property
    def _heading_height(self) -> int:
        """How many lines the names of the columns take, one of air counted in: names that fold leave them one."""
        return 2 if self.grid.folded else 3

    @property
    def _tall(self) -> int:
        """How many lines a row takes: three when all of them fit so, else two."""
        return 3 if self._heading_height + 3 * len(self.grid.rows) + _SUMS <= self.size.height else 2

    @property
    def _room_down(self) -> int:
        return max(1, (self.size.height - self._heading_height - _SUMS) // self._tall)

    @property
    def _room_across(self) -> int:
        room = self.size.width - self._name_width - len(_RULE) - self._sum_width
        return max(1, room // self._column_width)

    def _shown_lines(self) -> list[int]:
        lines = len(self.grid.rows)
        return [*range(self._top, min(self._top + self._room_down, lines)), lines]

    def _shown_columns(self) -> list[int]:
        columns = len(self.grid.columns)
        return [*range(self._left, min(self._left + self._room_across, columns)), columns]

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        style = self.rich_style
        if not self.grid.rows:
            parts: _Parts = [(f" {self.grid.empty}" if y == 0 else "", style)]
        elif y < self._heading_height:
            parts = self._heading(y)
        else:
            parts = self._body(y - self._heading_height)
        strip = Strip([Segment(text, part) for text, part in parts])
        return strip.adjust_cell_length(self.size.width, style)

    def _heading(self, y: int) -> _Parts:
        style = self.rich_style + Style(bold=True)
        parts: _Parts = [(" " * self._name_width, style)]
        for place in self._shown_columns():
            width = self._width(place)
            if place == len(self.grid.columns):
                texts = [SUM]
            else:
                name = self.grid.columns[place][1]
                texts = [name] if self.grid.folded else _wrapped(name, width - 1, self._glyphs)
            text = texts[y] if y < len(texts) else ""
            parts += [(self._rule(place), style), (fitted(text, width - 1, self._glyphs) + " ", style)]
        return parts

    def _rule(self, place: int) -> str:
        """What stands before a column: a line before the sums."""
        return ("| " if self._glyphs.ascii else _RULE) if place == len(self.grid.columns) else ""

    def _width(self, place: int) -> int:
        """How many cells a column takes, the one after its text counted in."""
        return self._sum_width if place == len(self.grid.columns) else self._column_width

    def _body(self, y: int) -> _Parts:
        shown, tall = self._shown_lines(), self._tall
        place, within = divmod(y, tall)
        if y >= tall * (len(shown) - 1):  # the sums stand below a line of their own
            place, within = len(shown) - 1, y - tall * (len(shown) - 1) - 1
        if within == -1:
            return [(("-" if self._glyphs.ascii else "─") * self._whole_width, self.rich_style)]
        if within > 1:
            return [] if place == len(shown) - 1 else self._air()
        return self._row(shown[place], within)

    @property
    def _whole_width(self) -> int:
        return self._name_width + sum(map(self._width, self._shown_columns())) + len(_RULE) - 1

    def _air(self) -> _Parts:
        before = self._name_width + self._column_width * (len(self._shown_columns()) - 1)
        return [(" " * before, self.rich_style), (self._rule(len(self.grid.columns)), self.rich_style)]

    def _row(self, line: int, within: int) -> _Parts:
        style = self.rich_style + Style(bold=line == len(self.grid.rows))
        parts: _Parts = [(fitted(self._label(line, within), self._name_width - 1, self._glyphs) + " ", style)]
        cells = self.grid.squares[line]
        for place in self._shown_columns():
            parts.append((self._rule(place), self.rich_style))
            at_cursor = (line, place) == (self.line, self.column)
            parts += self._cell(cells[place], within, self._width(place), at_cursor=at_cursor)
        return parts

    def _label(self, line: int, within: int) -> str:
        """Return what stands before a row in its first line, or its second."""
        name = SUM if line == len(self.grid.rows) else self.grid.rows[line][1]
        if not self.grid.folded:
            return "" if within else name
        texts = _wrapped(name, self._name_width - 1, self._glyphs)
        return texts[within] if within < len(texts) else ""

    def _cell(self, cell: Square, within: int, width: int, *, at_cursor: bool) -> Iterator[tuple[str, Style]]:
        style = self.get_component_rich_style("grid-table--cursor") if at_cursor else self.rich_style
        if cell.counts is None:
            quiet = self.get_component_rich_style("grid-table--quiet")
            told = quiet if cell.quiet and not at_cursor else style
            yield fitted(cell.text if within else "", width - 1, self._glyphs), told
        elif within:
            yield fitted(cell.text, width - 1, self._glyphs), style
        else:
            for status, length in bar(cell.counts, width - 1):
                yield block(status, self._glyphs) * length, style if at_cursor else self._coloured(status)
        yield " ", self.rich_style

    def _coloured(self, status: Status) -> Style:
        if status.colour is None:
            return self.get_component_rich_style("grid-table--quiet")
        return self.rich_style + Style(color=legible(status.colour, ground(self.app)))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the cell; twice, choose it."""
        offset = event.get_content_offset(self)
        place = self._place(offset.x, offset.y - self._heading_height) if offset is not None else None
        if place is not None:
            self._go(*place)
            if event.chain == 2:
                self.post_message(self.Chosen())

    def _place(self, x: int, y: int) -> tuple[int, int] | None:
        """Return the line and column at a point below the heading."""
        lines, columns = self._shown_lines(), self._shown_columns()
        row = min(y // self._tall, len(lines) - 1)
        across = (x - self._name_width) // self._column_width
        if y < 0 or row < 0 or not self.grid.rows or y > self._tall * len(lines):
            return None
        return lines[row], columns[max(0, min(across, len(columns) - 1))]

    def on_mouse_scroll_down(self) -> None:
        """Move by the wheel."""
        self.action_cursor("down")

    def on_mouse_scroll_up(self) -> None:
        """Move by the wheel."""
        self.action_cursor("up")

    def on_mouse_scroll_right(self) -> None:
        """Move by the wheel."""
        self.action_cursor("right")

    def on_mouse_scroll_left(self) -> None:
        """Move by the wheel."""
        self.action_cursor("left")


def _scrolled(first: int, wanted: int, room: int, of: int) -> int:
    """Return the first place to show so that the wanted one is among the `room` that fit."""
    return max(0, min(max(first, wanted - room + 1), wanted, max(0, of - room)))


def _wrapped(text: str, width: int, glyphs: Glyphs) -> list[str]:
    """Set a text on two lines, broken at a word where it can be."""
    if cell_len(text) <= width:
        return [text]
    head = text[: width + 1].rpartition(" ")[0] or text[:width]
    return [head, fitted(text[len(head) :].strip(), width, glyphs)]
