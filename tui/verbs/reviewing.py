"""Looking over what an import guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.guesses import Guess, guesses, seen

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
    """Show all that the import guessed."""
    from tui.screens.review import Review

    def mark(guess: Guess) -> bool:
        plan = main.desk.session.plans.get(guess.key[0])
        known = plan is not None and guess.key[1] in plan.items
        return not known or plan is None or main.change(guess.key, seen(plan, guess.key[1], guess.text))

    def go(key: Key | None) -> None:
        if key is not None:
            main.plan_tree.go_to(key)

    main.app.push_screen(Review(guesses(main.desk.session.plans), mark), go)
