"""`trafikljus check`: every fault and warning in the files, by line and column."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence

from data.faults import Fault
from tui.arguments import Parser
from tui.choosing import add_plans, chosen, region_root
from tui.guard import DONE, FOUND, RefusedError
from tui.terminal import say, say_json, tell

SUMMARY = "leta fel i filerna (varningar ger slutkod 0)"


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    add_plans(parser)
    parser.add_argument("--json", action="store_true", help="skriv det som JSON")
    parser.add_argument(
        "--staged",
        action="store_true",
        help="pröva det som ska checkas in (pre-commit) eller tas emot (pre-receive)",
    )


def run(arguments: Namespace) -> int:
    """Print what is found: 1 when there are faults, 0 when there are none but perhaps warnings."""
    faults = _staged(arguments) if arguments.staged else _in_the_folder(arguments)
    if arguments.json:
        say_json({"fynd": [_as_json(fault) for fault in faults]})
    else:
        for fault in faults:
            say(str(fault))
        tell(_summary(faults))
    return FOUND if any(not fault.warning for fault in faults) else DONE


def _in_the_folder(arguments: Namespace) -> Sequence[Fault]:
    from data import repo_state
    from data.drivers import installed
    from data.workspace import Workspace

    root = region_root(arguments.here)
    found = chosen(Workspace(root).load(), arguments.plans).faults
    place = repo_state.find(root)
    if place is not None and not installed(place):
        tell("git vet inte här hur planer slås ihop; kör trafikljus init")
    return found


def _staged(arguments: Namespace) -> Sequence[Fault]:
    from data.staged import check_pushed, check_staged, is_bare

    if arguments.plans:
        raise RefusedError("--staged prövar allt som är på väg in; utelämna planerna")
    if is_bare(arguments.here):
        return check_pushed(arguments.here, sys.stdin)
    return check_staged(arguments.here)


def _as_json(fault: Fault) -> dict[str, object]:
    return {
        "fil": fault.file,
        "rad": fault.line,
        "kolumn": fault.column,
        "text": fault.message,
        "varning": fault.warning,
    }


def _summary(faults: Sequence[Fault]) -> str:
    warnings = sum(fault.warning for fault in faults)
    return f"{len(faults) - warnings} fel, {warnings} {'varning' if warnings == 1 else 'varningar'}"
