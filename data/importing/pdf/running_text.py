"""A PDF as running text: a line for each line, an empty one where a gap is, columns as far apart as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.importing.layout_text import beside
from data.importing.pdf.glyphs import Glyph, pages
from data.importing.pdf.opening import opened
from data.importing.pdf.visual import Visual, furniture, key_of, pitch, visuals

PAGE = "\f"
"""Begins every page but the first."""

_GAP = 1.4
"""How much further than to the next line it is to the next paragraph, in lines and in sizes."""
_LARGER = 1.1
"""How much larger than a text its heading is."""
_BLANK = 0.15
"""How wide, in sizes, a gap between two words is at least."""
_DOUBLE = 2.4
"""How far apart, in sizes, the lines of a text stand at most."""
_NARROW = 0.75
"""How wide a column of the text is, of a character's width: less than one, so that no text reaches the next."""
_INDENT = 2
"""An indent of less than this many columns is none: in a text, a line that begins with one blank says something."""


def text_of(raw: bytes, file: str) -> str:
    """Return the text of a PDF, page heads and feet that come again first.

    UnusableError when it is broken, locked, too large or without text.
    """
    with opened(raw, file) as document:
        drawn = [visuals(page) for page in pages(document, file)]
    step = pitch(drawn)
    asides, texts = _parted_from_asides(drawn)
    first = "".join(f"{line.text}\n\n" for line in asides)
    return first + PAGE.join("\n".join(_lines(page, step)) + "\n" for page in texts)


def _parted_from_asides(drawn: Sequence[Sequence[Visual]]) -> tuple[list[Visual], list[list[Visual]]]:
    """Return the heads and feet that have come before, and the pages without them.

    The first of each stays where it is: it may be the heads of a table that goes on over all pages.
    """
    again = furniture(drawn)
    seen: set[tuple[int, str]] = set()
    asides: list[Visual] = []
    texts: list[list[Visual]] = []
    for page in drawn:
        texts.append([])
        for line in page:
            key = key_of(line)
            (asides if key in seen else texts[-1]).append(line)
            seen |= {key} & again
    return asides, texts


def _lines(page: Sequence[Visual], step: float) -> Iterator[str]:
    glyphs = [glyph for line in page for glyph in line.glyphs if glyph.text.strip()]
    if not glyphs:
        return
    left = min(glyph.x0 for glyph in glyphs)
    width = _NARROW * sum(glyph.x1 - glyph.x0 for glyph in glyphs) / len(glyphs) or 1.0
    above: Visual | None = None
    for line in page:
        if above is not None and _parted(above, line, step):
            yield ""
        yield beside((_column(run[0].x0 - left, width), _text(run)) for run in line.runs)
        above = line


def _parted(above: Visual, line: Visual, step: float) -> bool:
    """Tell whether two lines are no one paragraph's: they stand apart, or one of them is set as a heading."""
    larger, smaller = max(line.size, above.size), min(line.size, above.size)
    far = line.y - above.y > _GAP * max(min(step, _DOUBLE * larger), larger)
    return far or larger > _LARGER * smaller or line.bold != above.bold


def _text(run: Sequence[Glyph]) -> str:
    """Return characters as text, with a blank also where there is just a gap."""
    text, end = "", run[0].x0
    for glyph in run:
        gap = glyph.x0 - end > _BLANK * glyph.size and glyph.text.strip() and not text.endswith(" ")
        text += f" {glyph.text}" if gap else glyph.text
        end = glyph.x1
    return text.strip()


def _column(offset: float, width: float) -> int:
    column = round(offset / width)
    return column if column >= _INDENT else 0
