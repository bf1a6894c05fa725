"""The dialog where a status is chosen from its scale, by arrow, number or mouse."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from data.status import EJ_BEDOMD, Scale, Status
from tui.actions import bindings
from tui.glyphs import Glyphs, ground, legible
from tui.widgets.key_line import KeyLine
from tui.widgets.plain_list import PlainList


class Picker(ModalScreen[Status | None]):
    """Ends with the chosen status, `EJ_BEDOMD` to take it away, or None when closed."""

    CSS_PATH = "picker.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("picker"),
        *(Binding(str(step), f"choose({step})", show=False) for step in range(7)),
    ]

    def __init__(self, title: str, scale: Scale, chosen: Status, glyphs: Glyphs) -> None:
        super().__init__()
        self._title = title
        self._statuses = (*scale.statuses, EJ_BEDOMD)
        self._chosen = chosen
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        """The statuses in the order of the legend, with their numbers."""
        with Vertical(id="picker", classes="dialog"):
            yield Label(Content(self._title), id="picker-title")
            yield PlainList(*(Option(self._line(status)) for status in self._statuses), markup=False)
            yield KeyLine("picker")

    def on_mount(self) -> None:
        """Begin at the status that it has."""
        self.query_one(OptionList).highlighted = self._statuses.index(self._chosen)

    def _line(self, status: Status) -> Content:
        step = 0 if status is EJ_BEDOMD else self._statuses.index(status) + 1
        sign: Content | tuple[str, str] = Content(self._glyphs.sign(status))
        if status.colour is not None:
            sign = (self._glyphs.sign(status), legible(status.colour, ground(self.app)))
        return Content.assemble(f"{step}  ", sign, f"  {status.label}")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """End with the status chosen."""
        self.dismiss(self._statuses[event.option_index])

    def action_pick(self) -> None:
        """End with the status that the cursor is on."""
        self.query_one(OptionList).action_select()

    def action_choose(self, step: int) -> None:
        """End with the status of a number; 0 takes it away."""
        if step < len(self._statuses):
            self.dismiss(self._statuses[step - 1])

    def action_close(self) -> None:
        """End without choosing."""
        self.dismiss(None)
