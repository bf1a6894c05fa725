"""The help: what the screen is for, what can be done on it, then all else; made from the registry of actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.style import Style
from textual.widgets import Label

from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG
from tui.action import Action
from tui.actions import ACTION, bindings
from tui.glyphs import Glyphs, ground, legible
from tui.keymap import in_use
from tui.purposes import PURPOSES
from tui.widgets.key_help import KeyHelp, Line
from tui.widgets.key_line import KeyLine

_BOLD = Style(bold=True)


class Help(ModalScreen[None]):
    """Shows what can be done."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("help")

    def __init__(self, glyphs: Glyphs, homes: Iterable[str]) -> None:
        """`homes`: the parts that answer keys on the screen that help is asked for on."""
        super().__init__()
        self._glyphs = glyphs
        self._homes = tuple(homes)

    def compose(self) -> ComposeResult:
        """A text that scrolls."""
        with Vertical(id="help", classes="dialog"):
            yield Label("Hjälp", id="help-title")
            with VerticalScroll():
                yield KeyHelp(self._lines())
            yield KeyLine("help")

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one(VerticalScroll).focus()

    def _lines(self) -> Iterator[Line]:
        purposes = [PURPOSES[home] for home in self._homes if home in PURPOSES]
        for purpose in purposes[-1:]:
            yield Content(purpose)
            yield Content("")
        here = [action for action in in_use().actions if action.home in self._homes]
        yield from _groups(here)
        yield from self._signs()
        elsewhere = [action for action in in_use().actions if action.home not in self._homes]
        yield Content("")
        yield Content.styled("På andra ställen", _BOLD)
        yield Content("")
        yield from _groups(elsewhere)

    def _signs(self) -> Iterator[Line]:
        yield Content.styled("Tecken", _BOLD)
        for status in (*UPPDRAG.statuses, *AKTIVITET.statuses, EJ_BEDOMD):
            sign = self._glyphs.sign(status)
            colour = legible(status.colour, ground(self.app)) if status.colour else ""
            yield Content.styled(sign, colour), status.label

    def action_page(self) -> None:
        """Go on a page."""
        self.query_one(VerticalScroll).scroll_page_down(animate=False)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


def show_help(app: App[Any], glyphs: Glyphs) -> None:
    """Show the help of the screen that is seen; in the help itself, close it."""
    if isinstance(app.screen, Help):
        app.screen.action_close()
    else:
        app.push_screen(Help(glyphs, _homes(app.screen)))


def _homes(screen: Screen[Any]) -> list[str]:
    """Return the parts that answer keys on a screen just now, the one with the keyboard first."""
    names = [active.binding.id for active in screen.active_bindings.values()]
    return list(dict.fromkeys(ACTION[name].home for name in names if name in ACTION))


def _groups(actions: list[Action]) -> Iterator[Line]:
    """Yield the actions by their headings, each with its keys."""
    for group in dict.fromkeys(action.group for action in actions):
        yield Content.styled(group, _BOLD)
        for action in actions:
            if action.group == group:
                yield Content(action.shown_keys), action.help
        yield Content("")
