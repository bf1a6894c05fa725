"""A dialog with two values side by side, of which one is chosen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from tui.widgets.key_line import KeyLine

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values."""

    heading: str
    """The key that chooses it, whose it is, and since when."""
    text: str


class TwoValues(ModalScreen[Result]):
    """Shows what is to be chosen between; its keys are those of one part of the app."""

    CSS_PATH = "two_values.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-stacked"), (100, "-beside")]  # noqa: RUF012 - as the base class declares it
    HOME: ClassVar[str]
    """The part's name in the registry of actions."""

    def __init__(self, title: str, ours: Side, theirs: Side, leave_out: Collection[str] = ()) -> None:
        """`leave_out`: the names of actions that there are not this time."""
        super().__init__()
        self._title = title
        self._ours, self._theirs = ours, theirs
        self._leave_out = leave_out

    def compose(self) -> ComposeResult:
        """What it is about, the two values, and the keys."""
        with Vertical(id="conflict", classes="dialog"):
            yield Label(Content(self._title), id="conflict-title")
            with Container(id="conflict-values"):
                yield from _side(self._ours, "ours")
                yield from _side(self._theirs, "theirs")
            yield KeyLine(self.HOME, self._leave_out)

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query(VerticalScroll).first().focus()

    def action_close(self) -> None:
        """Choose later."""
        self.dismiss(None)


def _side(side: Side, id: str) -> ComposeResult:
    with Vertical(classes="side"):
        yield Label(Content(side.heading), classes="side-title")
        with VerticalScroll(id=id):
            yield Static(Content(side.text), markup=False)
