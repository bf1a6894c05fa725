"""Which rows are marked, by id, so that marks outlive every reload. Pure; it knows nothing of the screen."""

from __future__ import annotations

from collections.abc import Mapping

from data.plan import Plan
from tui.action import ITEMS
from tui.rows import Key, Row, Rows


class Marks:
    """The marked rows, and the range that is being made longer or shorter."""

    def __init__(self) -> None:
        self._keys: frozenset[Key] = frozenset()
        self._before: frozenset[Key] = frozenset()
        """What was marked before the range."""
        self._anchor: Key | None = None
        self._end: Key | None = None

    def __contains__(self, key: Key) -> bool:
        return key in self._keys

    def __bool__(self) -> bool:
        return bool(self._keys)

    def within(self, plans: Mapping[str, Plan]) -> list[Key]:
        """Return the marked items that are there now, in the order of the plans."""
        names = {name for name, _ in self._keys}
        return [
            (name, id)
            for name, plan in plans.items()
            if name in names
            for id in plan.items
            if (name, id) in self._keys
        ]

    def turn(self, row: Row) -> None:
        """Mark a row, or take its mark away; only rows of items can be marked."""
        if row.kind in ITEMS:
            self._keys ^= {row.key}

    def extend(self, rows: Rows, start: int, end: int) -> None:
        """Mark from where the range began to `end`; it begins at `start` unless it ended there last."""
        if self._anchor is None or rows[start].key != self._end:
            self._anchor, self._before = rows[start].key, self._keys
        place = rows.place(self._anchor)
        first = start if place is None else place
        span = rows[min(first, end) : max(first, end) + 1]
        self._keys = self._before | {row.key for row in span if row.kind in ITEMS}
        self._end = rows[end].key

    def clear(self) -> None:
        """Take every mark away."""
        self._keys = frozenset()
        self._anchor = None
