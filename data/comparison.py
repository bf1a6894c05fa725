"""What has happened to each item of a plan since another state of it, and what nobody has touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from data.changes import AddItem, MoveItem, RemoveItem, SetField, id_of
from data.difference import diff
from data.plan import PLAN_ID, Item, Plan, Uppdrag


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states of a plan side by side. The plan's own fields, such as the year, are left aside."""

    then: Plan
    now: Plan
    new: tuple[Item, ...]
    """Not there then."""
    gone: tuple[Item, ...]
    """Not there now; as they were."""
    moved: tuple[MoveItem, ...]
    rejudged: tuple[SetField, ...]
    """Statuses that are others."""
    edited: tuple[SetField, ...]
    """All other fields that are."""
    untouched: tuple[Item, ...]
    """There then and now, in the same place and with the same values, whatever has happened around them."""

    @property
    def at_rest(self) -> Iterator[Uppdrag]:
        """The uppdrag that are untouched with all aktiviteter that they had or have."""
        untouched = {item.id for item in self.untouched}
        for uppdrag in self.now.uppdrag:
            if uppdrag.id in untouched:
                below = (*uppdrag.children, *self.then.items[uppdrag.id].children)
                if untouched.issuperset(item.id for item in below):
                    yield uppdrag


def compare(then: Plan, now: Plan) -> Comparison:
    """Return what has happened between two states of a plan, each sort in the order of the plan as it is."""
    changes = diff(then, now)
    touched = set(map(id_of, changes))
    place = {id: number for number, id in enumerate(dict.fromkeys((*now.items, *then.items)))}
    own = sorted(
        (change for change in changes if id_of(change) != PLAN_ID), key=lambda change: place[id_of(change)]
    )
    fields = [change for change in own if isinstance(change, SetField)]
    return Comparison(
        then,
        now,
        new=tuple(now.items[change.item.id] for change in own if isinstance(change, AddItem)),
        gone=tuple(then.items[change.item.id] for change in own if isinstance(change, RemoveItem)),
        moved=tuple(change for change in own if isinstance(change, MoveItem)),
        rejudged=tuple(change for change in fields if change.field == "status"),
        edited=tuple(change for change in fields if change.field != "status"),
        untouched=tuple(item for id, item in now.items.items() if id not in touched),
    )


def above(plan: Plan, id: str) -> tuple[Item, ...]:
    """Return the items that an item stands below, the uppermost first."""
    found: list[Item] = []
    while (id := plan.parents[id]) != PLAN_ID:
        found.insert(0, plan.items[id])
    return tuple(found)
