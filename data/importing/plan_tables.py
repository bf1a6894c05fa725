"""What a filled-in table says before it is a plan: its rows, by plan, each cell below the column it belongs to.

The same for CSV and for the sheets of a workbook. Whose plan it is stands on each row; a row that somebody has
added without saying so belongs to the plan of the row above.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from data.faults import Fault, UnusableError
from data.importing.cells import CellsError, CellText, delimiter, rows
from data.importing.columns import COLUMNS, VERSION, CellError, Column, value, version_in, whole
from data.importing.result import LeftOut
from data.plan import ID_PATTERN

_HEADS = {column.head: column for column in COLUMNS}
_OWNER = (_HEADS["Förvaltning"], _HEADS["År"])
_BOM = "\ufeff"

Row = Mapping[Column, CellText]
"""The cells of a row, also the empty ones, by column; no column that the table does not have."""


@dataclass(slots=True)
class PlanTable:
    """All rows on one plan."""

    file: str
    forvaltning: str
    ar: int
    version: str | None = None
    """The version of the plan that the table was made from; None when it does not say."""
    rows: list[Row] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    """Cells that belong to no column of a plan."""

    @property
    def name(self) -> str:
        """The plan's name: ``2019/regionkontoret``."""
        return f"{self.ar}/{self.forvaltning}"

    def of(self, forvaltning: str, ar: int) -> PlanTable:
        """Return the table as one on another plan, which it then was not made from."""
        version = self.version if (forvaltning, ar) == (self.forvaltning, self.ar) else None
        return replace(self, forvaltning=forvaltning, ar=ar, version=version)


def csv_tables(text: str, file: str) -> tuple[PlanTable, ...]:
    """Return the tables in a CSV text, one for each plan. UnusableError when it has none."""
    text = text.removeprefix(_BOM)
    try:
        table = rows(text, delimiter(text, list(_HEADS)))
    except CellsError as error:
        told = f"filen är inte CSV: {error.message}"
        raise UnusableError([Fault(file, error.line, error.column, told)]) from None
    return plan_tables([[dict(enumerate(row)) for row in table]], file)


def plan_tables(sheets: Iterable[Sequence[Mapping[int, CellText]]], file: str) -> tuple[PlanTable, ...]:
    """Return the tables on some sheets, one for each plan; a sheet without a plan's columns is left aside.

    A sheet is its rows, the heads first, and a row its cells by where they stand, from 0.

    UnusableError, with every fault and its place, when no sheet has any, or rows do not say whose they are.
    """
    sorter = _Sorter(file)
    for sheet in sheets:
        heads = {cell.text.strip() for cell in sheet[0].values()} if len(sheet) > 1 else set()
        if {column.head for column in _OWNER} <= heads:
            sorter.take(sheet)
    if sorter.faults:
        raise UnusableError(sorter.faults)
    if not sorter.tables:
        message = (
            "filen är inte en plan: första raden ska ha kolumnerna Förvaltning och År, och fler rader följa; "
            "välj en fil som exporterats som csv eller xlsx"
        )
        raise UnusableError([Fault(file, 1, 1, message)])
    return tuple(sorter.tables.values())


class _Sorter:
    """Gives each row to its plan."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.tables: dict[tuple[str, int], PlanTable] = {}
        self.faults: list[Fault] = []
        self.heads: dict[int, str] = {}
        """The heads of the sheet at hand, by where they stand."""
        self.where: dict[str, int] = {}
        """Where each head stands first."""

    def take(self, sheet: Sequence[Mapping[int, CellText]]) -> None:
        """Take the rows of one sheet, below its heads."""
        self.heads = {at: cell.text.strip() for at, cell in sheet[0].items()}
        self.where = {}
        for at, head in self.heads.items():
            if self.where.setdefault(head, at) != at and head in _HEADS:
                self._add(sheet[0][at], f'kolumnen "{head}" står två gånger; ta bort den ena')
        table: PlanTable | None = None
        for cells in sheet[1:]:
            table = self._row(cells, table)

    def _row(self, cells: Mapping[int, CellText], above: PlanTable | None) -> PlanTable | None:
        first = next(iter(cells.values()))
        joined = self._joined(cells)
        row: dict[Column, CellText] = {}
        for head, at in self.where.items():
            if head in _HEADS:
                empty = CellText("", first.line, at + 1 if first.sheet else first.column, first.sheet)
                row[_HEADS[head]] = joined.get(at, empty)
        table = self._table(row, above)
        if table is not None:
            table.rows.append(row)
            self._version(table, joined)
            table.left_out += self._foreign(joined)
        return table

    def _joined(self, cells: Mapping[int, CellText]) -> Mapping[int, CellText]:
        """Return a row's cells by where they stand, each with the rest of it that other cells hold."""
        joined: dict[int, CellText] = {}
        for at, cell in cells.items():
            head = self.heads.get(at, "")
            start = self.where.get(whole(head), at)
            if start < at and whole(head) != head and start in joined:
                joined[start] = replace(joined[start], text=joined[start].text + cell.text)
            else:
                joined[at] = cell
        return joined

    def _table(self, row: Row, above: PlanTable | None) -> PlanTable | None:
        """Return the table of the plan that a row is about: the one above when it does not say."""
        said: list[Any] = []
        for column, known in zip(_OWNER, (above.forvaltning, above.ar) if above else (None, None), strict=True):
            cell = row[column]
            said.append(self._owner(column, cell) if cell.text.strip() or known is None else known)
        if None in said:
            return None
        forvaltning, ar = said
        return self.tables.setdefault((forvaltning, ar), PlanTable(self.file, forvaltning, ar))

    def _owner(self, column: Column, cell: CellText) -> Any:
        try:
            said = value(column, cell)
        except CellError:
            said = cell.text
        if column.field == "ar":
            if isinstance(said, int) and 1900 <= said <= 2200:
                return said
            wanted = "ett årtal, till exempel 2019"
        else:
            if isinstance(said, str) and ID_PATTERN.fullmatch(said):
                return said
            wanted = "förvaltningens id, till exempel regionkontoret"
        what = f'"{cell.text[:40]}"' if cell.text.strip() else f"cellen {column.head} är tom; den"
        self._add(cell, f"{what} ska vara {wanted}")
        return None

    def _version(self, table: PlanTable, cells: Mapping[int, CellText]) -> None:
        cell = cells.get(self.where.get(VERSION, -1))
        said = version_in(cell.text) if cell else ""
        if cell is None or not said or said == table.version:
            return
        if table.version is not None:
            self._add(
                cell, f"raden är från en annan version än raderna ovanför ({table.version}); läs in var för sig"
            )
        table.version = said

    def _foreign(self, cells: Mapping[int, CellText]) -> Iterable[LeftOut]:
        for at, cell in cells.items():
            head = self.heads.get(at, "")
            if cell.text.strip() and head not in _HEADS and head != VERSION:
                reason = f'kolumnen "{head}" hör inte till en plan' if head else "cellen står utanför tabellen"
                yield LeftOut(cell.line, cell.text, reason)

    def _add(self, cell: CellText, message: str) -> None:
        self.faults.append(Fault(self.file, cell.line, cell.column, message, sheet=cell.sheet))
