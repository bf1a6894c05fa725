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


def jump(main: MainScreen) -> None:
    """Put a letter at each row that shows, and go where one is typed."""
    from tui.screens.jump import DETAIL, FIRST, Jump, letters

    tree = main.plan_tree
    shown = tree.in_sight
    labels = letters(len(shown))
    goals = dict(zip(labels, shown, strict=True))
    tree.label(dict(zip(shown, labels, strict=True)))

    def typed(label: str | None) -> None:
        tree.label({})
        if label == DETAIL:
            main.detail.focus()
        elif label is not None:
            tree.focus()
            tree.go_to_row(goals.get(label) if label != FIRST else tree.rows[0].key if tree.rows else None)

    main.app.push_screen(Jump(goals, len(labels[0]) if labels else 1), typed)
