"""A PDF without structure: rows, found by place, joined over page breaks, and their lines joined to paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.importing.judged_text import Told, judgement
from data.importing.pdf.gathering import Aside, PlacedRow, PlacedTable, Text, gathered
from data.importing.pdf.glyphs import Page
from data.importing.pdf.joining import Line, goes_on, habits, joined
from data.importing.roles import CELL, Role
from data.importing.sections import Sections
from data.importing.shared import ends_sentence
from data.importing.table_rows import TableRow
from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG, Scale

_GAP = 1.08
"""How much further than to the next line it is to the next paragraph."""
_SCALES: dict[Role, Scale] = {Role.UPPDRAG: UPPDRAG, Role.AKTIVITET: AKTIVITET}


def read_placed(pages: Sequence[Page], found: Sections) -> None:
    """Tell what stands in a document, in order."""
    items = gathered(pages)
    reader = _Reader([item for item in items if isinstance(item, PlacedTable)], found)
    number = 0
    for item in items:
        match item:
            case PlacedTable():
                number += 1
                reader.table(item, number)
            case Text():
                found.text(item.line.page.number, item.text, heading=item.heading)
            case Aside():
                found.leave(item.page, item.text, item.reason)
    found.close()


@dataclass
class _Whole:
    """A row with all its pages."""

    rows: list[PlacedRow]
    doubts: list[str]

    def lines(self, column: int) -> list[Line]:
        """Return the lines of a column, on all pages."""
        return [line for row in self.rows for line in row.cells[column]]


class _Reader:
    """Knows what the document does with its lines, and joins them."""

    def __init__(self, tables: Sequence[PlacedTable], found: Sections) -> None:
        self._found = found
        cells = [cell for table in tables for row in table.rows for cell in row.cells]
        self._habits = habits(cells, exact=False)
        self._pitch = _pitch(cells)
        self._signed = _is_signed(tables)

    def table(self, table: PlacedTable, number: int) -> None:
        """Tell the rows of a table."""
        rights = [
            max((line.x1 for row in table.rows for line in row.cells[column]), default=0.0)
            for column in range(len(table.roles))
        ]
        wholes = self._joined_over_pages(table, rights)
        made = [self._row(whole, table, rights, f"tabell {number}, rad {n}") for n, whole in enumerate(wholes, 1)]
        if made:
            self._found.table(made[0].line, made)

    def _joined_over_pages(self, table: PlacedTable, rights: Sequence[float]) -> list[_Whole]:
        wholes: list[_Whole] = []
        column = table.roles.index(Role.UPPDRAG)
        for row in table.rows:
            before = wholes[-1].lines(column) if wholes else []
            goes_on, doubt = self._goes_on(row, row.cells[column], before, rights[column])
            if wholes and goes_on:
                wholes[-1].rows.append(row)
            else:
                wholes.append(_Whole([row], []))
            wholes[-1].doubts += [one for one in (doubt, row.doubt) if one is not None]
        return wholes

    def _goes_on(
        self, row: PlacedRow, first: Sequence[Line], before: Sequence[Line], right: float
    ) -> tuple[bool, str | None]:
        """Tell whether a row goes on with the one on the page before, and what was guessed."""
        if not row.top or not before:
            return False, None
        if not first:
            return True, None
        if self._begins_with_status(first[0], Role.UPPDRAG):
            return False, None
        surely = True if self._signed else goes_on(before[-1], first[0], right)
        if surely is None:
            return False, "gissat att ett nytt uppdrag börjar överst på sidan"
        return surely, None

    def _row(self, whole: _Whole, table: PlacedTable, rights: Sequence[float], place: str) -> TableRow:
        found: tuple[list[Told], list[Told], list[Told]] = ([], [], [])
        doubts = list(whole.doubts)
        for column, role in enumerate(table.roles):
            for lines in self._paragraphs(whole.lines(column), role, rights[column], doubts):
                text, guessed = joined(lines, rights[column], self._habits)
                doubts += guessed
                if role is Role.OTHER:
                    self._found.leave(lines[0].page, text, "kolumn som inte hör till en bilaga")
                else:
                    found[CELL[role]].append(Told(text, lines[0].colours))
        line = whole.rows[0].page
        comments = tuple(one.text for one in found[1] if one.text.strip())
        told = f"sida {line}, {place}"
        return TableRow(line, told, tuple(found[0]), comments, tuple(found[2]), doubts=tuple(doubts))

    def _paragraphs(
        self, lines: Sequence[Line], role: Role, right: float, doubts: list[str]
    ) -> Iterator[list[Line]]:
        """Part the lines of a cell where a paragraph begins."""
        current: list[Line] = []
        for line in lines:
            if current:
                begins, doubt = self._begins(current[-1], line, role, right)
                doubts += [doubt] if doubt is not None else []
                if begins:
                    yield current
                    current = []
            current.append(line)
        if current:
            yield current

    def _begins(self, line: Line, following: Line, role: Role, right: float) -> tuple[bool, str | None]:
        """Tell whether a paragraph begins with a line, and what was guessed."""
        if self._begins_with_status(following, role):
            return True, None
        if role in _SCALES and self._signed:
            return False, None
        if line.page == following.page:
            full = self._habits.spaced and line.text.endswith(" ")
            return not full and following.y - line.y > self._pitch * _GAP, None
        surely = goes_on(line, following, right)
        if surely is not None:
            return not surely, None
        if ends_sentence(line.text):
            return True, "gissat att ett nytt stycke börjar efter sidbrytningen"
        return False, "gissat att stycket fortsätter efter sidbrytningen"

    def _begins_with_status(self, line: Line, role: Role) -> bool:
        return _sign(line, role) or (not self._signed and _judged(line, role))


def _sign(line: Line, role: Role) -> bool:
    """Tell whether a line begins with the sign of a status."""
    scale = _SCALES.get(role)
    statuses = () if scale is None else (*scale.statuses, EJ_BEDOMD)
    return line.text.lstrip().startswith(tuple(form for one in statuses for form in (one.sign, one.ascii)))


def _judged(line: Line, role: Role) -> bool:
    """Tell whether a line begins with a status in any form."""
    scale = _SCALES.get(role)
    return scale is not None and judgement(Told(line.text.strip()), scale).status is not None


def _pitch(cells: Sequence[Sequence[Line]]) -> float:
    """Return how far it is to the next line of a paragraph: as far as it most often is."""
    gaps = Counter(
        round(following.y - line.y, 1)
        for cell in cells
        for line, following in pairwise(cell)
        if line.page == following.page
    )
    return max(gaps, key=lambda gap: gaps[gap], default=0.0)


def _is_signed(tables: Sequence[PlacedTable]) -> bool:
    """Tell whether most rows begin with the sign of a status."""
    firsts = [row.cells[table.roles.index(Role.UPPDRAG)] for table in tables for row in table.rows]
    begun = [lines[0] for lines in firsts if lines]
    return sum(_sign(line, Role.UPPDRAG) for line in begun) * 2 > len(begun)
