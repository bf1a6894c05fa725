"""`trafikljus sync`: bring the region's folder and its remote together; what clashes is chosen, or listed."""

from __future__ import annotations

import signal
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from tui.arguments import Parser
from tui.guard import DONE, FOUND
from tui.region_root import region_root
from tui.terminal import say, say_json, tell

if TYPE_CHECKING:
    from data.sync.origins import Origin, Origins
    from data.sync.outcomes import SyncConflictError, Synced
    from data.sync.trees import Choice, PlanConflict
    from data.workspace import Workspace

SUMMARY = "hämta andras ändringar och skicka dina"

_OURS, _THEIRS = "m", "d"


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    parser.add_argument("--json", action="store_true", help="svara med JSON; fråga ingenting")
    parser.add_argument(
        "--godkann-borttag", action="store_true", help="ta emot även om andra har tagit bort en stor del av en plan"
    )


def run(arguments: Namespace) -> int:
    """Sync. Conflicts are asked about on a terminal; else they are listed, and nothing is changed."""
    from data.sync.outcomes import How, SyncConflictError
    from data.sync.syncing import sync
    from data.workspace import Workspace

    choices: list[Choice] = []
    asking = not arguments.json and sys.stdin.isatty() and sys.stdout.isatty()
    with _stoppable(), closing(Workspace(region_root(arguments.here))) as workspace:
        while True:
            try:
                return _done(sync(workspace, How(choices, accept_removals=arguments.godkann_borttag)), arguments)
            except SyncConflictError as error:
                if not asking or not _ask(workspace, error, choices):
                    return _listed(workspace, error, arguments)


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let a signal that ends the program end what git has started too, as Ctrl+C does."""
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    ours = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]  # nohup leaves one ignored
    for number in ours:
        signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


def _done(done: Synced, arguments: Namespace) -> int:
    from data.sync.telling import exchanged, report_of, reports_told

    if arguments.json:
        say_json(
            {
                "commit": done.head,
                "hamtade": done.fetched,
                "skickade": done.sent,
                "planer": list(done.plans),
                "hamtade_rapporter": [report_of(tag) for tag in done.fetched_tags],
                "skickade_rapporter": [report_of(tag) for tag in done.sent_tags],
                "andra_taggar": [report_of(tag) for tag in done.different_tags],
                "ej_mottagna_taggar": [report_of(tag) for tag in done.refused_tags],
            }
        )
        return DONE
    say(f"Synkat: {exchanged(done)}.")
    for plan in done.plans:
        say(f"  ändrad av andra: {plan}")
    for line in reports_told(done):
        tell(line)
    return DONE


def _listed(workspace: Workspace, error: SyncConflictError, arguments: Namespace) -> int:
    origins = _origins(workspace, error)
    if arguments.json:
        say_json({"konflikter": [_as_json(one, origins) for one in error.conflicts]})
        return FOUND
    say(str(error))
    for conflict in error.conflicts:
        _show(conflict, origins)
    say("Ingenting är ändrat. Kör trafikljus sync i en terminal, eller s i appen, och välj.")
    return FOUND


def _origins(workspace: Workspace, error: SyncConflictError) -> Origins:
    from data.sync.origins import Origins

    repository = workspace.repository
    return Origins(repository, error.base, repository.commit_id("HEAD"), error.theirs)


def _show(conflict: PlanConflict, origins: Origins) -> None:
    from data.sync.telling import about, value_words

    say(f"\n{conflict.plan}: {about(conflict)}")
    say(f"  ditt:   {value_words(conflict, ours=True)}{_by(origins.ours(conflict))}")
    say(f"  deras:  {value_words(conflict, ours=False)}{_by(origins.theirs(conflict))}")


def _by(origin: Origin | None) -> str:
    from data.plain_text import one_line

    return "" if origin is None else f"  ({one_line(origin.namn)}, {origin.when:%Y-%m-%d %H:%M})"


def _as_json(conflict: PlanConflict, origins: Origins) -> dict[str, Any]:
    from data.sync.telling import value_words

    def side(ours: bool, origin: Origin | None) -> dict[str, Any]:
        told = {"varde": value_words(conflict, ours=ours)}
        return told | ({"av": origin.namn, "nar": origin.when.isoformat()} if origin else {})

    return {
        "plan": conflict.plan,
        "id": conflict.conflict.id,
        "falt": conflict.conflict.field,
        "ditt": side(True, origins.ours(conflict)),
        "deras": side(False, origins.theirs(conflict)),
    }


def _ask(workspace: Workspace, error: SyncConflictError, choices: list[Choice]) -> bool:
    """Let the user choose in each conflict; False when that was called off."""
    from data.sync.trees import Choice

    origins = _origins(workspace, error)
    for conflict in error.conflicts:
        _show(conflict, origins)
        answer = _answer()
        if answer is None:
            return False
        choices.append(Choice(conflict.plan, conflict.conflict, answer == _OURS))
    return True


def _answer() -> str | None:
    while True:
        try:
            answer = input("Vad ska gälla? [m]itt, [d]eras, [a]vbryt: ").strip().lower()[:1]
        except EOFError:
            return None
        if answer in (_OURS, _THEIRS):
            return answer
        if answer == "a":
            return None
