"""Marking rows, to do something with all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


def mark(main: MainScreen) -> None:
    """Mark the row, or take its mark away."""
    main.plan_tree.mark()


def extend(main: MainScreen, way: str) -> None:
    """Mark on, row by row: up or down."""
    main.plan_tree.extend(-1 if way == "up" else 1)
