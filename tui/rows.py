"""Which rows the tree has: plans and what is open in them, in order. Pure; it knows nothing of the screen.

The rows of a plan are kept until the plan or its expansion is another, so that a change costs no more than the
rows of its own plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from data.faults import Fault
from data.plan import PLAN_ID, Item, Plan

Key = tuple[str, str]
"""What a row is known by between reloads: the plan's name (or the broken file's) and the item's id."""

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


class Outline:
    """What is open in the tree, by id, so that it outlives every reload; makes the rows."""

    def __init__(self) -> None:
        self._opened: dict[str, frozenset[str]] = {}
        self._made: dict[str, tuple[Plan, frozenset[str], bool, tuple[Row, ...]]] = {}

    def rows(self, plans: Mapping[str, Plan], broken: Iterable[Broken]) -> tuple[Row, ...]:
        """Return the rows: plans as ordered, then the files that cannot be read."""
        broken = tuple(broken)
        headed = len(plans) + len(broken) > 1
        rows: list[Row] = []
        for name, plan in plans.items():
            rows += self._rows_of(name, plan, headed)
        rows += (Row(each.file, BROKEN_ID, "broken", 0, None, each) for each in broken)
        return tuple(rows)

    def _rows_of(self, name: str, plan: Plan, headed: bool) -> tuple[Row, ...]:
        opened = self._opened.get(name, frozenset())
        made = self._made.get(name)
        if made is None or made[0] is not plan or made[1] is not opened or made[2] is not headed:
            made = (plan, opened, headed, tuple(plan_rows(plan, opened, headed=headed)))
            self._made[name], self._opened[name] = made, opened
        return made[3]

    def set_open(self, key: Key, is_open: bool) -> None:
        """Open or close one row."""
        name, id = key
        opened = self._opened.get(name, frozenset())
        self._opened[name] = opened | {id} if is_open else opened - {id}

    def reveal(self, plan: Plan, id: str) -> None:
        """Open all that stands above an item."""
        above = {PLAN_ID}
        while id != PLAN_ID:
            id = plan.parents[id]
            above.add(id)
        self._opened[plan.name] = self._opened.get(plan.name, frozenset()) | above

    def open_all(self, plans: Iterable[Plan]) -> None:
        """Open every row that has something below it."""
        for plan in plans:
            self._opened[plan.name] = frozenset(
                {PLAN_ID} | {id for id, item in plan.items.items() if item.children}
            )

    def close_all(self) -> None:
        """Close every row."""
        self._opened.clear()
