"""`trafikljus check`: every fault in the files, and what an editor would remark on, by line and column."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from tui.arguments import Parser
from tui.choosing import add_plans, chosen, years
from tui.guard import DONE, FOUND, RefusedError
from tui.region_root import region_root
from tui.terminal import say, say_json, tell

if TYPE_CHECKING:
    from data.checks.run import Remark

SUMMARY = "leta fel, och det en redaktör skulle se (varningar: slutkod 0)"


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    add_plans(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="skriv det som JSON")
    form.add_argument("--sarif", action="store_true", help="skriv det som SARIF 2.1.0, för granskningsverktyg")
    parser.add_argument(
        "--staged",
        action="store_true",
        help="pröva det som ska checkas in (pre-commit), eller formatet på det som tas emot (pre-receive)",
    )


def run(arguments: Namespace) -> int:
    """Print what is found: 1 when there are faults, 0 when there are none but perhaps warnings and hints."""
    from data.checks.rule import Level

    found = _staged(arguments) if arguments.staged else _in_the_folder(arguments)
    if arguments.json:
        say_json({"fynd": [_as_json(remark) for remark in found]})
    elif arguments.sarif:
        say_json(_as_sarif(arguments, found))
    else:
        for remark in found:
            say(str(remark))
        tell(_summary(found))
    return FOUND if any(remark.level is Level.FEL for remark in found) else DONE


def _in_the_folder(arguments: Namespace) -> Sequence[Remark]:
    from datetime import date

    from data import repo_state
    from data.checks.folder import of_region
    from data.checks.run import of_fault, remarks
    from data.drivers import installed
    from data.workspace import Workspace

    root = region_root(arguments.here)
    place = repo_state.find(root)
    with closing(Workspace(root)) as workspace:
        snapshot = workspace.load(years(arguments.plans))
        choice = chosen(snapshot, arguments.plans)
        folder = of_region(root, snapshot, workspace.repository if place else None, date.today())
        names = {plan.name for plan in choice.plans} if arguments.plans else None
        found = sorted([*map(of_fault, choice.faults), *remarks(folder, names)])
    if place is not None and not installed(place):
        tell("git vet inte här hur planer slås ihop; kör trafikljus init")
    return found


def _staged(arguments: Namespace) -> Sequence[Remark]:
    from datetime import date

    from data.checks.of_staged import check_staged
    from data.checks.run import of_fault
    from data.staged import check_pushed, is_bare

    if arguments.plans:
        raise RefusedError("--staged prövar allt som är på väg in; utelämna planerna")
    if is_bare(arguments.here):
        return [of_fault(fault) for fault in check_pushed(arguments.here, sys.stdin)]
    return check_staged(arguments.here, date.today())


def _as_json(remark: Remark) -> dict[str, object]:
    from data.checks.rule import Level

    return {
        "fil": remark.file,
        "rad": remark.line,
        "kolumn": remark.column,
        "text": remark.message,
        "niva": str(remark.level),
        "regel": remark.rule,
        "varning": remark.level is not Level.FEL,
    }


def _as_sarif(arguments: Namespace, found: Sequence[Remark]) -> dict[str, object]:
    from data import repo_state
    from exporters.sarif import sarif
    from tui import __version__

    folder = "."
    if not arguments.staged:
        root = region_root(arguments.here)
        place = repo_state.find(root)
        folder = root.relative_to(place.top).as_posix() if place else "."
    return sarif(found, "" if folder == "." else folder, __version__)


def _summary(found: Sequence[Remark]) -> str:
    from data.checks.rule import Level

    counted = Counter(remark.level for remark in found)
    warnings = counted[Level.VARNING]
    told = f"{counted[Level.FEL]} fel, {warnings} {'varning' if warnings == 1 else 'varningar'}"
    return f"{told}, {counted[Level.TIPS]} tips" if counted[Level.TIPS] else told
