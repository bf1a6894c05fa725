"""Three plans into one: what two sides have made of the same start, item by item and field by field.

Two sides that changed different fields never conflict, whatever lines they stand on. The same field changed to
different values, a removal against a change, and an addition against an unequal addition are conflicts: then the
merged plan keeps theirs, and somebody must choose; what has been chosen as ours is merged again, as no conflict.
Order is never a conflict. Histories that cross have several starts: where these differ, nothing tells which side
has changed something, and every difference is a conflict.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from data.changes import AddItem, Change, MoveItem, RemoveItem, SetField, bare, field_value, id_of, with_field
from data.difference import diff
from data.plan import CHILD_FIELDS, PLAN_ID, Item, Plan, own_fields

ITEM = ""
"""The field of a conflict that is about whether, or as what, the whole item is there."""

PLACE = "plats"
"""The field of a conflict that is about the item above: both sides moved the item, to different places."""

_SETS = {"mal", "att_se_over", "tysta", "matningar"}


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that the two sides changed differently; None is absent."""

    id: str
    field: str
    """A field's name, `ITEM` (the values are then items without children) or `PLACE` (then ids)."""
    base: Any
    ours: Any
    theirs: Any

    @property
    def about(self) -> tuple[str, str]:
        """What it is about: id and field, by which it can be chosen."""
        return self.id, self.field


@dataclass(frozen=True, slots=True)
class Merge:
    """What came out: the plan, how to come to it from theirs, and what somebody must decide."""

    plan: Plan
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


def merge(
    base: Plan,
    ours: Plan,
    theirs: Plan,
    chosen: Collection[tuple[str, str]] = (),
    others: Collection[Plan] = (),
) -> Merge:
    """Merge two plans that were made from the same one, or from this and `others`.

    What is `chosen`, by id and field, is as ours has it.
    """
    disputed = {_about(change) for other in others for change in diff(base, other)}
    merger = _Merger(base, ours, theirs, chosen, disputed)
    plan = merger.run()
    return Merge(plan, tuple(diff(theirs, plan)), tuple(merger.conflicts))


def _about(change: Change) -> tuple[str, str]:
    """Return what a change is about, by id and field, as conflicts tell it."""
    match change:
        case SetField(id, field):
            return id, field
        case MoveItem(id):
            return id, PLACE
        case AddItem() | RemoveItem():
            return id_of(change), ITEM


