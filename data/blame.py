"""Who last set each status and each comment of a plan: what `git blame` tells of lines, told of values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.changes import AddItem, SetField
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
    """Return who last set what in a plan, item by item in its order; `events` are its history, newest first."""
    found: dict[tuple[str, str], Event] = {}
    for event in events:
        for change in event.changes:
            match change:
                case SetField(id, field) if field in FIELDS:
                    found.setdefault((id, field), event)
                case AddItem(item):
                    for field in FIELDS:
                        found.setdefault((item.id, field), event)
                case _:
                    pass
    return tuple(
        Blamed(item, *(found.get((id, field)) if getattr(item, field, None) else None for field in FIELDS))
        for id, item in plan.items.items()
    )
