"""From the passages of a Mål och budget to its fokusområden and the tables of mål and nämnder below each.

A fokusområde is a heading that says so; a table begins with a header row, which comes again on new pages, and ends
where prose, a new heading or the text does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from data.importing.lines import Line
from data.importing.mal.namnder import ends_with_namnder
from data.importing.pages import HEADER
from data.importing.passages import Passage, ends_sentence, joined, sentences, unfinished
from data.importing.result import LeftOut

NAMELESS = "Fokusområde utan namn"

_HEADING = re.compile(
    r"\s*(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}\.?\s+)?fokusområde(?:\s+[0-9]{1,2}(?:\.[0-9]{1,2})?)?"
    r"(?:\s*[:–—]\s*|\s+-\s+|(?<=[0-9])\s+)(?=\S)",
    re.IGNORECASE,
)
_NUMBERED_HEADING = re.compile(r"\s*[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}\.?\s+fokusområde\s+(?=[A-ZÅÄÖ])", re.IGNORECASE)
_CONTENTS = re.compile(r"[\s.…·]{3,}[0-9]{1,3}$|\.{2,}\s*[0-9]{1,3}$")
_MAL_HEADING = re.compile(r"\s*mål\s*[0-9.]*\s*:\s*\S", re.IGNORECASE)
_YEARS = r"(?:\s+(?:för\s+)?(?P<ar>20[0-9]{2})(?:\s*[–-]\s*(?:20)?[0-9]{2})?)?"
_NAMND = r"(?:(?:ansvariga?|berörda?)\s+)?(?:nämnd(?:er)?(?:na)?(?:\s*(?:/|och)\s*styrelser?)?|ansvariga?)"
_HEADER = re.compile(rf"\s*(?:mål{_YEARS}\s+{_NAMND}|{_NAMND}\s+mål(?:\s+20[0-9]{{2}})?)\s*", re.IGNORECASE)
_COLUMN = re.compile(rf"\s{{3,}}(?={_NAMND}\s*$)", re.IGNORECASE)
_GAP = re.compile(r"\s{2,}(?=\S)")
_NEAR = 6
"""How far from its head a cell may begin."""
_HEADING_LINES = 5
_LONG = 120
"""A row that ends as a sentence does is prose when it is longer."""
_TOO_LONG = 400
"""The name of a mål is never as long."""
_WHOLE_TABLE = 10_000
"""Nor is a table, whose rows may have no empty lines between them."""


@dataclass
class Table:
    """The passages between a header row and what comes after the table."""

    line: int
    passages: list[Passage] = field(default_factory=list)


@dataclass
class Omrade:
    """A fokusområde with its tables."""

    line: int
    namn: str
    tables: list[Table] = field(default_factory=list)


@dataclass
class Tables:
    """What is found in a text, in order."""

    omraden: list[Omrade] = field(default_factory=list)
    headings: set[int] = field(default_factory=set)
    """The numbers of the lines that name fokusområden."""
    headers: list[LeftOut] = field(default_factory=list)
    years: list[tuple[int, int]] = field(default_factory=list)
    """The years that header rows tell, each with its line."""


def tables_of(passages: Sequence[Passage]) -> Tables:
    """Return the fokusområden of a text, also those without a table."""
    return _Finder().found(list(_parted(passages)))


class _Finder:
    def __init__(self) -> None:
        self._tables = Tables()
        self._by_name: dict[str, Omrade] = {}
        self._omrade: Omrade | None = None
        self._open: Table | None = None
        self._column: int | None = None

    def found(self, passages: Sequence[Passage]) -> Tables:
        skip = False
        for passage, following in zip_longest(passages, passages[1:]):
            if skip:
                skip = False
            elif heading := _heading(passage.text):
                self._begin(passage, heading)
            elif _HEADER.fullmatch(passage.text):
                self._header(passage)
            elif following and _HEADER.fullmatch(f"{passage.text} {following.text}"):
                self._header(Passage((*passage.lines, *following.lines)))
                skip = True
            elif _MAL_HEADING.match(passage.text) or _is_prose(passage.text):
                self._open = None
            elif self._open is not None:
                self._open.passages += _by_cells(passage, self._column) if self._column else [passage]
        self._tables.omraden = list(self._by_name.values())
        return self._tables

    def _begin(self, passage: Passage, heading: str) -> None:
        self._open = None
        self._tables.headings.update(line.number for line in passage.lines)
        self._omrade = self._by_name.setdefault(heading.casefold(), Omrade(passage.number, heading))

    def _header(self, passage: Passage) -> None:
        told = _HEADER.fullmatch(passage.text)
        if told and told["ar"]:
            self._tables.years.append((int(told["ar"]), passage.number))
        self._tables.headers += [LeftOut(line.number, line.text, HEADER) for line in passage.lines]
        gap = _COLUMN.search(passage.lines[0].text) if len(passage.lines) == 1 else None
        self._column = gap.end() if gap else None
        if self._omrade is None:
            self._omrade = self._by_name.setdefault("", Omrade(passage.number, NAMELESS))
        if self._open is None:
            self._open = Table(passage.number)
            self._omrade.tables.append(self._open)


def _parted(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Part passages where a heading or a header row begins and ends."""
    for passage in passages:
        lines = list(passage.lines)
        start = at = 0
        turned = passage.turned
        while at < len(lines):
            length = _heading_lines(lines, at) or _header_lines(lines[at : at + 2])
            if length:
                if at > start:
                    yield Passage(tuple(lines[start:at]), turned)
                yield Passage(tuple(lines[at : at + length]), turned and at == 0)
                start, turned = at + length, False
            at += length or 1
        if start < len(lines):
            yield replace(passage, lines=tuple(lines[start:]), turned=turned)


