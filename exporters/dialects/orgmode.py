"""Org mode: one line per row, since an Org table's cell cannot hold a line break.

A line break is shown as ``↵`` and a new paragraph as ``¶``. Where Org has a name for a character that would be
obeyed, the name is used; elsewhere a zero-width space, which is Org's own way of taking away a meaning.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporters.dialects.dialect import Dialect, joined, shown, tabulated, unpadded
from exporters.dialects.drawing import drawn
from exporters.document import Chart, Document, Table

_NAMED = {
    "|": "vert",
    "$": "dollar",
    "/": "slash",
    "+": "plus",
    "_": "under",
    "=": "equal",
    "~": "tilde",
    "<": "lt",
}
_NO_MEANING = "\u200b"
_ACTIVE = re.compile(
    r"[|$]"  # a cell's edge, LaTeX
    r"|(?:(?<=^)|(?<=[\s\-('\"{]))[/+_=~](?=\S)"  # where emphasis may begin
    r"|(?<=src)_|(?<=call)_"  # code that Org could run
    r"|<(?=[<0-9]|[lrc][0-9]*>)"  # targets, dates and column widths
)
_BROKEN = re.compile(r"\\(?=\S)|(?:(?<=^)|(?<=[\s\-('\"{]))\*(?=\S)|@(?=@)|\[(?=\[|fn:)|\{(?=\{)")
_OPENING = re.compile(r"[#*:|+-]|[0-9A-Za-z]+[.)]\s")


def escaped(text: str) -> str:
    """Return one line of text such that Org shows just that."""
    pieces = []
    position = 0
    for found in _ACTIVE.finditer(text):
        pieces.append(_broken(text[position : found.start()], text[found.start()]))
        pieces.append(f"\\{_NAMED[found[0]]}{{}}")
        position = found.end()
    return "".join([*pieces, _broken(text[position:], "")])


def _broken(text: str, following: str) -> str:
    """Take the meaning from what has no name, in a stretch of text before `following`."""
    marked = _BROKEN.sub(lambda found: found[0] + _NO_MEANING, text + following)
    return marked[: len(marked) - len(following)]


class Orgmode(Dialect):
    """Org mode, with sub- and superscripts and LaTeX turned off for the file."""

    def heading(self, level: int, text: str) -> str:
        """Return a heading with as many stars as its level."""
        return f"{'*' * level} {escaped(shown(text).replace(chr(10), ' '))}"

    def lines(self, lines: Sequence[str]) -> str:
        """Return lines with Org's own break after each but the last."""
        written = [escaped(line) for text in lines for line in shown(text).split("\n")]
        return " \\\\\n".join(_NO_MEANING * bool(_OPENING.match(line)) + line for line in written)

    def table(self, table: Table) -> str:
        """Return a table with one line per row."""
        rows = [[joined(cell, escaped, " ↵ ", " ¶ ") for cell in row] for row in table.rows]
        heads = [escaped(shown(column.head).replace("\n", " ")) for column in table.columns]
        return tabulated(rows, heads, unpadded(["---"] * len(heads), "+"), stralign=None)

    def chart(self, chart: Chart) -> str:
        """Return a chart as an example, line by line."""
        return "\n".join(f": {line}" for line in drawn(chart))

    def whole(self, document: Document, blocks: Sequence[str]) -> str:
        """Return the blocks below the file's own settings."""
        settings = f"#+LANGUAGE: {document.lang}\n#+OPTIONS: ^:nil num:nil toc:nil"
        return super().whole(document, [settings, *blocks])
