"""Cells that know where they stand, so that a fault can name the place; and CSV as such cells.

The module csv of Python tells no columns and refuses cells over 128 KB; the form is the same, RFC 4180.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class CellText:
    """One cell."""

    text: str
    line: int
    """Its line in a text, from 1, or its row in a workbook."""
    column: int
    """Where on the line it begins, from 1, or its column in a workbook."""
    sheet: str = ""
    """The sheet that it stands on; empty in a text, where every cell is text and an apostrophe may guard it."""
    kind: Literal["text", "number", "error"] = "text"
    """What a workbook holds in it; an error is what a formula came to, or one that has come to nothing yet."""


class CellsError(Exception):
    """A text that is not CSV: what is wrong, and where."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


def delimiter(text: str, heads: Sequence[str]) -> str:
    """Return what parts the cells: comma, semicolon (a Swedish Excel) or tab, whichever gives most known heads."""
    first = re.split(r"[\r\n]", text, maxsplit=1)[0]
    known = set(heads)

    def hits(sign: str) -> int:
        return sum(head.strip().strip('"') in known for head in first.split(sign))

    return max(",;\t", key=hits)


def rows(text: str, sign: str) -> list[list[CellText]]:
    """Return the rows of a CSV text but the empty ones. CellsError when a quote is not closed."""
    cell = re.compile(rf'(?:"([^"]*(?:""[^"]*)*)"|([^{sign}\r\n"][^{sign}\r\n]*)?)({sign}|\r\n|\n|\r|\Z)')
    found_rows: list[list[CellText]] = []
    row: list[CellText] = []
    position, line, line_start = 0, 1, 0
    while position < len(text) or row:
        found = cell.match(text, position)
        if not found:
            message = "citattecknet i cellen stängs inte, eller något står efter det"
            raise CellsError(message, line, position - line_start + 1)
        quoted, plain, end = found.groups()
        said = quoted.replace('""', '"') if quoted is not None else plain or ""
        row.append(CellText(said, line, position - line_start + 1))
        if newlines := found[0].count("\n"):
            line += newlines
            line_start = position + found[0].rindex("\n") + 1
        position = found.end()
        if end != sign:
            if any(one.text for one in row):
                found_rows.append(row)
            row = []
    return found_rows
