"""A dialog where one of some things is chosen; a long list is searched as one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label

from tui.actions import bindings
from tui.widgets.key_line import KeyLine
from tui.widgets.search_list import Line, SearchList, matching


class Chooser(ModalScreen[str | None]):
    """Ends with the id of the line that was chosen, or None."""

    CSS_PATH = "chooser.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("chooser")

    def __init__(self, title: str, lines: Sequence[Line], *, searched: bool) -> None:
        super().__init__()
        self._title = title
        self._lines = lines
        self._searched = searched

    def compose(self) -> ComposeResult:
        """What is asked, and the list."""
        with Vertical(id="chooser", classes="dialog list-dialog"):
            yield Label(Content(self._title), classes="list-title")
            yield SearchList(lambda query: matching(self._lines, query), searched=self._searched)
            yield KeyLine("chooser")

    def on_search_list_picked(self, event: SearchList.Picked) -> None:
        """End with the line."""
        self.dismiss(event.id)

    def action_pick(self) -> None:
        """Choose the line that the cursor is on."""
        self.query_one(SearchList).pick()

    def action_close(self) -> None:
        """End without choosing."""
        self.dismiss(None)
