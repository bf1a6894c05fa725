"""What the import had to guess, item by item, and the change that marks a guess as seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data.changes import Change, set_field
from data.plan import Plan
from tui.glyphs import heading
from tui.rows import Key


@dataclass(frozen=True, slots=True)
class Guess:
    """One thing that the import was not sure of."""

    key: Key
    title: str
    """The name of the item."""
    text: str


def guesses(plans: Mapping[str, Plan]) -> list[Guess]:
    """Return every guess that nobody has marked as seen, in the order of the files."""
    return [
        Guess((name, id), heading(item), guess)
        for name, plan in plans.items()
        for id, item in plan.items.items()
        for guess in getattr(item, "att_se_over", ())
    ]


def seen(plan: Plan, id: str, guess: str | None = None) -> list[Change]:
    """Return the change that marks one guess about an item as seen, or all of them."""
    left = tuple(text for text in getattr(plan.items[id], "att_se_over", ()) if guess is not None and text != guess)
    return set_field(plan, id, "att_se_over", left or None)
