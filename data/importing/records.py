"""The rows of a filled-in table → what they tell of each item: one record each, with the cells of all its rows.

An item is known by its id. A row without one is new; what stands above on the row may be known by name alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from data.faults import Fault
from data.importing.cells import CellText
from data.importing.columns import COLUMNS, Column
from data.importing.plan_tables import PlanTable, Row
from data.plan import CHILD_FIELDS, PLAN_ID, Aktivitet, Fokusomrade, Indikator, Item, Plan, Uppdrag
from data.wording import named_kind

_BRANCHES: tuple[tuple[type[Item], ...], ...] = ((Fokusomrade, Uppdrag, Aktivitet), (Indikator,))
"""The levels that a row goes down through, outermost first."""
_LEVELS: tuple[type[Any], ...] = (Plan, Fokusomrade, Uppdrag, Aktivitet, Indikator)
_COLUMNS = {level: tuple(column for column in COLUMNS if column.level is level) for level in _LEVELS}
_NOT_FIELDS = {"id", "forvaltning", "ar"}


@dataclass(eq=False, slots=True)
class Record:
    """What a table tells of one item, or of the plan itself."""

    level: type[Any]
    id: str | None
    """None for something new that has not got one."""
    parent: Record | None
    place: CellText
    """Where its first row begins."""
    base: Item | Plan | None
    """As it was when the table was made; None when it is new."""
    id_cell: CellText | None = None
    cells: dict[Column, list[CellText]] = field(default_factory=dict)
    """By field, a cell from each row."""
    loose: dict[Column, list[CellText]] = field(default_factory=dict)
    """Empty cells on rows that are there for something new below it: they count only where there are no others."""


class Records:
    """All records of a table. `faults` is what is wrong with its rows."""

    def __init__(self, table: PlanTable, base: Plan) -> None:
        self.base = base
        self.faults: list[Fault] = []
        self.elsewhere: dict[str, None] = {}
        """The ids of items that the table has below another item than the base has."""
        self._file = table.file
        self.columns = {column for row in table.rows for column in row}
        self.root = Record(Plan, PLAN_ID, None, _first(table.rows[0]), base)
        self._by_level: dict[type[Any], list[Record]] = {level: [] for level in _LEVELS}
        self._by_id: dict[str, Record] = {}
        self._by_name: dict[tuple[Record, str], list[Record]] = {}
        self._require_ids()
        for row in table.rows:
            self._keep(self.root, row, loose=False)
            for branch in _BRANCHES:
                self._take(branch, row)

    @property
    def ids(self) -> set[str]:
        """Every id that the table tells."""
        return set(self._by_id)

    def outermost_first(self) -> list[Record]:
        """Return the records of items, those above before those below, and in the order of the table."""
        return [record for records in self._by_level.values() for record in records]

    def fault(self, cell: CellText, message: str) -> None:
        """Note what is wrong with a cell."""
        self.faults.append(Fault(self._file, cell.line, cell.column, message, sheet=cell.sheet))

    def _require_ids(self) -> None:
        """Without ids, all that the plan has would come in once more."""
        held = {type(item) for item in self.base.items.values()}
        for level, (id, *fields) in _COLUMNS.items():
            if level in held and id not in self.columns and not self.columns.isdisjoint(fields):
                message = f'kolumnen "{id.head}" saknas; exportera på nytt och fyll i den filen'
                self.fault(self.root.place, message)

    def _take(self, branch: Sequence[type[Item]], row: Row) -> None:
        """Add what one row says of a branch of the plan."""
        cells = {
            level: {column.field: row[column] for column in _COLUMNS[level] if column in row} for level in branch
        }
        said = [level for level in branch if any(cell.text.strip() for cell in cells[level].values())]
        found: list[Record] = []
        for level in said:
            parent = self._parent(branch, level, cells[level], found)
            if parent is None:
                above = named_kind(branch[branch.index(level) - 1])
                self.fault(_first(row), f"raden har {named_kind(level)} men inget {above}; fyll i det också")
                break
            found.append(self._record(level, cells[level], parent, _first(row), last=level is said[-1]))
        for record in found:
            self._keep(record, row, loose=found[-1].base is None and record is not found[-1])

    def _parent(
        self,
        branch: Sequence[type[Item]],
        level: type[Item],
        cells: Mapping[str, CellText],
        found: Sequence[Record],
    ) -> Record | None:
        """Return what an item stands below: what the row says, or else what the base has."""
        depth = branch.index(level)
        if depth == 0:
            return self.root
        above = branch[depth - 1]
        if found and found[-1].level is above:
            return found[-1]
        item = self.base.items.get(self.base.parents.get(_text(cells, "id"), ""))
        return self._of_base(item, next(iter(cells.values()))) if isinstance(item, above) else None

    def _record(
        self, level: type[Item], cells: Mapping[str, CellText], parent: Record, place: CellText, *, last: bool
    ) -> Record:
        """Return the record of an item that a row tells of."""
        id, namn = _text(cells, "id"), _text(cells, "namn")
        if not id:
            known = [] if last or not namn else self._named(namn, parent, place)
            if len(known) > 1:
                self.fault(place, f'flera {named_kind(level, 2)} heter "{namn[:60]}"; fyll i id för det som menas')
            return known[0] if known else self._new(Record(level, None, parent, place, None), namn)
        record = self._by_id.get(id)
        if record is None:
            item = self.base.items.get(id)
            own = item if isinstance(item, level) else None
            if item is not own:
                self.fault(cells["id"], f'id "{id}" används redan i planen; skriv ett annat, eller töm cellen')
            record = self._new(Record(level, id, parent, place, own, cells["id"]), namn)
        elif record.level is not level or not CHILD_FIELDS[level]:
            told = f'id "{id}" står två gånger (också på rad {record.place.line}); töm cellen på den rad som är ny'
            self.fault(cells["id"], told)
        self._compare_place(record, parent, cells["id"])
        return record

    def _named(self, namn: str, parent: Record, place: CellText) -> list[Record]:
        """Return what has a name below a parent, in the table and in the base."""
        found = dict.fromkeys(self._by_name.get((parent, namn), ()))
        siblings: Sequence[Item] = ()
        if parent.base is not None:
            siblings = self.base.fokusomraden if isinstance(parent.base, Plan) else parent.base.children
        found.update(dict.fromkeys(self._of_base(item, place) for item in siblings if item.namn == namn))
        return list(found)

    def _of_base(self, item: Item, place: CellText) -> Record:
        """Return the record of an item of the base, which need not have been on a row yet."""
        known = self._by_id.get(item.id)
        if known is not None:
            return known
        above = self.base.parents[item.id]
        parent = self.root if above == PLAN_ID else self._of_base(self.base.items[above], place)
        return self._new(Record(type(item), item.id, parent, place, item), item.namn)

    def _new(self, record: Record, namn: str) -> Record:
        self._by_level[record.level].append(record)
        if record.parent is not None:
            self._by_name.setdefault((record.parent, namn), []).append(record)
        if record.id is not None:
            self._by_id[record.id] = record
        return record

    def _compare_place(self, record: Record, parent: Record, cell: CellText) -> None:
        if record.base is None:
            if record.parent is not parent:
                self.fault(cell, f'"{record.id}" står under olika på olika rader; gör dem lika')
        elif record.id is not None and self.base.parents[record.id] != parent.id:
            self.elsewhere[record.id] = None

    def _keep(self, record: Record, row: Row, *, loose: bool) -> None:
        for column in _COLUMNS[record.level]:
            if column in row and column.field not in _NOT_FIELDS:
                cell = row[column]
                kept = record.loose if loose and not cell.text.strip() else record.cells
                kept.setdefault(column, []).append(cell)


def _first(row: Row) -> CellText:
    return next(iter(row.values()))


def _text(cells: Mapping[str, CellText], field: str) -> str:
    return cells[field].text.strip() if field in cells else ""
