"""`trafikljus diff`: what differs between two points in time, item by item."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from typing import TYPE_CHECKING, Any

from tui.arguments import Parser
from tui.choosing import region_root
from tui.guard import DONE
from tui.terminal import say, say_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from data.comparison import Comparison
    from data.git import Repository
    from data.plan import Item, Plan
    from data.workspace import Workspace

SUMMARY = "jämför två tidpunkter, uppdrag för uppdrag"

_POINT = "tagg, commit, gren, dag (2019-08-31), 2019-ur1 eller senaste-rapport"


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    parser.add_argument("then", metavar="A", help=_POINT)
    parser.add_argument("now", nargs="?", metavar="B", help="likadant; utan: så som filerna är nu")
    parser.add_argument("--json", action="store_true", help="skriv det som JSON")


def run(arguments: Namespace) -> int:
    """Print what has been judged, changed, added, removed and moved, and how much is untouched."""
    from data.comparison import compare
    from data.workspace import Workspace

    with closing(Workspace(region_root(arguments.here))) as workspace:
        now = _plans(workspace, arguments.now, None)
        then = _plans(workspace, arguments.then, set(now))
    names = sorted({*then, *now})
    found = {name: compare(*(side.get(name) or _empty(name) for side in (then, now))) for name in names}
    if arguments.json:
        say_json({name: _as_json(one) for name, one in found.items()})
        return DONE
    for name, one in found.items():
        lines = list(_lines(one))
        say(f"{name}: {_summary(one)}")
        for line in lines:
            say(f"  {line}")
        if lines:
            say("")
    return DONE


def _plans(workspace: Workspace, said: str | None, others: set[str] | None) -> Mapping[str, Plan]:
    """Return the plans at a point in time, None now; of a closed report only those that were reported."""
    if said is None:
        return workspace.load().plans
    from data.past_folder import load_at
    from data.reports import reports
    from data.revision import revision

    repository: Repository = workspace.repository
    return load_at(repository, revision(repository, said, reports(repository))).plans


def _empty(name: str) -> Plan:
    from data.plan import Plan

    ar, _, forvaltning = name.partition("/")
    return Plan(forvaltning, int(ar))


def _summary(found: Comparison) -> str:
    told = {
        "bedömda": len(found.rejudged),
        "ändrade": len({change.id for change in found.edited}),
        "nya": len(found.new),
        "borttagna": len(found.gone),
        "flyttade": len(found.moved),
        "orörda": len(found.untouched),
    }
    return ", ".join(f"{number} {what}" for what, number in told.items() if number) or "tom"


def _lines(found: Comparison) -> Iterator[str]:
    """Return a line for each thing that has happened, sort by sort."""
    known = {**found.then.items, **found.now.items}

    def told(sign: str, item: Item, what: str) -> str:
        from data.plain_text import one_line

        return f"{sign} {one_line(item.namn)} ({item.id}): {what}"

    from data.wording import phrase

    for change in (*found.rejudged, *found.edited):
        yield told("~", known[change.id], phrase(change, known[change.id], known))
    for item in found.new:
        yield told("+", item, "ny")
    for item in found.gone:
        yield told("-", item, "borttagen")
    for moved in found.moved:
        yield told(">", known[moved.id], phrase(moved, known[moved.id], known))


def _as_json(found: Comparison) -> dict[str, Any]:
    from tui.change_json import change_json

    return {
        "bedomda": [change_json(change) for change in found.rejudged],
        "andrade": [change_json(change) for change in found.edited],
        "nya": [item.id for item in found.new],
        "borttagna": [item.id for item in found.gone],
        "flyttade": [change_json(change) for change in found.moved],
        "ororda": [item.id for item in found.untouched],
    }
