"""A report, as long as it may be: draws only the lines that show, with a cursor on a row of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from data.status import Status
from exporters.document import Block
from tui.actions import bindings
from tui.glyphs import Glyphs, ground, legible
from tui.report_lines import Laid, Look, Row, laid

_EDGE = 1
"""Cells of air to the left."""


class ReportList(ScrollView, can_focus=True):
    """The blocks of a report, set anew for each width."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("report-list")
    COMPONENT_CLASSES: ClassVar[set[str]] = {"report-list--cursor", "report-list--quiet"}

    @dataclass
    class Moved(Message):
        """The cursor is on another row, or the report is another."""

    @dataclass
    class Chosen(Message):
        """A row was double-clicked."""

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self._blocks: Sequence[Block] = ()
        self._laid = Laid()
        self._spans: list[tuple[int, int]] = []
        """The first line of each row, and the first one past it."""
        self._cursor = 0

    @property
    def row(self) -> Row | None:
        """The row that the cursor is on."""
        return self._laid.rows[self._cursor] if self._laid.rows else None

    def show(self, blocks: Sequence[Block], plan: str | None = None) -> None:
        """Show a report. The cursor begins on the first row about a plan, by its name; with None it stays."""
        before = self.row
        self._blocks = blocks
        self._lay()
        rows = self._laid.rows
        if plan is not None:
            places = (place for place, row in enumerate(rows) if any(name == plan for name, _ in row.places))
        else:
            places = (place for place, row in enumerate(rows) if before and row.words == before.words)
        self._move(next(places, 0 if plan is not None else self._cursor))

    def _lay(self) -> None:
        width = self.scrollable_content_region.width - 2 * _EDGE
        self._laid = laid(self._blocks, max(width, 1), self._glyphs)
        starts: dict[int, list[int]] = {}
        for y, line in enumerate(self._laid.lines):
            if line.row is not None:
                starts.setdefault(line.row, []).append(y)
        self._spans = [(ys[0], ys[-1] + 1) for _, ys in sorted(starts.items())]
        self.virtual_size = Size(self.size.width, len(self._laid.lines))
        self.refresh()

    def _move(self, place: int) -> None:
        self._cursor = max(0, min(place, len(self._spans) - 1))
        self._reveal()
        self.refresh()
        self.post_message(self.Moved())

    def _reveal(self) -> None:
        """Scroll so that the row is seen, with what stands between it and the row before, where that fits."""
        if not self._spans:
            return
        first, end = self._spans[self._cursor]
        before = self._spans[self._cursor - 1][1] if self._cursor else 0
        last = len(self._laid.lines) if self._cursor == len(self._spans) - 1 else end
        tall = self.scrollable_content_region.height
        top = before if end - before <= tall else first
        bottom = last if last - top <= tall else end
        self.scroll_to_region(Region(0, top, 1, bottom - top), animate=False, force=True)

    def action_cursor(self, way: str) -> None:
        """Move the cursor: up, down, page_up, page_down, home or end; beyond the rows, and without any, scroll."""
        page = max(1, self.scrollable_content_region.height - 1)
        step = {"up": -1, "down": 1, "page_up": -page, "page_down": page}.get(way, 0)
        last = len(self._spans) - 1
        if last < 0 or (self._cursor == (0 if step < 0 else last) and step):
            self.scroll_relative(y=step, animate=False)
        elif way in ("home", "end"):
            self._move(0 if way == "home" else last)
        elif abs(step) == 1:
            self._move(self._cursor + step)
        else:
            self._turn(step)
        if way == "home":
            self.scroll_home(animate=False)

    def _turn(self, lines: int) -> None:
        """Move the cursor by about so many lines, by a row at least."""
        wanted = self._spans[self._cursor][0] + lines
        places = range(len(self._spans))
        if lines > 0:
            reached = [place for place in places if place > self._cursor and self._spans[place][0] <= wanted]
            self._move(reached[-1] if reached else self._cursor + 1)
        else:
            reached = [place for place in places if place < self._cursor and self._spans[place][0] >= wanted]
            self._move(reached[0] if reached else self._cursor - 1)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row; twice, choose it."""
        offset = event.get_content_offset(self)
        y = -1 if offset is None else offset.y + self.scroll_offset.y
        row = self._laid.lines[y].row if 0 <= y < len(self._laid.lines) else None
        if row is not None:
            self._move(row)
            if event.chain == 2:
                self.post_message(self.Chosen())

    def on_resize(self) -> None:
        """Set the lines for the new width, and keep the cursor in sight."""
        self._lay()
        self.call_after_refresh(self._reveal)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width, style = self.scrollable_content_region.width, self.rich_style
        place = y + self.scroll_offset.y
        if place >= len(self._laid.lines):
            return Strip.blank(width, style)
        line = self._laid.lines[place]
        if line.row is not None and line.row == self._cursor:
            style = self.get_component_rich_style("report-list--cursor")
        parts = [
            Segment(" " * _EDGE, style),
            *(Segment(text, self._look(look, style)) for text, look in line.pieces),
        ]
        return Strip(parts).adjust_cell_length(width, style)

    def _look(self, look: Look, style: Style) -> Style:
        if isinstance(look, Status):
            if look.colour is None:
                return self.get_component_rich_style("report-list--quiet")
            return style + Style(color=legible(look.colour, ground(self.app)))
        if look == "quiet":
            return self.get_component_rich_style("report-list--quiet")
        return style + Style(bold=True) if look == "bold" else style
