"""`trafikljus status`: how many uppdrag and aktiviteter have each status, plan by plan."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from data.counts import Counts, counts
from data.plan import Plan
from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG, Scale
from tui.arguments import Parser
from tui.choosing import add_plans, chosen, years
from tui.region_root import region_root
from tui.terminal import say, say_json

SUMMARY = "räkna uppdrag och aktiviteter efter status"


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    add_plans(parser)
    parser.add_argument("--json", action="store_true", help="skriv det som JSON")


def run(arguments: Namespace) -> int:
    """Print the counts of the plans that can be read; tell why others cannot."""
    from data.workspace import Workspace

    choice = chosen(Workspace(region_root(arguments.here)).load(years(arguments.plans)), arguments.plans)
    if arguments.json:
        say_json({"planer": [_as_json(plan) for plan in choice.plans]})
    elif choice.plans:
        say(_table("Uppdrag", UPPDRAG, [(plan.name, counts(UPPDRAG, plan.uppdrag)) for plan in choice.plans]))
        say("")
        say(
            _table(
                "Aktiviteter",
                AKTIVITET,
                [(plan.name, counts(AKTIVITET, plan.aktiviteter)) for plan in choice.plans],
            )
        )
    return choice.tell_faults()


def _as_json(plan: Plan) -> dict[str, object]:
    return {
        "forvaltning": plan.forvaltning,
        "ar": plan.ar,
        "uppdrag": counts(UPPDRAG, plan.uppdrag),
        "aktiviteter": counts(AKTIVITET, plan.aktiviteter),
    }


def _table(title: str, scale: Scale, rows: Sequence[tuple[str, Counts]]) -> str:
    from tabulate import SEPARATING_LINE, tabulate

    # As a row of its own, and on two lines, the heading makes the columns no wider than 80 characters allow.
    heads = [status.short.replace(" ", "\n") for status in (*scale.statuses, EJ_BEDOMD)]
    table = [[title, *heads], SEPARATING_LINE, *([name, *map(str, counted.values())] for name, counted in rows)]
    return tabulate(table, disable_numparse=True, colalign=("left", *("right" for _ in heads)))
