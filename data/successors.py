"""Which of a new year's fokusområden each of an older plan's becomes: by what somebody says, by name, by id.

A name that is the same weighs more than an id, since numbers are often dealt out anew; an id more than a name that
is only alike. Two may become one. What is found no successor for stays as it is, and whoever asks is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from data.mal import MalOchBudget, MalOmrade
from data.plan import Fokusomrade

_ALIKE = 0.75
"""How much of two names must be in common (0–1) for one to be a new wording of the other."""
_AHEAD = 0.1
"""How much more alike than all others it must be."""


class Ground(Enum):
    """Why one fokusområde is taken to be another's successor; the value is what a screen says."""

    TOLD = "som du har sagt"
    SAME = "samma namn"
    SAME_ID = "samma id, nytt namn"
    ALIKE = "liknande namn"
    NONE = "finns inte i Mål och budget"

    @property
    def sure(self) -> bool:
        """Whether nobody need look at it."""
        return self in (Ground.TOLD, Ground.SAME)


@dataclass(frozen=True, slots=True)
class Successor:
    """An older plan's fokusområde and what it becomes."""

    old: Fokusomrade
    new: MalOmrade | None
    """None: it stays as it is."""
    ground: Ground


def successors(
    omraden: Iterable[Fokusomrade], decided: MalOchBudget, told: Mapping[str, str]
) -> tuple[Successor, ...]:
    """Return what each fokusområde becomes, in the order given.

    `told` is what somebody says: new ids by old; an empty one lets the old stay. Ids that are not decided are not
    asked for here: the caller has refused them.
    """
    by_id = {omrade.id: omrade for omrade in decided.fokusomraden}
    by_name = {_plain(omrade.namn): omrade for omrade in reversed(decided.fokusomraden)}
    found = list(omraden)
    sure = {omrade.id: _sure(omrade, by_id, by_name, told) for omrade in found}
    taken = {one.new.id for one in sure.values() if one is not None and one.new is not None}
    free = [omrade for omrade in decided.fokusomraden if omrade.id not in taken]
    return tuple(sure[omrade.id] or _likely(omrade, free) for omrade in found)


def _sure(
    omrade: Fokusomrade,
    by_id: Mapping[str, MalOmrade],
    by_name: Mapping[str, MalOmrade],
    told: Mapping[str, str],
) -> Successor | None:
    if omrade.id in told:
        return Successor(omrade, by_id.get(told[omrade.id]), Ground.TOLD)
    same = by_id.get(omrade.id)
    if same is None or _plain(same.namn) != _plain(omrade.namn):
        same = by_name.get(_plain(omrade.namn))
    return None if same is None else Successor(omrade, same, Ground.SAME)


def _likely(omrade: Fokusomrade, free: Iterable[MalOmrade]) -> Successor:
    """Return the likely one among those that no other has by name."""
    for one in free:
        if one.id == omrade.id:
            return Successor(omrade, one, Ground.SAME_ID)
    ranked = sorted(((_likeness(omrade.namn, one.namn), one) for one in free), key=lambda pair: -pair[0])
    best, second = (*(score for score, _ in ranked), 0.0, 0.0)[:2]
    if best >= _ALIKE and best - second >= _AHEAD:
        return Successor(omrade, ranked[0][1], Ground.ALIKE)
    return Successor(omrade, None, Ground.NONE)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, _plain(one), _plain(other), autojunk=False).ratio()


def _plain(namn: str) -> str:
    return " ".join(namn.split()).casefold()
