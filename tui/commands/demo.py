"""`trafikljus demo`: an example region with some history, to look around in."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing

from tui.arguments import Parser
from tui.commands import open as opening
from tui.guard import DONE
from tui.terminal import say

SUMMARY = "gör en exempelregion och öppna den"

FOLDER = "trafikljus-demo"
"""Where the example goes when no folder is named."""


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    parser.add_argument("folder", nargs="?", default=FOLDER, metavar="MAPP", help=f"utan: {FOLDER}")
    parser.add_argument("--no-open", action="store_true", help="gör den bara")


def run(arguments: Namespace) -> int:
    """Make the example, unless it was made before, and open it."""
    from data.demo.builder import build
    from data.drivers import install
    from data.git import Repository
    from tui.program import COMMAND

    root = build((arguments.here / arguments.folder).resolve())
    with closing(Repository(root)) as repository:
        install(repository, COMMAND)
    say(f"exempelregionen ligger i {root}")
    return DONE if arguments.no_open else opening.run(root)
