"""The project's own CSV and JSON, read back: the same plan, exactly. Checked by the same rules as a plan file.

Also takes CSV as a Swedish Excel saves it: semicolons, a BOM, decimal commas.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from data.faults import Fault, UnusableError
from data.importing.cells import CellsError, CellText, delimiter, rows
from data.importing.columns import COLUMNS, CellError, Column, day, value
from data.importing.exact_json import JsonError, Spot, loads
from data.importing.result import Imported, LeftOut
from data.plan import CHILD_FIELDS, KINDS, Aktivitet, Fokusomrade, Indikator, Plan, Uppdrag
from data.schema import Finding, Path, plan_from

_BOM = "\ufeff"
_HEADS = {column.head: column for column in COLUMNS}
_BRANCHES: tuple[tuple[type[Any], ...], ...] = ((Fokusomrade, Uppdrag, Aktivitet), (Indikator,))
"""The levels that a row goes down through, outermost first."""
_DAYS = ("start", "slut")
_KIND_WORDS = {Fokusomrade: "fokusområde", Uppdrag: "uppdrag", Aktivitet: "aktivitet"}


def read_json(text: str, file: str) -> Imported:
    """Return the plan in a JSON export. UnusableError, with every fault and its place, when it is not one."""
    text = text.removeprefix(_BOM)
    try:
        data, places = loads(text)
    except JsonError as fault:
        raise UnusableError([_fault(text, file, fault.offset, f"filen är inte JSON: {fault.message}")]) from None
    if not isinstance(data, dict) or not {"forvaltning", "ar"} & data.keys():
        message = "filen är inte en plan: forvaltning och ar saknas; välj en fil som exporterats som json"
        raise UnusableError([_fault(text, file, 0, message)])
    faults = [
        _fault(text, file, places[spot], f"{spot[-1]} ska vara {wanted}") for spot, wanted in _dated(data, Plan)
    ]
    plan, findings = plan_from(data)
    faults += [_fault(text, file, places[_spot(found, places)], found.message) for found in _grave(findings)]
    if faults or plan is None:
        raise UnusableError(faults)
    return Imported(plan)


def _dated(data: dict[str, Any], kind: type[Any], spot: Spot = ()) -> list[tuple[Spot, str]]:
    """Make days of the texts that stand for them, in place, all the way down; return those that are none."""
    wrong: list[tuple[Spot, str]] = []
    for name in _DAYS if kind in (Uppdrag, Aktivitet) else ():
        if isinstance(data.get(name), str):
            try:
                data[name] = day(data[name])
            except CellError as error:
                wrong.append(((*spot, name), str(error)))
                del data[name]
    for child in CHILD_FIELDS[kind]:
        children = data.get(child)
        for position, one in enumerate(children if isinstance(children, list) else ()):
            if isinstance(one, dict):
                wrong += _dated(one, KINDS[child], (*spot, child, position))
    return wrong


def _spot(found: Finding, places: Mapping[Spot, int]) -> Spot:
    spot: Spot = tuple(step for pair in found.path for step in pair)
    return (*spot, found.key) if found.key and (*spot, found.key) in places else spot


@dataclass
class _Record:
    """An item under construction: the data that `plan_from` takes, and the cells that it came from."""

    data: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, CellText] = field(default_factory=dict)
    """By field; the place of a fault."""
    offset: int = 0
    """Where its row begins."""
    children: dict[str, dict[str, _Record]] = field(default_factory=dict)
    """By kind, then by id."""


def read_csv(text: str, file: str) -> Imported:
    """Return the plan in a CSV export. UnusableError, with every fault and its place, when it is not one."""
    text = text.removeprefix(_BOM)
    try:
        table = rows(text, delimiter(text, list(_HEADS)))
    except CellsError as fault:
        raise UnusableError([_fault(text, file, fault.offset, f"filen är inte CSV: {fault.message}")]) from None
    if len(table) < 2 or not {"Förvaltning", "År"} <= {cell.text.strip() for cell in table[0]}:
        message = (
            "filen är inte en plan: första raden ska ha kolumnerna Förvaltning och År, och fler rader följa; "
            "välj en fil som exporterats som csv"
        )
        raise UnusableError([_fault(text, file, 0, message)])
    reader = _CsvReader(text, file, table[0])
    for row in table[1:]:
        reader.take(row)
    return reader.imported()


class _CsvReader:
    """Builds the plan's data row by row; what stands on several rows must be the same on all."""

    def __init__(self, text: str, file: str, heads: list[CellText]) -> None:
        self.text, self.file = text, file
        self.root = _Record()
        self.faults: list[Fault] = []
        self.left_out: list[LeftOut] = []
        self.columns: list[Column | None] = []
        self.heads = [head.text.strip() for head in heads]
        for position, head in enumerate(heads):
            name = self.heads[position]
            self.columns.append(_HEADS.get(name))
            if name in self.heads[:position] and name in _HEADS:
                self._add(head.offset, f'kolumnen "{name}" står två gånger; ta bort den ena')

    def take(self, row: list[CellText]) -> None:
        """Add what one row says."""
        by_level: dict[type[Any], dict[str, CellText]] = {}
        for position, cell in enumerate(row):
            column = self.columns[position] if position < len(self.columns) else None
            if column is not None:
                by_level.setdefault(column.level, {})[column.field] = cell
            elif cell.text:
                head = self.heads[position] if position < len(self.heads) else ""
                reason = f'kolumnen "{head}" hör inte till en plan' if head else "cellen står utanför tabellen"
                self.left_out.append(LeftOut(self._line(cell.offset), cell.text, reason))
        offset = row[0].offset
        self._fill(self.root, by_level.get(Plan, {}), offset)
        for branch in _BRANCHES:
            self._descend(branch, by_level, offset)

    def _descend(
        self, branch: tuple[type[Any], ...], by_level: dict[type[Any], dict[str, CellText]], offset: int
    ) -> None:
        record: _Record | None = self.root
        for depth, level in enumerate(branch):
            cells = by_level.get(level, {})
            if not any(cell.text for cell in cells.values()):
                record = None
            elif record is None:
                above = _KIND_WORDS[branch[depth - 1]]
                self._add(offset, f"raden har {_KIND_WORDS[level]} men inget {above}; fyll i det också")
            else:
                record = self._child(record, level, cells, offset)

    def _child(self, parent: _Record, level: type[Any], cells: dict[str, CellText], offset: int) -> _Record:
        siblings = parent.children.setdefault(level.KIND, {})
        key = cells["id"].text if "id" in cells else ""
        repeats = bool(CHILD_FIELDS[level]) and key in siblings
        # What cannot hold others has one row; the same id again is a fault, found when the plan is checked.
        record = siblings[key] if repeats else _Record(offset=offset)
        if not repeats:
            siblings[key if key and key not in siblings else f"{key} {len(siblings)}"] = record
            parent.data.setdefault(level.KIND, []).append(record.data)
        self._fill(record, cells, offset)
        return record

    def _fill(self, record: _Record, cells: dict[str, CellText], offset: int) -> None:
        first = not record.cells
        for name, cell in cells.items():
            if first:
                record.cells[name] = cell
                self._set(record, name, cell)
            elif cell.text != (record.cells[name].text if name in record.cells else ""):
                line = self._line(record.offset)
                self._add(cell.offset, f"cellen skiljer sig från den på rad {line} för samma sak; gör dem lika")
        if first:
            record.offset = offset

    def _set(self, record: _Record, name: str, cell: CellText) -> None:
        if not cell.text:
            return
        try:
            said = value(name, cell.text)
        except CellError as error:
            self._add(cell.offset, f'"{cell.text[:40]}" ska vara {error}')
            return
        if name == "extra":
            record.data |= {key: held for key, held in said.items() if key not in record.data}
        else:
            record.data[name] = said

    def imported(self) -> Imported:
        """Return the plan, when all rows are read."""
        plan, findings = plan_from(self.root.data)
        for found in _grave(findings):
            record = self._record(found.path)
            cell = record.cells.get(found.key)
            self._add(cell.offset if cell else record.offset, found.message)
        if self.faults or plan is None:
            raise UnusableError(self.faults)
        return Imported(plan, tuple(self.left_out))

    def _record(self, path: Path) -> _Record:
        record = self.root
        for kind, ordinal in path:
            record = list(record.children[kind].values())[ordinal]
        return record

    def _line(self, offset: int) -> int:
        return _place(self.text, offset)[0]

    def _add(self, offset: int, message: str) -> None:
        self.faults.append(_fault(self.text, self.file, offset, message))


def _grave(findings: Iterable[Finding]) -> list[Finding]:
    """Return what makes the data no plan; an unknown key is kept, and told when the plan is checked."""
    return [found for found in findings if not found.warning]


def _fault(text: str, file: str, offset: int, message: str) -> Fault:
    return Fault(file, *_place(text, offset), message)


def _place(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
