"""Jump mode: a letter stands at each row that shows, and typing it goes there. Only the footer is covered."""

from __future__ import annotations

from collections.abc import Container
from itertools import product
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label

from tui.actions import bindings
from tui.keymap import key

FIRST, DETAIL = "g", "D"
"""The letters that always go to the first row of all, and to the detail panel."""

_LETTERS = "asdfjklhqwertyuiopzxcvbnmASFJKLHQWERTYUIOPZXCVBNM0123456789"
"""The easiest to reach first; without `FIRST` and `DETAIL`."""


def letters(count: int) -> list[str]:
    """Return so many labels: single characters while they are enough, else pairs, none of which begins another."""
    if count <= len(_LETTERS):
        return list(_LETTERS[:count])
    return ["".join(pair) for pair in product(_LETTERS, repeat=2)][:count]


class Jump(ModalScreen[str | None]):
    """Ends with the label that was typed, or None when it was none."""

    CSS_PATH = "jump.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("jump")

    def __init__(self, labels: Container[str], longest: int) -> None:
        super().__init__()
        self._labels = labels
        self._longest = longest
        self._typed = ""

    def compose(self) -> ComposeResult:
        """What can be typed, in place of the footer."""
        told = f"Tryck på radens bokstav  {FIRST} Första raden  {DETAIL} Detaljrutan  {key('hoppa-avbryt')} Avbryt"
        yield Label(Content(told), id="jump")

    def on_key(self, event: events.Key) -> None:
        """Take a letter; what leads nowhere ends it."""
        event.stop()
        self._typed += event.character or " "
        if self._typed in {FIRST, DETAIL} or self._typed in self._labels:
            self.dismiss(self._typed)
        elif len(self._typed) >= self._longest:
            self.dismiss(None)

    def on_click(self) -> None:
        """A click ends it."""
        self.dismiss(None)

    def action_close(self) -> None:
        """End without going anywhere."""
        self.dismiss(None)
