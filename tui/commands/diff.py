"""`trafikljus diff`: what differs between two points in time, item by item."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.arguments import Parser
from tui.guard import DONE, FOUND
from tui.region_root import region_root
from tui.terminal import say, say_json, tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.comparison import Comparison
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
    """Print what has been judged, changed, added, removed and moved, and how much is untouched.

    A closed report is compared plan by plan with the other side; what it does not report on is left aside.
    """
    from data.comparison import compare
    from data.workspace import Workspace

    with closing(Workspace(region_root(arguments.here))) as workspace:
        sides = [_side(workspace, said) for said in (arguments.then, arguments.now)]
    then, now = (side.plans for side in sides)
    broken = {name for side in sides for name in side.broken}
    reported = [side.reported for side in sides if side.reported]
    names = sorted(name for name in {*then, *now} - broken if all(name in known for known in reported))
    found = {name: compare(*(side.get(name) or _empty(name) for side in (then, now))) for name in names}
    for name in sorted(broken):
        tell(f"{name} går inte att läsa på båda håll, och jämförs inte; se trafikljus check")
    if not names and not broken:
        tell("ingen plan finns på båda håll, så det finns inget att jämföra")
    if arguments.json:
        say_json({name: _as_json(one) for name, one in found.items()})
        return FOUND if broken else DONE
    for name, one in found.items():
        lines = list(_lines(one))
        say(f"{name}: {_summary(one)}")
        for line in lines:
            say(f"  {line}")
        if lines:
            say("")
    return FOUND if broken else DONE


@dataclass(frozen=True, slots=True)
class _Side:
    """The plans at a point in time."""

    plans: Mapping[str, Plan]
    broken: Collection[str]
    """The names of those that cannot be read."""
    reported: Collection[str]
    """The names of those that a closed report is on; none when it is no closed report."""


def _side(workspace: Workspace, said: str | None) -> _Side:
    """Read the plans at a point in time; None is now."""
    from data.past_folder import load_at
    from data.plan_files import name_of
    from data.reports import reports
    from data.revision import revision

    point = None
    if said is not None:
        point = revision(workspace.repository, said, reports(workspace.repository))
    snapshot = load_at(workspace.repository, point) if point is not None else workspace.load()
    broken = [name for file in snapshot.broken if (name := name_of(file)) is not None]
    return _Side(snapshot.plans, broken, point.plans if point is not None else ())


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
