"""The rows of the tree: what one is, and which a plan has. Pure; it knows nothing of the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from data.faults import Fault
from data.plan import PLAN_ID, Item, Plan
from tui.pieces import Key, Pieces

__all__ = ["BROKEN_ID", "Broken", "Key", "Row", "Rows", "plan_rows"]

BROKEN_ID = "!"
"""The id of a row for a file that cannot be read; no item can have it."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A file that cannot be read, and all that is wrong with it."""

    file: str
    faults: tuple[Fault, ...]

    @property
    def kind(self) -> str:
        """The kind of its row."""
        return "broken"


class Row(NamedTuple):
    """One line of the tree."""

    plan: str
    """The plan's name, or the broken file's."""
    id: str
    """The item's id; `PLAN_ID` for the plan itself."""
    kind: str
    """One of `tui.actions.ROW_KINDS`."""
    depth: int
    """How far it is indented, from 0."""
    open: bool | None
    """Whether what is below it shows; None when nothing is."""
    node: Plan | Item | Broken
    """What the row tells of."""

    @property
    def key(self) -> Key:
        """What the row is known by between reloads."""
        return self.plan, self.id


Rows = Pieces[Row]
"""All rows of the tree."""


def plan_rows(plan: Plan, opened: frozenset[str], *, headed: bool) -> Iterator[Row]:
    """Yield the rows of one plan; `headed` when the plan has a row of its own, above the others."""
    depth = 0
    if headed:
        has_rows = bool(plan.fokusomraden or plan.indikatorer)
        yield Row(plan.name, PLAN_ID, "plan", 0, PLAN_ID in opened if has_rows else None, plan)
        if PLAN_ID not in opened:
            return
        depth = 1
    yield from _item_rows(plan.name, plan.fokusomraden, opened, depth)
    yield from _item_rows(plan.name, plan.indikatorer, opened, depth)


def _item_rows(name: str, items: Iterable[Item], opened: frozenset[str], depth: int) -> Iterator[Row]:
    for item in items:
        children = item.children
        is_open = item.id in opened if children else None
        yield Row(name, item.id, item.KIND, depth, is_open, item)
        if is_open:
            yield from _item_rows(name, children, opened, depth + 1)