def _heading_lines(lines: Sequence[Line], at: int) -> int:
    """Return how many lines the heading has that begins here; 0 when none does."""
    if not _heading(lines[at].text):
        return 0
    end = at + 1
    while end < len(lines) and end - at < _HEADING_LINES:
        if not (lines[end].text.strip()[:1].islower() or unfinished(joined(lines[at:end]))):
            break
        end += 1
    return end - at


def _header_lines(lines: Sequence[Line]) -> int:
    return next((count for count in (1, 2) if _HEADER.fullmatch(joined(lines[:count]))), 0)


def _heading(text: str) -> str | None:
    """Return the name of the fokusområde that a heading tells; None when it is no such heading."""
    found = _HEADING.match(text) or _NUMBERED_HEADING.match(text)
    if found is None or (ends_sentence(text) and not _CONTENTS.search(text)):
        return None
    namn = _CONTENTS.sub("", text[found.end() :].rstrip())
    return " ".join(namn.split()) or None


def _is_prose(text: str) -> bool:
    if len(text) <= _WHOLE_TABLE and ends_with_namnder(text):
        return False
    return len(text) > _TOO_LONG or len(sentences(text)) > 1 or (len(text) > _LONG and ends_sentence(text))


def _by_cells(passage: Passage, column: int) -> list[Passage]:
    """Return lines that have two cells beside each other as passages, a row each, that have one after the other."""
    rows: list[tuple[list[Line], list[Line]]] = []
    for line in passage.lines:
        left, right = _cells(line, column)
        carried = passage.turned and len(rows) == 1 and right is not None
        if not rows or (left and (_begins_row(rows[-1], left) or (carried and _is_rest(rows[0])))):
            rows.append(([], []))
        rows[-1][0].extend([left] if left else [])
        rows[-1][1].extend([right] if right else [])
    return [
        Passage((*lefts, *rights), passage.turned and number == 0) for number, (lefts, rights) in enumerate(rows)
    ]


def _begins_row(row: tuple[list[Line], list[Line]], left: Line) -> bool:
    lefts, rights = joined(row[0]), joined(row[1])
    if not left.text.strip()[:1].isupper() or unfinished(lefts) or not lefts:
        return False
    return bool(rights) and not unfinished(rights) and not re.search(r"\b(?:samtliga|alla|övriga|berörda)$", rights)


def _is_rest(row: tuple[list[Line], list[Line]]) -> bool:
    """Tell whether what stands first on a page is the rest of a name, whose nämnder stand on the page before."""
    return bool(row[0]) and not row[1] and row[0][0].text.strip()[:1].islower() and not unfinished(joined(row[0]))


def _cells(line: Line, column: int) -> tuple[Line | None, Line | None]:
    start = len(line.text) - len(line.text.lstrip())
    if start >= column - _NEAR:
        return None, line
    gaps = [gap.end() for gap in _GAP.finditer(line.text, start) if abs(gap.end() - column) <= _NEAR]
    if not gaps:
        return line, None
    left, right = line.split(min(gaps, key=lambda end: abs(end - column)))
    return left, right
