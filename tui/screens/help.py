"""The help: every action by its heading, with its keys, made from the registry; and the signs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Label, Static

from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG
from tui.actions import ACTIONS
from tui.glyphs import Glyphs, legible

_BOLD = Style(bold=True)


class Help(ModalScreen[None]):
    """Shows what can be done."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,q,enter", "close", "Stäng", show=False)]

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        """A text that scrolls."""
        with Vertical(id="help"):
            yield Label("Hjälp", id="help-title")
            with VerticalScroll():
                yield Static(Content("\n").join(self._lines()), markup=False)
            yield Label(Content("Esc Stäng  PgDn Bläddra"), classes="keys")

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one(VerticalScroll).focus()

    def _lines(self) -> Iterator[Content]:
        for group in dict.fromkeys(action.group for action in ACTIONS):
            yield Content.styled(group, _BOLD)
            for action in ACTIONS:
                if action.group == group:
                    yield Content(f"{action.shown_keys:<10}{action.help}")
            yield Content("")
        yield Content.styled("Tecken", _BOLD)
        for status in (*UPPDRAG.statuses, *AKTIVITET.statuses, EJ_BEDOMD):
            sign = self._glyphs.sign(status)
            colour = legible(status.colour, self.app.current_theme.dark) if status.colour else ""
            yield Content.assemble((sign, colour), " " * (10 - len(sign)), status.label)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)
