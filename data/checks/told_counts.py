"""What a fokusområde's text says of its uppdrag: how many come to what, and which; read out of the sentences.

Only what can be read for certain is: a number or a word for all or none, the uppdrag, and one verdict. Sentences in
the form of `data.drafting` are all understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.numerals import COUNT, count
from data.status import EJ_BEDOMD, UPPDRAG

_FULFILLED, _PARTLY, _NOT = UPPDRAG.values

_KIND = r"(?:(?P<adjective>regiongemensamma|egna)\s+)?"
_WHO = rf"""
    (?:
        (?P<part>{COUNT})\s+av\s+(?:de\s+|våra\s+|fokusområdets\s+|totalt\s+|sammanlagt\s+){{0,2}}
            (?:(?P<whole>{COUNT})\s+)?
      | (?P<all>alla|samtliga|båda)\s+(?:de\s+)?(?:(?P<every>{COUNT})\s+)?
      | (?P<none>inget|inga|ingen)\s+(?:av\s+)?(?:de\s+)?(?:(?P<of>{COUNT})\s+)?
      | (?<!av\s)(?<!de\s)(?P<some>{COUNT})\s+
    )
"""
_VERDICT = r"""
    (?P<verdict>
        bedöms\s+(?:(?:inte|ej|delvis)\s+)?(?:kunna\s+)?(?:uppfyllas|uppnås)(?:\s+(?:helt\s+eller\s+delvis|delvis|helt))?
      | (?:uppfylls|uppnås|uppfylldes|uppnåddes|har\s+uppfyllts|har\s+uppnåtts)
            (?:\s+(?:helt\s+eller\s+delvis|delvis|helt|inte|ej))?
      | är\s+(?:inte|ej|ännu\s+inte)\s+bedöm(?:t|da?)
      | är\s+bedöm(?:t|da?)(?=[.,;]|\s*\Z)
    )\b(?!\s+eller\b)
"""
_COUNTED = re.compile(
    rf"\b{_WHO}{_KIND}uppdrag(?:en)?\b(?P<between>(?:(?!\buppdrag)[^.!?:;”\"\n]){{0,150}}?)\s{_VERDICT}",
    re.VERBOSE | re.IGNORECASE,
)
_NAMED = re.compile(rf"\buppdrag(?:et|en)\s+”(?P<names>[^\n]{{1,600}}?)”\s+{_VERDICT}", re.VERBOSE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """So many uppdrag of so many have some status."""

    words: str
    at: int
    """Where in the text."""
    part: int | None
    """None: all there are."""
    whole: int | None
    """None: not told."""
    shared: bool | None
    """Whether it is about the regiongemensamma; None: not told."""
    statuses: frozenset[str]


@dataclass(frozen=True, slots=True)
class Named:
    """Some uppdrag, by name, have some status."""

    names: tuple[str, ...]
    at: int
    statuses: frozenset[str]
    verdict: str


def counted_in(text: str) -> Iterator[Counted]:
    """Give what a text says in numbers."""
    for found in _COUNTED.finditer(text):
        if found["some"] and found["between"].strip():
            continue  # "två uppdrag som kom till i våras uppfylls" says nothing of the others
        told = _numbers(found)
        adjective = (found["adjective"] or "").casefold()
        shared = None if not adjective else adjective == "regiongemensamma"
        yield Counted(found[0], found.start(), *told, shared, _statuses(found["verdict"]))


def named_in(text: str) -> Iterator[Named]:
    """Give what a text says of uppdrag whose names stand in quotation marks, as in a draft."""
    for found in _NAMED.finditer(text):
        names = tuple(re.split(r"”(?:,| och) ”", found["names"]))
        verdict = " ".join(found["verdict"].split())
        yield Named(names, found.start("names"), _statuses(verdict), verdict)


def _numbers(found: re.Match[str]) -> tuple[int | None, int | None]:
    """Return how many, and of how many."""
    if found["all"]:
        whole = _number(found["every"])
        return None, 2 if found["all"].casefold() == "båda" else whole
    if found["none"]:
        return 0, _number(found["of"])
    return _number(found["part"] or found["some"]), _number(found["whole"])


def _number(word: str | None) -> int | None:
    return None if word is None else count(word)


def _statuses(verdict: str) -> frozenset[str]:
    words = verdict.casefold().split()
    denied = "inte" in words or "ej" in words
    if words[0] == "är":
        return frozenset({EJ_BEDOMD.value} if denied else UPPDRAG.values)
    if denied:
        return frozenset({_NOT})
    if "delvis" in words:
        return frozenset({_FULFILLED, _PARTLY} if "helt" in words else {_PARTLY})
    return frozenset({_FULFILLED})
