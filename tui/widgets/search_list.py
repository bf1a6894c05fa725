"""A list that is searched as one types: the arrows go in the list while the text keeps the keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from data.folding import fold
from tui.widgets.plain_list import PlainList
from tui.widgets.safe_text import LineInput


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list."""

    id: str
    text: str
    """On one line, and safe to show."""


class SearchList(Vertical):
    """Shows the lines that a query leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go('cursor_up')", show=False),
        Binding("down", "go('cursor_down')", show=False),
        Binding("pageup", "go('page_up')", show=False),
        Binding("pagedown", "go('page_down')", show=False),
    ]

    @dataclass
    class Picked(Message):
        """A line was chosen."""

        id: str

    def __init__(self, lines: Callable[[str], Sequence[Line]], *, searched: bool = True) -> None:
        """Take what gives the lines for a query."""
        super().__init__()
        self._lines = lines
        self._searched = searched
        self._shown: Sequence[Line] = ()

    def compose(self) -> ComposeResult:
        """The query, where there is one, and the list."""
        if self._searched:
            yield LineInput("", [], id="query")
        yield PlainList(markup=False)

    def on_mount(self) -> None:
        """Begin with all lines."""
        if self._searched:
            self.query_one(LineInput).placeholder = "Sök …"
        self.refill()
        (self.query_one(LineInput) if self._searched else self.query_one(OptionList)).focus()

    @property
    def text(self) -> str:
        """What is searched for."""
        return self.query_one(LineInput).value if self._searched else ""

    def refill(self) -> None:
        """Show the lines anew; the cursor stays where it is."""
        options = self.query_one(OptionList)
        place = options.highlighted or 0
        self._shown = self._lines(self.text)
        options.clear_options()
        options.add_options(Option(Content(line.text)) for line in self._shown)
        options.highlighted = min(place, len(self._shown) - 1) if self._shown else None

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what the query leaves, from its first line."""
        event.stop()
        self.query_one(OptionList).highlighted = None
        self.refill()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Choose the line that the cursor is on."""
        event.stop()
        self.pick()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose a line."""
        event.stop()
        self.pick()

    def pick(self) -> None:
        """Choose the line that the cursor is on."""
        place = self.query_one(OptionList).highlighted
        if place is not None:
            self.post_message(self.Picked(self._shown[place].id))

    def action_go(self, way: str) -> None:
        """Go in the list: cursor_up, cursor_down, page_up or page_down."""
        getattr(self.query_one(OptionList), f"action_{way}")()


def matching(lines: Iterable[Line], query: str) -> list[Line]:
    """Return the lines that hold every word of a query, whatever the case and the accents."""
    words = [fold(word).strip() for word in query.split()]
    return [line for line in lines if all(word in fold(line.text) for word in words)]
