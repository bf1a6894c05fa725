"""Where a text names nämnder: by codes, by their names, or by a group such as “samtliga driftnämnder”.

A code is capital letters, as are many words of a mål. So only codes that the region knows, or that stand in lists
where nothing else could, are taken for nämnder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from data.importing.passages import Passage, joined
from data.region import Region

_CODE = r"[A-ZÅÄÖ]{2}[A-ZÅÄÖa-zåäö0-9]{0,8}(?<=[A-ZÅÄÖ0-9])"
_GROUP = (
    r"(?i:samtliga|alla|övriga|berörda)(?:\s+(?!samtliga\b|alla\b|övriga\b)[a-zåäö-]+)?\s+[a-zåäö-]*nämnder(?:na)?"
    r"(?:\s+och\s+[a-zåäö-]*(?:nämnder|styrelser|bolag)(?:na)?)?"
)
_NAMED = (
    r"(?:[A-ZÅÄÖ][a-zåäö]*-\s+och\s+)?(?:[A-ZÅÄÖ]|(?<=och\s))[a-zåäö-]*(?:nämnden?|styrelsen?)(?!\s+för\b)"
    r"|(?:Gemensamma?\s+n|N)ämnd(?:en)?\s+för\s+[a-zåäö-]+(?:\s+och\s+[a-zåäö-]+)?"
)
_BETWEEN = r"\s*[,;/&]\s*|\s+(?:och|samt)\s+"
_LONGEST_LIST = 300
_IS_GROUP = re.compile(_GROUP)
_NAMES_CODE = re.compile(_CODE)
_CLEAR = re.compile(rf"(?:{_GROUP}|{_NAMED}|{_CODE})(?:(?:{_BETWEEN}|\s+)(?:{_GROUP}|{_NAMED}|{_CODE}))*[,;]?")
_ENDING = re.compile(rf"(?:{_GROUP}|{_NAMED}|{_CODE})(?:(?:{_BETWEEN})(?:{_GROUP}|{_NAMED}|{_CODE}))+[,;]?$")
_LISTED = re.compile(rf"\b{_CODE}(?:,\s+{_CODE})+\b")
"""A list of what looks like codes: where one is known, all are."""
_LAST = re.compile(rf"(?<=\s){_CODE}$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a passage: the name of a mål or some of it, or nämnder."""

    number: int
    """The line it begins on."""
    text: str
    first: bool
    """Whether it begins its passage."""
    turned: bool
    """Whether a page may end before it."""
    namnder: tuple[str, ...] = ()
    """As the region writes them where it knows them; none for a name."""

    @property
    def group(self) -> bool:
        """Whether it is one group of nämnder, in words that a mål may have too."""
        return len(self.namnder) == 1 and _IS_GROUP.fullmatch(self.text) is not None

    @property
    def goes_on(self) -> bool:
        """Whether more nämnder must come."""
        return bool(self.namnder) and self.text.endswith((",", ";"))


class Namnder:
    """What is a nämnd in one Mål och budget."""

    def __init__(self, region: Region | None, tables: Iterable[Passage]) -> None:
        """Learn from the region, and from the passages of all tables."""
        self._codes = {namnd.kod for namnd in region.namnder} if region else set()
        self._names = {namnd.namn.casefold(): namnd.kod for namnd in region.namnder} if region else {}
        self._names |= {grupp.namn.casefold(): grupp.namn for grupp in region.grupper} if region else {}
        self.guessed: set[str] = set()
        """Codes that only stand last on lines, where a word of a mål may stand too."""
        self._learn(list(tables))
        phrases = sorted((re.escape(name).replace(r"\ ", r"\s+") for name in self._names), key=len, reverse=True)
        codes = sorted(map(re.escape, self._codes | self.guessed), key=len, reverse=True)
        item = "|".join([*(f"(?i:{phrase})" for phrase in phrases), _GROUP, *codes, _NAMED])
        code = "|".join(codes) or "(?!)"
        more = rf"(?:{_BETWEEN})(?:{item})|\s+(?:{code})"
        self._item = re.compile(rf"(?<![\w-])(?:{item})(?![\w-])")
        self._list = re.compile(rf"(?<![\w-])(?:{item})(?![\w-])(?:(?:{more})(?![\w-]))*(?:\s*[,;])?")

    def pieces(self, passage: Passage) -> Iterator[Piece]:
        """Give the parts of a passage, in order; nämnder stand last or first on a line."""
        text, starts = _with_starts(passage)
        ends = {start - 1 for start in starts[1:]} | {len(text)}
        at = 0
        for found in self._list.finditer(text):
            first = found.start() in starts and text[found.end() :].lstrip()[:1].isupper()
            if not (first or found.end() in ends):
                continue
            yield from self._named(text, starts, at, found.start(), passage)
            number = passage.lines[_line_at(starts, found.start())].number
            told = tuple(self._known(one[0]) for one in self._item.finditer(found[0]))
            yield Piece(number, found[0], found.start() == 0, passage.turned, told)
            at = found.end()
        yield from self._named(text, starts, at, len(text), passage)

    def _named(self, text: str, starts: list[int], at: int, end: int, passage: Passage) -> Iterator[Piece]:
        words = text[at:end].strip()
        if words:
            number = passage.lines[_line_at(starts, at + len(text[at:end]) - len(text[at:end].lstrip()))].number
            yield Piece(number, words, at == 0, passage.turned)

    def _known(self, item: str) -> str:
        words = " ".join(item.split())
        return words if words in self._codes else self._names.get(words.casefold(), words)

    def _learn(self, tables: list[Passage]) -> None:
        lines = [" ".join(line.text.split()) for passage in tables for line in passage.lines]
        for line, following in zip_longest(lines, lines[1:], fillvalue=""):
            clear = _CLEAR.fullmatch(line) or _ENDING.search(line)
            if clear:
                self._codes.update(_codes(clear[0]))
            elif (last := _LAST.search(line)) and not _CLEAR.fullmatch(following):
                self.guessed.add(last[0])
        for listed in (found[0] for passage in tables for found in _LISTED.finditer(passage.text)):
            if not self._codes.isdisjoint(codes := set(_codes(listed))):
                self._codes |= codes
        self.guessed -= self._codes


def is_group(name: str) -> bool:
    """Tell whether a name is that of a group of nämnder, not of one."""
    return _IS_GROUP.fullmatch(name) is not None


def ends_with_namnder(text: str) -> bool:
    """Tell whether a text ends as the row of a table does, with codes or nämnder."""
    end = text[-_LONGEST_LIST:]
    return bool(_ENDING.search(end) or _LAST.search(end) or _CLEAR.fullmatch(end))


def _codes(text: str) -> Iterator[str]:
    return (found[0] for found in _NAMES_CODE.finditer(text) if not re.match(r"[a-zåäö]", text[found.end() :]))


def _with_starts(passage: Passage) -> tuple[str, list[int]]:
    """Return a passage's text, and where in it each line begins."""
    starts = [0]
    for count in range(1, len(passage.lines)):
        starts.append(len(joined(passage.lines[: count + 1])) - len(joined([passage.lines[count]])))
    return passage.text, starts


def _line_at(starts: list[int], offset: int) -> int:
    return max(place for place, start in enumerate(starts) if start <= offset)
