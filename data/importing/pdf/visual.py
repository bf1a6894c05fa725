"""The lines of a page as they stand below each other, with what comes again on every page told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from data.importing.pdf.glyphs import Box, Glyph, Page

_SAME_LINE = 0.35
"""How much of their size two baselines may differ and still be one line."""
_APART = 0.35
"""How wide, in sizes, the gap between two words is at least; and what parts them further is another column's."""
_FAR = 1.0
_AGAIN = 0.5
"""On which part of the pages a head or foot stands at least: left and right pages may have different ones."""
_MOST_AT_EDGE = 4
_GAP = 1.8
"""How many sizes it is at least from a head or foot to the text."""
_DIGITS = re.compile("[0-9]+")


@dataclass(frozen=True)
class Visual:
    """All that stands at one height of a page, from left to right."""

    page: Page
    y: float
    glyphs: tuple[Glyph, ...]

    @cached_property
    def text(self) -> str:
        """The whole line, with a space where there is a gap."""
        return " ".join(self.parts)

    @cached_property
    def size(self) -> float:
        """The size of its largest character."""
        return max(glyph.size for glyph in self.glyphs)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(glyph.bold for glyph in self.glyphs if glyph.text.strip())

    @cached_property
    def runs(self) -> list[list[Glyph]]:
        """Its characters, parted where a gap parts columns."""
        return self._parted(_FAR)

    @cached_property
    def parts(self) -> list[str]:
        """The texts that a gap parts."""
        return ["".join(glyph.text for glyph in run).strip() for run in self.runs]

    def crosses(self, x: float) -> bool:
        """Tell whether a word goes across a place."""
        return any(start < x - 1 and end > x + 1 for start, end in self._words)

    @cached_property
    def _words(self) -> list[tuple[float, float]]:
        return [(run[0].x0, run[-1].x1) for run in self._parted(_APART)]

    def _parted(self, gap: float) -> list[list[Glyph]]:
        """Return the characters that gaps of so many sizes part; blanks are gaps."""
        found: list[list[Glyph]] = []
        end = float("-inf")
        for glyph in self.glyphs:
            blank = not glyph.text.strip()
            if glyph.x0 - end > gap * glyph.size and not blank:
                found.append([])
            if found and not (blank and glyph.x0 - end > gap * glyph.size):
                found[-1].append(glyph)
            end = end if blank else max(end, glyph.x1)
        return found


def visuals(page: Page) -> list[Visual]:
    """Return a page's lines from the top."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(page.glyphs, key=lambda glyph: glyph.y):
        if lines and glyph.y - lines[-1][0].y <= _SAME_LINE * max(glyph.size, lines[-1][0].size):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return [
        Visual(page, line[0].y, tuple(sorted(line, key=lambda glyph: glyph.x0)))
        for line in lines
        if any(glyph.text.strip() for glyph in line)
    ]


def separators(page: Page, left: float, right: float) -> list[float]:
    """Return where rules cross all of a table's width, from the top; pieces of a rule count together."""
    heights: dict[int, list[Box]] = {}
    for rule in page.rules:
        heights.setdefault(round((rule.top + rule.bottom) / 2), []).append(rule)
    whole: list[int] = []
    for height in sorted(heights):
        pieces = [*heights[height], *heights.get(height + 1, ())]
        covered = _covered(pieces, left, right)
        if covered > 0.9 * (right - left) and (not whole or height - whole[-1] > 2):
            whole.append(height)
    return [float(height) for height in whole]


def _covered(boxes: Iterable[Box], left: float, right: float) -> float:
    """Return how much of a stretch boxes cover."""
    covered, reached = 0.0, left
    for box in sorted(boxes):
        start, end = max(box.x0, reached), min(box.x1, right)
        if end > start:
            covered += end - start
            reached = end
    return covered


def furniture(pages: Sequence[Sequence[Visual]]) -> set[tuple[int, str]]:
    """Return the height and text, numbers aside, of the heads and feet: what stands at the edges of most pages."""
    if len(pages) < 2:
        return set()
    edges = [{key_of(line) for line in (*_edge(page), *_edge(page[::-1]))} for page in pages]
    keys = Counter(key for edge in edges for key in edge)
    return {key for key, count in keys.items() if count >= max(2, _AGAIN * len(pages))}


def _edge(lines: Sequence[Visual]) -> Sequence[Visual]:
    """Return the lines at the edge of a page that a gap parts from the others; the first, when there is none."""
    for number, (line, following) in enumerate(pairwise(lines[: _MOST_AT_EDGE + 1]), 1):
        if abs(following.y - line.y) > _GAP * max(line.size, following.size):
            return lines[:number]
    return lines[:1]


def key_of(line: Visual) -> tuple[int, str]:
    """Return what tells a line that comes again on other pages."""
    return round(line.y), _DIGITS.sub("#", line.text)


def boundaries(heads: Sequence[Sequence[Glyph]], lines: Sequence[Visual]) -> list[float]:
    """Return where a table's columns part: as near the next head as no line goes across."""
    found = []
    for one, following in pairwise(heads):
        first, last = one[0].x0, following[0].x0 - 1
        places = [last - step for step in range(int(max(last - first, 1)))]
        found.append(min(places, key=lambda x: sum(line.crosses(x) for line in lines)))
    return found


def pitch(pages: Sequence[Sequence[Visual]]) -> float:
    """Return how far it is to the next line: as far as it most often is."""
    gaps = Counter(round(following.y - line.y, 1) for page in pages for line, following in pairwise(page))
    return max(gaps, key=lambda gap: gaps[gap], default=0.0)
