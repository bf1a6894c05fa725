"""Who has given each side of a conflict its value, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from data.changes import AddItem, Change, MoveItem, RemoveItem, SetField, id_of
from data.git import Repository
from data.git_log import log
from data.history import Event, events
from data.merge import ITEM, PLACE
from data.plan_files import path_of
from data.steps import finished
from data.sync.trees import PlanConflict


@dataclass(frozen=True, slots=True)
class Origin:
    """A person, as git has the name, and a moment."""

    namn: str
    when: datetime


class Origins:
    """Those of one sync's conflicts; a plan's commits are read once for each side."""

    def __init__(self, repository: Repository, base: str, ours: str, theirs: str) -> None:
        self._repository, self._base = repository, base
        self._sides = {"ours": ours, "theirs": theirs}
        self._known: dict[tuple[str, str], list[Event]] = {}

    def ours(self, conflict: PlanConflict) -> Origin | None:
        """Return who made our side of a conflict; None when no commit tells. GitError."""
        return self._of(conflict, "ours")

    def theirs(self, conflict: PlanConflict) -> Origin | None:
        """Return who made their side of a conflict; None when no commit tells. GitError."""
        return self._of(conflict, "theirs")

    def _of(self, conflict: PlanConflict, side: str) -> Origin | None:
        id, field = conflict.conflict.about
        for event in self._events(conflict.plan, side):
            if any(id_of(change) == id and _about(change, field) for change in event.changes):
                return Origin(event.namn, event.when)
        return None

    def _events(self, plan: str, side: str) -> list[Event]:
        key = plan, side
        if key not in self._known:
            commits = finished(log(self._repository, path_of(plan), self._base, self._sides[side]))
            self._known[key] = [event for _, event in finished(events(self._repository, commits))]
        return self._known[key]


def _about(change: Change, field: str) -> bool:
    match change:
        case SetField():
            return field in (change.field, ITEM)
        case MoveItem():
            return field in (PLACE, ITEM)
        case AddItem() | RemoveItem():
            return True
