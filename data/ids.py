"""Ids for new items: short ASCII slugs that fit `plan.ID_PATTERN` and are unique in their plan."""

from __future__ import annotations

import unicodedata
from collections.abc import Container

_LONGEST = 48
_NAMELESS = "namnlos"
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th"})


def slug(namn: str, taken: Container[str]) -> str:
    """Return an id made from a name: at most 48 characters, cut between words, then -2, -3 … when it is taken."""
    base = _shortened(_ascii_words(namn)) or _NAMELESS
    return base if base not in taken else _numbered(base, 2, taken)


def child_id(parent: str, number: int, taken: Container[str]) -> str:
    """Return the id of an item's child: the parent's with this number, or the next number that is free."""
    return _numbered(parent[:70], number, taken)


def _ascii_words(namn: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", namn).casefold().translate(_LETTERS)
    letters = (char for char in plain if not unicodedata.combining(char))
    return "".join(char if char.isascii() and char.isalnum() else " " for char in letters).split()


def _shortened(words: list[str]) -> str:
    short = ""
    for word in words:
        longer = f"{short}-{word}" if short else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        short = longer
    return short


def _numbered(base: str, number: int, taken: Container[str]) -> str:
    """Return ``base-number``, or a free one after it; thousands of equal names cost few look-ups each."""
    if f"{base}-{number}" not in taken:
        return f"{base}-{number}"
    step = 1
    while f"{base}-{number + step}" in taken:
        step *= 2
    used, free = number + step // 2, number + step
    while free - used > 1:
        middle = (used + free) // 2
        if f"{base}-{middle}" in taken:
            used = middle
        else:
            free = middle
    return f"{base}-{free}"
