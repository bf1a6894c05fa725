"""The last line of a screen of its own: its keys, made from the registry of actions; each can be clicked."""

from __future__ import annotations

from collections.abc import Collection

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from tui.keymap import in_use

_KEY = Style(bold=True)


class KeyLine(Static):
    """The actions of one part of the app that have a rank in the footer, in that order."""

    def __init__(self, home: str, leave_out: Collection[str] = ()) -> None:
        """Take the part's name, and the names of actions that do not apply just now."""
        super().__init__(_keys(home, leave_out), markup=False, classes="key-line")


def _keys(home: str, leave_out: Collection[str]) -> Content:
    known = (action for action in in_use().of(home) if action.footer and action.name not in leave_out)
    shown = sorted(known, key=lambda action: action.footer)
    entries = []
    for action in shown:
        click = Style.from_meta({"@click": f"screen.{action.run}"})
        entries.append(Content.assemble((action.shown_keys.split()[0], _KEY + click), (f" {action.label}", click)))
    return Content.assemble(" ", Content("  ").join(entries))
