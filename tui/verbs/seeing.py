"""Seeing more than the tree shows: the whole of a year, the life of a row, and what others have done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.plan import Uppdrag

if TYPE_CHECKING:
    from tui.rows import Key
    from tui.screens.main import MainScreen


def overview(main: MainScreen) -> None:
    """Show all plans of a year side by side; the cursor begins where it is in the tree."""
    from tui.screens.overview import OverviewScreen

    def go(key: Key | None) -> None:
        if key is not None:
            main.plan_tree.go_to(key)

    plan = main.plan
    main.app.push_screen(OverviewScreen(main.desk, main.glyphs, plan.ar if plan else None, _omrade(main)), go)


def malmatris(main: MainScreen) -> None:
    """Show the year's mål by nämnd; the cursor begins on the mål that the row's uppdrag serves."""
    from tui.screens.malmatris import MalmatrisScreen

    def go(key: Key | None) -> None:
        if key is not None:
            main.plan_tree.go_to(key)

    plan = main.plan
    main.app.push_screen(MalmatrisScreen(main.desk, main.glyphs, plan.ar if plan else None, _served(main)), go)


def report(main: MainScreen, name: str) -> None:
    """Show a report on the whole region; the cursor begins on the plan that it is in in the tree."""
    from tui.screens.report import ReportScreen

    def go(key: Key | None) -> None:
        if key is not None:
            main.plan_tree.go_to(key)

    main.app.push_screen(ReportScreen(main.desk, main.glyphs, name, main.plan), go)


def _served(main: MainScreen) -> tuple[str, str] | None:
    """Return the first mål that the cursor's uppdrag serves, and its nämnd; None where it serves none."""
    from data.malmatris import namnd_of

    row, plan, snapshot = main.row, main.plan, main.desk.session.snapshot
    if row is None or plan is None or snapshot is None:
        return None
    items = (plan.items.get(id) for id in (row.id, plan.parents.get(row.id, "")))
    mal = next((item.mal[0] for item in items if isinstance(item, Uppdrag) and item.mal), None)
    return None if mal is None else (mal, namnd_of(plan, snapshot.region))


def _omrade(main: MainScreen) -> Key | None:
    """Return the fokusområde that the cursor stands in, or the plan."""
    row, plan = main.row, main.plan
    if row is None or plan is None:
        return None
    id = row.id
    while plan.parents.get(id):
        id = plan.parents[id]
    return plan.name, id


def history(main: MainScreen) -> None:
    """Show the life of the row, and of its plan."""
    from tui.screens.history import HistoryScreen

    row, plan = main.row, main.plan
    if row is not None and plan is not None:
        main.app.push_screen(HistoryScreen(main, plan, row.id))


def see_all(main: MainScreen) -> None:
    """Take all that others have done as seen."""
    main.desk.hindsight.see(None)
    main.say("Allt som andra har ändrat är markerat som sett.")
