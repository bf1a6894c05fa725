"""Att se över: what the import had to guess, each until it is marked as seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from data.plain_text import one_line
from tui.actions import bindings
from tui.guesses import Guess
from tui.rows import Key


class Review(ModalScreen[Key | None]):
    """Ends with the item to go to, or None."""

    CSS_PATH = "review.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("review")

    def __init__(self, found: list[Guess], mark: Callable[[Guess], bool]) -> None:
        super().__init__()
        self._guesses = found
        self._mark = mark

    def compose(self) -> ComposeResult:
        """The list, with each item's name above its guess."""
        with Vertical(id="review"):
            yield Label(self._heading(), id="review-title")
            yield OptionList(*(Option(_line(guess)) for guess in self._guesses), markup=False)
            yield Label(Content("Enter Gå till  m Markera sedd  Esc Stäng"), classes="keys")

    def _heading(self) -> str:
        return f"Att se över: {len(self._guesses)}" if self._guesses else "Inget kvar att se över."

    def on_option_list_option_selected(self) -> None:
        """Go to the item that was chosen."""
        self.action_go()

    def action_go(self) -> None:
        """End with the item of the guess."""
        place = self.query_one(OptionList).highlighted
        self.dismiss(None if place is None else self._guesses[place].key)

    def action_mark_seen(self) -> None:
        """Take the guess off the list."""
        options = self.query_one(OptionList)
        place = options.highlighted
        if place is not None and self._mark(self._guesses[place]):
            del self._guesses[place]
            options.remove_option_at_index(place)
            options.highlighted = min(place, len(self._guesses) - 1) if self._guesses else None
            self.query_one("#review-title", Label).update(self._heading())

    def action_close(self) -> None:
        """End without going anywhere."""
        self.dismiss(None)


def _line(guess: Guess) -> Content:
    return Content.assemble((one_line(guess.title), Style(bold=True)), "\n", one_line(guess.text))
