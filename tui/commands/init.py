"""`trafikljus init`: a region's repository, with region.toml and a first commit."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from tui.arguments import Parser, utf8
from tui.guard import DONE, RefusedError
from tui.terminal import say

SUMMARY = "gör en mapp till en region, i ett eget git-arkiv"


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    parser.add_argument("folder", nargs="?", default="", metavar="MAPP", help="utan: mappen vi står i")
    parser.add_argument("--namn", type=utf8, metavar="NAMN", help="regionens namn, till exempel ”Region Norrskog”")


def run(arguments: Namespace) -> int:
    """Make the region, and tell git how plans are merged and shown. RefusedError where all that is done."""
    from data.founding import init
    from data.region import FILE

    root: Path = (arguments.here / arguments.folder).resolve()
    if (root / FILE).exists():
        if arguments.namn is not None or not _told_git(root):
            raise RefusedError(f"{root} är redan en region; öppna den med trafikljus {arguments.folder}".rstrip())
        say(f"{root} är redan en region; nu vet git här hur planer slås ihop och visas")
        return DONE
    try:
        commit = init(root, root.name if arguments.namn is None else arguments.namn)
    except ValueError as error:
        raise RefusedError(str(error)) from error
    _told_git(root)
    say(f"{root} är nu en region")
    if commit is not None:
        say(f"{commit.short} {commit.subject}")
    return DONE


def _told_git(root: Path) -> bool:
    """Set up git's drivers in a repository's own config; return whether they were not there."""
    from data.drivers import install
    from data.git import Repository
    from tui.program import COMMAND

    with closing(Repository(root)) as repository:
        return install(repository, COMMAND)
