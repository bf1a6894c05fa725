"""Opening and closing rows, and going from panel to panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


def toggle_row(main: MainScreen) -> None:
    """Open or close the row."""
    if main.row:
        main.plan_tree.toggle(main.row)


def next_panel(main: MainScreen) -> None:
    """Go from the tree to the detail panel, or back."""
    main.focus_next()


def open_all(main: MainScreen) -> None:
    """Open every row."""
    main.plan_tree.open_all()


def close_all(main: MainScreen) -> None:
    """Close every row."""
    main.plan_tree.close_all()
