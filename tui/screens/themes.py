"""The dialog where colours are chosen; the app wears what the cursor is on, so that one sees what one gets."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList

from tui.actions import bindings
from tui.themes import THEMES, put_on, worn
from tui.widgets.key_line import KeyLine
from tui.widgets.plain_list import PlainList


class ThemePicker(ModalScreen[str | None]):
    """Ends with the name of the theme that was chosen, or None with the old one on again."""

    CSS_PATH = "themes.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("themes")

    def compose(self) -> ComposeResult:
        """The themes by their names."""
        with Vertical(id="themes", classes="dialog"):
            yield Label("Färger", id="themes-title")
            yield PlainList(*(theme.label for theme in THEMES), markup=False)
            yield KeyLine("themes")

    def on_mount(self) -> None:
        """Begin at the theme that is worn."""
        self._before = worn(self.app)
        self.query_one(OptionList).highlighted = THEMES.index(self._before)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what it looks like."""
        put_on(self.app, THEMES[event.option_index].name)

    def on_option_list_option_selected(self) -> None:
        """End with the theme that a click or Enter chose."""
        self.action_pick()

    def action_pick(self) -> None:
        """End with the theme that the cursor is on."""
        self.dismiss(worn(self.app).name)

    def action_close(self) -> None:
        """End with the theme as it was."""
        put_on(self.app, self._before.name)
        self.dismiss(None)
