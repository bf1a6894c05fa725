"""From the lines of a text to its fokusområden, each with the pages of its table, each with blocks of text.

A fokusområde is a numbered heading followed by the table's header row; the header row comes again on every page,
and the heading may. What is no part of a table — the opening, headings that come again, header rows, page footers,
addresses of links — is left out, and listed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from data.importing.lines import Line, one_line
from data.importing.result import LeftOut

OPENING = "inledning före det första fokusområdet"
AGAIN = "fokusområdets rubrik, en gång till"
HEADER = "tabellens rubrikrad"
FOOTER = "sidfot"
ADDRESS = "adressen bakom en länk"

_HEADER_ROW = "förvaltningens uppdrag kommentar aktivitet"
_NUMBERED = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3}){0,3}\.?) (?=\S)")
_PAGES = (
    re.compile(r"(?<![0-9])([0-9]{1,4}) ?\(([0-9]{1,4})\)$"),
    re.compile(r"(?:^|  |\bsida )([0-9]{1,3})(?: ?(?:av|/) ?([0-9]{1,3}))?$", re.IGNORECASE),
)
"""How a footer ends: a page of how many, as 9(26); or a page alone, after a gap or the word for it."""
_URL = re.compile(r"(?:https?://|www\.|mailto:)\S+$")
_HEADING_LINES = 6
"""A heading runs over a few lines at most."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand together: a cell, or a part of one."""

    lines: tuple[Line, ...]
    fresh: bool
    """Whether an empty line stands before it: on top of a page, that it is a new cell, not the rest of one."""

    @property
    def blank(self) -> bool:
        """Whether it has no text: an empty cell."""
        return all(line.blank for line in self.lines)

    @property
    def first(self) -> Line:
        """Its first line with text."""
        return next(line for line in self.lines if not line.blank)

    @property
    def marked(self) -> bool:
        """Whether it begins an uppdrag or an aktivitet."""
        return not self.blank and self.first.marked

    @property
    def plain(self) -> bool:
        """Whether it has text and begins neither."""
        return not self.blank and not self.first.marked


