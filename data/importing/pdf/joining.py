"""Lines of text → paragraphs: where a line was broken because it was full, and where somebody began a new one.

Three things tell: whether the line ends with a space, as most programs leave one where they break; whether the
first word of the next line would have had room; and how far it is to the next line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from data.importing.pdf.glyphs import Glyph, Page

SOFT_HYPHEN = "\u00ad"
_LINE_END = "\u00a0"
"""What our own PDF ends a line with that somebody broke; see `exporters.pdf.content`."""
_INVISIBLE = re.compile("[\u200b\ufeff]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WORD_AT_END = re.compile(r"[^\W\d_]+\Z")
_TAIL, _HEAD = re.compile(r"([^\W\d_]+)-\Z"), re.compile(r"[^\W\d_]+")
_RANGE = re.compile(r"[^\W_]–\Z")
"""The first half of a range, as ``januari–`` of ``januari–juli``: a dash between words has a space before it."""
_ENDLESS = 30
"""How many characters a word has at least that no line can hold."""
_ROOM = 1.0
"""Points that a word needs beside its width to be sure to have had room."""


@dataclass(slots=True)
class Line:
    """What stands on one line of a cell or a paragraph."""

    text: str
    x0: float
    x1: float
    """Where its last character ends that is no blank."""
    y: float
    """Its baseline."""
    page: int
    first_word: float
    """How wide its first word is."""
    size: float
    bold: bool
    colours: tuple[str, ...] = ()
    """That of a sign it begins with, and of what lies behind it."""


@dataclass
class Habits:
    """What a document does at the ends of its lines."""

    exact: bool
    """Whether it was set by the program that sets our own: every space stays, and line ends are marked."""
    spaced: bool = True
    """Whether a broken line ends with a space."""
    words: Counter[str] = field(default_factory=Counter)
    """The words that stand on one line, with their hyphens."""


def lines_of(glyphs: Sequence[Glyph], page: Page) -> list[Line]:
    """Return the lines that characters make in the order they are drawn; a new baseline is a new line."""
    lines: list[Line] = []
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and (abs(glyph.y - run[-1].y) > 0.5 * max(run[-1].size, 1) or glyph.x0 < run[0].x0 - 1):
            lines.append(line_of(run, page))
            run = []
        run.append(glyph)
    return [*lines, line_of(run, page)] if run else lines


def line_of(run: Sequence[Glyph], page: Page) -> Line:
    """Return the line that characters make, which come from left to right."""
    seen = [glyph for glyph in run if glyph.text.strip()] or run
    text = "".join(glyph.text for glyph in run)
    start = next((place for place, glyph in enumerate(run) if glyph.text.strip()), 0)
    end = next((at for at in range(start, len(run)) if not run[at].text.strip()), len(run))
    width = run[end - 1].x1 - run[start].x0
    largest = max(seen, key=lambda glyph: glyph.size)
    x1 = max(glyph.x1 for glyph in seen)
    colours = tuple(_colours(seen[0], page))
    return Line(text, run[0].x0, x1, run[0].y, page.number, width, largest.size, seen[0].bold, colours)


def _colours(first: Glyph, page: Page) -> Iterator[str]:
    """Yield what colours may tell a status: of a sign, of a shape before the line, of what lies behind it."""
    if first.colour is not None and not first.text.isalnum():
        yield first.colour
    y = first.y - first.size / 4
    level = [box for box in page.fills if box.top <= y <= box.bottom and box.colour is not None]
    shapes = [box for box in level if 0 <= first.x0 - box.x1 < first.size and box.x1 - box.x0 < 2 * first.size]
    behind = [box for box in level if box.x0 <= first.x0 + _ROOM <= box.x1]
    for box in (*shapes[-1:], *sorted(behind, key=lambda box: box.x1 - box.x0)[:1]):
        if box.colour is not None:
            yield box.colour


def habits(lines: Iterable[Sequence[Line]], exact: bool) -> Habits:
    """Return what a document does at the ends of its lines, from the lines of all its cells."""
    spaced = broken = 0
    words: Counter[str] = Counter()
    for cell in lines:
        for line, following in pairwise(cell):
            if _had_no_room(line, following, max(each.x1 for each in cell)):
                broken += 1
                spaced += line.text.endswith(" ")
        for line in cell:
            words.update(word.casefold() for word in _WORD.findall(line.text)[1:-1])
    return Habits(exact, spaced * 2 >= broken, words)


def _had_no_room(line: Line, following: Line, right: float) -> bool:
    """Tell whether the next line's first word did not fit behind this one."""
    space = line.size / 4
    return line.x1 + space + following.first_word > right - _ROOM


