"""The dialog where one chooses between one's own value and the one that the file has come to have."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from data.plain_text import visible
from data.plan import Item
from data.wording import field_label
from tui.actions import bindings
from tui.clashes import Clash
from tui.keymap import key
from tui.widgets.key_line import KeyLine

Choice = Literal["ours", "theirs", "both"]

NOTHING = "(inget)"
"""How a field without a value is shown."""


class ConflictDialog(ModalScreen[Choice | None]):
    """Ends with which value to keep, or None when that is to be chosen later."""

    CSS_PATH = "conflict.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("conflict")
    HORIZONTAL_BREAKPOINTS = [(0, "-stacked"), (100, "-beside")]  # noqa: RUF012 - as the base class declares it

    def __init__(self, title: str, clash: Clash, item: Item | None) -> None:
        super().__init__()
        self._title = title
        self._clash = clash
        self._item = item

    def compose(self) -> ComposeResult:
        """The item and the field, the two values, and the keys."""
        clash = self._clash
        theirs = "Raden finns inte längre." if clash.gone else shown(clash.theirs, clash.field, self._item)
        whose = f" ({clash.whose})" if clash.whose else ""
        with Vertical(id="conflict", classes="dialog"):
            yield Label(Content(f"Konflikt: {self._title}: {field_label(clash.field)}"), id="conflict-title")
            with Container(id="conflict-values"):
                yield from _side(
                    f"{key('konflikt-mitt')}  Ditt", shown(clash.ours, clash.field, self._item), "ours"
                )
                yield from _side(f"{key('konflikt-filens')}  Det som står i filen{whose}", theirs, "theirs")
            yield KeyLine("conflict", self._left_out)

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query(VerticalScroll).first().focus()

    @property
    def _left_out(self) -> set[str]:
        """The choices that there are not."""
        mine = {"konflikt-mitt"} if self._clash.gone else set()
        return mine | (set() if self._joins else {"konflikt-bada"})

    @property
    def _joins(self) -> bool:
        clash = self._clash
        return clash.field == "kommentar" and not clash.gone and bool(clash.ours) and bool(clash.theirs)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be chosen."""
        names = {"ours": "konflikt-mitt", "both": "konflikt-bada"}
        return action != "choose" or names.get(str(parameters[0])) not in self._left_out

    def action_choose(self, choice: Choice) -> None:
        """End with a choice."""
        self.dismiss(choice)

    def action_close(self) -> None:
        """Choose later."""
        self.dismiss(None)


def _side(heading: str, text: str, id: str) -> ComposeResult:
    with Vertical(classes="side"):
        yield Label(Content(heading), classes="side-title")
        with VerticalScroll(id=id):
            yield Static(Content(text), markup=False)


def shown(value: Any, field: str, item: Item | None) -> str:
    """Return a field's value as text for a person."""
    if value is None or value == "":
        return NOTHING
    if field == "status" and item is not None and item.SCALE is not None:
        return item.SCALE.of(value).label
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    return visible("\n".join(map(str, value)) if isinstance(value, tuple) else str(value))
