"""The last line of a screen of its own: its keys, made from the registry of actions; each can be clicked."""

from __future__ import annotations

from collections.abc import Collection

from textual.content import Content
from textual.widget import Widget

from tui.keymap import in_use
from tui.widgets.key_entries import line, ranked


class KeyLine(Widget):
    """The actions of one part of the app that have a rank in the footer, in that order."""

    def __init__(self, home: str, leave_out: Collection[str] = ()) -> None:
        """Take the part's name, and the names of actions that do not apply just now."""
        super().__init__(classes="key-line")
        self._entries = ranked(action for action in in_use().of(home) if action.name not in leave_out)

    def render(self) -> Content:
        """As many as there is room for."""
        return line(self._entries, self.size.width)
