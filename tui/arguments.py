"""The words of the command line: argparse, speaking Swedish and refusing in one line."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn

from tui.guard import RefusedError

WORDS: Mapping[str, str] = {
    "usage: ": "användning: ",
    "positional arguments": "argument",
    "options": "flaggor",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "expected one argument": "ett värde saknas",
    "expected at most one argument": "högst ett värde kan anges",
    "expected at least one argument": "minst ett värde måste anges",
    "ignored explicit argument %r": "tar inget värde, men fick %r",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r finns inte; välj %(choices)s",
    "invalid %(type)s value: %(value)r": "%(value)r är inget giltigt värde",
    "not allowed with argument %s": "kan inte användas ihop med %s",
    "one of the arguments %s is required": "en av %s måste anges",
    "the following arguments are required: %s": "det här saknas: %s",
    "unrecognized arguments: %s": "okänt argument: %s",
}
"""What argparse may say to a user, in English as it is looked up and in Swedish."""


class Parser(argparse.ArgumentParser):
    """An argparse parser that takes no abbreviations and refuses with a `RefusedError`."""

    def __init__(self, prog: str, summary: str, **options: Any) -> None:
        super().__init__(
            prog=prog,
            description=summary,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
            add_help=False,
            **options,
        )
        self.add_argument("-h", "--help", action="help", help="visa den här hjälpen")

    def error(self, message: str) -> NoReturn:
        """Refuse, in one line that says where help is."""
        raise RefusedError(f"{message}; se {self.prog} --help")


def parsed(build: Callable[[], Parser], arguments: Sequence[str]) -> argparse.Namespace:
    """Build a parser and let it read the arguments. RefusedError for wrong ones, SystemExit after --help."""
    with _swedish():
        return build().parse_args(arguments)


def utf8(word: str) -> str:
    """The type of an argument that will stand in a file: what was typed must be text in the terminal's encoding."""
    if any("\ud800" <= char <= "\udfff" for char in word):
        raise argparse.ArgumentTypeError("texten är inte UTF-8")
    return word


@contextmanager
def _swedish() -> Iterator[None]:
    # argparse looks up its words by gettext under this name, and offers no other way to give it a language.
    lookup = vars(argparse)["_"]
    vars(argparse)["_"] = lambda word: WORDS.get(word, word)
    try:
        yield
    finally:
        vars(argparse)["_"] = lookup
