"""The dialog where one chooses between one's own value and somebody else's, when both meet in a sync."""

from __future__ import annotations

from typing import ClassVar, Literal

from textual.binding import BindingType

from data.merge import ITEM, PLACE
from data.plain_text import one_line
from data.sync.origins import Origin
from data.sync.telling import about, value_words
from data.wording import field_label
from tui.actions import bindings
from tui.keymap import key
from tui.messages import Met
from tui.moments import full_moment
from tui.screens.conflict import shown
from tui.screens.two_values import Side, TwoValues

Answer = Literal["ours", "theirs", "before"]


class MetDialog(TwoValues[Answer | None]):
    """Ends with whose value is to stand, with going back to the one before, or None when that is for later."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("met")
    HOME = "met"

    def __init__(self, met: Met, number: int, of: int) -> None:
        """`number`: which it is of all, from 1."""
        place = f" {number} av {of}" if of > 1 else ""
        super().__init__(
            f"Konflikt{place}: {about(met.conflict)}{_field(met)}",
            Side(f"{key('synk-mitt')}  Ditt{_by(met.ours)}", _text(met, ours=True)),
            Side(f"{key('synk-deras')}  Deras{_by(met.theirs)}", _text(met, ours=False)),
            {"synk-forra"} if number == 1 else (),
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Go back only from where there is something before."""
        return parameters != ("before",) or not self._leave_out

    def action_choose(self, answer: Answer) -> None:
        """End with an answer."""
        self.dismiss(answer)


def _field(met: Met) -> str:
    labels = {ITEM: "", PLACE: ": plats"}
    field = met.conflict.conflict.field
    return labels.get(field, f": {field_label(field)}")


def _by(origin: Origin | None) -> str:
    return f" ({one_line(origin.namn)}, {full_moment(origin.when)})" if origin is not None else ""


def _text(met: Met, *, ours: bool) -> str:
    told, conflict = met.conflict, met.conflict.conflict
    if conflict.field in (ITEM, PLACE):
        words = value_words(told, ours=ours)
        return words[:1].upper() + words[1:]
    item = (told.ours if ours else told.theirs).items.get(conflict.id)
    return shown(conflict.ours if ours else conflict.theirs, conflict.field, item)
