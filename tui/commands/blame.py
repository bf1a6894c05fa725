"""`trafikljus blame`: who last set each status and comment of a plan."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from typing import TYPE_CHECKING, Any

from tui.arguments import Parser
from tui.choosing import plan_name, usable
from tui.guard import DONE
from tui.region_root import region_root
from tui.terminal import say, say_json

if TYPE_CHECKING:
    from data.history import Event

SUMMARY = "visa vem som senast satte varje status och kommentar"


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    parser.add_argument("plan", metavar="PLAN", help="till exempel 2019/regionkontoret")
    parser.add_argument("--json", action="store_true", help="skriv det som JSON")


def run(arguments: Namespace) -> int:
    """Print each item with its judges."""
    from data.blame import blame
    from data.history import read_history
    from data.plain_text import one_line
    from data.workspace import Workspace

    with closing(Workspace(region_root(arguments.here))) as workspace:
        plan = usable(workspace.load(), plan_name(arguments.plan))
        blamed = blame(plan, read_history(workspace.repository, plan.name).events)
    if arguments.json:
        say_json(
            [
                {"id": one.item.id, "status": _as_json(one.status), "kommentar": _as_json(one.kommentar)}
                for one in blamed
            ]
        )
        return DONE
    for one in blamed:
        if one.status is None and one.kommentar is None:
            continue
        say(f"{one_line(one.item.namn)} ({one.item.id})")
        for what, event in (("status", one.status), ("kommentar", one.kommentar)):
            if event is not None:
                say(f"  {what:<10}{_told(event)}")
    return DONE


def _told(event: Event) -> str:
    from data.plain_text import one_line
    from tui.moments import moment

    return f"{event.short}  {moment(event.when)}  {one_line(event.namn)}"


def _as_json(event: Event | None) -> dict[str, Any] | None:
    if event is None:
        return None
    return {"commit": event.id, "nar": event.when.isoformat(), "namn": event.namn, "epost": event.epost}
