"""Keeps what is being written, soon after each change: a crash takes no more than the last words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.timer import Timer

KEPT = 0.5
"""Seconds from a change until it is kept."""


class Resting:
    """Part of a dialog in which something is written."""

    def __init__(self, dialog: MessagePump, keep: Callable[[], object]) -> None:
        self._dialog = dialog
        self._keep = keep
        self._timer: Timer | None = None

    def changed(self) -> None:
        """Keep what is written, in a while."""
        if self._timer is None:
            self._timer = self._dialog.set_timer(KEPT, self._rest)

    def _rest(self) -> None:
        self._timer = None
        self._keep()
