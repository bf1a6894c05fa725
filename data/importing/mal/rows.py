"""From the names and nämnder of a table, as they come one after another, to its rows: a mål with its nämnder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from data.importing.mal.namnder import Piece
from data.importing.passages import joined_texts, unfinished

AFTER = "text efter tabellens sista rad, utan nämnd"


@dataclass
class Row:
    """A mål as it stands in the text."""

    line: int
    namn: str = ""
    namnder: list[str] = field(default_factory=list)
    doubts: list[tuple[int, str]] = field(default_factory=list)
    """Lines, and what was guessed there."""
    pieces: list[Piece] = field(default_factory=list)

    @property
    def waits(self) -> bool:
        """Whether its last nämnder are followed by more."""
        lists = [piece for piece in self.pieces if piece.namnder]
        return bool(lists) and lists[-1].goes_on

    def put(self, piece: Piece) -> None:
        """Add what comes next."""
        self.pieces.append(piece)
        if piece.namnder:
            self.namnder += [namnd for namnd in piece.namnder if namnd not in self.namnder]
        else:
            self.namn = joined_texts((self.namn, piece.text))


def rows_of(pieces: Iterable[Piece]) -> tuple[list[Row], list[Row]]:
    """Return the rows of a table, and what stands after its last one without nämnder."""
    given = list(pieces)
    before = bool(given) and bool(given[0].namnder)  # the nämnder of a row come before its name
    rows: list[Row] = []
    for piece in given:
        if not rows or _begins(rows[-1], piece, before=before):
            rows.append(Row(piece.number))
        row = rows[-1]
        if row.namn and row.namnder and not before and piece.namnder and not row.waits and piece.first:
            _take_back(row)
        elif row.namn and not row.namnder and not piece.namnder and piece.turned and piece.text[:1].isupper():
            row.doubts.append((piece.number, "gissat att målets namn fortsätter efter sidbrytningen"))
        row.put(piece)
    end = len(rows)
    while end and not (rows[end - 1].namnder and rows[end - 1].namn):
        end -= 1
    for row in rows[:end]:
        if not row.namnder:
            row.doubts.append((row.line, "hittade inga nämnder"))
    return rows[:end], rows[end:]


def _begins(row: Row, piece: Piece, *, before: bool) -> bool:
    """Tell whether a piece begins a new row."""
    if piece.namnder:
        return before and bool(row.namn) and not row.waits
    goes_on = piece.text[:1].islower() or unfinished(row.namn)
    if not row.namn or goes_on:
        return False
    if row.namnder:
        return not row.waits
    return piece.first and not piece.turned


def _take_back(row: Row) -> None:
    """Make the nämnder on the name's line a part of the name: those that come now are the row's."""
    last = row.pieces[-1]
    if last.group:
        row.namn = f"{row.namn} {last.text}"
        row.namnder = []
        row.doubts.append((last.number, f"gissat att ”{last.text}” hör till målets namn"))
    else:
        row.doubts.append((last.number, "gissat att nämnderna på nästa rad hör till samma mål"))
