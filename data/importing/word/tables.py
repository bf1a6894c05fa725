"""A bilaga's table in a Word file → rows of three cells, and all that stands in it besides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from data.importing.judged_text import Told
from data.importing.roles import CELL, Role
from data.importing.table_rows import TableRow
from data.importing.word.blocks import paragraphs
from data.importing.word.columns import Columns, columns
from data.importing.word.grid import GridCell, GridRow, grid
from data.importing.word.parts import child
from data.importing.word.styles import Styles, fill
from data.importing.word.texts import STRUCK, Said, plain, said

HEADS = "tabellens rubrikrad"
_HEADS_AMONG = 3
"""Among how many of a table's first rows its heads are looked for."""

Unseen = tuple[int, str, str]
"""What is left out: at which row of the table, the text, and what it was taken for."""


@dataclass(frozen=True, slots=True)
class Band:
    """A row of one cell, as wide as the table: a heading between its rows, or a note."""

    line: int
    text: str


class TableReader:
    """Reads one table. What is no part of a row is noted in `left_out`."""

    def __init__(self, table: Element, styles: Styles, number: int) -> None:
        self._styles = styles
        self._number = number
        self._rows = grid(table)
        self.left_out: list[Unseen] = []
        self.size = len(self._rows)
        """How many rows the table has."""
        self.width = max((cell.end for row in self._rows for cell in row.cells), default=0)
        self.columns, self._first = self._find_heads()

    def _find_heads(self) -> tuple[Columns | None, int]:
        for place, row in enumerate(self._rows[:_HEADS_AMONG]):
            found = columns([(cell, plain(cell.element)) for cell in row.cells])
            if found is not None:
                return found, place + 1
        return None, 0

    def texts(self) -> list[str]:
        """Return the text of each row, for a table that is no bilaga's."""
        return [_text(row) for row in self._rows]

    def rows(self, line: int, inherited: Columns | None = None) -> Iterator[TableRow | Band]:
        """Yield the rows; `line` is that of the first, `inherited` the columns of a table without heads."""
        known = self.columns or inherited
        if known is None:
            return
        heads = [_text(row) for row in self._rows[: self._first]]
        for place, row in enumerate(self._rows):
            text = _text(row)
            if not text and not any(told.hints for cell in row.cells for told in self._told(cell, place)):
                continue
            if place < self._first or text in heads:
                self.left_out.append((place, text, HEADS))
            elif row.struck:
                self.left_out.append((place, text, STRUCK))
            elif len(row.cells) == 1 and known.width > 1 and row.cells[0].end >= known.width:
                yield Band(line + place, text)
            else:
                yield self._row(row, place, line + place, known)

    def _row(self, row: GridRow, place: int, line: int, known: Columns) -> TableRow:
        found: tuple[list[Told], list[Told], list[Told]] = ([], [], [])
        doubts: list[str] = []
        continues = False
        bands = [set(fill(child(cell.element, "tcPr"))) for cell in row.cells]
        banded = len(bands) > 1 and all(band == bands[0] for band in bands)
        for cell in row.cells:
            role, *others = known.roles(cell)
            text = plain(cell.element)
            if cell.continues:
                continues = continues or role is Role.UPPDRAG
                if text:
                    self.left_out.append((place, text, "dold text i en sammanslagen cell"))
            elif role is Role.OTHER:
                if text:
                    self.left_out.append((place, text, f"kolumnen ”{known.head(cell)}” hör inte till en bilaga"))
            else:
                if others and text:
                    doubts.append("gissat vilken kolumn den sammanslagna cellens text hör till")
                found[CELL[role]].extend(self._told(cell, place, shaded=not banded))
        uppdrag, kommentar, aktiviteter = found
        told = f"tabell {self._number}, rad {place + 1}"
        comments = tuple(one.text for one in kommentar if one.text.strip())
        return TableRow(line, told, tuple(uppdrag), comments, tuple(aktiviteter), continues, tuple(doubts))

    def _told(self, cell: GridCell, place: int, *, shaded: bool = True) -> list[Told]:
        shade = list(fill(child(cell.element, "tcPr"))) if shaded else []
        read: Sequence[Said] = [said(paragraph, self._styles) for paragraph in paragraphs(cell.element)]
        self.left_out += [(place, text, kind) for one in read for kind, text in one.unseen]
        return [Told(told.text, (*told.hints, *shade)) for one in read for told in one.told]


def _text(row: GridRow) -> str:
    return " | ".join(filter(None, (plain(cell.element) for cell in row.cells)))
