"""Syncing with the server, choosing between values that met there, and reading why a sync stopped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.sync.trees import Choice
    from tui.messages import Met, SyncFailed
    from tui.screens.main import MainScreen
    from tui.screens.met import Answer


def sync(main: MainScreen) -> None:
    """Fetch what others have done, and send what is done here."""
    main.syncing.begin()
    main.tell()


def choose(main: MainScreen, met: Sequence[Met], made: Sequence[Choice] = ()) -> None:
    """Show the first of the conflicts in which no choice is made; sync with the choices when all are."""
    from data.sync.trees import Choice
    from tui.screens.met import MetDialog

    if len(made) == len(met):
        main.syncing.begin(made)
        main.tell()
        return
    asked = met[len(made)].conflict

    def answered(answer: Answer | None) -> None:
        if answer == "before":
            choose(main, met, made[:-1])
        elif answer is not None:
            choose(main, met, (*made, Choice(asked.plan, asked.conflict, answer == "ours")))

    main.app.push_screen(MetDialog(met[len(made)], len(made) + 1, len(met)), answered)


def read_stop(main: MainScreen, stopped: SyncFailed) -> None:
    """Show why the sync stopped; sync again when others' removals are accepted."""
    from tui.screens.stopped import StoppedDialog

    def answered(accepted: bool | None) -> None:
        if accepted:
            main.syncing.accept_removals()
            main.tell()

    main.app.push_screen(StoppedDialog(stopped), answered)
