"""The edits that people make to the plan itself, as changes: what comes in, moves and goes. Ids are made here.

An id is made once, from the name that the item is given when it comes in; a later name leaves it alone. Two people
who add different things at once get different ids, so that their plans merge.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from typing import Any

from data.changes import AddItem, Change, MoveItem, Place, RemoveItem, SetField, field_value
from data.ids import slug
from data.plan import CHILD_FIELDS, KINDS, PLAN_ID, Fokusomrade, Item, Plan
from data.schema import canonical

_NUMBERED = re.compile(r"((?:[0-9]+\.)*)([0-9]+)")


def addition(plan: Plan, kind: type[Item], place: Place, values: Mapping[str, Any]) -> AddItem:
    """Return the change that brings in a new item with these values of its fields. ValueError without a namn."""
    known = {name: held for name, value in values.items() if (held := canonical(value)) is not None}
    if "namn" not in known:
        raise ValueError("namn saknas")
    item: Item = kind(id=new_id(plan, kind, known["namn"], plan.items), **known)
    return AddItem(item, place)


def set_fields(item: Item, values: Mapping[str, Any]) -> list[Change]:
    """Return the changes that give the item's fields these values: one for each that is another than now."""
    pairs = ((name, field_value(item, name), canonical(value)) for name, value in values.items())
    return [SetField(item.id, name, old, new) for name, old, new in pairs if old != new]


def shift(plan: Plan, id: str, step: int) -> list[Change]:
    """Return the change that moves an item one place up (-1) or down (1) among those of its kind.

    From the edge it goes into the neighbour of what it stands in; empty where there is none. KeyError.
    """
    parent, kind = plan.parents[id], plan.items[id].KIND
    siblings = siblings_of(plan, parent, kind)
    goal = siblings.index(id) + step
    if 0 <= goal < len(siblings):
        rest = [other for other in siblings if other != id]
        return _move(plan, id, Place(parent, rest[goal - 1] if goal else None))
    neighbours = homes(plan, kind)
    beside = neighbours.index(parent) + step
    if not 0 <= beside < len(neighbours):
        return []
    home = neighbours[beside]
    return _move(plan, id, last_place(plan, home, kind) if step < 0 else Place(home, None))


def move_into(plan: Plan, id: str, parent: str) -> list[Change]:
    """Return the change that moves an item, with all below it, last into another home. KeyError."""
    if plan.parents[id] == parent:
        return []
    return _move(plan, id, last_place(plan, parent, plan.items[id].KIND))


def removal(plan: Plan, id: str) -> list[Change]:
    """Return the changes that take an item away with all below it. KeyError."""
    item = plan.items[id]
    below = [change for child in reversed(item.children) for change in removal(plan, child.id)]
    return [*below, RemoveItem(item, place_of(plan, id))]


def below(item: Item) -> dict[type[Item], int]:
    """Return how many of each kind stand below an item, the nearest first; kinds with none are left out."""
    counts: dict[type[Item], int] = {}
    level: Sequence[Item] = item.children
    while level:
        counts[type(level[0])] = len(level)
        level = [child for each in level for child in each.children]
    return counts


def place_of(plan: Plan, id: str) -> Place:
    """Return where an item stands. KeyError."""
    siblings = siblings_of(plan, plan.parents[id], plan.items[id].KIND)
    position = siblings.index(id)
    return Place(plan.parents[id], siblings[position - 1] if position else None)


def last_place(plan: Plan, parent: str, kind: str) -> Place:
    """Return the place after all of one kind below an item. KeyError."""
    return Place(parent, next(reversed(siblings_of(plan, parent, kind)), None))


def siblings_of(plan: Plan, parent: str, kind: str) -> list[str]:
    """Return the ids of one kind below an item or, for `PLAN_ID`, at the top. KeyError."""
    owner: Item | Plan = plan if parent == PLAN_ID else plan.items[parent]
    return [child.id for child in getattr(owner, CHILD_FIELDS[type(owner)][kind])]


def homes(plan: Plan, kind: str) -> list[str]:
    """Return the ids of all that can hold items of a kind, in the order of the file."""
    if kind in CHILD_FIELDS[Plan]:
        return [PLAN_ID]
    above = next(known for known in KINDS.values() if kind in CHILD_FIELDS[known])
    return [id for id, item in plan.items.items() if isinstance(item, above)]


def _move(plan: Plan, id: str, new: Place) -> list[Change]:
    return [MoveItem(id, place_of(plan, id), new)]


def new_id(plan: Plan, kind: type[Item], namn: str, taken: Container[str]) -> str:
    """Return the id for a new item of this name: a slug, or the next number where fokusområden are numbered."""
    numbers = [_NUMBERED.fullmatch(omrade.id) for omrade in plan.fokusomraden] if kind is Fokusomrade else []
    last = numbers[-1] if numbers and all(numbers) else None
    if last is None:
        return slug(namn, taken)
    number = max(int(found[2]) for found in numbers if found is not None and found[1] == last[1]) + 1
    while f"{last[1]}{number}" in taken:
        number += 1
    return f"{last[1]}{number}"
