"""How texts and queries meet: without case, marks and separators; word by word; by letters that stand near.

The one regular expression never looks back: time grows with the text and no faster.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_GAP = 3
"""How many other letters may stand between two letters of a word in a name."""
SHORT = 2
"""Words of so few letters are looked for at the beginning of words only."""
_MARKS = re.compile("[\u0300-\u036f]")

_SEPARATORS = "-–_/.,:;()\"”'’"
"""What words are taken to end at, besides blanks."""


@lru_cache(maxsize=64)
def letters_near(word: str) -> re.Pattern[str]:
    """Return the pattern for the letters of a folded word: each the nearest of its kind, and near enough."""
    first, *rest = map(re.escape, word)
    return re.compile(first + "".join(rf"[^\n{c}]{{0,{_GAP}}}+{c}" for c in rest))


def fold(text: str) -> str:
    """Return the text without case, marks on letters and separators: ``E-möte`` becomes ``e mote``."""
    text = _MARKS.sub("", unicodedata.normalize("NFKD", text.lower()))
    for separator in _SEPARATORS:
        text = text.replace(separator, " ")
    return text


def words_of(query: str) -> list[str]:
    """Return the words of a query that have anything to look for."""
    return [word for word in query.split() if fold(word).strip()]
