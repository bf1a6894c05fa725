"""A list of what happened, as long as it may be: draws only the lines that show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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

from data.plain_text import one_line
from tui.actions import bindings
from tui.glyphs import Glyphs
from tui.life import Entry
from tui.moments import moment
from tui.widgets.row_line import fitted

_WHO = 16


class EntryList(ScrollView, can_focus=True):
    """One line for each entry, with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("entries")
    COMPONENT_CLASSES: ClassVar[set[str]] = {"entry-list--cursor", "entry-list--quiet"}

    @dataclass
    class Moved(Message):
        """The cursor is on another entry, or the list is another."""

        entry: Entry | None

    @dataclass
    class Chosen(Message):
        """An entry was double-clicked."""

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self._entries: Sequence[Entry] = ()
        self._told: Callable[[Entry], str] = lambda entry: ""
        self._empty = ""
        self._cursor = 0

    @property
    def entry(self) -> Entry | None:
        """The entry that the cursor is on."""
        return self._entries[self._cursor] if self._entries else None

    def show(
        self, entries: Sequence[Entry], told: Callable[[Entry], str], empty: str, *, start: str | None
    ) -> None:
        """Show a list, each entry told by a function when it comes in sight; `empty` stands in one without any.

        The cursor begins on the version `start` if that is there, else on the first.
        """
        place = next((place for place, entry in enumerate(entries) if entry.commit == start), 0)
        self._entries, self._told, self._empty = entries, told, empty
        self.virtual_size = Size(self.size.width, len(entries))
        self._move(place)
        self.refresh()

    def _move(self, place: int) -> None:
        before, self._cursor = self._cursor, max(0, min(place, len(self._entries) - 1))
        self.scroll_to_region(Region(0, self._cursor, 1, 1), animate=False, force=True)
        self.refresh_line(before)
        self.refresh_line(self._cursor)
        self.post_message(self.Moved(self.entry))

    def action_cursor(self, way: str) -> None:
        """Move the cursor: up, down, page_up, page_down, home or end."""
        page = max(1, self.scrollable_content_region.height - 1)
        steps = {"up": -1, "down": 1, "page_up": -page, "page_down": page}
        self._move(self._cursor + steps[way] if way in steps else 0 if way == "home" else len(self._entries) - 1)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the entry; twice, choose it."""
        offset = event.get_content_offset(self)
        if offset is not None and 0 <= (place := offset.y + self.scroll_offset.y) < len(self._entries):
            self._move(place)
            if event.chain == 2:
                self.post_message(self.Chosen())

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.virtual_size = Size(self.size.width, len(self._entries))
        self.call_after_refresh(self.scroll_to_region, Region(0, self._cursor, 1, 1), animate=False)

    def render_line(self, y: int) -> Strip:
        """Draw one line: when, who, what."""
        width, style = self.scrollable_content_region.width, self.rich_style
        place = y + self.scroll_offset.y
        if not self._entries and y == 0:
            return Strip([Segment(f" {self._empty}", style)]).adjust_cell_length(width, style)
        if place >= len(self._entries):
            return Strip.blank(width, style)
        entry = self._entries[place]
        quiet = self.get_component_rich_style("entry-list--quiet")
        if place == self._cursor:
            style = quiet = self.get_component_rich_style("entry-list--cursor")
        return self._line(entry, width, style, quiet)

    def _line(self, entry: Entry, width: int, style: Style, quiet: Style) -> Strip:
        when = f"{moment(entry.when)}  "
        who = fitted(one_line(entry.who), _WHO, self._glyphs) + "  "
        what = fitted(self._told(entry), max(8, width - len(when) - _WHO - 2), self._glyphs)
        parts = ((when, quiet), (who, style), (what, style))
        return Strip([Segment(text, part) for text, part in parts]).adjust_cell_length(width, style)
