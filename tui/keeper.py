"""What the worker does with the workspace: load, save, commit, watch. Lives in the worker's thread alone.

Saves are made at once and in order. A commit waits for a short idle, so that quick changes to one item become one
commit; a change to another item, an undo, or the end makes it come first. Files are watched while nothing is done.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from data.workspace import ConflictError, Workspace

from data.git import Commit
from data.git_errors import GitError, NoIdentityError
from data.writing import WriteError
from tui.messages import (
    CommitFailed,
    Committed,
    Loaded,
    Recovered,
    Refused,
    Stopped,
    Stored,
    Unusable,
    WorkerMessage,
)
from tui.session import Order
from tui.watch import Watch

IDLE = 1.0
"""Seconds without a change after which a commit is made."""

WATCHED = 0.5
"""Seconds between looks at whether a file has changed."""


class Keeper:
    """Owns the workspace and knows what is saved but not committed."""

    def __init__(self, root: Path, post: Callable[[WorkerMessage], object]) -> None:
        self._workspace = Workspace(root)
        self._watch = Watch(root)
        self._post = post
        self._uncommitted: dict[str, None] = {}
        self._last: Order | None = None
        self._due: float | None = None
        self.stopped = False

    def open(self) -> None:
        """Read the region, and commit what an earlier session left on disk."""
        self._load()
        recovered = [commit for name in self._workspace.uncommitted() if (commit := self._commit(name))]
        if recovered:
            self._post(Recovered(tuple(recovered)))

    def patience(self) -> float:
        """Return for how many seconds there is nothing to do unless a job comes."""
        return WATCHED if self._due is None else max(0.0, min(WATCHED, self._due - monotonic()))

    def idle(self) -> None:
        """Do what is due while no job comes: commit, look at the files."""
        if self._due is not None and monotonic() >= self._due:
            self.commit()
        elif self._watch.changed():
            self._load()

    def save(self, order: Order) -> None:
        """Save an order, after committing what does not belong to the same commit."""
        if self._due is not None and not self._together(order):
            self.commit()
        self._last = order
        try:
            saved = self._workspace.save(order.step.plan, order.changes)
        except (ConflictError, WriteError, GitError, OSError) as error:
            self._post(Refused(order.ticket, str(error)))
            self._load()
            return
        self._watch.seen(saved.name)
        self._post(Stored(order.ticket, saved))
        self._uncommitted[saved.name] = None
        self._due = monotonic() + IDLE

    def commit(self) -> None:
        """Commit every plan that is saved and not committed."""
        self._due = None
        for name in tuple(self._uncommitted):
            self._commit(name)

    def identify(self, namn: str, epost: str) -> None:
        """Store who the user is, and commit what waited for it."""
        self._workspace.set_identity(namn, epost)
        self.commit()

    def stop(self) -> None:
        """Commit what is left, and end."""
        self.commit()
        self.stopped = True
        self._post(Stopped(tuple(self._uncommitted)))

    def _together(self, order: Order) -> bool:
        last = self._last
        return last is not None and not (order.alone or last.alone) and order.step.key == last.step.key

    def _load(self) -> None:
        try:
            self._post(Loaded(self._workspace.load()))
        except (GitError, OSError) as error:
            self._post(Unusable(str(error)))

    def _commit(self, name: str) -> Commit | None:
        """Commit one plan and tell how it went; what fails is tried again with the next commit."""
        try:
            commit = self._workspace.commit(name)
        except (GitError, OSError) as error:
            self._uncommitted[name] = None
            self._post(CommitFailed(name, str(error), nameless=isinstance(error, NoIdentityError)))
            return None
        self._uncommitted.pop(name, None)
        self._post(Committed(name, commit))
        return commit
