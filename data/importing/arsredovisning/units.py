"""The headings and paragraphs of a section: whole again where empty lines or a page break parted their lines.

A heading is a line or two without a full stop; its lines, and now and then those of a paragraph, stand apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from data.importing.lines import Line
from data.importing.passages import Passage, ends_sentence, joined, sentences, unfinished

_BULLET = re.compile(r"[•●▪◦○■\uf0b7–*-]\s")
_LONGEST_HEADING = 300
_HEADING_LINES = 8
_FULL = 0.8
"""A line that is shorter than this part of the others has ended on purpose."""


@dataclass
class Unit:
    """A heading or a paragraph."""

    lines: list[Line]
    doubts: list[tuple[int, str]] = field(default_factory=list)
    """Lines, and what was guessed there."""
    heading: bool = False

    @property
    def text(self) -> str:
        """Its lines as one."""
        return joined(self.lines)

    @property
    def end(self) -> str:
        """Its last lines as one."""
        return joined(self.lines[-_HEADING_LINES:])

    @property
    def like_heading(self) -> bool:
        """Whether it looks like a heading."""
        return len(self.lines) <= _HEADING_LINES and _is_heading(self.text)


@dataclass(frozen=True, slots=True)
class Widths:
    """How long lines are, in characters."""

    heading: int
    """The longest one that stands alone and ends no sentence."""
    body: int
    """What the full lines of paragraphs reach."""


def widths(passages: Iterable[Passage]) -> Widths:
    """Measure a chapter's lines."""
    given = list(passages)
    alone = (len(one.lines[0].text.strip()) for one in given if len(one.lines) == 1 and not ends_sentence(one.text))
    inner = sorted(len(line.text.strip()) for one in given if len(one.lines) > 1 for line in one.lines)
    return Widths(max(alone, default=0), inner[len(inner) * 3 // 4] if inner else 0)


def units_of(passages: Sequence[Passage], widths: Widths) -> list[Unit]:
    """Return the headings and paragraphs of a section."""
    units: list[Unit] = []
    for passage in _parted(passages, widths):
        before = units[-1] if units else None
        if before is not None and _goes_on(before, passage, widths):
            before.lines.extend(passage.lines)
        else:
            units.append(Unit(list(passage.lines)))
    for unit in units:
        unit.heading = unit.like_heading
    for unit, following in pairwise(units):
        _quoted(unit, following)
    return units


def _parted(passages: Sequence[Passage], widths: Widths) -> Iterator[Passage]:
    """Part a heading from the paragraph whose first line follows it at once."""
    for passage in passages:
        lines = passage.lines
        if len(lines) > 1 and _ends_early(lines, widths) and _is_heading(lines[0].text):
            yield Passage(lines[:1], passage.turned)
            yield Passage(lines[1:])
        else:
            yield passage


def _ends_early(lines: Sequence[Line], widths: Widths) -> bool:
    first, second = lines[0].text.strip(), lines[1].text.strip()
    room = len(first) + 1 + len(second.split(maxsplit=1)[0])
    begins = not second[:1].islower() and not unfinished(first) and not ends_sentence(first)
    return begins and room < _FULL * widths.body <= len(second)


def _goes_on(unit: Unit, passage: Passage, widths: Widths) -> bool:
    """Tell whether a passage is the rest of a heading or a paragraph."""
    end, first = unit.end, passage.lines[0].text.strip()
    if ends_sentence(end) or _BULLET.match(first):
        return False
    if first[:1].islower():
        return True
    if not unit.like_heading:
        return passage.turned or unfinished(end)
    if unfinished(end):
        return len(passage.lines) == 1 or _is_heading(passage.text)
    last = unit.lines[-1].text.strip()
    full = len(last) + 1 + len(first.split(maxsplit=1)[0]) > widths.heading
    if full and len(passage.lines) == 1 and _is_heading(passage.text):
        unit.doubts.append((passage.number, f"gissat att rubriken fortsätter med ”{passage.text}”"))
        return True
    return False


def _is_heading(text: str) -> bool:
    stripped = text.strip()
    if ends_sentence(stripped) or len(stripped) > _LONGEST_HEADING or _BULLET.match(stripped):
        return False
    return len(sentences(stripped)) == 1 and not stripped[:1].islower()


def _quoted(unit: Unit, following: Unit) -> None:
    """Make a line a heading that ends as a sentence does, when the paragraph below names it."""
    text = unit.end
    if not unit.heading and not following.heading and len(unit.lines) == 1 and text in following.text:
        unit.heading = True
        unit.doubts.append((unit.lines[0].number, f"gissat att ”{text}” är en rubrik"))
