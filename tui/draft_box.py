"""Comments that were written and not saved: kept here for this session, and on disk for the next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from data.drafts import Draft
from tui.rows import Key

if TYPE_CHECKING:
    from tui.worker import Worker


class DraftBox:
    """The drafts, by what they are about."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._drafts: dict[Key, Draft] = {}

    def __contains__(self, key: Key) -> bool:
        return key in self._drafts

    def get(self, key: Key) -> Draft | None:
        """Return the draft for an item, or None."""
        return self._drafts.get(key)

    def take(self, drafts: Iterable[Draft]) -> None:
        """Take in what an earlier session left; what this one has is newer."""
        for draft in drafts:
            self._drafts.setdefault((draft.plan, draft.id), draft)

    def keep(self, key: Key, base: str | None, text: str) -> None:
        """Keep a comment as far as it has been written, begun when `base` was there."""
        written = datetime.now().isoformat(" ", "minutes")
        self._drafts[key] = Draft(*key, base, text, written)
        self._worker.keep_draft(self._drafts[key])

    def drop(self, key: Key) -> None:
        """Throw away the draft for an item."""
        self._drafts.pop(key, None)
        self._worker.drop_draft(*key)

    def saved(self, key: Key) -> None:
        """Take in that a draft is on its way into the plan; it goes from the disk when it has come there."""
        self._drafts.pop(key, None)
