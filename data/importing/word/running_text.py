"""A Word file as running text: paragraphs with their numbers, the rows of tables with their cells side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from xml.etree.ElementTree import Element

from data.importing.layout_text import beside
from data.importing.packages import refused
from data.importing.word.blocks import paragraphs, paragraphs_of, unwrapped
from data.importing.word.grid import GridRow, grid
from data.importing.word.parts import name, opened
from data.importing.word.styles import Styles
from data.importing.word.texts import said

_TAB = "   "
_WIDEST = 400
"""No cell begins further to the right than so many columns beyond the one before."""


def text_of(raw: bytes, file: str) -> str:
    """Return the text of a Word file. UnusableError when it is broken.

    What stands outside the running text comes first: page headers and footers, notes, and what is not seen.
    """
    try:
        word = opened(raw, file)
        reader = _Reader(Styles(word.styles))
        body = list(reader.blocks(word.body))
        asides = [reader.text(paragraph) for _, aside in word.asides for paragraph in paragraphs_of(aside)]
    except RecursionError:
        raise refused(file, "filen har för mycket inuti vartannat; spara den på nytt i Word") from None
    return "\n\n".join(filter(None, [*asides, *reader.unseen, *body])) + "\n"


class _Reader:
    def __init__(self, styles: Styles) -> None:
        self.unseen: list[str] = []
        """Texts in boxes, hidden and struck ones."""
        self._styles = styles
        self._numbers: list[int] = []
        """That of the last numbered heading, level by level."""

    def blocks(self, body: Element) -> Iterator[str]:
        """Give each paragraph, and each row of a table, that has any text."""
        for block in unwrapped(body, "p", "tbl"):
            if name(block) == "tbl":
                yield from self._rows(grid(block))
            elif text := self.text(block):
                yield f"{self._number(block)}{text}"

    def text(self, paragraph: Element) -> str:
        """Return a paragraph's text; a tab is as wide as what stands between two columns."""
        read = said(paragraph, self._styles)
        self.unseen += [text for _, text in read.unseen]
        return read.text.strip().replace("\t", _TAB)

    def _number(self, paragraph: Element) -> str:
        """Return the number that Word sets before a heading by itself, with a blank after it; empty for none."""
        level = self._styles.numbered_level(paragraph)
        if level is None:
            return ""
        above = [*self._numbers[:level], *[1] * (level - len(self._numbers))]
        self._numbers = [*above, (self._numbers[level] if level < len(self._numbers) else 0) + 1]
        return ".".join(map(str, self._numbers)) + " "

    def _rows(self, rows: Sequence[GridRow]) -> Iterator[str]:
        told = [[(cell.start, self._cell(cell.element)) for cell in row.cells] for row in rows if not row.struck]
        starts = _starts(told)
        for row in told:
            lines = zip_longest(*(lines for _, lines in row), fillvalue="")
            places = [starts[start] for start, _ in row]
            text = "\n".join(
                beside((place, part) for place, part in zip(places, line, strict=True) if part) for line in lines
            )
            if text.strip():
                yield text

    def _cell(self, cell: Element) -> list[str]:
        texts = (self.text(paragraph) for paragraph in paragraphs(cell))
        return [line for text in texts for line in text.splitlines() if line.strip()]


def _starts(rows: Sequence[Sequence[tuple[int, Sequence[str]]]]) -> dict[int, int]:
    """Return where in a line each column of a table begins: beyond the longest text of those before it."""
    columns = sorted({start for row in rows for start, _ in row})
    starts: dict[int, int] = {}
    at = 0
    for column in columns:
        starts[column] = at
        longest = max(
            (len(line) for row in rows for start, lines in row if start == column for line in lines), default=0
        )
        at += min(longest, _WIDEST) + 3
    return starts
