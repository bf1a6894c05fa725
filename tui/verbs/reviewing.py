"""Going through what is left to do, and looking over what an import guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.guesses import seen
from tui.keymap import key as pressed

if TYPE_CHECKING:
    from tui.rows import Key
    from tui.screens.main import MainScreen


def mark_seen(main: MainScreen) -> None:
    """Mark what the import guessed about the rows as seen: the marked ones, else the one under the cursor."""
    plans = main.desk.session.plans
    changes = {(name, id): seen(plans[name], id) for name, id in main.targets}
    if not any(changes.values()):
        main.say("Raden har inget att se över.")
    elif main.change_all(changes):
        main.plan_tree.clear_marks()


def review(main: MainScreen) -> None:
    """Show all that is left to do."""
    from tui.screens.todo import TodoScreen

    def mark(key: Key, guess: str | None) -> None:
        plan = main.desk.session.plans.get(key[0])
        if plan is not None and key[1] in plan.items:
            main.change(key, seen(plan, key[1], guess))

    def go(key: Key | None) -> None:
        if key is not None:
            main.plan_tree.go_to(key)

    main.desk.hindsight.closed(main.desk.session.plans)
    main.app.push_screen(TodoScreen(main.desk, main.agenda, main.glyphs, mark, main.plan_tree.row_key), go)


def forward(main: MainScreen) -> None:
    """Go to the next item with something left to do."""
    _go(main, 1)


def back(main: MainScreen) -> None:
    """Go to the item before with something left to do."""
    _go(main, -1)


def _go(main: MainScreen, way: int) -> None:
    """Go to the nearest among what shows, if something is looked for; tell when that is round an end."""
    shown = main.finding.found
    found = main.agenda.nearest(main.desk.session.plans, main.plan_tree.row_key or ("", ""), way, shown)
    if found is None:
        among = f"Inget att göra bland det som visas; {pressed('nollstall-urval')} visar allt."
        main.say("Inget kvar att göra." if shown is None else among)
        return
    key, past_end = found
    main.plan_tree.go_to(key)
    if past_end:
        main.say("Började om uppifrån." if way > 0 else "Började om nerifrån.")
