"""A line that two cells share: where the one ends and the other begins.

A cell of a single line shares it with the first line of the next column's cell. The widths of the columns tell
where to part them: each part must fit in its column, and must have left no room for the word that comes after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from data.importing.lines import Line
from data.importing.widths import AKTIVITET, BROAD, COMMENT, EARLY, TITLE, Columns

_GAP = re.compile(r"(?<! ) +(?=[^ ])")
_MOST_WORDS = 30
"""How many words a line of a column holds at most."""
_EMPTY_CELL = 3
"""An empty kommentar between a title and an aktivitet leaves this many spaces."""
_UNUSUAL, _HINTS = 1.0, 0.1
"""What speaks against a reading that is possible but seldom true, and what settles a tie."""


@dataclass(frozen=True, slots=True)
class Parted:
    """Lines parted into the cells of two columns, and how much speaks against it."""

    cost: float
    left: tuple[Line, ...]
    right: tuple[Line, ...]
    doubtful: bool = False
    """Whether little less speaks for another way."""


def partings(lines: Sequence[Line], column: int, columns: Columns) -> Iterator[tuple[tuple[Line, ...], Line, int]]:
    """Yield each way to part the first line with text so that its head fits in the column.

    Each is the head (with the blank lines above), the tail (with one space before it when there were several, as
    an aktivitet begins with one) and how many spaces there were.
    """
    index = next(index for index, line in enumerate(lines) if not line.blank)
    first = lines[index]
    gaps = _GAP.finditer(first.text, len(first.text) - len(first.text.lstrip()))
    for gap in islice(gaps, _MOST_WORDS):
        head, tail = first.split(gap.end() if gap.end() - gap.start() == 1 else gap.end() - 1)
        if columns.too_broad(head.text, column):
            return
        yield (*lines[:index], head), tail, gap.end() - gap.start()


def after_first(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines after the first one with text."""
    return lines[next(index for index, line in enumerate(lines) if not line.blank) + 1 :]


def part_title(lines: Sequence[Line], columns: Columns) -> Parted | None:
    """Part a title of one line from the kommentar that begins on it; None when there is no way to."""
    ways = (
        Parted(
            columns.strain((tail, *after_first(lines)), COMMENT) + _unlike_a_sentence(tail.text),
            head,
            (tail, *after_first(lines)),
        )
        for head, tail, _ in partings(lines, TITLE, columns)
    )
    return min(ways, key=lambda way: way.cost, default=None)


def part_empty_comment(lines: Sequence[Line], columns: Columns) -> Parted | None:
    """Part a title of one line from the aktivitet on it, when the kommentar between them is empty."""
    for head, tail, gap in partings(lines, TITLE, columns):
        if gap >= _EMPTY_CELL:
            return Parted(0, head, (tail, *after_first(lines)))
    return None


def part_comment(lines: Sequence[Line], following: Sequence[Line], closed: bool, columns: Columns) -> Parted:
    """Part a kommentar of one line from the aktivitet that begins on it; all is left when it has none.

    `following` are the lines of the block after it when that begins nothing new: the rest of one of the two, which
    is given back with it. `closed` tells that an empty aktivitet cell comes next.
    """
    rest = after_first(lines)
    single = all(line.blank for line in rest)
    whole = columns.strain(lines, COMMENT)
    if single and not closed and not lines[-1].text.endswith("  "):
        # The aktivitet cell, empty or not, would have come on this line.
        whole += EARLY
    ways = [Parted(whole + _HINTS + (BROAD if following else 0), tuple(lines), ())]
    if following:
        joined = (*lines, *following)
        ways = [Parted(columns.strain(joined, COMMENT) + _UNUSUAL, joined, ())]
    for head, tail, gap in partings(lines, COMMENT, columns):
        if gap > 1:
            right = (tail, *rest, *following)
            doubt = 0 if ends_sentence(head[-1].text) else _UNUSUAL
            ways.append(
                Parted(columns.strain(right, AKTIVITET) + doubt + _unlike_a_sentence(tail.text), head, right)
            )
    best, *others = sorted(ways, key=lambda way: way.cost)
    return replace(best, doubtful=bool(others) and others[0].cost - best.cost <= _UNUSUAL)


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    return text.rstrip().endswith((".", "!", "?", ":"))


def _unlike_a_sentence(text: str) -> float:
    """Return how much speaks against a kommentar that begins so: a small letter, or a figure somewhat."""
    first = text.lstrip()[:1]
    return _UNUSUAL if first.islower() else _UNUSUAL / 2 if first.isdigit() else 0
