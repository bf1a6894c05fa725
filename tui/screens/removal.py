"""The dialog that tells what goes with an item that has something below it, before it goes."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label

from tui.actions import bindings
from tui.widgets.key_line import KeyLine


class RemovalDialog(ModalScreen[bool]):
    """Ends with whether the item is to go. The key that says so is another than the one that asked."""

    CSS_PATH = "removal.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("removal")

    def __init__(self, title: str, told: str) -> None:
        super().__init__()
        self._title = title
        self._told = told

    def compose(self) -> ComposeResult:
        """What goes, and that it can be undone."""
        with Vertical(id="removal", classes="dialog"):
            yield Label("Ta bort?", id="removal-title")
            yield Label(Content(self._title), id="removal-name")
            yield Label(Content(self._told), id="removal-told")
            yield KeyLine("removal")

    def action_remove(self) -> None:
        """End: it goes."""
        self.dismiss(True)

    def action_close(self) -> None:
        """End: it stays."""
        self.dismiss(False)
