"""Changes meant for one state of a plan, made to fit the state that the file has come to; or a conflict."""

from __future__ import annotations

from collections.abc import Sequence

from data.changes import AddItem, Change, RemoveItem, SetField, field_value, id_of
from data.changing import changed
from data.merge import ITEM, Conflict, merge
from data.plain_text import one_line
from data.plan import PLAN_ID, Item, Plan


class ConflictError(Exception):
    """The file has come to say something else about the very thing that was to be changed. Nothing is written."""

    def __init__(self, name: str, conflicts: Sequence[Conflict], plan: Plan) -> None:
        self.name = name
        self.conflicts = tuple(conflicts)
        self.plan = plan
        """What the file says now."""
        first = self.conflicts[0]
        item = plan.items.get(first.id) or next((v for v in (first.ours, first.base) if isinstance(v, Item)), None)
        about = one_line(item.namn) if item is not None else (first.id or "planen")
        what = f"{first.field} är ändrat" if first.field != ITEM else "är ändrat"
        more = f" (och {len(self.conflicts) - 1} till)" if len(self.conflicts) > 1 else ""
        super().__init__(f"{name}: {about}: {what} i filen under tiden{more}; se vad där står och ändra på nytt")


def rebased(name: str, base: Plan, changes: Sequence[Change], current: Plan) -> tuple[Change, ...]:
    """Return the changes, meant for `base`, as they are to be made to `current`.

    `base` is what the file said when the changes were thought out, as far as we know; what the changes themselves
    say that they replace is trusted more. ConflictError, also when they no longer fit at all.
    """
    stated = _stated(name, base, changes, current)
    if stated is base and base == current:
        return tuple(changes)
    try:
        ours = changed(stated, changes)
    except ValueError:
        unfit = next(id_of(change) for change in changes)
        raise ConflictError(name, [Conflict(unfit, ITEM, None, None, current.items.get(unfit))], current) from None
    merged = merge(stated, ours, current)
    if merged.conflicts:
        raise ConflictError(name, merged.conflicts, current)
    return merged.changes


def _stated(name: str, base: Plan, changes: Sequence[Change], current: Plan) -> Plan:
    """Return the base as the changes believe it to be: with the values that they say they replace."""
    seen: set[tuple[str, str]] = set()
    added: set[str] = set()
    wrong: list[SetField] = []
    for change in changes:
        id = id_of(change)
        if isinstance(change, AddItem):
            added.add(id)
        elif id != PLAN_ID and id not in base.items and id not in added:
            raise ConflictError(name, [_gone(change, current)], current)
        elif isinstance(change, SetField) and id not in added and (id, change.field) not in seen:
            seen.add((id, change.field))
            owner = base if id == PLAN_ID else base.items[id]
            if field_value(owner, change.field) != change.old:
                wrong.append(SetField(id, change.field, None, change.old))
    return changed(base, wrong) if wrong else base


def _gone(change: Change, current: Plan) -> Conflict:
    id = id_of(change)
    if isinstance(change, SetField):
        return Conflict(id, change.field, change.old, change.new, None)
    item = change.item if isinstance(change, RemoveItem | AddItem) else None
    return Conflict(id, ITEM, item, None, current.items.get(id))
