"""Keys in turn: the next is handed out when what the one before asked for is done, a dialog's opening included.

Textual hands a key to what has the focus as it comes. Of keys that come at once, or while the screen is busy, the
later ones would else go to what has the focus no longer: "/k" would open a comment in place of a search.
"""

from __future__ import annotations

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App
    from textual.dom import DOMNode
    from textual.events import Key
    from textual.screen import Screen

PATIENCE = 1.0
"""Seconds after which a key is let through though the one before it is not done: keys never stop for good."""


class Turns:
    """Hands out the keys of an app."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._waiting: deque[Key] = deque()
        self._next: Key | None = None
        """The key whose turn it is, on its way back through the app's queue; keys may stand before it there."""
        self._begun: float | None = None
        """When the key that is under way was handed out."""

    def hold(self, key: Key) -> bool:
        """Keep a key while another is under way; tell whether it is kept."""
        if key is self._next or (self._begun is None and self._next is None):
            self._begun, self._next = monotonic(), None
            return False
        self._waiting.append(key)
        if self._begun is not None and monotonic() - self._begun > PATIENCE:
            self._done()
        return True

    def follow(self, node: DOMNode | None, screen: Screen[object]) -> None:
        """Go the way of the key, from what it was handed to and up: behind it, through the same queues.

        `screen` is the one that it was pressed on.
        """
        while node is not None:
            if node.call_later(self.follow, node.parent, screen):
                return
            node = node.parent
        opened = self._app.screen
        if opened is screen or not opened.call_after_refresh(self._done):
            self._done()

    def _done(self) -> None:
        """Let the next key go."""
        self._begun = None
        if self._waiting and self._next is None:
            self._next = self._waiting.popleft()
            self._app.post_message(self._next)
