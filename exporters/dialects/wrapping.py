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
    if len(lead) + len(line) > width:
        line = line.rstrip(" ")
    start = 0
    while len(line) - start > (room := width - len(lead)):
        end = line.rfind(" ", start, start + room + 1)
        if line[start : max(start, end)].strip(" "):
            yield lead + line[start:end].rstrip(" ")
            while line.startswith(" ", end):
                end += 1
        else:
            end = _cut(line, start, room - len(joint))
            yield lead + line[start:end] + joint
        start, lead = end, hang
    yield lead + line[start:]


def _cut(line: str, start: int, room: int) -> int:
    """Return where to cut a word that is wider than its room; a wide character is not parted from its filler."""
    end = start + max(2, room)
    return end - (line[end : end + 1] == FILLER)
