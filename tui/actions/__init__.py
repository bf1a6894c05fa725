"""The one registry of actions: key, name, help and where it applies.

Key bindings, the footer, the command palette and the help are all made from `ACTIONS`; nothing else in the app
says which key does what. An action's `name` is stable, so that a keymap can refer to it. Each theme has a room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.action import Action
from tui.actions import editing, exporting, finding, judging, meeting, moving, other, past, seeing

if TYPE_CHECKING:
    from textual.binding import BindingType

ACTIONS: tuple[Action, ...] = (
    *moving.ACTIONS,
    *judging.ACTIONS,
    *editing.ACTIONS,
    *finding.ACTIONS,
    *seeing.ACTIONS,
    *meeting.ACTIONS,
    *past.ACTIONS,
    *exporting.ACTIONS,
    *other.ACTIONS,
)
"""Every action there is, in the order of the help."""

ACTION = {action.name: action for action in ACTIONS}
"""Every action, by name."""


def actions_of(home: str) -> tuple[Action, ...]:
    """Return the actions that one part of the app answers."""
    return tuple(action for action in ACTIONS if action.home == home)


def bindings(home: str) -> list[BindingType]:
    """Return Textual's key bindings for one part of the app."""
    from textual.binding import Binding

    return [
        Binding(",".join(action.keys), action.run, action.label, show=False, id=action.name)
        for action in actions_of(home)
    ]
