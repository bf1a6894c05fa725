"""What the text of a fokusområde tells of how it goes: the verdict on it, and on its regiongemensamma uppdrag.

A sentence may judge all uppdrag at once, name those that it judges, or tell how many of them come to what; the
others are then known only where the numbers leave nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from data.importing.passages import sentences
from data.numerals import COUNT, count, in_words, of
from data.status import UPPDRAG
from data.wording import status_words

_FULFILLED, _PARTLY, _NOT = UPPDRAG.values
_VERDICT = re.compile(
    r"\b(?:(?P<before>inte|ej|delvis)\s+)?(?:uppfyll(?:s|as|ts|des|t|d|da)|uppnå(?:s|tts|ddes|tt))\b"
    r"(?:\s+(?P<after>delvis|inte|ej|till viss del))?",
    re.IGNORECASE,
)
_SOME = re.compile(rf"\b(?P<part>{COUNT})\s+av\s+(?:de\s+)?(?P<whole>{COUNT})\b.*?\buppdrag", re.IGNORECASE)
_ALL = re.compile(r"\b(?:alla|samtliga|båda)\b[^.]*?\buppdrag", re.IGNORECASE)
_NONE = re.compile(r"\b(?:inget|inga)\b[^.]*?\buppdrag", re.IGNORECASE)
_LONGEST = 2000
"""A sentence is shorter, also with the names of some uppdrag in it."""
_NAMING = re.compile(r"\buppdrag(?:et|en)\b", re.IGNORECASE)


@dataclass
class Verdicts:
    """What a text tells."""

    omrade: str | None = None
    uppdrag: dict[int, str] = field(default_factory=dict)
    """Statuses of uppdrag, by their place among the names."""
    doubts: list[str] = field(default_factory=list)
    """In Swedish: what was guessed, or could not be told, of the fokusområde."""
    guessed: dict[int, str] = field(default_factory=dict)
    """And of uppdrag."""


def verdicts(text: str, names: Sequence[str]) -> Verdicts:
    """Return what the text of a fokusområde tells of it, and of the regiongemensamma uppdrag with these names."""
    found = Verdicts()
    rest = []
    for sentence in _judging(text):
        if found.omrade is None and "fokusområde" in sentence.casefold():
            found.omrade = _status(sentence)
        else:
            rest.append(sentence)
    shared = [sentence for sentence in rest if "uppdrag" in sentence.casefold()]
    for sentence in shared:
        _named(sentence, names, found)
    for sentence in shared:
        _counted(sentence, names, found)
    return found


def _judging(text: str) -> Iterator[str]:
    """Give the sentences that have a verdict; the name of an uppdrag may have a full stop within it."""
    waiting = ""
    for sentence in sentences(" ".join(text.split())):
        waiting = f"{waiting} {sentence}".strip()
        if len(waiting) > _LONGEST:
            waiting = ""
        if _VERDICT.search(waiting):
            yield waiting
            waiting = ""
        elif not _NAMING.search(waiting):
            waiting = ""


def _status(words: str) -> str | None:
    found = _VERDICT.search(words)
    if found is None:
        return None
    told = {(found["before"] or "").casefold(), (found["after"] or "").casefold()}
    return _NOT if told & {"inte", "ej"} else _PARTLY if told & {"delvis", "till viss del"} else _FULFILLED


def _named(sentence: str, names: Sequence[str], found: Verdicts) -> None:
    """Take the verdict on uppdrag that a sentence names."""
    folded = _folded(sentence)
    places = {place: _folded(name) for place, name in enumerate(names) if _folded(name)}
    within = {place: folded.find(name) for place, name in places.items() if name in folded}
    # A name within a longer one that is there too is not named by itself.
    named = {
        place: at
        for place, at in within.items()
        if not any(places[place] != places[other] and places[place] in places[other] for other in within)
    }
    for place, at in named.items():
        status = _status(folded[at + len(places[place]) :])
        if status is not None:
            found.uppdrag.setdefault(place, status)
    if not named and _NAMING.search(sentence) and not (_SOME.search(sentence) or _ALL.search(sentence)):
        found.doubts.append("hittade inte det uppdrag som texten bedömer; bedöm det själv")


def _counted(sentence: str, names: Sequence[str], found: Verdicts) -> None:
    """Take the verdict on the uppdrag that no sentence names."""
    status = _status(sentence)
    others = [place for place in range(len(names)) if place not in found.uppdrag]
    if status is None:
        return
    if some := _SOME.search(sentence):
        part, whole = count(some["part"]), count(some["whole"])
        differing = sum(told != status for told in found.uppdrag.values())
        if part + differing == whole:
            _take(others, status, found, certain=whole == len(names))
        elif others:
            told = f"{of(part, whole, neuter=True)} uppdrag {_words(status)}"
            found.doubts.append(f"texten säger att {told}, men inte vilka; bedöm dem själv")
        if whole != len(names):
            counts = (in_words(number, neuter=True) for number in (whole, len(names)))
            found.doubts.append("texten räknar {} uppdrag, men här finns {}".format(*counts))
    elif _NONE.search(sentence):
        _take(others, _NOT if status == _FULFILLED else status, found)
    elif _ALL.search(sentence):
        _take(others, status, found)


def _take(places: Sequence[int], status: str, found: Verdicts, *, certain: bool = True) -> None:
    for place in places:
        found.uppdrag[place] = status
        if not certain:
            found.guessed[place] = f"gissat {_words(status)}, eftersom texten räknar det utan att nämna det"


def _words(status: str) -> str:
    return status_words(UPPDRAG.of(status))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")
