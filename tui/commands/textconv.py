"""`trafikljus textconv`: a plan as lines of words, for `git diff`; see gitattributes(5)."""

from __future__ import annotations

import sys
from argparse import Namespace

from tui.arguments import Parser
from tui.guard import DONE

SUMMARY = "skriv en plan i ord (git diff kör den)"


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    parser.add_argument("file", metavar="FIL", help="en plan, eller vilken textfil som helst")


def run(arguments: Namespace) -> int:
    """Print the file in words; one that is no plan as it is."""
    from data.plan_text import plain_lines

    sys.stdout.write(plain_lines((arguments.here / arguments.file).read_bytes()))
    return DONE
