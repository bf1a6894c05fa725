"""The verbs of the command line, one in each file: its summary, its arguments and what it does.

The first word that is no option is the verb; without one, the app opens.
"""

from __future__ import annotations

from argparse import REMAINDER, Namespace
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from tui import __version__
from tui.arguments import Parser, parsed
from tui.guard import RefusedError

MODULES = {
    "demo": "demo",
    "init": "init",
    "import": "import_",
    "check": "check",
    "status": "status",
    "set": "set",
    "export": "export",
    "log": "log",
    "diff": "diff",
    "blame": "blame",
    "new": "new",
    "close": "close",
    "reports": "reports",
    "sync": "sync",
    "serve": "serve",
    "keys": "keys",
    "merge-driver": "merge_driver",
    "textconv": "textconv",
}
"""The verbs, in the order of the help, and the modules they are in."""

_EXIT_CODES = """slutkoder:
  0  klart
  1  något att se till: fel i filer, en konflikt, en fråga som inte fick ja
  2  fel använt, eller något som inte går att använda"""


class Command(Protocol):
    """What a module of a verb holds."""

    SUMMARY: str

    def add_arguments(self, parser: Parser) -> None:
        """Tell the parser what the verb takes."""

    def run(self, arguments: Namespace) -> int:
        """Do it, and return the exit code. `arguments.here` is the folder that relative paths are from."""


def run(given: Sequence[str]) -> int:
    """Run the verb that the arguments name and return its exit code. RefusedError for wrong use."""
    top = parsed(_top_parser, given)
    if top.version:
        print(f"trafikljus {__version__}")
        return 0
    words: list[str] = top.words
    if not words or words[0] not in MODULES:
        return _open(top.here, words, ascii=top.ascii)
    verb = words[0]
    command = _command(verb)
    arguments = parsed(lambda: _verb_parser(verb, command), words[1:])
    arguments.here = _folder(top.here)
    return command.run(arguments)


def _open(here: str, words: Sequence[str], *, ascii: bool) -> int:
    from tui.commands import open as command

    if words and not Path(here, words[0]).is_dir():
        raise RefusedError(f"{words[0]} är varken ett kommando eller en mapp{_nearest(words[0])}")
    if len(words) > 1:
        raise RefusedError(f"okänt argument: {' '.join(words[1:])}; se trafikljus --help")
    return command.run(_folder(here) / (words[0] if words else ""), ascii=ascii)


def _nearest(word: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, MODULES, n=1)
    return f"; menade du {near[0]}?" if near else "; se trafikljus --help"


def _folder(here: str) -> Path:
    folder = Path(here)
    if not folder.is_dir():
        raise RefusedError(f"{here} är ingen mapp")
    return folder


def _command(verb: str) -> Command:
    return cast("Command", import_module(f"tui.commands.{MODULES[verb]}"))


def _verb_parser(verb: str, command: Command) -> Parser:
    parser = Parser(f"trafikljus {verb}", command.SUMMARY)
    command.add_arguments(parser)
    return parser


class _TopParser(Parser):
    """Asks the verbs for their summaries only when somebody asks for help: the app is not to wait for them."""

    def format_help(self) -> str:
        width = max(map(len, MODULES)) + 2
        verbs = "\n".join(f"  {verb:<{width}}{_command(verb).SUMMARY}" for verb in MODULES)
        self.epilog = f"kommandon:\n{verbs}\n\n{_EXIT_CODES}"
        return super().format_help()


def _top_parser() -> Parser:
    parser = _TopParser(
        "trafikljus",
        "Statusrapportering för regioner och kommuner. Utan kommando öppnas appen.",
        usage="trafikljus [-C REPO] [--ascii] [MAPP | KOMMANDO …]",
    )
    parser.add_argument("-C", dest="here", metavar="REPO", default=".", help="gör som om du stod i REPO")
    parser.add_argument("--ascii", action="store_true", help="rita appen med bara ASCII")
    parser.add_argument("--version", action="store_true", help="visa versionen")
    parser.add_argument("words", nargs=REMAINDER, metavar="MAPP", help="regionen att öppna; utan: den vi står i")
    return parser
