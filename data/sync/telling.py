"""A sync in words: each side's value of a conflict, whole, for who is to choose; closed reports that differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from data.merge import ITEM, PLACE
from data.plain_text import one_line, visible
from data.plan import Item
from data.sync.trees import PlanConflict
from data.wording import field_label, named_kind, status_words

if TYPE_CHECKING:
    from data.sync.outcomes import Synced


def about(told: PlanConflict) -> str:
    """Return what a conflict is about: name and id of the item, or the plan itself."""
    item = _item(told)
    return f"{one_line(item.namn)} ({item.id})" if item is not None else "planen"


def value_words(told: PlanConflict, *, ours: bool) -> str:
    """Return the value of one side of a conflict."""
    conflict, item = told.conflict, _item(told)
    value: Any = conflict.ours if ours else conflict.theirs
    if conflict.field == ITEM:
        return "borttagen" if value is None else _whole(value)
    if conflict.field == PLACE:
        parent = (told.ours if ours else told.theirs).items.get(value)
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


def exchanged(done: Synced) -> str:
    """Return what a sync has brought in and sent, as a list in words."""
    commits, reports = ("incheckning", "incheckningar"), ("stängd rapport", "stängda rapporter")
    numbers = (
        ("hämtade", done.fetched, commits),
        ("skickade", done.sent, commits),
        ("hämtade", len(done.fetched_tags), reports),
        ("skickade", len(done.sent_tags), reports),
    )
    return ", ".join(f"{act} {n} {kind[n != 1]}" for act, n, kind in numbers if n) or "inget var nytt"


def reports_told(done: Synced) -> Iterator[str]:
    """Yield a line for each closed report that is not the same here and there after a sync."""
    for tag in map(report_of, done.different_tags):
        way_out = f"Ska serverns gälla här: git tag -d {tag}, och synka igen"
        yield f"taggen {tag} är en annan på servern; båda är kvar. {way_out}"
    for tag in map(report_of, done.refused_tags):
        yield f"servern tog inte emot taggen {tag}; den finns kvar här"


def report_of(tag: str) -> str:
    """Return the name that people know a closed report's tag by."""
    return one_line(tag.removeprefix("refs/tags/"))


def _item(told: PlanConflict) -> Item | None:
    return told.theirs.items.get(told.conflict.id) or told.ours.items.get(told.conflict.id)


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
