"""What was copied, to mark with the mouse where the terminal does not let a program copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.filter import LineFilter
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from tui.actions import bindings
from tui.plain_signs import PlainSigns
from tui.widgets.key_line import KeyLine


class Exact(Static):
    """A text that is drawn as it is also where other signs are put in the place of some: it is to be copied."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """All but the one that does that."""
        return [each for each in super().get_line_filters() if not isinstance(each, PlainSigns)]


class Copied(ModalScreen[None]):
    """Shows a text as it is, and nothing beside it that would come along when it is marked."""

    CSS_PATH = "copied.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("copied")

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """What to do, and the text."""
        with Vertical(id="copied", classes="dialog"):
            yield Label(Content("Markera med musen, med Skift nere, och kopiera i terminalen."), id="copied-title")
            with VerticalScroll():
                yield Exact(Content(self._text), markup=False)
            yield KeyLine("copied")

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one(VerticalScroll).focus()

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)
