"""Lines that fit a column: broken between words, and inside a word only when it is wider than the column.

tabulate's own wrapping loses the blank lines between paragraphs and is the slowest part of a large table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

FILLER = "\x00"
"""Stands after a character that takes two columns, so that lengths are widths; `unfilled` takes it away."""

_WIDE = re.compile(r"[\u1100-\u115f\u231a-\u23ff\u25fd-\u27bf\u2b1b-\u2b55\u2e80-\uffe6\U00010000-\U0003fffd]")


def filled(text: str) -> str:
    """Return text, already shown, composed and with a filler after each wide character."""
    return _WIDE.sub(_with_filler, unicodedata.normalize("NFC", text))


def unfilled(text: str) -> str:
    """Return the text without fillers."""
    return text.replace(FILLER, "")


def _with_filler(found: re.Match[str]) -> str:
    return found[0] + FILLER if unicodedata.east_asian_width(found[0]) in "WF" else found[0]


def wrapped(text: str, width: int, hang: str = "", joint: str = "") -> list[str]:
    """Return a filled text as lines of at most `width`: `hang` leads all but the first, `joint` ends a cut word."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines += _wrapped_line(line, width, hang if lines else "", hang, joint)
    return lines


def _wrapped_line(line: str, width: int, lead: str, hang: str, joint: str) -> Iterator[str]:
    if len(lead) + len(line) <= width:
        yield lead + line
        return
    current, empty = lead, True
    for word in line.split(" "):
        if not empty and len(current) + 1 + len(word) <= width:
            current += " " + word
            continue
        if not empty:
            yield current.rstrip(" ")
            current, empty = hang, True
            if not word:
                continue
        *pieces, last = _pieces(word, width - len(current), width - len(hang), len(joint))
        for piece in pieces:
            yield current + piece + joint
            current = hang
        current, empty = current + last, False
    yield current.rstrip(" ")


def _pieces(word: str, first: int, room: int, joint: int) -> Iterator[str]:
    """Cut a word that is wider than its room; a wide character is not parted from its filler."""
    start, room_now = 0, first
    while len(word) - start > room_now:
        end = start + max(2, room_now - joint)
        end -= word[end : end + 1] == FILLER
        yield word[start:end]
        start, room_now = end, room
    yield word[start:]
