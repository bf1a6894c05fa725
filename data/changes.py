"""The one notion of change: what differs between two plans, as values that can be applied and inverted.

Saving, commit messages, undo, history, comparison of reports and three-way merge all speak in these. The laws:
``changed(a, diff(a, b)) == b``, ``diff(a, a) == []`` and ``changed(changed(a, c), inverse(c)) == a``.

Additions and removals are shallow: an item comes or goes alone, its children by changes of their own. A list of
changes is a sequence: each `Place` speaks of the plan as the changes before it have left it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar, cast

from data.plan import CHILD_FIELDS, PLAN_ID, Item, Plan, own_fields


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands: below which item, and after which sibling of its own kind (None: first)."""

    parent: str
    after: str | None


@dataclass(frozen=True, slots=True)
class SetField:
    """One field of one item gets another value; None is absent. The id `PLAN_ID` is the plan itself."""

    id: str
    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class AddItem:
    """An item, without children, comes in at a place."""

    item: Item
    place: Place
    source: str = field(default="", compare=False)
    """The lines it had in a file before, so that undoing a removal brings its comments and style back."""


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """An item that has no children goes from its place."""

    item: Item
    place: Place
    source: str = field(default="", compare=False)
    """The lines it has in the file; see `AddItem.source`."""


@dataclass(frozen=True, slots=True)
class MoveItem:
    """An item with all below it goes from one place to another."""

    id: str
    old: Place
    new: Place


_Owner = TypeVar("_Owner", bound=Item | Plan)

Change = SetField | AddItem | RemoveItem | MoveItem


def id_of(change: Change) -> str:
    """Return the id of the item that a change is about."""
    return change.item.id if isinstance(change, AddItem | RemoveItem) else change.id


def by_item(changes: Iterable[Change]) -> dict[str, list[Change]]:
    """Return the changes by the id of the item that they are about, each in the order they have."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        found.setdefault(id_of(change), []).append(change)
    return found


def inverse(changes: Sequence[Change]) -> list[Change]:
    """Return the changes that take back these, in the order in which to apply them."""
    return [_inverted(change) for change in reversed(changes)]


def _inverted(change: Change) -> Change:
    match change:
        case SetField(id, name, old, new):
            return SetField(id, name, new, old)
        case AddItem(item, place, source):
            return RemoveItem(item, place, source)
        case RemoveItem(item, place, source):
            return AddItem(item, place, source)
        case MoveItem(id, old, new):
            return MoveItem(id, new, old)


def set_field(plan: Plan, id: str, name: str, value: Any) -> list[Change]:
    """Return the change that gives a field this value: empty when it has it already. KeyError for an unknown id."""
    owner = plan if id == PLAN_ID else plan.items[id]
    old = field_value(owner, name)
    return [] if old == value else [SetField(id, name, old, value)]


def field_value(owner: Item | Plan, name: str) -> Any:
    """Return a field or an unknown key's value as changes tell it: None when the file does not have it."""
    if name in own_fields(type(owner)):
        return _told(getattr(owner, name))
    return dict(owner.extra).get(name)


def _told(value: Any) -> Any:
    return None if value is False or value == () else value


def bare(owner: Any) -> Any:
    """Return an item or a plan without what stands below it; None for None."""
    if owner is None:
        return None
    below: dict[str, Any] = {name: () for name in CHILD_FIELDS[type(owner)].values() if getattr(owner, name)}
    return _with(owner, below) if below else owner


def diff(old: Plan, new: Plan) -> list[Change]:
    """Return the changes that make `old` into `new`: additions and moves, then fields, then removals."""
    if old is new or old == new:
        return []
    if _same_places(old, new):
        return list(_all_field_changes(old, new))
    tree, goal = _Tree(old), _Tree(new)
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


def changed(plan: Plan, changes: Iterable[Change]) -> Plan:
    """Return the plan with the changes made. ValueError when one does not fit the plan it meets."""
    tree = _Tree(plan)
    for change in changes:
        tree.apply(change)
    return tree.plan()


def _placed(tree: _Tree, goal: _Tree) -> Iterator[Change]:
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


def _cleared(tree: _Tree, id: str) -> Iterator[Change]:
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
        before, after = _told(getattr(old, name)), _told(getattr(new, name))
        if before != after:
            yield SetField(id, name, before, after)
    if old.extra != new.extra:
        before_extra, after_extra = dict(old.extra), dict(new.extra)
        for name in {**before_extra, **after_extra}:
            if before_extra.get(name) != after_extra.get(name):
                yield SetField(id, name, before_extra.get(name), after_extra.get(name))


