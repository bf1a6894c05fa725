"""reStructuredText: grid tables, since a simple table takes an empty first cell for the row before going on.

The aktiviteter of a cell are a bullet list; a paragraph with line breaks is a line block.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporters.dialects.boxes import WIDTH, padded, widths
from exporters.dialects.dialect import Dialect, shown, tabulated, told
from exporters.dialects.drawing import drawn
from exporters.dialects.wrapping import filled, unfilled, wrapped
from exporters.document import Cell, Chart, Judged, Part, Table

_JOINT = "\x01"
"""Marks a cut word until all is escaped: a backslash last in a line makes reST join the two."""

_ACTIVE = re.compile(r"[\\*`|]|_(?![^\W_])|(?<=:):")
_ONLY_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]+\s*$")
_OPENING = re.compile(rf"{_ONLY_PUNCTUATION.pattern}|[-+*•‣⁃:>_|/=.(#]|[0-9A-Za-z]{{1,9}}[.)](?:\s|$)")


class RestructuredText(Dialect):
    """reStructuredText, as docutils reads it."""

    def heading(self, level: int, text: str) -> str:
        """Return a heading; the title has a line above it too."""
        line = _escaped([filled(shown(text).replace("\n", " "))])[0]
        rule = "==-"[level] if level < 3 else "~"
        under = rule * max(4, len(line))
        return unfilled("\n".join([under, line, under] if level == 1 else [line, under]))

    def lines(self, lines: Sequence[str]) -> str:
        """Return lines; more than one become a line block."""
        return unfilled("\n".join(_paragraph("\n".join(map(shown, lines)), WIDTH)))

    def table(self, table: Table) -> str:
        """Return a grid table."""
        room = widths(table)
        rows = [[_cell(cell, width) for cell, width in zip(row, room, strict=True)] for row in table.rows]
        heads = [
            padded(_paragraph(shown(column.head), width), width)
            for column, width in zip(table.columns, room, strict=True)
        ]
        # Numbers stand to the left too: what is set in would be a quotation.
        return unfilled(tabulated(rows, heads, "grid", stralign="left"))

    def chart(self, chart: Chart) -> str:
        """Return a chart as a literal block."""
        return "::\n\n" + "\n".join(f"    {line}" for line in drawn(chart))


def _cell(cell: Cell, width: int) -> str:
    lines: list[str] = []
    bulleted = len(cell) > 1
    for position, part in enumerate(cell):
        judged = isinstance(part, Judged)
        if position and not (judged and isinstance(cell[position - 1], Judged)):
            lines.append("")
        lines += _bullet(part, width) if bulleted and judged else _paragraph(_raw(part), width)
    return "\n".join(lines)


def _raw(part: Part) -> str:
    return shown(told(part))


def _bullet(part: Part, width: int) -> list[str]:
    lines = [line for text in _raw(part).split("\n") for line in ["", *_paragraph(text, width - 2)]]
    return [f"{'  ' if position else '- '}{line}".rstrip(" ") for position, line in enumerate(lines[1:])]


def _paragraph(text: str, width: int) -> list[str]:
    """Return the lines of a paragraph, or of a line block when it has line breaks."""
    if "\n" not in text:
        return _escaped(wrapped(filled(text.strip()), width, joint=_JOINT))
    block: list[str] = []
    for line in text.split("\n"):
        first, *rest = _escaped(wrapped(filled(line.strip()), width - 2, joint=_JOINT))
        block += [f"| {first}", *(f"  {more}" for more in rest)]
    return block


def _escaped(lines: list[str]) -> list[str]:
    """Return wrapped lines with what means something in reST made text."""
    return [_escaped_line(line, first=not position) for position, line in enumerate(lines)]


def _escaped_line(line: str, *, first: bool) -> str:
    escaped = _ACTIVE.sub(lambda found: f"\\{found[0]}", line)
    opens = (_OPENING if first else _ONLY_PUNCTUATION).match(line)
    if opens and line[0] == "\\":
        escaped = f"\\ {escaped}"  # an escaped blank is nothing; a line of backslashes would be a heading's rule
    elif opens and not escaped.startswith("\\"):
        escaped = f"\\{escaped}"
    return escaped.replace(_JOINT, "\\")
