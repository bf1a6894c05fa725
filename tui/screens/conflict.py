"""The dialog where one chooses between one's own value and the one that the file has come to have."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from textual.binding import BindingType

from data.plain_text import visible
from data.plan import Item
from data.wording import field_label
from tui.actions import bindings
from tui.clashes import Clash
from tui.keymap import key
from tui.screens.two_values import Side, TwoValues

Choice = Literal["ours", "theirs", "both"]

NOTHING = "(inget)"
"""How a field without a value is shown."""


class ConflictDialog(TwoValues[Choice | None]):
    """Ends with which value to keep, or None when that is to be chosen later."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("conflict")
    HOME = "conflict"

    def __init__(self, title: str, clash: Clash, item: Item | None) -> None:
        theirs = "Raden finns inte längre." if clash.gone else shown(clash.theirs, clash.field, item)
        whose = f" ({clash.whose})" if clash.whose else ""
        super().__init__(
            f"Konflikt: {title}: {field_label(clash.field)}",
            Side(f"{key('konflikt-mitt')}  Ditt", shown(clash.ours, clash.field, item)),
            Side(f"{key('konflikt-filens')}  Det som står i filen{whose}", theirs),
            _left_out(clash),
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be chosen."""
        names = {"ours": "konflikt-mitt", "both": "konflikt-bada"}
        return action != "choose" or names.get(str(parameters[0])) not in self._leave_out

    def action_choose(self, choice: Choice) -> None:
        """End with a choice."""
        self.dismiss(choice)


def _left_out(clash: Clash) -> set[str]:
    """Return the choices that there are not."""
    joins = clash.field == "kommentar" and not clash.gone and bool(clash.ours) and bool(clash.theirs)
    mine = {"konflikt-mitt"} if clash.gone else set()
    return mine | (set() if joins else {"konflikt-bada"})


def shown(value: Any, field: str, item: Item | None) -> str:
    """Return a field's value as text for a person."""
    if value is None or value == "":
        return NOTHING
    if field == "status" and item is not None and item.SCALE is not None:
        return item.SCALE.of(value).label
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    return visible("\n".join(map(str, value)) if isinstance(value, tuple) else str(value))
