"""`trafikljus merge-driver`: what git runs to merge two versions of a file; see gitattributes(5)."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from tui.arguments import Parser
from tui.guard import DONE, FOUND
from tui.terminal import tell

SUMMARY = "slå ihop två versioner av en plan (git kör den)"


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    for name, what in (("base", "%%O, grunden"), ("ours", "%%A, vår, som skrivs över"), ("theirs", "%%B, deras")):
        parser.add_argument(name, type=Path, metavar=name.upper(), help=what)
    parser.add_argument("size", type=int, metavar="LÄNGD", help="%%L, hur långa gits konfliktmarkeringar är")
    parser.add_argument("path", metavar="FIL", help="%%P, filens plats i arkivet")


def run(arguments: Namespace) -> int:
    """Merge into the file that is ours: 0 when it is whole, 1 when git's markers stand in it."""
    from data.drivers import merge_files

    here: Path = arguments.here
    files = (here / arguments.base, here / arguments.ours, here / arguments.theirs)
    if merge_files(*files, arguments.size, arguments.path):
        return DONE
    tell(f"{arguments.path}: samma sak är ändrad på båda håll; välj i filen vad som ska gälla")
    return FOUND
