"""The columns of a bilaga's table in a Word file, where cells may be merged over several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.importing.roles import Role, roles
from data.importing.word.grid import GridCell


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
    found = roles([text for _, text in cells])
    if found is None:
        return None
    return Columns(
        tuple((role, text, cell.start, cell.end) for role, (cell, text) in zip(found, cells, strict=True))
    )
