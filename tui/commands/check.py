"""`trafikljus check`: every fault and warning in the files, by line and column."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from data.faults import Fault
from tui.arguments import Parser
from tui.choosing import add_plans, chosen, region_root
from tui.guard import DONE, FOUND
from tui.terminal import say, say_json, tell

SUMMARY = "leta fel i filerna (varningar ger slutkod 0)"


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    add_plans(parser)
    parser.add_argument("--json", action="store_true", help="skriv det som JSON")


def run(arguments: Namespace) -> int:
    """Print what is found: 1 when there are faults, 0 when there are none but perhaps warnings."""
    from data.workspace import Workspace

    snapshot = Workspace(region_root(arguments.here)).load()
    choice = chosen(snapshot, arguments.plans)
    if arguments.json:
        say_json({"fynd": [_as_json(fault) for fault in choice.faults]})
    else:
        for fault in choice.faults:
            say(str(fault))
        tell(_summary(choice.faults))
    return FOUND if any(not fault.warning for fault in choice.faults) else DONE


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
