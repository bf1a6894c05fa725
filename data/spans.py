"""Which parts of a name or a comment a query has found, to be underlined: told as `data.search` finds them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from data.folding import SHORT, fold, letters_near, words_of


@lru_cache(maxsize=1024)
def _folded_letter(char: str) -> str:
    return fold(char)


def spans(namn: str, query: str) -> tuple[tuple[int, int], ...]:
    """Return which parts of a name the words of a query match, from and to, in order and apart."""
    folded, places = _folded_with_places(namn)
    marked: set[int] = set()
    for word in words_of(query):
        marked.update(_letters(folded, fold(word).strip()))
    return _joined(namn, {places[at] for at in marked})


def comment_spans(comment: str, query: str) -> tuple[tuple[int, int], ...]:
    """Return where the words of a query stand in a comment, from and to, in order and apart: all that is found."""
    words = [fold(word).strip() for word in words_of(query)]
    if not words:
        return ()
    folded, places = _folded_with_places(comment)
    text = f" {folded}"
    marked: set[int] = set()
    for word in words:
        short = len(word) <= SHORT
        if short and len(words) == 1:
            continue  # such a word is looked for in names alone
        wanted = f" {word}" if short else word
        at = text.find(wanted)
        while at >= 0:
            start = at if short else at - 1
            marked.update(places[start : start + len(word)])
            at = text.find(wanted, at + 1)
    return _joined(comment, marked)


def _joined(text: str, marked: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Return letters by their places as parts, from and to, each with the marks that stand on its last letter."""
    joined: list[tuple[int, int]] = []
    for at in sorted(marked):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        if joined and joined[-1][1] >= at:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((at, end))
    return tuple(joined)


def _folded_with_places(namn: str) -> tuple[str, list[int]]:
    """Return a folded name and, for each of its letters, where in the name it comes from."""
    parts = [_folded_letter(char) for char in namn.replace("\n", " ")]
    return "".join(parts), [at for at, part in enumerate(parts) for _ in part]


def _letters(folded: str, word: str) -> Iterable[int]:
    """Return the places of the letters that a folded word matches in a folded name, by the best way there is."""
    begins = f" {folded}".find(f" {word}")
    inside = begins if begins >= 0 or len(word) <= SHORT else folded.find(word)
    if inside >= 0:
        return range(inside, inside + len(word))
    if len(word) <= SHORT:
        return ()
    words = [found.start() for found in re.finditer(r"\S+", folded)]
    first = "".join(folded[at] for at in words).find(word)
    if first >= 0:
        return words[first : first + len(word)]
    found = letters_near(word).search(folded)
    return _stepped(folded, word, found.start()) if found else ()


def _stepped(folded: str, word: str, start: int) -> list[int]:
    """Return where each letter of a word is, the nearest first, from where the first one is."""
    places = [start]
    for letter in word[1:]:
        places.append(folded.index(letter, places[-1] + 1))
    return places
