"""The list of what is left to do, as long as it may be: draws only the lines that show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from data.plain_text import one_line
from data.plan import Item, Plan
from data.todo import Reason, judged
from tui.actions import bindings
from tui.agenda import Left
from tui.glyphs import Glyphs, ground, heading, legible, status_of
from tui.pieces import Key, Pieces
from tui.progress import progress_bar
from tui.todo_lines import SHORT, Line
from tui.widgets.row_line import fitted

_BAR = 16
_NARROW = 70
"""Fewer cells than this, and the bar is half as long."""


class TodoList(ScrollView, can_focus=True):
    """A line for each plan, item and guess, with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("todo-list")
    COMPONENT_CLASSES: ClassVar[set[str]] = {"todo-list--cursor", "todo-list--quiet", "todo-list--plan"}

    @dataclass
    class Moved(Message):
        """The cursor is on another line, or the list is another."""

    @dataclass
    class Chosen(Message):
        """A line was double-clicked."""

    def __init__(self, titled: Callable[[Plan], str], glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._titled = titled
        self._glyphs = glyphs
        self._lines = Pieces[Line]({})
        self._empty = ""
        self._cursor = 0

    @property
    def line(self) -> Line | None:
        """The line that the cursor is on."""
        return self._lines[self._cursor] if self._lines else None

    def show(self, lines: Pieces[Line], empty: str, start: Key | None = None) -> None:
        """Show these lines; the cursor goes to the start, or to the first item when that is not there; without one
        it stays. `empty` stands in a list without lines.
        """
        self._lines, self._empty = lines, empty
        self.virtual_size = Size(self.size.width, len(lines))
        place = self._cursor if start is None else lines.place(start)
        self._move(1 if place is None else place)
        self.refresh()

    def wait(self, told: str) -> None:
        """Tell in a list without lines that they are on their way."""
        self._empty = told
        self.refresh()

    def _move(self, place: int) -> None:
        before, self._cursor = self._cursor, max(0, min(place, len(self._lines) - 1))
        self.scroll_to_region(Region(0, self._cursor, 1, 1), animate=False, force=True)
        self.refresh_line(before)
        self.refresh_line(self._cursor)
        self.post_message(self.Moved())

    def action_cursor(self, way: str) -> None:
        """Move the cursor: up, down, page_up, page_down, home or end."""
        page = max(1, self.scrollable_content_region.height - 1)
        steps = {"up": -1, "down": 1, "page_up": -page, "page_down": page}
        self._move(self._cursor + steps[way] if way in steps else 0 if way == "home" else len(self._lines) - 1)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the line; twice, choose it."""
        offset = event.get_content_offset(self)
        if offset is not None and 0 <= (place := offset.y + self.scroll_offset.y) < len(self._lines):
            self._move(place)
            if event.chain == 2:
                self.post_message(self.Chosen())

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.virtual_size = Size(self.size.width, len(self._lines))
        self.call_after_refresh(self.scroll_to_region, Region(0, self._cursor, 1, 1), animate=False)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width, style = self.scrollable_content_region.width, self.rich_style
        place = y + self.scroll_offset.y
        if not self._lines and y == 0:
            return Strip([Segment(f" {self._empty}", style)]).adjust_cell_length(width, style)
        if place >= len(self._lines):
            return Strip.blank(width, style)
        quiet, bold = (self.get_component_rich_style(f"todo-list--{name}") for name in ("quiet", "plan"))
        at_cursor = place == self._cursor
        if at_cursor:
            style = quiet = bold = self.get_component_rich_style("todo-list--cursor")
        line = self._lines[place]
        if isinstance(line.node, Left):
            parts = self._plan(line.node, width, bold)
        elif line.guess is not None:
            parts = [(f"      {one_line(line.guess)}", quiet)]
        else:
            parts = self._item(line.node, line.reasons, width, (style, quiet), at_cursor=at_cursor)
        return Strip([Segment(text, part) for text, part in parts]).adjust_cell_length(width, style)

    def _plan(self, left: Left, width: int, style: Style) -> list[tuple[str, Style]]:
        progress = judged(left.plan)
        bar = progress_bar(progress, _BAR if width >= _NARROW else _BAR // 2, self._glyphs)
        right = f"  {bar} {progress} "
        name = fitted(f" {one_line(self._titled(left.plan))}", max(8, width - cell_len(right)), self._glyphs)
        return [(name + right, style)]

    def _item(
        self, item: Item, reasons: Sequence[Reason], width: int, styles: tuple[Style, Style], *, at_cursor: bool
    ) -> list[tuple[str, Style]]:
        style, quiet = styles
        status = status_of(item)
        sign = style
        if not at_cursor and status is not None and status.colour is not None:
            sign += Style(color=legible(status.colour, ground(self.app)))
        drawn = self._glyphs.sign(status) if status is not None else " "
        why = "  " + ", ".join(SHORT[reason] for reason in reasons) + " "
        room = max(12, width - cell_len(drawn) - cell_len(why) - 4)
        name = fitted(one_line(heading(item)), room, self._glyphs)
        return [("   ", style), (drawn, sign), (f" {name}", style), (why, quiet)]