class _Tree:
    """A plan taken apart so that changes can be made to it one by one."""

    def __init__(self, plan: Plan) -> None:
        self.root = replace(plan, fokusomraden=(), indikatorer=())
        self.items: dict[str, Item] = {}
        self.parent: dict[str, str] = {}
        self.children: dict[tuple[str, str], list[str]] = {
            (PLAN_ID, "fokusomrade"): [],
            (PLAN_ID, "indikator"): [],
        }
        for id, parent in plan.parents.items():
            self._put(plan.items[id], parent)

    def _put(self, item: Item, parent: str) -> None:
        self.items[item.id] = bare(item)
        self.parent[item.id] = parent
        self.children.setdefault((parent, item.KIND), []).append(item.id)
        for kind in CHILD_FIELDS[type(item)]:
            self.children.setdefault((item.id, kind), [])

    def siblings(self, id: str) -> list[str]:
        return self.children[self.parent[id], self.items[id].KIND]

    def place(self, id: str) -> Place:
        siblings = self.siblings(id)
        position = siblings.index(id)
        return Place(self.parent[id], siblings[position - 1] if position else None)

    def apply(self, change: Change) -> None:
        match change:
            case SetField(id, name, _, new):
                self._set(id, name, new)
            case AddItem(item, place):
                if item.id in self.items:
                    raise ValueError(f"id {item.id} finns redan")
                self._insert(item, place)
            case RemoveItem(item):
                self.remove(item.id)
            case MoveItem(id, _, new):
                self._move(id, new)

    def _set(self, id: str, name: str, value: Any) -> None:
        if id == PLAN_ID:
            self.root = with_field(self.root, name, value)
        elif id in self.items:
            self.items[id] = with_field(self.items[id], name, value)
        else:
            raise ValueError(f"id {id} finns inte")

    def _insert(self, item: Item, place: Place) -> None:
        siblings = self.children.get((place.parent, item.KIND))
        if siblings is None or (place.after is not None and place.after not in siblings):
            raise ValueError(f"platsen för {item.id} finns inte")
        self.items[item.id] = bare(item)
        self.parent[item.id] = place.parent
        siblings.insert(0 if place.after is None else siblings.index(place.after) + 1, item.id)
        for kind in CHILD_FIELDS[type(item)]:
            self.children.setdefault((item.id, kind), [])

    def remove(self, id: str) -> None:
        if id not in self.items:
            raise ValueError(f"id {id} finns inte")
        for kind in CHILD_FIELDS[type(self.items[id])]:
            if self.children[id, kind]:
                raise ValueError(f"{id} har något under sig")
            del self.children[id, kind]
        self.siblings(id).remove(id)
        del self.items[id], self.parent[id]

    def _move(self, id: str, new: Place) -> None:
        if id not in self.items:
            raise ValueError(f"id {id} finns inte")
        goal = self.children.get((new.parent, self.items[id].KIND))
        if goal is None or new.after == id or (new.after is not None and new.after not in goal):
            raise ValueError(f"platsen för {id} finns inte")
        self.siblings(id).remove(id)
        goal.insert(0 if new.after is None else goal.index(new.after) + 1, id)
        self.parent[id] = new.parent

    def plan(self) -> Plan:
        return _with(self.root, self._filled(PLAN_ID, Plan))

    def _filled(self, id: str, kind: type[Item] | type[Plan]) -> dict[str, Any]:
        return {
            name: tuple(self._whole(child) for child in self.children[id, child_kind])
            for child_kind, name in CHILD_FIELDS[kind].items()
        }

    def _whole(self, id: str) -> Item:
        item = self.items[id]
        filled = self._filled(id, type(item))
        return _with(item, filled) if any(filled.values()) else item


def with_field(owner: _Owner, name: str, value: Any) -> _Owner:
    """Return the item or plan with one field, or one unknown key, set; None takes it away."""
    if name in own_fields(type(owner)):
        return _with(owner, {name: _default(type(owner), name) if value is None else value})
    extra = {key: kept for key, kept in owner.extra if key != name}
    if value is not None:
        extra[name] = value
    return _with(owner, {"extra": tuple(sorted(extra.items()))})


def _with(owner: _Owner, values: Mapping[str, Any]) -> _Owner:
    made: _Owner = cast("Any", replace)(owner, **values)
    return made


def _default(kind: type[Any], name: str) -> Any:
    return next(known.default for known in fields(kind) if known.name == name)
