"""Giving a row a status, by key or from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.plain_text import one_line
from data.status import EJ_BEDOMD, Status
from tui.glyphs import heading, status_of

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


def judge(main: MainScreen, value: str) -> None:
    """Give the row a status."""
    main.set("status", value)


def clear(main: MainScreen) -> None:
    """Take the row's status away."""
    main.set("status", None)


def pick(main: MainScreen) -> None:
    """Choose a status in a dialog."""
    from tui.screens.picker import Picker

    row, item = main.row, main.item
    if row is None or item is None or item.SCALE is None or (status := status_of(item)) is None:
        return

    def picked(chosen: Status | None) -> None:
        if chosen is not None:
            main.set("status", None if chosen is EJ_BEDOMD else chosen.value, row)

    main.app.push_screen(Picker(one_line(heading(item)), item.SCALE, status, main.glyphs), picked)
