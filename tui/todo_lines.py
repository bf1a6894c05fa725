"""The lines of "Att göra": plans, the items left to do in each, and what an import guessed about them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from data.plan import PLAN_ID, Item
from data.todo import Reason, Todo
from tui.agenda import Left
from tui.pieces import Key, Lazy

SHORT = {
    Reason.EJ_BEDOMD: "ej bedömd",
    Reason.SAKNAR_KOMMENTAR: "saknar kommentar",
    Reason.INAKTUELL: "inaktuell",
    Reason.ATT_SE_OVER: "att se över",
}
"""The reasons in a word or two; what stale is since stands at the plan."""


class Line(NamedTuple):
    """One line of the list."""

    key: Key
    node: Left | Item
    """What is left of a plan, at its head; else the item that needs somebody."""
    reasons: tuple[Reason, ...] = ()
    guess: str | None = None
    """What was guessed about the item; None on the item's own line."""


def lines(left: Left, only: Reason | None) -> Sequence[Line]:
    """Return the lines of a plan, if it has anything left to do for one reason or, None, for any."""
    wanted = left.todos if only is None else tuple(one for one in left.todos if only in one.reasons)
    if not wanted:
        return ()
    items = left.plan.items
    guesses = sum(len(guesses_of(items[one.id])) for one in wanted) if Reason.ATT_SE_OVER in left.counts else 0
    return Lazy(1 + len(wanted) + guesses, lambda: _lines(left, wanted))


def counted(found: Iterable[Left]) -> dict[Reason, int]:
    """Return how many items there are for each reason."""
    found = tuple(found)
    return {reason: sum(left.counts.get(reason, 0) for left in found) for reason in Reason}


def _lines(left: Left, wanted: Iterable[Todo]) -> Iterator[Line]:
    name, items = left.plan.name, left.plan.items
    yield Line((name, PLAN_ID), left)
    for one in wanted:
        item = items[one.id]
        yield Line((name, one.id), item, one.reasons)
        yield from (Line((name, one.id), item, one.reasons, guess) for guess in guesses_of(item))


def guesses_of(item: Item) -> tuple[str, ...]:
    """Return what an import guessed about an item."""
    guesses: tuple[str, ...] = getattr(item, "att_se_over", ())
    return guesses
