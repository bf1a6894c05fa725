"""What differs between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_MOST_WORDS = 4_000
"""Longer texts, once what they begin and end with in common is taken away, are told as replaced."""

Kind = Literal["same", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text of one kind."""

    kind: Kind
    text: str


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces that make up both texts, in reading order; what is removed stands before what is added.

    Same and removed pieces together are the old text, same and added the new one.
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    head = _shared(before, after)
    tail = _shared(before[: head - len(before) - 1 : -1], after[: head - len(after) - 1 : -1])
    middle = _compared(before[head : len(before) - tail], after[head : len(after) - tail])
    same_head, same_tail = "".join(before[:head]), "".join(before[len(before) - tail :])
    return tuple(_joined([("same", same_head, same_head), *middle, ("same", same_tail, same_tail)]))


def _shared(before: list[str], after: list[str]) -> int:
    """Return how many words the two begin with in common."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))


_Part = tuple[Literal["same", "changed"], str, str]


def _compared(before: list[str], after: list[str]) -> Iterator[_Part]:
    if max(len(before), len(after)) > _MOST_WORDS:
        yield "changed", "".join(before), "".join(after)
        return
    for tag, start, end, other, other_end in SequenceMatcher(str.isspace, before, after).get_opcodes():
        old, new = "".join(before[start:end]), "".join(after[other:other_end])
        # A lone space between two changes would only cut a changed phrase into pieces.
        yield ("same" if tag == "equal" and not old.isspace() else "changed"), old, new


def _joined(parts: Iterable[_Part]) -> Iterator[Piece]:
    removed = added = ""
    for kind, old, new in parts:
        if kind == "changed":
            removed, added = removed + old, added + new
        elif old:
            yield from _changed(removed, added)
            removed = added = ""
            yield Piece("same", old)
    yield from _changed(removed, added)


def _changed(removed: str, added: str) -> Iterator[Piece]:
    if removed:
        yield Piece("removed", removed)
    if added:
        yield Piece("added", added)