@dataclass
class Section:
    """A fokusområde: its number and name as they stand, and the blocks of each page of its table."""

    number: str
    name: str
    line: int
    pages: list[tuple[Block, ...]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Heading:
    number: str
    name: str
    first: int
    """The index of its first line."""
    again: bool
    """Whether it is the one before it, come again on a new page."""


def sections_of(lines: Sequence[Line]) -> tuple[list[Section], list[LeftOut]]:
    """Return the fokusområden of a text (none: it is no bilaga) and every line that is outside their cells."""
    headers = [index for index, line in enumerate(lines) if _is_header(line)]
    headings = _headings(lines, headers)
    if not headings:
        return [], []
    borders = {*headers, *(heading.first for heading in headings.values())}
    outside = dict.fromkeys(_footers(lines, borders), FOOTER)
    page_ends = borders.union(index for index in outside if not lines[index].blank)
    outside |= dict.fromkeys(_addresses(lines, page_ends), ADDRESS)
    outside |= dict.fromkeys(headers, HEADER)
    for header, heading in headings.items():
        if heading.again:
            outside |= dict.fromkeys(range(heading.first, header), AGAIN)
    first = next(iter(headings.values())).first
    outside |= dict.fromkeys(range(first), OPENING)
    left_out = [
        LeftOut(lines[index].number, lines[index].text, reason)
        for index, reason in sorted(outside.items())
        if not lines[index].blank
    ]
    return _sections(lines, headers, headings, outside), left_out


def _is_header(line: Line) -> bool:
    """Tell whether this is the header row, also where the text has its accents loose."""
    composed = unicodedata.normalize("NFC", line.text[:200])
    return len(line.text) < 200 and " ".join(composed.casefold().split()) == _HEADER_ROW


def _headings(lines: Sequence[Line], headers: Sequence[int]) -> dict[int, _Heading]:
    """Return the heading above each header row that has one.

    Numbers rise through the document and have as many parts; a name begins with no word of small letters. What
    else begins with a number is the text of a cell. A heading that came before is one again, wherever it stands.
    """
    headings: dict[int, _Heading] = {}
    told: set[tuple[str, str]] = set()
    latest: tuple[int, ...] = ()
    floor = 0
    for header in headers:
        last = header - 1
        while last >= floor and lines[last].blank:
            last -= 1
        first = last
        while first > max(floor, last - _HEADING_LINES) and not lines[first - 1].blank:
            first -= 1
        floor = header + 1
        if first > last or lines[first].blank:
            continue
        text = one_line(lines[first : last + 1])
        found = _NUMBERED.match(text)
        if found is None or text[found.end() :].split(" ", 1)[0].islower():
            continue
        number = tuple(int(part) for part in found[1].rstrip(".").split("."))
        title = found[1], text[found.end() :]
        if title in told or not latest or (number > latest and len(number) == len(latest)):
            headings[header] = _Heading(*title, first, again=title in told and number == latest)
            told.add(title)
            latest = number
    return headings


def _nexts(lines: Sequence[Line]) -> list[int]:
    """Return, for each line, the index of the next line with text; the number of lines when there is none."""
    nexts = [len(lines)] * (len(lines) + 1)
    for index in range(len(lines) - 1, -1, -1):
        nexts[index] = index if not lines[index].blank else nexts[index + 1]
    return nexts[1:]


def _footers(lines: Sequence[Line], borders: set[int]) -> set[int]:
    """Return footers such as “Regionkontoret, Årsredovisning 2019   9(26)”, with the blank lines around them."""
    nexts = _nexts(lines)
    footers: set[int] = set()
    for index, line in enumerate(lines):
        if not tells_page(line):
            continue
        ends_page = nexts[index] in borders or nexts[index] == len(lines)
        before = index
        while before > 0 and len(lines[before - 1].text) < 2 and lines[before - 1].blank:
            before -= 1  # two spaces or more are an empty cell
        if ends_page and index - before >= (2 if line.marked else 1):
            after = index + 1
            while after < len(lines) and lines[after].blank:
                after += 1
            footers.update(range(before, after))
    return footers


def tells_page(line: Line) -> bool:
    """Tell whether a line ends with a page's number, as a footer does."""
    tail = line.text.strip()[-32:]
    found = next(filter(None, (pattern.search(tail) for pattern in _PAGES)), None)
    return found is not None and 1 <= int(found[1]) <= int(found[2] or found[1])


def _addresses(lines: Sequence[Line], borders: set[int]) -> set[int]:
    """Return lines at the end of a page that are only a URL: what a link on the page leads to, not its text."""
    addresses: set[int] = set()
    for border in sorted({*borders, len(lines)}):
        index = border - 1
        while index >= 0 and lines[index].blank:
            index -= 1
        found = []
        while index >= 0 and _URL.match(lines[index].text):
            found.append(index)
            index -= 1
        if found and (index < 0 or lines[index].blank):
            addresses.update(found)
    return addresses


def _sections(
    lines: Sequence[Line], headers: Sequence[int], headings: dict[int, _Heading], outside: dict[int, str]
) -> list[Section]:
    sections: list[Section] = []
    starts = {heading.first for heading in headings.values()}
    for header, following in zip(headers, [*headers[1:], len(lines)], strict=True):
        heading = headings.get(header)
        if heading is not None and not heading.again:
            sections.append(Section(heading.number, heading.name, lines[heading.first].number))
        if not sections:
            continue
        end = next((index for index in range(header, following) if index in starts), following)
        inside = [lines[index] for index in range(header + 1, end) if index not in outside]
        sections[-1].pages.append(_blocks(inside))
    return sections


def _blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Part a page's lines at the empty ones, and before each line that begins an uppdrag or an aktivitet."""
    blocks: list[Block] = []
    current: list[Line] = []
    fresh = False

    def close() -> None:
        if current:
            blocks.append(Block(tuple(current), fresh))
            current.clear()

    for line in lines:
        if line.text == "":
            close()
            fresh = True
            continue
        if line.marked and any(not earlier.blank for earlier in current):
            close()
            fresh = True
        current.append(line)
    close()
    return tuple(blocks)
