"""The rows of the tree: what one is, and many of them, plan by plan. Pure; it knows nothing of the screen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain
from operator import is_
from typing import NamedTuple, overload

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


class LazyRows(Sequence[Row]):
    """The rows of one plan, made when one of them is looked at."""

    def __init__(self, length: int, make: Callable[[], Iterable[Row]]) -> None:
        """Take how many rows there will be, and what makes them."""
        self._length = length
        self._make = make

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        return tuple(self._make())

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        return self._rows[place]


class Rows(Sequence[Row]):
    """Many rows, plan by plan: what a plan has is one piece, and is not looked at while that is the same."""

    def __init__(self, pieces: Mapping[str, Sequence[Row]]) -> None:
        """Take the rows of each plan, or broken file, by its name; in order."""
        self._pieces = {name: piece for name, piece in pieces.items() if piece}
        self._names = tuple(self._pieces)
        self._starts = tuple(accumulate(map(len, self._pieces.values()), initial=0))

    def __len__(self) -> int:
        return self._starts[-1]

    def __iter__(self) -> Iterator[Row]:
        return chain.from_iterable(self._pieces.values())

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return [self[at] for at in range(*place.indices(len(self)))]
        at = place + len(self) if place < 0 else place
        if not 0 <= at < len(self):
            raise IndexError(place)
        piece = bisect_right(self._starts, at) - 1
        return self._pieces[self._names[piece]][at - self._starts[piece]]

    def same(self, other: Rows) -> bool:
        """Tell whether nothing is other than in these."""
        return self._names == other._names and all(map(is_, self._pieces.values(), other._pieces.values()))

    def place(self, key: Key) -> int | None:
        """Return where a row is; None when it is not there."""
        name, id = key
        start = self._starts[self._names.index(name)] if name in self._pieces else 0
        return next((start + at for at, row in enumerate(self._pieces.get(name, ())) if row.id == id), None)


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
