"""Ids for what was decided in a year: those of other years where it is the same, also when it has been renamed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from data.ids import slug

_SIMILAR = 0.75
"""How much two names have in common, of 1, when one is taken for the other renamed."""


@dataclass(frozen=True, slots=True)
class Known:
    """A fokusområde or mål of another year."""

    ar: int
    id: str
    namn: str


@dataclass(frozen=True, slots=True)
class Identity:
    """The id of a name."""

    id: str
    doubt: str | None = None
    """In Swedish: what was guessed, where the name is another than the id had before."""


def identities(names: Sequence[str], known: Iterable[Known], taken: set[str]) -> list[Identity]:
    """Return an id for each name, all different and none of `taken`, which gets them.

    `known` are those of other years, the nearest first. A name that was there keeps its id, as does one that gives
    the same id; then the names that are most alike are paired. The rest get ids of their own.
    """
    latest: dict[str, Known] = {}
    for one in known:
        latest.setdefault(one.id, one)
    free = {id: one for id, one in latest.items() if id not in taken}
    found = _same(names, free)
    found |= _alike(names, free, found)
    used = taken | latest.keys()  # an id of another year stays with what had it there
    for place, namn in enumerate(names):
        if place not in found:
            found[place] = Identity(slug(namn, used))
            used.add(found[place].id)
    taken |= {one.id for one in found.values()}
    return [found[place] for place in range(len(names))]


def _same(names: Sequence[str], free: dict[str, Known]) -> dict[int, Identity]:
    """Pair names that are equal, then names that give an id that was there; take the ids out of `free`."""
    found: dict[int, Identity] = {}
    for place, namn in enumerate(names):
        equal = next((one for one in free.values() if _folded(one.namn) == _folded(namn)), None)
        if equal is not None:
            found[place] = Identity(free.pop(equal.id).id)
    for place, namn in enumerate(names):
        if place not in found and (one := free.pop(slug(namn, ()), None)):
            found[place] = Identity(one.id, _renamed(one))
    return found


def _alike(names: Sequence[str], free: dict[str, Known], found: Mapping[int, Identity]) -> dict[int, Identity]:
    pairs = sorted(
        (
            (-likeness, place, id)
            for place, namn in enumerate(names)
            if place not in found
            for id, one in free.items()
            if (likeness := _likeness(namn, one.namn)) >= _SIMILAR
        ),
    )
    paired: dict[int, Identity] = {}
    for _, place, id in pairs:
        if place not in paired and id in free:
            paired[place] = Identity(id, _renamed(free.pop(id)))
    return paired


def _renamed(one: Known) -> str:
    return f"gissat att det är samma som ”{one.namn}” {one.ar}, med id {one.id}"


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, _folded(one), _folded(other), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _SIMILAR else 0


def _folded(namn: str) -> str:
    return " ".join("".join(char if char.isalnum() else " " for char in namn.casefold()).split())
