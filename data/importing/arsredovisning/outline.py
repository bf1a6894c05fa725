"""The sections of an årsredovisning: what stands below each numbered heading.

Numbers rise, level by level; what else begins with a number is text. A table of contents is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from data.importing.lines import Line
from data.importing.passages import Passage, ends_sentence, joined, unfinished

_NUMBERED = re.compile(r"\s*([0-9]{1,2}(?:\.[0-9]{1,2}){0,3})\.?\s+(?=[\"”(]?[A-ZÅÄÖ0-9])")
_CONTENTS = re.compile(r"[.·…]{3,}\s*[0-9]{1,3}\s*$|\s{3,}[0-9]{1,3}\s*$")
_PAGE = re.compile(r"[\s.·…]*[0-9]{1,3}$")
_SKIPPED = 3
"""So many numbers may be missing between two headings."""
_LONGEST = 300

Number = tuple[int, ...]


@dataclass
class Section:
    """A numbered heading with the passages below it, down to the next."""

    number: Number
    heading: list[Line] = field(default_factory=list)
    """The heading's lines, with the number."""
    passages: list[Passage] = field(default_factory=list)

    @property
    def line(self) -> int:
        """The number of its first line."""
        return self.heading[0].number

    @property
    def id(self) -> str:
        """The number as it stands: ``2.1``."""
        return ".".join(map(str, self.number))

    @property
    def namn(self) -> str:
        """The heading without its number."""
        text = joined(self.heading)
        found = _NUMBERED.match(text)
        return text[found.end() :] if found else text


def sections_of(passages: Sequence[Passage]) -> list[Section]:
    """Return the sections of a text, in order; what stands before the first is in none."""
    sections: list[Section] = []
    waiting = list(reversed(passages))
    while waiting:
        passage = waiting.pop()
        number = _number(passage, sections)
        if number is None:
            if sections:
                sections[-1].passages.append(passage)
            continue
        heading, rest = _heading(passage, waiting)
        section = Section(number, heading)
        if _again(section, sections):
            sections.clear()  # so far it was a table of contents
        sections.append(section)
        if rest:
            waiting.append(Passage(rest))
    return sections


def _number(passage: Passage, sections: Sequence[Section]) -> Number | None:
    """Return the number of the heading that a passage begins with; None when it begins with none."""
    first = passage.lines[0].text
    found = _NUMBERED.match(first)
    if found is None or _CONTENTS.search(first):
        return None
    number = tuple(int(part) for part in found[1].split("."))
    if not sections or _follows(number, sections[-1].number):
        return number
    return number if _again(Section(number, [passage.lines[0]]), sections) else None


def _follows(number: Number, latest: Number) -> bool:
    level = len(number) - 1
    if level > len(latest) or number[:level] != latest[:level]:
        return False
    before = latest[level] if level < len(latest) else 0
    return 0 < number[level] - before <= _SKIPPED


def _again(section: Section, sections: Sequence[Section]) -> bool:
    """Tell whether this is the first heading of all, come again below a table of contents."""
    first = sections[0] if sections else None
    return (
        first is not None
        and first.number == section.number
        and _PAGE.sub("", first.namn).casefold() == section.namn.casefold()
    )


def _heading(passage: Passage, waiting: list[Passage]) -> tuple[list[Line], tuple[Line, ...]]:
    """Return the lines of a heading, which may go on in the next passages, and the lines below it."""
    heading: list[Line] = []
    rest = list(passage.lines)
    while True:
        while rest and (not heading or _goes_on(heading, rest[0])):
            heading.append(rest.pop(0))
        if rest or not waiting or not _goes_on(heading, waiting[-1].lines[0]):
            return heading, tuple(rest)
        rest = list(waiting.pop().lines)


def _goes_on(heading: Sequence[Line], line: Line) -> bool:
    text = joined(heading)
    if len(text) + len(line.text) > _LONGEST or ends_sentence(text) or _NUMBERED.match(line.text):
        return False
    return line.text.lstrip()[:1].islower() or unfinished(text)


def below(sections: Sequence[Section], number: Number) -> Iterator[Section]:
    """Give the sections below a number, at any level."""
    return (one for one in sections if one.number[: len(number)] == number and one.number != number)
