"""The lines of "Att göra": plans, the items left to do in each, and what an import guessed about them. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from data.plan import PLAN_ID, Item
from data.todo import Reason
from tui.agenda import Left
from tui.rows import Key

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


def lines(found: Iterable[Left], only: Reason | None) -> list[Line]:
    """Return the lines of all plans that have anything left to do, for one reason or for all."""
    return [line for left in found for line in _lines(left, only)]


def counted(found: Iterable[Left]) -> dict[Reason, int]:
    """Return how many items there are for each reason."""
    found = tuple(found)
    return {reason: sum(left.counts.get(reason, 0) for left in found) for reason in Reason}


def _lines(left: Left, only: Reason | None) -> Iterable[Line]:
    name, items = left.plan.name, left.plan.items
    wanted = [one for one in left.todos if only is None or only in one.reasons]
    if wanted:
        yield Line((name, PLAN_ID), left)
    for one in wanted:
        item = items[one.id]
        yield Line((name, one.id), item, one.reasons)
        if Reason.ATT_SE_OVER in one.reasons:
            yield from (Line((name, one.id), item, one.reasons, guess) for guess in guesses_of(item))


def guesses_of(item: Item) -> tuple[str, ...]:
    """Return what an import guessed about an item."""
    guesses: tuple[str, ...] = getattr(item, "att_se_over", ())
    return guesses
