"""`trafikljus set`: what the app does to one item, from a script, commit included."""

from __future__ import annotations

import sys
from argparse import Namespace
from contextlib import closing

from data.changes import Change, set_field
from data.plan import Item, Plan, own_fields
from data.schema import canonical, choices
from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG
from tui.arguments import Parser, utf8
from tui.choosing import plan_name, usable
from tui.committing import committed
from tui.guard import DONE, RefusedError
from tui.region_root import region_root
from tui.terminal import say

SUMMARY = "sätt status, kommentar eller ansvarig, och spara i git"

_FIELDS = ("status", "kommentar", "ansvarig")

_STATUS_HELP = (
    f"uppdrag och fokusområde: {choices(UPPDRAG)}; aktivitet: {choices(AKTIVITET)}; {EJ_BEDOMD.value} tar bort den"
)

_NAMES = {
    "fokusomrade": "ett fokusområde",
    "uppdrag": "ett uppdrag",
    "aktivitet": "en aktivitet",
    "indikator": "en indikator",
}


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    parser.add_argument("plan", metavar="PLAN", help="till exempel 2019/regionkontoret")
    parser.add_argument("id", metavar="ID", help="fokusområdets, uppdragets eller aktivitetens id i filen")
    parser.add_argument("--status", metavar="STATUS", help=_STATUS_HELP)
    parser.add_argument(
        "--kommentar", type=utf8, metavar="TEXT", help="- läser den från standard in; en tom tar bort den"
    )
    parser.add_argument("--ansvarig", type=utf8, metavar="TEXT", help="en tom tar bort den")


def run(arguments: Namespace) -> int:
    """Save the fields that are given and commit them. RefusedError, before anything is done, for wrong ones."""
    from data.workspace import Workspace

    name = plan_name(arguments.plan)
    given = {field: value for field in _FIELDS if (value := getattr(arguments, field)) is not None}
    if not given:
        raise RefusedError("ingenting att sätta; ange --status, --kommentar eller --ansvarig")
    with closing(Workspace(region_root(arguments.here))) as workspace:
        workspace.settle()
        changes = _changes(usable(workspace.load(), name), arguments.id, given)
        if changes:
            workspace.save(name, changes)
        commit = committed(lambda: workspace.commit(name), f"{name}.toml")
    say(f"{commit.short} {commit.subject}" if commit else "inget att ändra")
    return DONE


def _changes(plan: Plan, id: str, given: dict[str, str]) -> list[Change]:
    item = plan.items.get(id)
    if item is None:
        raise RefusedError(f"{id} finns inte i {plan.name}{_nearest(id, plan)}")
    changes: list[Change] = []
    for field, value in given.items():
        if field not in own_fields(type(item)):
            raise RefusedError(f"{id} är {_NAMES[item.KIND]} och har ingen {field}")
        changes += set_field(plan, id, field, _value(item, field, value))
    return changes


def _status(item: Item, value: str) -> str | None:
    if value == EJ_BEDOMD.value:
        return None
    if item.SCALE is not None and value not in item.SCALE.values:
        right = f"{choices(item.SCALE)}, eller {EJ_BEDOMD.value} för att ta bort den"
        raise RefusedError(f"status {value} finns inte för {_NAMES[item.KIND]}; välj {right}")
    return value


def _value(item: Item, field: str, given: str) -> str | None:
    if field == "status":
        return _status(item, given)
    text: str | None = canonical(_standard_input() if field == "kommentar" and given == "-" else given)
    return text


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError("texten på standard in är inte UTF-8") from error


def _nearest(id: str, plan: Plan) -> str:
    from difflib import get_close_matches

    near = get_close_matches(id, plan.items, n=1)
    return f"; menade du {near[0]}?" if near else ""
