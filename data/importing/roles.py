"""Which columns of a table are a bilaga's, told by their heads; what they are called differs between reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum, auto

_LONGEST = 60
"""How long a head is at most."""


class Role(Enum):
    """What a column holds."""

    STATUS = auto()
    UPPDRAG = auto()
    KOMMENTAR = auto()
    AKTIVITET = auto()
    OTHER = auto()


CELL: Mapping[Role, int] = {Role.UPPDRAG: 0, Role.STATUS: 0, Role.KOMMENTAR: 1, Role.AKTIVITET: 2}
"""In which of a bilaga's three cells what a column holds belongs."""

_WORDS = (
    (Role.AKTIVITET, ("aktivitet", "åtgärd")),
    (Role.KOMMENTAR, ("kommentar", "redovisning", "uppföljning", "resultat")),
    (Role.STATUS, ("status", "bedömning", "måluppfyll", "färg")),
    (Role.UPPDRAG, ("uppdrag",)),
)


def roles(heads: Sequence[str]) -> list[Role] | None:
    """Return the role of each head, one column each, or None when they are not the heads of a bilaga.

    A column of statuses has that role only beside the uppdrag that it is of.
    """
    told = [_role(head) for head in heads]
    told = [Role.OTHER if role in told[:place] else role for place, role in enumerate(told)]
    if Role.UPPDRAG not in told or not {Role.KOMMENTAR, Role.AKTIVITET} & set(told):
        return None
    beside = {told.index(Role.UPPDRAG) - 1, told.index(Role.UPPDRAG) + 1}
    return [Role.OTHER if role is Role.STATUS and place not in beside else role for place, role in enumerate(told)]


def _role(head: str) -> Role:
    folded = head.casefold()
    if len(folded) > _LONGEST:
        return Role.OTHER
    return next((role for role, words in _WORDS if any(word in folded for word in words)), Role.OTHER)
