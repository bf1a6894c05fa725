"""Several items moved or taken away at once; what stands below another of them goes with that one.

The changes are given by item, in the order that they are to be made: each fits the plan that those before it leave.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from data.changes import Change
from data.changing import changed
from data.editing import move_into, removal, shift, siblings_of
from data.plan import PLAN_ID, Plan

Together = dict[str, list[Change]]
"""Changes by the id of the item that they are about."""


def tops(plan: Plan, ids: Collection[str]) -> list[str]:
    """Return those of the items that stand below no other of them, in the order of the file."""
    wanted = set(ids)
    return [id for id in plan.items if id in wanted and wanted.isdisjoint(_above(plan, id))]


def removals(plan: Plan, ids: Collection[str]) -> Together:
    """Return the changes that take items away with all below them."""
    return _one_by_one(plan, tops(plan, ids), removal)


def moves_into(plan: Plan, ids: Collection[str], parent: str) -> Together:
    """Return the changes that move items last into another home, in the order they have. KeyError."""
    return _one_by_one(plan, tops(plan, ids), lambda now, moved: move_into(now, moved, parent))


def shifts(plan: Plan, ids: Collection[str], step: int) -> Together:
    """Return the changes that move items one place up (-1) or down (1), none past another of them.

    When none can move among its own they go together into the neighbours of what they stand in, as `shift` does.
    """
    ordered = tops(plan, ids)[::-step]
    return _shifted(plan, ordered, step, across=False) or _shifted(plan, ordered, step, across=True)


def _shifted(plan: Plan, ids: Iterable[str], step: int, *, across: bool) -> Together:
    stuck: set[str] = set()

    def shifted(now: Plan, id: str) -> list[Change]:
        siblings = siblings_of(now, now.parents[id], now.items[id].KIND)
        goal = siblings.index(id) + step
        inside = 0 <= goal < len(siblings)
        free = siblings[goal] not in stuck if inside else across
        changes = shift(now, id, step) if free else []
        if not changes:
            stuck.add(id)
        return changes

    return _one_by_one(plan, ids, shifted)


def _one_by_one(plan: Plan, ids: Iterable[str], edit: Callable[[Plan, str], list[Change]]) -> Together:
    made: Together = {}
    for id in ids:
        if changes := edit(plan, id):
            made[id] = changes
            plan = changed(plan, changes)
    return made


def _above(plan: Plan, id: str) -> Iterable[str]:
    while (id := plan.parents[id]) != PLAN_ID:
        yield id
