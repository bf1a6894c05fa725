"""A filled-in table → the changes that somebody has made to the plan that the table was made from.

What stands on several rows may be changed on any of them. What is not in the table is left alone: rows and columns
that are gone take nothing away, an emptied cell does. Order and places are left alone too, since tables get sorted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from data.changes import AddItem, Change, Place
from data.difference import field_changes
from data.editing import last_place, new_id
from data.faults import UnusableError
from data.importing.cells import CellText
from data.importing.columns import CellError, Column, value
from data.importing.plan_tables import PlanTable
from data.importing.records import Record, Records
from data.importing.result import LeftOut
from data.plan import PLAN_ID, Item, Plan, own_fields
from data.schema import Finding, canonical, item_from, plan_from
from data.unknown_values import frozen, thawed


@dataclass(frozen=True, slots=True)
class Filled:
    """What a table says of a plan."""

    changes: tuple[Change, ...]
    """What to do to the plan that the table was made from."""
    missing: tuple[str, ...]
    """The ids of the items that are in that plan and not in the table: they stay."""
    elsewhere: tuple[str, ...]
    """The ids of the items that the table has below another item than that plan has: they stay where they are."""
    left_out: tuple[LeftOut, ...]


def filled(table: PlanTable, base: Plan) -> Filled:
    """Return what a table says of the plan that it was made from; an empty one where there was none.

    UnusableError, with every fault and its place.
    """
    records = Records(table, base)
    changes = tuple(_Teller(records).changes())
    if records.faults:
        raise UnusableError(records.faults)
    told = {column.level for column in records.columns}
    missing = (id for id, item in base.items.items() if type(item) in told and id not in records.ids)
    return Filled(changes, tuple(missing), tuple(records.elsewhere), tuple(table.left_out))


class _Teller:
    """Tells the changes that records come to."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._base = records.base
        self._taken = {*records.base.items, *records.ids}
        self._last: dict[tuple[str, type[Any]], str] = {}
        """What the table has had last below each item, by id and kind."""

    def changes(self) -> Iterator[Change]:
        """Give what is new or says something else than in the base, outermost first."""
        yield from self._of_plan()
        for record in self._records.outermost_first():
            yield from self._of_item(record)

    def _of_plan(self) -> Iterator[Change]:
        root = self._records.root
        said = self._said(root)
        if said:
            plan, findings = plan_from(_told(self._base, said))
            self._tell(root, findings)
            if plan is not None:
                yield from field_changes(PLAN_ID, self._base, plan)

    def _of_item(self, record: Record) -> Iterator[Change]:
        said = self._said(record)
        if record.base is None:
            above = record.parent.id if record.parent is not None else None
            item = self._checked(record, said)
            if item is not None and above is not None:
                yield AddItem(item, self._place(record.level, above))
        else:
            above = self._base.parents[str(record.id)]
            item = self._checked(record, said) if said else None
            if item is not None:
                yield from field_changes(item.id, record.base, item)
        self._last[str(above), record.level] = str(record.id)

    def _place(self, level: type[Item], above: str) -> Place:
        """Return where something new goes: after what stands before it in the table, or else last."""
        before = self._last.get((above, level))
        if before is None and (above == PLAN_ID or above in self._base.items):
            return last_place(self._base, above, level.KIND)
        return Place(above, before)

    def _checked(self, record: Record, said: dict[Column, Any]) -> Item | None:
        """Return an item, with an id, as the table has it; what is wrong with it is told."""
        data = _told(record.base, said)
        if record.id is None:
            namn = data.get("namn")
            record.id = new_id(self._base, record.level, namn if isinstance(namn, str) else "", self._taken)
            self._taken.add(record.id)
        item, findings = item_from({**data, "id": record.id}, record.level)
        self._tell(record, findings)
        return item

    def _tell(self, record: Record, findings: Sequence[Finding]) -> None:
        places = {column.field: cells[0] for column, cells in (*record.loose.items(), *record.cells.items())}
        if record.id_cell is not None:
            places["id"] = record.id_cell
        for found in findings:
            if not found.warning:  # an unknown key is kept, and told when the plan is checked
                self._records.fault(places.get(found.key or "namn", record.place), found.message)

    def _said(self, record: Record) -> dict[Column, Any]:
        """Return the fields that the table says something else of than the base, and what."""
        said: dict[Column, Any] = {}
        for column in dict.fromkeys((*record.cells, *record.loose)):
            now = None if record.base is None else canonical(getattr(record.base, column.field))
            cells = record.cells.get(column) or record.loose[column]
            others = [(told, cell) for told, cell in self._values(column, cells) if told != now]
            for told, cell in others[1:]:
                if told != others[0][0]:
                    message = f"cellen skiljer sig från den på rad {others[0][1].line} för samma sak; gör dem lika"
                    self._records.fault(cell, message)
                    break
            if others:
                said[column] = others[0][0]
        return said

    def _values(self, column: Column, cells: Sequence[CellText]) -> Iterator[tuple[Any, CellText]]:
        """Give what cells say, each text once."""
        once: dict[tuple[str, str], CellText] = {}
        for cell in cells:
            once.setdefault((cell.text, cell.kind), cell)
        for cell in once.values():
            try:
                yield _comparable(value(column, cell)), cell
            except CellError as error:
                self._records.fault(cell, f'"{cell.text[:40]}" ska vara {error}')


def _comparable(said: Any) -> Any:
    """Return a value in the form that a plan has it in. CellError when it has too many levels for that."""
    if isinstance(said, dict):
        try:
            return tuple(sorted((name, frozen(held)) for name, held in said.items())) or None
        except ValueError as error:
            raise CellError(f"plattare: {error}") from error
    return canonical(tuple(said) if isinstance(said, list) else said)


def _told(owner: Item | Plan | None, said: dict[Column, Any]) -> dict[str, Any]:
    """Return an item's, or the plan's, own data as a file has it, with other values for some fields."""
    data: dict[str, Any] = {}
    if owner is not None:
        values = {name: canonical(getattr(owner, name)) for name in own_fields(type(owner))}
        data = {name: thawed(held) for name, held in values.items() if held is not None}
    extra = None if owner is None else owner.extra
    for column, held in said.items():
        if column.field == "extra":
            extra = held
        elif held is None:
            data.pop(column.field, None)
        else:
            data[column.field] = thawed(held)
    return {**{name: thawed(held) for name, held in extra or ()}, **data}
