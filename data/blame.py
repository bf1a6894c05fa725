"""Who last set each status and each comment of a plan: what `git blame` tells of lines, told of values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.changes import AddItem, Change, SetField
from data.history import Event
from data.plan import Item, Plan

FIELDS = ("status", "kommentar")
"""What is asked about."""


@dataclass(frozen=True, slots=True)
class Blamed:
    """One item, and the event that gave each of its fields the value it has; None: not set, or not committed."""

    item: Item
    status: Event | None
    kommentar: Event | None


def blame(plan: Plan, events: Iterable[Event]) -> tuple[Blamed, ...]:
    """Return who last set what in a plan, item by item in its order; `events` are its history, newest first.

    Only who set the very value that stands there: somebody else may have set another one later, and not been chosen
    when the two were merged.
    """
    stands = {(id, field): getattr(item, field, None) for id, item in plan.items.items() for field in FIELDS}
    found: dict[tuple[str, str], Event] = {}
    for event in events:
        for about, value in _set(event.changes):
            if value and stands.get(about) == value:
                found.setdefault(about, event)
    return tuple(Blamed(item, *(found.get((id, field)) for field in FIELDS)) for id, item in plan.items.items())


def _set(changes: Iterable[Change]) -> Iterator[tuple[tuple[str, str], str | None]]:
    """Give what changes have set, by id and field, and to what."""
    for change in changes:
        match change:
            case SetField(id, field, _, new) if field in FIELDS:
                yield (id, field), new
            case AddItem(item):
                yield from (((item.id, field), getattr(item, field, None)) for field in FIELDS)
            case _:
                pass
