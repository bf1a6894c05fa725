"""What could not be saved because the file has come to say something else: the two values, to choose between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from data.changes import Change, SetField
from data.merge import ITEM
from data.rebasing import ConflictError
from tui.rows import Key


@dataclass(frozen=True, slots=True)
class Clash:
    """One field with two values. Nothing is lost while it stands: the file has theirs, and this has ours."""

    key: Key
    field: str
    ours: Any
    """The value that the user gave; None: none."""
    theirs: Any
    """The value that the file has."""
    gone: bool
    """Whether the item is no longer in the file; then there is nothing to give ours to."""
    whose: str
    """Who wrote the file as it is, and when; empty when that cannot be told."""

    def same(self, other: Clash) -> bool:
        """Tell whether the other one is about the same field of the same item."""
        return (self.key, self.field) == (other.key, other.field)


def clashes(error: ConflictError, changes: Sequence[Change], whose: str) -> Iterator[Clash]:
    """Give what the user must choose, for those of the changes that set a field."""
    for conflict in error.conflicts:
        for change in changes:
            if isinstance(change, SetField) and change.id == conflict.id and conflict.field in (change.field, ITEM):
                gone = bool(change.id) and change.id not in error.plan.items
                theirs = conflict.theirs if conflict.field == change.field else None
                yield Clash((error.name, change.id), change.field, change.new, theirs, gone, whose)


def without(changes: Sequence[Change], error: ConflictError) -> tuple[Change, ...]:
    """Return those of the changes that can be made all the same; none when they hang together."""
    if not all(isinstance(change, SetField) for change in changes):
        return ()
    fields = {(conflict.id, conflict.field) for conflict in error.conflicts}
    items = {conflict.id for conflict in error.conflicts if conflict.field == ITEM}
    rest = tuple(
        change
        for change in changes
        if isinstance(change, SetField) and change.id not in items and (change.id, change.field) not in fields
    )
    return rest if len(rest) < len(changes) else ()
