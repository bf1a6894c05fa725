"""`trafikljus close`: close a report, so that what was reported can be had again just as it was."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from contextlib import closing as closed_after
from typing import TYPE_CHECKING

from tui.arguments import Parser
from tui.choosing import usable
from tui.guard import DONE, FOUND, RefusedError
from tui.region_root import region_root
from tui.terminal import say, tell

if TYPE_CHECKING:
    from data.closing import Closing
    from data.period import Period
    from data.snapshot import Snapshot
    from data.workspace import Workspace

SUMMARY = "stäng en rapport, så att den alltid går att få fram igen"

_REPORT = re.compile(r"([0-9]{4})-([a-z0-9]+)")


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    parser.add_argument(
        "report", metavar="RAPPORT", help="till exempel 2019-ur1, 2019-arsredovisning eller 2019-m03"
    )
    parser.add_argument("--forvaltning", metavar="ID", help="till exempel regionkontoret; utan: alla årets planer")
    parser.add_argument("--om", action="store_true", help="rätta en stängd rapport: en ny tagg, och den gamla kvar")


def run(arguments: Namespace) -> int:
    """Show what each report comes to and what is left to do, and close them; on a terminal after a question."""
    from data.closing import close
    from data.workspace import Workspace

    period = _period(arguments.report)
    with closed_after(Workspace(region_root(arguments.here))) as workspace:
        snapshot = workspace.load()
        found = _to_close(workspace, snapshot, period, arguments)
        doubts = 0
        for one in found:
            _show(one)
            doubts += _show_contradictions(workspace, snapshot, one)
        if (doubts or any(one.left for one in found)) and not _agreed():
            say("Ingenting är stängt.")
            return FOUND
        for one in found:
            close(workspace.repository, one)
            say(f"stängd: {one.tag}")
    return DONE


def _to_close(workspace: Workspace, snapshot: Snapshot, period: Period, arguments: Namespace) -> list[Closing]:
    """Return the reports to close; of a whole year's those that are not closed yet. ClosedError where all are."""
    from data.closing import ClosedError

    found: list[Closing] = []
    closed: list[ClosedError] = []
    for name in _names(arguments, snapshot, period):
        try:
            found.append(_closing(workspace, snapshot, name, period, arguments.om))
        except ClosedError as error:
            closed.append(error)
    if not found and closed:
        raise closed[0]
    for one in closed:
        tell(str(one))
    return found


def _period(word: str) -> Period:
    from data.period import NAMES, Period

    found = _REPORT.fullmatch(word)
    period = Period(int(found[1]), found[2]) if found else None
    if period is None or not period.known:
        raise RefusedError(f"{word} är ingen rapport; skriv år och namn, som 2019-ur1 (namnen är {NAMES})")
    return period


def _names(arguments: Namespace, snapshot: Snapshot, period: Period) -> list[str]:
    if arguments.forvaltning is not None:
        return [usable(snapshot, f"{period.ar}/{arguments.forvaltning}").name]
    broken = [file for file in snapshot.broken if file.startswith(f"{period.ar}/")]
    if broken:
        raise RefusedError(f"{broken[0]} går inte att läsa; rätta den (trafikljus check), eller ange --forvaltning")
    names = [name for name, plan in snapshot.plans.items() if plan.ar == period.ar]
    if not names:
        raise RefusedError(f"det finns inga planer för {period.ar}")
    return names


def _closing(workspace: Workspace, snapshot: Snapshot, name: str, period: Period, again: bool) -> Closing:
    from data.closing import closing
    from data.reports import latest, reported, reports

    repository = workspace.repository
    found = reports(repository)
    before = latest((one for one in found if one.period.base != period.base), name)
    plan = snapshot.plans[name]
    known = snapshot.region.forvaltning(plan.forvaltning) if snapshot.region else None
    earlier = reported(repository, before) if before else None
    return closing(plan, known.namn if known else plan.forvaltning, period, found, earlier, again)


def _show(report: Closing) -> None:
    from data.closing import message_of
    from data.todo import Reason, todo

    say(message_of(report))
    if Reason.EJ_BEDOMD in report.left:
        unjudged = [one.id for one in todo(report.plan) if Reason.EJ_BEDOMD in one.reasons]
        say(f"Ej bedömda: {', '.join(unjudged)}\n")


def _show_contradictions(workspace: Workspace, snapshot: Snapshot, report: Closing) -> int:
    """Show where the plan says one thing here and another there; return in how many places."""
    from datetime import date

    from data.checks.folder import of_region
    from data.checks.registry import CONTRADICTIONS
    from data.checks.run import remarks

    folder = of_region(workspace.root, snapshot, None, date.today())
    found = [one for one in remarks(folder, {report.plan.name}) if one.rule in CONTRADICTIONS]
    if found:
        say("Säger emot varandra:")
        for remark in found:
            say(f"  {remark}")
        say("")
    return len(found)


def _agreed() -> bool:
    """Ask on a terminal whether to close all the same; a script has decided already."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return True
    try:
        return input("Något är kvar att se till. Stäng ändå? [j/n] ").strip().lower().startswith("j")
    except EOFError:
        return False
