"""Keys as they stand at the foot of a screen: each with its label, to be clicked, as many as there is room for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

from tui.action import Action
from tui.actions import ACTION

_KEY = Style(bold=True)
_GAP, _NARROW = "  ", " "


@dataclass(frozen=True, slots=True)
class Entry:
    """One key and what it does."""

    key: str
    label: str
    run: str
    """What a click runs, as Textual writes it."""
    way_out: bool = False
    """Whether it leads back to where one came from."""

    @property
    def width(self) -> int:
        """How many cells it takes."""
        return cell_len(self.key) + 1 + cell_len(self.label)

    def content(self) -> Content:
        """The key and the label."""
        click = Style.from_meta({"@click": self.run})
        return Content.assemble((self.key, _KEY + click), (f" {self.label}", click))


def ranked(actions: Iterable[Action], answers: str = "screen") -> list[Entry]:
    """Return the first key of each action that has a rank in the footer, in that order.

    `answers`: what has the actions, the ``screen`` or the widget that is ``focused``.
    """
    shown = sorted((action for action in actions if action.footer), key=lambda action: action.footer)
    return [
        Entry(
            action.shown_keys.split()[0],
            action.label,
            f"{answers}.{action.run}",
            way_out="escape" in ACTION[action.name].keys,
        )
        for action in shown
    ]


def fits(entries: list[Entry], width: int, gap: str = _NARROW) -> bool:
    """Tell whether they all have room."""
    return sum(entry.width + len(gap) for entry in entries) - len(gap) <= width


def line(entries: list[Entry], width: int) -> Content:
    """Set the entries on a line; when they are too many, the last and the way out stay and those before them go."""
    gap = _GAP if fits(entries, width, _GAP) else _NARROW
    while not fits(entries, width, gap):
        going = next((at for at in range(len(entries) - 2, -1, -1) if not entries[at].way_out), None)
        if going is None:
            break
        entries = [*entries[:going], *entries[going + 1 :]]
    return Content(gap).join([entry.content() for entry in entries])
