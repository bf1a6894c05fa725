"""A year's plans side by side, förvaltning by fokusområde: uppdrag counted by status. Counted, never judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.counts import Counts, Parted, parted
from data.plan import Fokusomrade, Plan


@dataclass(frozen=True, slots=True)
class Column:
    """A fokusområde of the year, which plans have in common by its id."""

    id: str
    namn: str
    """As the first plan that has it says."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The uppdrag of one fokusområde in one plan, or a sum of such."""

    parted: Parted
    """Regiongemensamma and own apart."""
    verdict: str | None = None
    """The status that somebody has given the fokusområde; sums have none."""

    @property
    def counts(self) -> Counts:
        """All of them."""
        return self.parted.all

    @property
    def total(self) -> int:
        """How many uppdrag there are."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Line:
    """One plan."""

    plan: Plan
    cells: tuple[Cell | None, ...]
    """One for each column; None where the plan does not have the fokusområde."""
    sum: Cell


@dataclass(frozen=True, slots=True)
class Overview:
    """A table of all that is planned for a year, with sums."""

    ar: int
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    sums: tuple[Cell, ...]
    """One for each column."""
    sum: Cell


def years(plans: Iterable[Plan]) -> tuple[int, ...]:
    """Return the years that there are plans for, the newest first."""
    return tuple(sorted({plan.ar for plan in plans}, reverse=True))


def year_beside(plans: Iterable[Plan], ar: int, step: str) -> int:
    """Return the year ``after`` or ``before`` one, of those that there are plans for; the same at an end."""
    found = sorted(years(plans))
    if ar not in found:
        return ar
    place = found.index(ar) + {"after": 1, "before": -1}[step]
    return found[max(0, min(place, len(found) - 1))]


def overview(plans: Iterable[Plan], ar: int) -> Overview:
    """Return the table of a year; the lines are in the order of the plans, the columns in that of their numbers."""
    found = [plan for plan in plans if plan.ar == ar]
    columns: dict[str, Column] = {}
    for plan in found:
        for omrade in plan.fokusomraden:
            columns.setdefault(omrade.id, Column(omrade.id, omrade.namn))
    ordered = tuple(sorted(columns.values(), key=lambda column: _rank(column.id)))
    lines = tuple(_line(plan, ordered) for plan in found)
    sums = tuple(_sum(line.cells[place] for line in lines) for place in range(len(ordered)))
    return Overview(ar, ordered, lines, sums, _sum(line.sum for line in lines))


def _rank(id: str) -> tuple[bool, tuple[int, ...]]:
    """Set numbered ids in the order of their numbers, ``1.10`` after ``1.9``, and all others after them."""
    parts = id.split(".")
    numbered = all(part.isdecimal() for part in parts)
    return not numbered, tuple(map(int, parts)) if numbered else ()


def _line(plan: Plan, columns: Iterable[Column]) -> Line:
    omraden: Mapping[str, Fokusomrade] = {omrade.id: omrade for omrade in plan.fokusomraden}
    cells = tuple(_cell(omraden[column.id]) if column.id in omraden else None for column in columns)
    return Line(plan, cells, _sum(cells))


def _cell(omrade: Fokusomrade) -> Cell:
    return Cell(parted(omrade.uppdrag), omrade.status)


def _sum(cells: Iterable[Cell | None]) -> Cell:
    return Cell(sum((cell.parted for cell in cells if cell is not None), parted(())))
