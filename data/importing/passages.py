"""The passages of a running text: lines that stand together, what a page break parts, and what is no text.

A PDF's text has an empty line between paragraphs, and often between the lines of a heading too. A new page shows as
several empty lines, a form feed, a footer, or a line that begins with a space where others do not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from data.importing.lines import Line, source_lines
from data.importing.pages import FOOTER, tells_page
from data.importing.result import LeftOut

HYPHEN = "bindestreck som delade ett ord mellan två rader"

_TURN = 3
"""So many empty lines stand between two pages."""
_REPEATED = 3
"""A line that is the same on so many pages is their header or footer."""
_INDENTED = 4
"""Where every fourth line begins with a space, that tells nothing."""
_JOINING = ("och", "eller", "samt", "respektive")
_UNFINISHED = re.compile(
    r"(?:[,;:–/&-]|\b(?:och|eller|samt|att|av|från|för|genom|i|inom|med|mellan|mot|på|till|under|utifrån|via|vid|hos|"
    r"kring|enligt))$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’)\]]*$")
_BOUNDARY = re.compile(r"(?<=[.!?])\s+(?=[\"”(]?[A-ZÅÄÖ])|(?<=[a-zåäö]{3}[.!?])\s+(?=[0-9])")


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines with text that stand together."""

    lines: tuple[Line, ...]
    turned: bool = False
    """Whether a page may end before it."""

    @property
    def number(self) -> int:
        """The number of its first line."""
        return self.lines[0].number

    @property
    def text(self) -> str:
        """Its lines as one."""
        return joined(self.lines)


def passages(text: str) -> tuple[list[Line], list[Passage], list[LeftOut]]:
    """Return a text's lines, its passages, and the headers and footers of its pages, which are in none of them."""
    lines = source_lines(text)
    found = list(_passages(lines, _fed(text)))
    furniture = _furniture(found)
    kept = [passage for passage in found if passage not in furniture]
    after = {later for before, later in pairwise(found) if before in furniture}
    kept = [replace(passage, turned=True) if passage in after else passage for passage in kept]
    left_out = [LeftOut(one.number, one.lines[0].text, FOOTER) for one in found if one in furniture]
    return lines, kept, left_out


def _fed(text: str) -> set[int]:
    """Return the numbers of the lines that begin a page by a form feed."""
    ends_joined = text.replace("\r\n", "\n").replace("\r", "\n")
    return {number for number, line in enumerate(ends_joined.split("\n"), 1) if "\f" in line}


def _passages(lines: Sequence[Line], fed: Collection[int]) -> Iterator[Passage]:
    stepped = sum(_stepped(line) for line in lines)
    tops = stepped * _INDENTED < sum(not line.blank for line in lines)
    current: list[Line] = []
    gap, turned = 0, False
    for line in lines:
        starts_page = line.number in fed
        if current and (line.blank or starts_page or (tops and _stepped(line))):
            yield Passage(tuple(current), turned)
            current, turned = [], not line.blank
            gap = 0
        turned |= starts_page
        if line.blank:
            gap += 1
            continue
        turned |= gap >= _TURN
        gap = 0
        current.append(line)
    if current:
        yield Passage(tuple(current), turned)


def _stepped(line: Line) -> bool:
    """Tell whether a line begins with one space; more are a column's."""
    return line.marked and line.text[1] != " "


def _furniture(found: Sequence[Passage]) -> set[Passage]:
    """Return single lines that tell a page's number, or come again on top of or below the pages."""
    ends = [later.turned for later in found[1:]] + [True] * bool(found)
    single = [
        (one, one.text, one.turned or end) for one, end in zip(found, ends, strict=True) if len(one.lines) == 1
    ]
    times = Counter(text for _, text, _ in single)
    inside = {text for _, text, at_turn in single if not at_turn}
    return {
        one
        for one, text, _ in single
        if tells_page(one.lines[0]) or (times[text] >= _REPEATED and text not in inside and not ends_sentence(text))
    }


def joined(lines: Iterable[Line]) -> str:
    """Return lines as one: runs of blanks become one, and a word that was parted is whole again."""
    return joined_texts(line.text for line in lines)


def joined_texts(texts: Iterable[str]) -> str:
    """Return texts as one that stand below each other."""
    given = [text for text in texts if text.strip()]
    parts = [part for before, after in pairwise(given) for part in _seam(before, after)]
    return " ".join("".join([*parts, *given[-1:]]).split())


def dropped_hyphens(lines: Sequence[Line]) -> list[LeftOut]:
    """Return the hyphens that `joined` takes away."""
    pairs = pairwise(lines)
    return [
        LeftOut(before.number, "-", HYPHEN)
        for before, after in pairs
        if before.text.rstrip().endswith("-") and not _seam(before.text, after.text)[0].endswith("-")
    ]


def _seam(before: str, after: str) -> tuple[str, str]:
    """Return a line without the hyphen that only parts a word, and what stands between it and the next."""
    stem = before.rstrip()
    following = after.split(maxsplit=1)[0]
    if not re.search(r"\w-$", stem) or before.endswith(" ") or following.casefold() in _JOINING:
        return stem, " "
    word = re.split(r"[\s-]", stem[:-1])[-1]
    if not following[:1].islower() or len(word) < 3 or not word.isalpha() or word.isupper():
        return stem, ""  # a hyphen of the word's own: covid-19, e-hälsa, EU-projekt
    return stem[:-1], ""


def unfinished(text: str) -> bool:
    """Tell whether a text must go on: it ends with a comma, a hyphen, or a word that nothing ends with."""
    return _UNFINISHED.search(text.rstrip()) is not None


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    return _SENTENCE_END.search(text.rstrip()) is not None


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [sentence for sentence in _BOUNDARY.split(text.strip()) if sentence]


def left_over(lines: Iterable[Line], taken: Collection[Line], reason: str) -> list[LeftOut]:
    """Return what was not taken, one for each stretch of lines, as it stands there."""
    stretches: list[list[Line]] = [[]]
    for line in lines:
        if line in taken:
            stretches.append([])
        elif stretches[-1] or not line.blank:
            stretches[-1].append(line)
    found = []
    for stretch in stretches:
        while stretch and stretch[-1].blank:
            stretch.pop()
        if stretch:
            found.append(LeftOut(stretch[0].number, "\n".join(line.text for line in stretch), reason, len(stretch)))
    return found
