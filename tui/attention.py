"""Whether the user has seen what others changed: the cursor must rest on a row for a moment."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui.rows import Key

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.screens.main import MainScreen

REST = 1.0
"""Seconds that the cursor rests on a row before what is told there is taken as seen."""


class Attention:
    """Follows the cursor of a main screen; its news stay told until the cursor goes to another row."""

    def __init__(self, main: MainScreen) -> None:
        self.told: tuple[str, ...] = ()
        """What others have done with the row, a line each."""
        self._main = main
        self._key: Key | None = None
        self._timer: Timer | None = None

    def follow(self) -> None:
        """Take in where the cursor is, and what there is to tell there."""
        row, plan, news = self._main.row, self._main.plan, self._main.desk.hindsight.news
        key = row.key if row is not None else None
        if key != self._key:
            self._key, self.told = key, ()
            self._stop()
        if key is not None and plan is not None and key in news.by_row:
            self.told = news.told(key, plan, datetime.now(UTC))
            if self._timer is None:
                self._timer = self._main.set_timer(REST, self._rested)

    def _rested(self) -> None:
        self._timer = None
        if self._main.app.screen is not self._main:
            self._timer = self._main.set_timer(REST, self._rested)  # a dialog is in front
        elif self._key is not None:
            hindsight = self._main.desk.hindsight
            hindsight.see(hindsight.news.keys(self._key))

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
