"""The typefaces that a PDF may be set in, and text as they can draw it.

Source Sans 3 goes with the program (SIL Open Font License 1.1, in `fonts/`); the others go with Typst. Those of the
machine are not used: the same document is to become the same bytes everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import count, groupby
from pathlib import Path
from unicodedata import normalize

from data.measurements import LEVELS
from data.plain_text import visible
from data.status import AKTIVITET, UPPDRAG
from exporters.pdf.character_map import characters

FOLDER = Path(__file__).parent / "fonts"
"""Where the font files are."""

USUAL = "Source Sans 3"
"""What a document is set in unless its region has chosen another."""

FAMILIES = (USUAL, "Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono")
"""What a region can choose between. Any other name leaves the document in `USUAL`."""

_OF_TYPST = frozenset(ord(status.sign) for scale in (UPPDRAG, AKTIVITET) for status in scale.statuses) | frozenset(
    map(ord, LEVELS)
)
"""Signs that Typst has in a face of its own, whatever Source Sans 3 lacks."""

_ACCENTED = re.compile(".[\u0300-\u036f]+", re.DOTALL)
_UNBROKEN = re.compile(r"[^\s/?\u200b-]{24,}")
"""What Typst would not break a line in, unless it is a word that can be hyphenated."""
_LONGEST_WORD = 60
_PIECE = re.compile(r"⟨U\+[0-9A-F]{4,6}⟩|[^⟨]{1,8}|⟨")
_BREAK = "\u200b"
"""Where a line may be broken without a hyphen. `visible` shows those of the text itself, so these are ours."""


def drawable(text: str) -> str:
    """Return a text with every character that no face has shown by its number: ``⟨U+1F600⟩``.

    So are control characters and all that `visible` shows, and accents that make no letter together with what they
    stand on, which are drawn over each other; only the newline stays, and a tab becomes a space. What is too long
    for a column, and no word, may be broken anywhere.
    """
    told = _ACCENTED.sub(_composed, text.replace("\r\n", "\n").replace("\t", " "))
    told = _undrawable().sub(_numbered, told)
    return _UNBROKEN.sub(_breakable, visible(told))


def _composed(match: re.Match[str]) -> str:
    """Return a letter with its accents, as many as make another letter with it."""
    letter, told = match[0][0], match[0][0]
    for accent in match[0][1:]:
        letter = normalize("NFC", letter + accent)
        told += accent if len(letter) == 1 and not _undrawable().match(letter) else f"⟨U+{ord(accent):04X}⟩"
    return told


def _numbered(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match[0]):04X}⟩"


def _breakable(match: re.Match[str]) -> str:
    held = match[0]
    return held if held.isalpha() and len(held) < _LONGEST_WORD else _BREAK.join(_PIECE.findall(held))


@cache
def _undrawable() -> re.Pattern[str]:
    """Return what matches one character that cannot be drawn in every weight."""
    of_weights = [characters(file.read_bytes()) for file in sorted(FOLDER.glob("*.ttf"))]
    drawn = set.intersection(*of_weights) | _OF_TYPST | {ord("\n")}
    ranges = "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in _ranges(drawn))
    return re.compile(f"[^{ranges}]")


def _ranges(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    steps = count()
    for _, run in groupby(sorted(codes), key=lambda code: code - next(steps)):
        held = list(run)
        yield held[0], held[-1]
