"""Taking back, and making again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.rows import Key
    from tui.screens.main import MainScreen


def undo(main: MainScreen) -> None:
    """Take back the last change, and go to what it touched."""
    _go(main, main.desk.undo())


def redo(main: MainScreen) -> None:
    """Make again what was undone last, and go to what it touched."""
    _go(main, main.desk.redo())


def _go(main: MainScreen, key: Key | None) -> None:
    main.show()
    if key is not None:
        main.plan_tree.go_to(key)
