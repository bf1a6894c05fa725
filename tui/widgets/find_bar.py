"""The lines above the tree that tell what is looked for: the filter in words, and the search as it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Input, Static

from data.plain_text import one_line
from tui.actions import bindings
from tui.filtering import Wanted
from tui.glyphs import Glyphs
from tui.keymap import key

PLACEHOLDER = "Sök bland namn, id och kommentarer"


class SearchField(Input):
    """Where a search is typed; arrows move in the tree meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("search")

    @dataclass
    class Moved(Message):
        """The cursor of the tree is to move: up or down."""

        way: str

    @dataclass
    class Left(Message):
        """The user is done here."""

        keep: bool
        """Whether the search stays."""

    def action_move(self, way: str) -> None:
        """Move in the tree."""
        self.post_message(self.Moved(way))

    def action_leave(self, how: str) -> None:
        """Go back to the tree."""
        self.post_message(self.Left(how == "keep"))


class FindBar(Vertical):
    """Takes no room while nothing is looked for."""

    field = getters.query_one(SearchField)

    @dataclass
    class Pressed(Message):
        """The filter or the search was clicked."""

        action: str

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self.typing = False
        """Whether a search is being typed."""
        self._told: list[str] = []

    def compose(self) -> ComposeResult:
        """The filter above, the search below."""
        yield Static(id="chips", markup=False)
        with Horizontal(id="search"):
            yield Static(" Sök ", markup=False)
            yield SearchField(placeholder=PLACEHOLDER, compact=True, select_on_focus=False, max_length=200)
            yield Static(id="hits", markup=False)
            yield Static(
                Content.assemble(" ", _way_out(), " "), id="clear"
            )  # told in the line above if there is one

    def on_mount(self) -> None:
        """Begin with nothing; the field takes part in Tab's round only while it is typed in."""
        self.display = False
        self.field.can_focus = False

    def type(self) -> None:
        """Go to the field."""
        self.display = self.query_one("#search").display = True
        self.typing = self.field.can_focus = True
        self.field.focus()

    def leave(self) -> None:
        """Let go of the field."""
        self.typing = self.field.can_focus = False

    def write(self, query: str) -> None:
        """Write other words in the field than those that were typed."""
        if self.field.value != query:
            self.field.value = query

    def tell(self, wanted: Wanted, count: int | None) -> None:
        """Tell what is looked for, and how many were found; None: that is not known yet."""
        searching = wanted.searches or self.typing
        chips = self.query_one("#chips", Static)
        chips.display = wanted.filters
        if wanted.chips() != self._told:
            self._told = wanted.chips()
            chips.update(self._chips(wanted))
        self.query_one("#search").display = searching
        self.query_one("#hits", Static).update(Content(_counted(wanted, count)), layout=False)
        # The key is told once, and not while it would be typed.
        self.query_one("#clear").display = not self.typing and not wanted.filters
        self.display = searching or wanted.filters

    def _chips(self, wanted: Wanted) -> Content:
        told = f" {self._glyphs.dot} ".join(map(one_line, wanted.chips()))
        return Content.assemble((" Filter ", Style(bold=True)), told, "  ", _way_out())

    def on_click(self, event: events.Click) -> None:
        """Open what was clicked."""
        inside = event.widget is not None and event.widget.id == "chips"
        self.post_message(self.Pressed("filter" if inside else "sok"))


def _way_out() -> Content:
    """The key that ends both search and filter; it can be clicked."""
    clear = Style.from_meta({"@click": "screen.do('nollstall-urval')"})
    return Content.assemble((key("nollstall-urval"), Style(bold=True) + clear), (" Nollställ", clear))


def _counted(wanted: Wanted, count: int | None) -> str:
    if not wanted or count is None:
        return ""
    return " ingen träff " if not count else " 1 träff " if count == 1 else f" {count} träffar "
