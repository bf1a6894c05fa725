"""The change that marks what an import had to guess as seen."""

from __future__ import annotations

from data.changes import Change, set_field
from data.plan import Plan


def seen(plan: Plan, id: str, guess: str | None = None) -> list[Change]:
    """Return the change that marks one guess about an item as seen, or all of them."""
    left = tuple(text for text in getattr(plan.items[id], "att_se_over", ()) if guess is not None and text != guess)
    return set_field(plan, id, "att_se_over", left or None)
