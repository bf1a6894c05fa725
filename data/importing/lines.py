"""The lines of a text that a PDF gave: their numbers, their blanks, and how they join into the text of a cell.

Every line of a cell ends with a space, unless it was broken inside a word or after a hyphen of its own; so lines
are joined as they stand. A line with nothing but a space is an empty paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

PARAGRAPH = "\n\n"
"""What stands between two paragraphs of a kommentar."""

_BLANKS = re.compile(r"[^\S\n]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or the part of one that belongs to a cell, with the blanks around it; its only blank is the space."""

    number: int
    """Its place in the source, from 1."""
    text: str

    @property
    def blank(self) -> bool:
        """Whether it has no text."""
        return not self.text.strip()

    @property
    def marked(self) -> bool:
        """Whether it begins with a space: what is left of the status picture before an uppdrag or aktivitet."""
        return self.text.startswith(" ") and not self.blank

    def split(self, at: int) -> tuple[Line, Line]:
        """Return the parts before and from this character."""
        return Line(self.number, self.text[:at]), Line(self.number, self.text[at:])


def source_lines(text: str) -> list[Line]:
    """Return a text's lines, numbered as an editor does; any line ends, BOM, form feeds, tabs and hard spaces."""
    lines = []
    ends_joined = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for number, whole in enumerate(ends_joined.split("\n"), 1):
        pages = whole.split("\f")
        parts = [part for part in pages if part] or [""] if len(pages) > 1 else pages
        lines += [Line(number, _BLANKS.sub(" ", part)) for part in parts]
    return lines


def paragraphs(lines: Iterable[Line]) -> list[str]:
    """Join the lines of a cell into its paragraphs; runs of spaces become one."""
    joined = [""]
    for line in lines:
        if line.blank:
            joined.append("")
        else:
            joined[-1] += line.text
    return [" ".join(paragraph.split()) for paragraph in joined if paragraph]


def one_line(lines: Iterable[Line]) -> str:
    """Join the lines of a cell that has no paragraphs."""
    return " ".join(paragraphs(lines))