def joined(lines: Sequence[Line], right: float, habits: Habits) -> tuple[str, list[str]]:
    """Return the text of lines that are one paragraph, with what was guessed. `right` is where the column ends."""
    text, doubts = "", []
    for place, line in enumerate(lines):
        if place == 0:
            text = line.text
            continue
        text, doubt = _added(text, lines[place - 1], line, right, habits)
        if doubt is not None:
            doubts.append(doubt)
    return _clean(text, habits), doubts


def _added(text: str, line: Line, following: Line, right: float, habits: Habits) -> tuple[str, str | None]:
    """Return a text with one more line, and what was guessed to join them."""
    after = following.text
    if text.endswith(SOFT_HYPHEN):
        return text[:-1] + after, None
    if habits.exact:
        return (text[:-1] + "\n" + after if text.endswith(_LINE_END) else text + after), None
    if text.endswith((" ", "\n")) or not text:
        return text + after, None
    if not _had_no_room(line, following, right):
        return f"{text}\n{after}", None
    tail, head = _TAIL.search(text), _HEAD.match(after)
    if tail is not None and head is not None:
        return _hyphenated(text, after, tail[1], head[0], habits.words)
    return (text + after if _is_in_a_word(line.text, after, habits.words) else f"{text} {after}"), None


def _is_in_a_word(text: str, after: str, known: Counter[str]) -> bool:
    """Tell whether a line was broken where no space is: after a hyphen, in a range, an address or a long word."""
    words = text.split()
    last, first = _WORD_AT_END.search(text), _HEAD.match(after)
    if last is not None and first is not None:
        whole = (last[0] + first[0]).casefold()
        if known[whole] > 0 and known[last[0].casefold()] == 0:
            return True
    return (
        text.endswith(("-", "/"))
        or _RANGE.search(text) is not None
        or after[:1] in tuple("/?&=#")
        or (len(words) > 0 and re.search(r"[/@=_\\]", words[-1]) is not None and not text.endswith((".", ",")))
        or (len(words) == 1 and len(words[0]) > _ENDLESS)
    )


def _hyphenated(text: str, after: str, tail: str, head: str, words: Counter[str]) -> tuple[str, str | None]:
    """Join two parts of a word: its own hyphen stays, that of a broken line goes, as other lines spell the word."""
    whole, parted = words[(tail + head).casefold()], words[f"{tail}-{head}".casefold()]
    if whole > parted:
        return text[:-1] + after, None
    if parted or not head[0].islower():
        return text + after, None
    return text + after, f"gissat att ”{tail}-{head}” skrivs med bindestreck"


def goes_on(line: Line, following: Line, right: float) -> bool | None:
    """Tell whether a paragraph goes on over a page break; None when nothing tells it."""
    if line.text.endswith((SOFT_HYPHEN, " ", "-")):
        return True
    return None if _had_no_room(line, following, right) else False


def _clean(text: str, habits: Habits) -> str:
    """Return a paragraph's text without what only serves to set it; numbers for characters become these again."""
    text = _INVISIBLE.sub("", text).replace(SOFT_HYPHEN, "")
    if habits.exact:
        text = _NUMBERED.sub(_character, text)
    return text.strip() if not habits.exact else text.strip("\n")


_NUMBERED = re.compile(r"⟨U\+([0-9A-F]{4,6})⟩")


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else match[0]
