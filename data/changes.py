"""The one notion of change: what differs between two plans, as values that can be applied and inverted.

Saving, commit messages, undo, history, comparison of reports and three-way merge all speak in these. The laws, with
`diff` of the room `difference` and `changed` of `changing`: ``changed(a, diff(a, b)) == b``, ``diff(a, a) == []``
and ``changed(changed(a, c), inverse(c)) == a``.

Additions and removals are shallow: an item comes or goes alone, its children by changes of their own. A list of
changes is a sequence: each `Place` speaks of the plan as the changes before it have left it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
    return with_fields(owner, below) if below else owner


def with_field(owner: _Owner, name: str, value: Any) -> _Owner:
    """Return the item or plan with one field, or one unknown key, set; None takes it away."""
    if name in own_fields(type(owner)):
        return with_fields(owner, {name: _default(type(owner), name) if value is None else value})
    extra = {key: kept for key, kept in owner.extra if key != name}
    if value is not None:
        extra[name] = value
    return with_fields(owner, {"extra": tuple(sorted(extra.items()))})


def with_fields(owner: _Owner, values: Mapping[str, Any]) -> _Owner:
    """Return the item or plan with these fields set, those of its children too."""
    made: _Owner = cast("Any", replace)(owner, **values)
    return made


def _default(kind: type[Any], name: str) -> Any:
    return next(known.default for known in fields(kind) if known.name == name)
