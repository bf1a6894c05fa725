"""What makes one plan into another, in few changes: items that stand in order stay where they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from data.changes import AddItem, Change, MoveItem, Place, RemoveItem, SetField, field_value
from data.changing import Taken
from data.plan import PLAN_ID, Item, Plan, own_fields


def diff(old: Plan, new: Plan) -> list[Change]:
    """Return the changes that make `old` into `new`: additions and moves, then fields, then removals."""
    if old is new or old == new:
        return []
    if _same_places(old, new):
        return list(_all_field_changes(old, new))
    tree, goal = Taken(old), Taken(new)
    changes: list[Change] = list(_placed(tree, goal))
    changes += field_changes(PLAN_ID, old, new)
    for id, item in goal.items.items():
        if tree.items[id] != item:
            changes += field_changes(id, tree.items[id], item)
    for id in reversed(list(tree.items)):
        if id not in goal.items:
            changes.append(RemoveItem(tree.items[id], tree.place(id)))
            tree.remove(id)
    return changes


def _same_places(old: Plan, new: Plan) -> bool:
    """Return whether only fields can differ: the usual case, and told without taking the plans apart."""
    if list(old.parents.items()) != list(new.parents.items()):
        return False
    return all(type(item) is type(new.items[id]) for id, item in old.items.items())


def _all_field_changes(old: Plan, new: Plan) -> Iterator[SetField]:
    yield from field_changes(PLAN_ID, old, new)
    for id, item in new.items.items():
        if old.items[id] != item:
            yield from field_changes(id, old.items[id], item)


def _placed(tree: Taken, goal: Taken) -> Iterator[Change]:
    """Bring in and move items, top down, until every item of the goal stands where it does there."""
    for id, item in list(goal.items.items()):
        if id in tree.items and type(tree.items[id]) is not type(item):
            yield from _cleared(tree, id)
    for (parent, kind), wanted in goal.children.items():
        settled = _longest_common_order(tree.children.get((parent, kind), []), wanted)
        after: str | None = None
        for id in wanted:
            change: Change | None = None
            if id not in tree.items:
                change = AddItem(goal.items[id], Place(parent, after))
            elif id not in settled:
                change = MoveItem(id, tree.place(id), Place(parent, after))
            if change is not None and not (isinstance(change, MoveItem) and change.old == change.new):
                tree.apply(change)
                yield change
            after = id


def _cleared(tree: Taken, id: str) -> Iterator[Change]:
    """Remove an item, and all below it, whose id now names another kind of item."""
    for key in [key for key in tree.children if key[0] == id]:
        for child in reversed(list(tree.children[key])):
            yield from _cleared(tree, child)
    change = RemoveItem(tree.items[id], tree.place(id))
    tree.apply(change)
    yield change


def _longest_common_order(have: Sequence[str], want: Sequence[str]) -> set[str]:
    """Return the ids that may stay where they are: a longest run of `have` that is in the order of `want`."""
    rank = {id: position for position, id in enumerate(want)}
    tails: list[int] = []
    links: dict[int, int | None] = {}
    for id in have:
        if id not in rank:
            continue
        slot = bisect_left(tails, rank[id])
        links[rank[id]] = tails[slot - 1] if slot else None
        tails[slot : slot + 1] = [rank[id]]
    settled: set[str] = set()
    position = tails[-1] if tails else None
    while position is not None:
        settled.add(want[position])
        position = links[position]
    return settled


def field_changes(id: str, old: Item | Plan, new: Item | Plan) -> Iterator[SetField]:
    """Give the fields and unknown keys that differ between two of one kind, children left aside."""
    for name in own_fields(type(new)):
        before, after = field_value(old, name), field_value(new, name)
        if before != after:
            yield SetField(id, name, before, after)
    if old.extra != new.extra:
        before_extra, after_extra = dict(old.extra), dict(new.extra)
        for name in {**before_extra, **after_extra}:
            if before_extra.get(name) != after_extra.get(name):
                yield SetField(id, name, before_extra.get(name), after_extra.get(name))
