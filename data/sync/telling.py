"""A conflict in words: each side's value, whole, as somebody who is to choose must see it."""

from __future__ import annotations

from typing import Any

from data.merge import ITEM, PLACE, Conflict
from data.plain_text import one_line, visible
from data.plan import Item, Plan
from data.wording import field_label, named_kind, status_words


def value_words(conflict: Conflict, value: Any, item: Item | None, plan: Plan) -> str:
    """Return one side's value; `item` is what it is about, None for the plan itself, and `plan` is that side's."""
    if conflict.field == ITEM:
        return "borttagen" if value is None else _whole(value)
    if conflict.field == PLACE:
        parent = plan.items.get(value)
        return f"under {one_line(parent.namn) if parent is not None else one_line(str(value))}"
    if conflict.field == "status" and item is not None and item.SCALE is not None:
        return status_words(item.SCALE.of(value))
    label = field_label(conflict.field)
    if value in (None, ()):
        return f"{label} saknas"
    if isinstance(value, str):
        return f"{label}{_text(value)}"
    if isinstance(value, tuple):
        return f"{label}: {', '.join(one_line(str(one)) for one in value)}"
    return f"{label}: {one_line(str(value))}"


def _whole(item: Item) -> str:
    """Return an item with what stands in it; its children are in conflicts of their own."""
    told = [f"{named_kind(type(item))} {one_line(item.namn)}"]
    status = getattr(item, "status", None)
    if item.SCALE is not None and status is not None:
        told.append(status_words(item.SCALE.of(status)))
    if item.kommentar:
        told.append(f"kommentar{_text(item.kommentar)}")
    return "; ".join(told)


def _text(value: str) -> str:
    lines = visible(value).split("\n")
    return f": {lines[0]}" if len(lines) == 1 else ":\n" + "\n".join(f"      {line}" for line in lines)
