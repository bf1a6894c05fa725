"""The dialog that tells why a sync stopped, whole, and takes in what others have removed when that is accepted."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from data.plain_text import visible
from tui.actions import bindings
from tui.messages import SyncFailed
from tui.widgets.key_line import KeyLine


class StoppedDialog(ModalScreen[bool]):
    """Ends with whether others' removals are accepted. The key that says so is another than the one that asked."""

    CSS_PATH = "stopped.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("stopped")

    def __init__(self, stopped: SyncFailed) -> None:
        super().__init__()
        self._stopped = stopped

    def compose(self) -> ComposeResult:
        """The reason, and the keys."""
        told = visible(self._stopped.reason)
        with Vertical(id="stopped", classes="dialog"):
            yield Label("Synken stannade", id="stopped-title")
            with VerticalScroll():
                yield Static(Content(f"{told[:1].upper()}{told[1:]}."), markup=False)
            yield KeyLine("stopped", () if self._stopped.removals else {"ta-emot"})

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one(VerticalScroll).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Accept only what can be."""
        return action != "accept" or self._stopped.removals

    def action_accept(self) -> None:
        """End: it is to be taken in."""
        self.dismiss(True)

    def action_close(self) -> None:
        """End: all stays as it is."""
        self.dismiss(False)
