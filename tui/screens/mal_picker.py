"""The dialog where the mål of an uppdrag are chosen: several, searched as one types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label

from data.plain_text import one_line
from tui.actions import bindings
from tui.widgets.key_line import KeyLine
from tui.widgets.search_list import Line, SearchList, matching

_NEW = "+"
"""Begins the id of the line that takes in what is typed; no mål is chosen by it."""


class MalPicker(ModalScreen[tuple[str, ...] | None]):
    """Ends with the ids that are chosen, in the order of the list, or None when nothing is to change."""

    CSS_PATH = "chooser.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("mal")

    def __init__(self, mal: Mapping[str, str], chosen: tuple[str, ...], *, free: bool) -> None:
        """Take names by id, what is chosen, and whether a mål of one's own may be typed."""
        super().__init__()
        self._names = {**mal, **{id: id for id in chosen if id not in mal}}
        self._unknown = set() if free else {id for id in chosen if id not in mal}
        self._chosen = set(chosen)
        self._free = free

    def compose(self) -> ComposeResult:
        """The list, with a mark before each that is chosen."""
        with Vertical(id="mal-picker", classes="dialog list-dialog"):
            yield Label("Vilka mål bidrar uppdraget till?", classes="list-title")
            yield SearchList(self._lines)
            yield KeyLine("mal")

    def _lines(self, query: str) -> list[Line]:
        lines = matching((Line(id, self._line(id)) for id in self._names), query)
        typed = query.strip()
        if self._free and typed and typed not in self._names.values():
            lines.append(Line(_NEW + typed, f"Lägg till: {one_line(typed)}"))
        return lines

    def _line(self, id: str) -> str:
        missing = "  (finns inte i mål och budget)" if id in self._unknown else ""
        return f"[{'x' if id in self._chosen else ' '}] {one_line(self._names[id])}{missing}"

    def on_search_list_picked(self, event: SearchList.Picked) -> None:
        """Choose a mål, or leave it out."""
        id = event.id
        if id not in self._names:
            id = id.removeprefix(_NEW)
            self._names[id] = id
        self._chosen ^= {id}
        self.query_one(SearchList).refill()

    def action_done(self) -> None:
        """End with what is chosen."""
        self.dismiss(tuple(id for id in self._names if id in self._chosen))

    def action_pick(self) -> None:
        """Choose the line that the cursor is on."""
        self.query_one(SearchList).pick()

    def action_close(self) -> None:
        """End without a change."""
        self.dismiss(None)
