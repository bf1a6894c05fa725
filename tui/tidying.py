"""When Python looks for objects that hold on to each other alone: while nobody presses a key.

To look through all that is in memory takes longer than a key may wait, and Python would do it in the middle of any
key. What is merely no longer used goes at once, as always.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

REST = 10.0
"""Seconds without a key or the mouse after which there is time."""

_ROUNDS = 10
"""How many times Python has looked among what is new before it looks among all: its own measure."""

_NEVER = 2**31 - 1


def keep_for_rests() -> None:
    """Let this program look through all its memory only when it is told to."""
    gc.set_threshold(*gc.get_threshold()[:2], _NEVER)


class Tidying:
    """Tidies up after an app when it has been left alone for a while."""

    def __init__(self) -> None:
        self._touched = False

    def begin(self, app: App[None]) -> None:
        """Look now and then whether there is time."""
        app.set_interval(REST, self._look)

    def touched(self) -> None:
        """Somebody is there: put it off."""
        self._touched = True

    def _look(self) -> None:
        if not self._touched and gc.get_count()[2] >= _ROUNDS:
            gc.collect()
        self._touched = False
