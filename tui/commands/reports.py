"""`trafikljus reports`: the closed reports, the latest first."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing

from tui.arguments import Parser
from tui.guard import DONE
from tui.region_root import region_root
from tui.terminal import say, say_json, tell

SUMMARY = "lista de stängda rapporterna"


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    parser.add_argument("--json", action="store_true", help="skriv det som JSON")


def run(arguments: Namespace) -> int:
    """Print the reports with who closed them and when."""
    from data.plain_text import one_line
    from data.reports import reports
    from data.workspace import Workspace
    from tui.moments import moment

    with closing(Workspace(region_root(arguments.here))) as workspace:
        found = reports(workspace.repository)
    if arguments.json:
        say_json(
            [
                {
                    "tagg": one.tag,
                    "titel": one.title,
                    "plan": one.plan,
                    "commit": one.commit,
                    "av": one.av,
                    "nar": one.when.isoformat(),
                    "rubrik": one.message,
                }
                for one in found
            ]
        )
        return DONE
    for one in found:
        say(f"{one.commit[:7]}  {moment(one.when)}  {one_line(one.av)}  {one.tag}  {one_line(one.title)}")
    if not found:
        tell("ingen rapport är stängd än; stäng en med trafikljus close 2019-ur1")
    return DONE
