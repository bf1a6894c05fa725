"""Drafts on disk, as the worker keeps them: written while one types, gone when what they are of is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from data.changes import Change, SetField
from data.drafts import Draft, Drafts
from data.plain_text import one_line
from data.repo_state import find
from data.schema import canonical
from tui.messages import Drafted, DraftFailed, WorkerMessage


class DraftKeeper:
    """Owns the drafts' files. Lives in the worker's thread alone."""

    def __init__(self, root: Path, post: Callable[[WorkerMessage], object]) -> None:
        place = find(root)
        self._drafts = Drafts(place.git) if place is not None else None
        self._post = post

    def open(self) -> None:
        """Tell what an earlier session left."""
        drafts = self._drafts.all() if self._drafts is not None else ()
        if drafts:
            self._post(Drafted(drafts))

    def tell(self, plan: str, id: str) -> None:
        """Tell of the draft for an item, if there is one."""
        draft = self._drafts.read(plan, id) if self._drafts is not None else None
        if draft is not None:
            self._post(Drafted((draft,)))

    def keep(self, draft: Draft) -> None:
        """Write a draft; `DraftFailed` when that cannot be done."""
        if self._drafts is None:
            return
        try:
            self._drafts.save(draft)
        except OSError as error:
            self._post(DraftFailed(one_line(str(error))))

    def drop(self, plan: str, id: str) -> None:
        """Throw away the draft for an item."""
        if self._drafts is None:
            return
        try:
            self._drafts.remove(plan, id)
        except OSError as error:
            self._post(DraftFailed(one_line(str(error))))

    def saved(self, plan: str, changes: Iterable[Change]) -> None:
        """Throw away the drafts that now stand in the plan."""
        for change in changes:
            if isinstance(change, SetField) and change.field == "kommentar" and self._drafts is not None:
                draft = self._drafts.read(plan, change.id)
                if draft is not None and canonical(draft.text) == change.new:
                    self.drop(plan, change.id)
