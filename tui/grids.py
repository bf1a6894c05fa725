"""What stands side by side, as a grid to draw: the overview of a year, and its mål by nämnd. Pure.

The last row and the last column of a grid are sums.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from data.counts import Counts, counts
from data.malmatris import NO_NAMND, Malmatris
from data.malmatris import Square as MalSquare
from data.overview import Cell, Overview
from data.plain_text import one_line
from data.plan import Plan, Uppdrag
from data.status import UPPDRAG
from tui.bars import STATUSES
from tui.glyphs import Glyphs

SUM = "Summa"


@dataclass(frozen=True, slots=True)
class Square:
    """One cell of a grid."""

    text: str
    counts: Counts | None = None
    """What its bar is made of; None: there is none."""
    quiet: bool = False
    """Whether it is nothing to look for."""


@dataclass(frozen=True, slots=True)
class Grid:
    """All that is drawn."""

    rows: tuple[tuple[str, str], ...]
    """The key and the name of each."""
    columns: tuple[tuple[str, str], ...]
    squares: tuple[tuple[Square, ...], ...]
    """By row and column, one more of each than there are: the sums."""
    column: str
    """What a column is: ``fokusområde``."""
    empty: str
    """What is said when there are no rows."""
    narrowest: int
    """Cells that a column takes at least."""
    folded: bool = False
    """Whether the names of rows may go on in a second line, and those of columns have a single one."""


def of_overview(found: Overview, named: Callable[[Plan], str], glyphs: Glyphs) -> Grid:
    """Return the grid of a year's plans by fokusområde."""
    lines = [(*line.cells, line.sum) for line in found.lines]
    lines.append((*found.sums, found.sum))
    return Grid(
        tuple((line.plan.name, one_line(named(line.plan))) for line in found.lines),
        tuple((column.id, one_line(f"{column.id} {column.namn}")) for column in found.columns),
        tuple(tuple(_counted(cell, glyphs) for cell in line) for line in lines),
        "fokusområde",
        "Inga planer för året.",
        12,
    )


def _counted(cell: Cell | None, glyphs: Glyphs) -> Square:
    if cell is None or not cell.total:
        return Square(nothing(glyphs), quiet=True)
    return Square(" ".join(f"{glyphs.sign(status)}{cell.counts[status.value]}" for status in STATUSES), cell.counts)


def nothing(glyphs: Glyphs) -> str:
    """Return what stands where there is nothing."""
    return "-" if glyphs.ascii else "–"


def of_malmatris(found: Malmatris | None, empty: str, glyphs: Glyphs) -> Grid:
    """Return the grid of a year's mål by nämnd; `empty` is said where it is not known what was decided."""
    rows = found.rows if found else ()
    namnder = found.namnder if found else ()
    squares = [
        (*(_mal(square, glyphs) for square in row.squares), _served(row.uppdrag, "inga", glyphs)) for row in rows
    ]
    columns = [[row.squares[place] for row in rows] for place in range(len(namnder))]
    sums = [_sum(column, glyphs) for column in columns]
    whole = _sum([square for column in columns for square in column], glyphs)
    return Grid(
        tuple((row.mal.id, one_line(row.mal.namn)) for row in rows),
        tuple((kod, one_line(kod) if kod != NO_NAMND else "Utan nämnd") for kod in namnder),
        (*squares, (*sums, whole)),
        "nämnd",
        empty,
        10,
        folded=True,
    )


def _mal(square: MalSquare, glyphs: Glyphs) -> Square:
    if square.missing:
        return Square(f"{glyphs.cross} saknas")
    if square.lacking:
        return Square("ingen plan", quiet=True)
    if not square.uppdrag:
        return Square(nothing(glyphs), quiet=True)
    told = _served(square.uppdrag, "", glyphs)
    return told if square.assigned else Square(f"({told.text})", told.counts)


def _served(uppdrag: Iterable[Uppdrag], none: str, glyphs: Glyphs) -> Square:
    """Return the uppdrag by status, those that there are of; or what is said of none."""
    counted = counts(UPPDRAG, uppdrag)
    told = [f"{glyphs.sign(status)}{counted[status.value]}" for status in STATUSES if counted[status.value]]
    return Square(" ".join(told), counted) if told else Square(none)


def _sum(column: Iterable[MalSquare], glyphs: Glyphs) -> Square:
    """Return what a nämnd has for all mål together: how many it lacks uppdrag for, if any, goes before numbers."""
    squares = list(column)
    uppdrag = {id(one): one for square in squares for one in square.uppdrag}.values()  # some serve several mål
    missing = sum(square.missing for square in squares)
    told = _served(uppdrag, nothing(glyphs), glyphs)
    return Square(f"{glyphs.cross} {missing} saknas", told.counts) if missing else told
