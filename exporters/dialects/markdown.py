"""Markdown with tables, as GitHub, GitLab and pandoc read it. Paragraphs in a cell are parted by ``<br><br>``.

Cells are not padded: a long comment would make every row as long, and a change to it touch every row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporters.dialects.dialect import Dialect, joined, shown, tabulated, unpadded
from exporters.dialects.drawing import drawn
from exporters.document import Chart, Table

_ACTIVE = re.compile(r"[\\`*\[|~$<]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
"""What means something inside a line. A ``_`` between letters and an ``&`` alone do not, so addresses read well."""

_ENTITIES = {"<": "&lt;", "&": "&amp;"}
_OPENING = re.compile(r"(?=[#+=>:-])|(?<=[0-9])(?=[.)])")
_STARTS = re.compile(r"[#+=>:-]|[0-9]{1,9}[.)]")


def escaped(text: str) -> str:
    """Return one line of text such that a Markdown reader shows just that."""
    return _ACTIVE.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), text.strip())


class Markdown(Dialect):
    """GitHub's Markdown."""

    def heading(self, level: int, text: str) -> str:
        """Return a heading with as many ``#`` as its level."""
        return f"{'#' * level} {re.sub('#+$', _backslashed, escaped(_one_line(text)))}".rstrip()

    def lines(self, lines: Sequence[str]) -> str:
        """Return lines with a break after each but the last."""
        return "<br>\n".join(_opened(escaped(line)) for text in lines for line in shown(text).split("\n"))

    def table(self, table: Table) -> str:
        """Return a table with one line per row."""
        rows = [[joined(cell, escaped, "<br>", "<br><br>") for cell in row] for row in table.rows]
        heads = [escaped(_one_line(column.head)) for column in table.columns]
        rules = [" ---: " if column.numeric else " --- " for column in table.columns]
        return tabulated(rows, heads, unpadded(rules, "|"), stralign=None)

    def chart(self, chart: Chart) -> str:
        """Return a chart as code, which four blanks make of anything."""
        return "\n".join(f"    {line}" for line in drawn(chart))


def _one_line(text: str) -> str:
    return shown(text).replace("\n", " ")


def _backslashed(found: re.Match[str]) -> str:
    return "".join(f"\\{sign}" for sign in found[0])


def _opened(line: str) -> str:
    """Return an escaped line that does not open a list, a heading or a quotation."""
    return _OPENING.sub(r"\\", line, count=1) if _STARTS.match(line) else line