class _Merger:
    def __init__(
        self,
        base: Plan,
        ours: Plan,
        theirs: Plan,
        chosen: Collection[tuple[str, str]],
        disputed: Collection[tuple[str, str]],
    ) -> None:
        self.base, self.ours, self.theirs = base, ours, theirs
        self._chosen, self._disputed = chosen, disputed
        self._disputed_ids = {id for id, _ in disputed}
        self.conflicts: list[Conflict] = []
        self._bare = [{id: bare(item) for id, item in plan.items.items()} for plan in (base, ours, theirs)]
        self._items: dict[str, Item] = {}
        self._parents: dict[str, str] = {}
        self._below: dict[tuple[str, str], set[str]] = {}
        """What came to stand below each item, by its id and their kind."""

    def run(self) -> Plan:
        for id in dict.fromkeys((*self.ours.items, *self.theirs.items)):
            self._decide(id)
        while self._settle():
            pass
        self.conflicts += [
            Conflict(id, ITEM, *(bare.get(id) for bare in self._bare))
            for id, field in self._chosen
            if field == ITEM and (id in self._items) != (id in self.ours.items)
        ]  # what was chosen has no place: the item above is as theirs has it
        for id, parent in self._parents.items():
            self._below.setdefault((parent, self._items[id].KIND), set()).add(id)
        root = self._fields(PLAN_ID, *map(bare, (self.base, self.ours, self.theirs)))
        plan: Plan = self._filled(PLAN_ID, root)
        return plan

    def _decide(self, id: str) -> None:
        """Take up an item, from whichever sides have it."""
        base, ours, theirs = (bare.get(id) for bare in self._bare)
        kinds = {type(item) for item in (base, ours, theirs) if item is not None}
        if ours is not None and theirs is not None and base is not None and len(kinds) == 1:
            if ours == theirs or (ours == base and id not in self._disputed_ids):  # as most are
                self._items[id] = theirs
            elif theirs == base and id not in self._disputed_ids:
                self._items[id] = ours
            else:
                self._items[id] = self._fields(id, base, ours, theirs)
            self._parents[id] = self._three_way(id, PLACE, *(plan.parents[id] for plan in self._plans))
            return
        sides = [(bare.get(id), plan.parents.get(id)) for bare, plan in zip(self._bare, self._plans, strict=True)]
        sure = id not in self._disputed_ids
        ours_kept = sure and sides[0] == sides[1] and not self._lost_below(id, self.ours, self.theirs)
        if sides[1] == sides[2] or ours_kept:
            self._take(id, self.theirs)
        elif (id, ITEM) in self._chosen or (
            sure and sides[0] == sides[2] and not self._lost_below(id, self.theirs, self.ours)
        ):
            self._take(id, self.ours)
        else:
            self.conflicts.append(Conflict(id, ITEM, base, ours, theirs))
            self._take(id, self.theirs)

    def _lost_below(self, id: str, keeper: Plan, remover: Plan) -> bool:
        """Return whether one side has put something below an item that the other side has removed."""
        if id not in keeper.items or type(remover.items.get(id)) is type(keeper.items[id]):
            return False
        return any(
            child.id in self._disputed_ids or self.base.parents.get(child.id) != id
            for child in keeper.items[id].children
        )

    @property
    def _plans(self) -> tuple[Plan, Plan, Plan]:
        return self.base, self.ours, self.theirs

    def _take(self, id: str, side: Plan) -> None:
        self._items.pop(id, None)
        self._parents.pop(id, None)
        if id in side.items:
            self._items[id] = bare(side.items[id])
            self._parents[id] = side.parents[id]

    def _settle(self) -> bool:
        """Mend the first item whose parent is gone, as theirs has it; return whether there was one.

        That happens only around a conflict: its item stays, or goes, as in theirs, and so must what is about it.
        """
        for id, parent in self._parents.items():
            if parent == PLAN_ID or self._holds(parent, id):
                continue
            if parent in self.theirs.items:
                self._take(parent, self.theirs)
            if not self._holds(parent, id):
                self._take(id, self.theirs)
            return True
        return False

    def _holds(self, parent: str, id: str) -> bool:
        above = self._items.get(parent)
        return above is not None and self._items[id].KIND in CHILD_FIELDS[type(above)]

    def _fields(self, id: str, base: Any, ours: Any, theirs: Any) -> Any:
        """Merge an item's, or the plan's, own fields and unknown keys."""
        extras = (name for owner in (ours, theirs, base) for name, _ in owner.extra)
        merged = theirs
        for name in dict.fromkeys((*own_fields(type(theirs)), *extras)):
            values = (field_value(owner, name) for owner in (base, ours, theirs))
            value = self._three_way(id, name, *values)
            if value != field_value(theirs, name):
                merged = with_field(merged, name, value)
        return merged

    def _three_way(self, id: str, name: str, base: Any, ours: Any, theirs: Any) -> Any:
        if ours == theirs:
            return theirs
        if (id, name) not in self._disputed and (id, ITEM) not in self._disputed:
            if ours == base:
                return theirs
            if theirs == base:
                return ours
            if name in _SETS:
                return _merged_set(base or (), ours or (), theirs or ()) or None
        if (id, name) in self._chosen:
            return ours
        self.conflicts.append(Conflict(id, name, base, ours, theirs))
        return theirs

    def _filled(self, id: str, owner: Any) -> Any:
        """Return the owner with all that stands below it."""
        children = {
            name: tuple(self._filled(child, self._items[child]) for child in self._order(id, kind))
            for kind, name in CHILD_FIELDS[type(owner)].items()
        }
        return replace(owner, **children) if any(children.values()) else owner

    def _order(self, parent: str, kind: str) -> list[str]:
        """Return the ids of one kind below a parent: one side's order, with the other's inserted."""
        members = self._below.get((parent, kind), set())
        if len(members) < 2:
            return list(members)
        base, ours, theirs = (_children(plan, parent, kind) for plan in self._plans)
        first, second = (
            (theirs, ours) if _same_order(base, ours) and not _same_order(base, theirs) else (ours, theirs)
        )
        order = [id for id in first if id in members]
        placed = set(order)
        for position, id in enumerate(second):
            if id in members and id not in placed:
                before = next((other for other in reversed(second[:position]) if other in order), None)
                order.insert(0 if before is None else order.index(before) + 1, id)
        return order


def _children(plan: Plan, parent: str, kind: str) -> list[str]:
    owner = plan if parent == PLAN_ID else plan.items.get(parent)
    name = CHILD_FIELDS[type(owner)].get(kind) if owner is not None else None
    return [child.id for child in getattr(owner, name)] if name is not None else []


def _same_order(base: Sequence[str], side: Sequence[str]) -> bool:
    """Return whether a side has kept the order of what it shares with the base."""
    in_base, in_side = set(base), set(side)
    return [id for id in base if id in in_side] == [id for id in side if id in in_base]


def _merged_set(base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any]) -> tuple[Any, ...]:
    kept = [value for value in theirs if value in ours or value not in base]
    return tuple(dict.fromkeys([*kept, *(value for value in ours if value not in base)]))
