"""A plan as the rows of a table: one for each aktivitet, and one for what has nothing below it."""

from __future__ import annotations

from collections.abc import Iterator

from data.plan import Item, Plan

Owners = tuple[Plan | Item, ...]
"""What a row tells of, from the plan down."""


def plan_rows(plan: Plan) -> Iterator[Owners]:
    """Give what each row tells of, in the order of the plan; a plan without anything has a row of its own."""
    tops: tuple[Item, ...] = (*plan.fokusomraden, *plan.indikatorer)
    if not tops:
        yield (plan,)
    for item in tops:
        yield from _below((plan, item), item)


def _below(row: Owners, item: Item) -> Iterator[Owners]:
    if not item.children:
        yield row
    for child in item.children:
        yield from _below((*row, child), child)
