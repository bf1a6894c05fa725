"""What others have done that the user has not seen: which rows are marked for it, and how it is told. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from data.changes import RemoveItem
from data.history import Event
from data.plain_text import one_line
from data.plan import PLAN_ID, Item, Plan
from data.wording import phrase
from tui.moments import day
from tui.rows import Key

Events = Mapping[Key, tuple[Event, ...]]
"""By plan name and id, newest first, each with the changes to this item only."""


@dataclass(frozen=True, slots=True)
class NewsRoom:
    """The news by the rows of the plans as they are now; what is gone is told where it stood."""

    by_row: Mapping[Key, tuple[tuple[Key, Event], ...]] = field(default_factory=dict)
    """For each row, the events with the item that they are about."""
    above: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Ids of all that has news below it, by plan name."""

    def marked(self, key: Key, *, is_open: bool | None) -> bool:
        """Tell whether a row is marked: for its own news, and when it is closed for those below it."""
        return key in self.by_row or (is_open is False and key[1] in self.above.get(key[0], ()))

    def keys(self, row: Key) -> tuple[Key, ...]:
        """Return the items that are seen when a row is."""
        return tuple(dict.fromkeys(key for key, _ in self.by_row.get(row, ())))

    def told(self, row: Key, plan: Plan, now: datetime) -> tuple[str, ...]:
        """Return a line for each piece of news: ``Ändrad av Ingrid Ek 3 nov: delvis → uppfylls``."""
        return tuple(_line(key[1], event, plan, now) for key, event in self.by_row.get(row, ()))


def news_room(events: Events, plans: Mapping[str, Plan]) -> NewsRoom:
    """Return the news of the plans that are there."""
    by_row: dict[Key, list[tuple[Key, Event]]] = {}
    above: dict[str, set[str]] = {}
    for key, told in events.items():
        plan = plans.get(key[0])
        if plan is None:
            continue
        row = _row(key[1], told, plan, events)
        by_row.setdefault((plan.name, row), []).extend((key, event) for event in told)
        above.setdefault(plan.name, set()).update(_above(row, plan))
    return NewsRoom(
        {row: tuple(told) for row, told in by_row.items()},
        {name: frozenset(ids) for name, ids in above.items()},
    )


def _row(id: str, told: Iterable[Event], plan: Plan, events: Events) -> str:
    """Return the id of the row that news about an item stand at: its own, or the nearest above that is left."""
    climbed: set[str] = set()
    while id != PLAN_ID and id not in plan.items and id not in climbed:
        climbed.add(id)
        removals = (change for event in told for change in event.changes if isinstance(change, RemoveItem))
        id = next((change.place.parent for change in removals), PLAN_ID)
        told = events.get((plan.name, id), ())
    return id if id in plan.items else PLAN_ID


def _above(id: str, plan: Plan) -> Iterator[str]:
    while id != PLAN_ID:
        id = plan.parents[id]
        yield id


def _line(id: str, event: Event, plan: Plan, now: datetime) -> str:
    item: Item | Plan | None = plan if id == PLAN_ID else plan.items.get(id)
    gone = next((change.item for change in event.changes if isinstance(change, RemoveItem)), None)
    told = "; ".join(phrase(change, item or gone or plan, plan.items) for change in event.changes)
    name = f"{one_line(gone.namn)}: " if gone is not None and item is None else ""
    return f"Ändrad av {one_line(event.namn)} {day(event.when, now)}: {name}{told}"
