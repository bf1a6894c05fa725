"""How wide text is, and how wide the three columns of a bilaga are: what tells whose a piece of text is.

A line was broken because the next word did not fit. So a line that is broader than a column does not stand in it,
and neither does one that left room for the next word. The widths are measured from the text itself.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from data.importing.lines import Line

TITLE, COMMENT, AKTIVITET = 0, 1, 2
"""The columns, from the left."""

BROAD, EARLY = 4.0, 2.0
"""What speaks against a column: a line that does not fit in it; a line broken though the next word would fit."""

_SAMPLE = 12
"""How many lines of a piece are tried; more of them say nothing new."""
_SLACK = 0.004
"""How much a measured width may be off: reports are set in a face much like, but not always, Helvetica."""
_LONGEST = 500
"""How many characters of a line are measured: no column holds so many."""
_UNKNOWN = 0.15
"""How much the width of a column may be off that no line tells."""
_USUAL = (0.48, 1.0, 0.37)
"""The columns' widths against each other, for the column that no line tells."""
_FALLBACK_WIDTH = 26_000
_NARROW = 0.7
"""A line broader than this part of the widest column stands in that column."""

_ADVANCES = {
    191: "'",
    222: "ijl",
    278: " !,./:;I[]\\ft",
    333: "()-r`",
    355: '"',
    500: "cksvxyzJ",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
}
"""Widths of Helvetica's letters in thousandths of its size (Adobe Font Metrics), by width."""
_ADVANCE = {char: width for width, chars in _ADVANCES.items() for char in chars}
_ORDINARY = 556

Piece = Sequence[Line]


@dataclass(frozen=True, slots=True)
class Width:
    """How wide a column is, in thousandths of the letters' size, as far as its lines tell."""

    low: float
    """Its broadest line: what is no broader fits."""
    high: float
    """Its narrowest line with the next word on it too: what is that broad does not fit."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the three columns."""

    widths: tuple[Width, Width, Width]

    def fits(self, breadth: float, column: int) -> bool:
        """Tell whether text of this breadth surely fits on a line of the column."""
        return breadth <= self.widths[column].low * (1 - _SLACK)

    def too_broad(self, text: str, column: int) -> bool:
        """Tell whether a line is surely broader than the column."""
        return breadth(text) >= self.widths[column].high * (1 + _SLACK)

    def strain(self, piece: Piece, column: int) -> float:
        """Return how much speaks against a piece of text standing in the column; 0 is nothing."""
        lines = piece[:_SAMPLE]
        broad = sum(self.too_broad(line.text, column) for line in lines)
        early = sum(self.fits(reach, column) for reach in _reaches(lines))
        return broad * BROAD + early * EARLY


@lru_cache(maxsize=4096)
def breadth(text: str) -> int:
    """Return the width of a text, its outer blanks aside."""
    return sum(map(_advance, " ".join(text[:_LONGEST].split())))


def _advance(char: str) -> int:
    if char.isascii():
        return _ADVANCE.get(char, _ORDINARY)
    return _ADVANCE.get(unicodedata.normalize("NFD", char)[0], _ORDINARY)


def reach(line: Line, following: Line) -> int | None:
    """Return how broad a line would be with what comes next on it too; None when nothing does.

    That is the next word, or the next letter when the line was broken inside a word.
    """
    words = following.text.split(maxsplit=1)
    if not words or line.blank:
        return None
    inside = line.text[-1].isalnum() and words[0][0].isalnum()
    return breadth(line.text + (words[0][0] if inside else words[0]))


def _reaches(lines: Sequence[Line]) -> list[int]:
    found = (reach(line, following) for line, following in pairwise(lines))
    return [width for width in found if width is not None]


def measure(titles: Iterable[Piece], comments: Iterable[Piece], aktiviteter: Iterable[Piece]) -> Columns:
    """Measure the columns on pieces of text that mostly stand in them."""
    comment = _width(list(comments), limit=None)
    limit = None if comment is None else comment.low * _NARROW
    measured = (_width(list(titles), limit), comment, _width(list(aktiviteter), limit))
    known = [width.low / usual for width, usual in zip(measured, _USUAL, strict=True) if width is not None]
    unit = max(known, default=_FALLBACK_WIDTH)
    title, middle, last = (
        Width(usual * unit * (1 - _UNKNOWN), usual * unit * (1 + _UNKNOWN)) if width is None else width
        for width, usual in zip(measured, _USUAL, strict=True)
    )
    return Columns((title, middle, last))


def _width(pieces: Sequence[Piece], limit: float | None) -> Width | None:
    """Return the width that the fewest line breaks contradict: no line above it, no broken line below it."""
    measured = [(piece, [breadth(line.text) for line in piece]) for piece in pieces]
    kept = [(piece, widths) for piece, widths in measured if limit is None or max(widths, default=0) <= limit]
    lines = sorted(width for _, widths in kept for width in widths)
    reaches = sorted(reach for piece, _ in kept for reach in _reaches(piece))
    if not reaches:
        return None

    def contradicted(width: int) -> int:
        return len(lines) - bisect_right(lines, width) + bisect_right(reaches, width)

    low = min(sorted(set(lines), reverse=True), key=contradicted)
    above = bisect_right(reaches, low)
    return Width(low, reaches[above] if above < len(reaches) else low * (1 + _UNKNOWN))
