"""Which columns of a table are a bilaga's, told by their heads; what they are called differs between reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from data.importing.word.grid import GridCell

_LONGEST = 60
"""How long a head is at most."""


class Role(Enum):
    """What a column holds."""

    STATUS = auto()
    UPPDRAG = auto()
    KOMMENTAR = auto()
    AKTIVITET = auto()
    OTHER = auto()


_WORDS = (
    (Role.AKTIVITET, ("aktivitet", "åtgärd")),
    (Role.KOMMENTAR, ("kommentar", "redovisning", "uppföljning", "resultat")),
    (Role.STATUS, ("status", "bedömning", "måluppfyll", "färg")),
    (Role.UPPDRAG, ("uppdrag",)),
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a bilaga's table: each head with its role and where it begins and ends."""

    heads: tuple[tuple[Role, str, int, int], ...]

    def roles(self, cell: GridCell) -> list[Role]:
        """Return what the columns hold that a cell covers."""
        found = [role for role, _, start, end in self.heads if start < cell.end and cell.start < end]
        return found or [Role.OTHER]

    def head(self, cell: GridCell) -> str:
        """Return the head of the column that a cell begins in."""
        return next((head for _, head, start, end in self.heads if start <= cell.start < end), "")

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max(end for _, _, _, end in self.heads)


def columns(cells: Sequence[tuple[GridCell, str]]) -> Columns | None:
    """Return the columns that a row of heads names; None when it is no such row."""
    roles = _roles([text for _, text in cells])
    if Role.UPPDRAG not in roles or not {Role.KOMMENTAR, Role.AKTIVITET} & set(roles):
        return None
    return Columns(
        tuple((role, text, cell.start, cell.end) for role, (cell, text) in zip(roles, cells, strict=True))
    )


def _roles(heads: Sequence[str]) -> list[Role]:
    """Return each head's role: one column each, and a status beside the uppdrag that it is of."""
    roles = [_role(head) for head in heads]
    roles = [Role.OTHER if role in roles[:place] else role for place, role in enumerate(roles)]
    return [
        Role.OTHER
        if role is Role.STATUS
        and Role.UPPDRAG not in (*roles[max(place - 1, 0) : place], *roles[place + 1 : place + 2])
        else role
        for place, role in enumerate(roles)
    ]


def _role(head: str) -> Role:
    folded = head.casefold()
    if len(folded) > _LONGEST:
        return Role.OTHER
    return next((role for role, words in _WORDS if any(word in folded for word in words)), Role.OTHER)
