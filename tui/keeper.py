"""What the worker does with the workspace: load, save, commit, watch. Lives in the worker's thread alone.

Saves are made at once and in order. A commit waits for a short idle, so that quick changes to one item become one
commit; a change to another item, an undo, or the end makes it come first. Files are watched while nothing is done.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from data.faults import UnusableError
from data.git import Commit, Repository
from data.git_errors import GitError, NoIdentityError
from data.plain_text import one_line
from data.watch import Watch
from data.workspace import ConflictError, Workspace, WriteError
from tui.archivist import Archivist
from tui.messages import (
    CommitFailed,
    Committed,
    Loaded,
    Nameless,
    Recovered,
    Refused,
    Stopped,
    Stored,
    Unusable,
    WorkerMessage,
)
from tui.session import Order

_REFUSALS = (ConflictError, WriteError, UnusableError, GitError, OSError)
"""Why a save or a commit may fail; each says in Swedish what is wrong and what to do."""

IDLE = 1.0
"""Seconds without a change after which a commit is made."""

WATCHED = 0.5
"""Seconds between looks at whether a file has changed."""


class Keeper:
    """Owns the workspace and knows what is saved but not committed."""

    def __init__(self, root: Path, post: Callable[[WorkerMessage], object]) -> None:
        self._root = root
        self._workspace = Workspace(root)
        self._watch = Watch(root)
        self._post = post
        self.archivist = Archivist(self._workspace, post)
        self._state: str | None = None
        self._uncommitted: dict[str, None] = {}
        self._leftovers = True
        self._last: Order | None = None
        self._due: float | None = None
        self.stopped = False

    def open(self) -> None:
        """Read the region, learn whether git knows the user, and commit what an earlier session left on disk."""
        self._load()
        if self._state is not None:
            return
        try:
            Repository(self._root).require_identity()
        except NoIdentityError as error:
            self._post(Nameless(str(error)))
        else:
            self._recover()

    def patience(self) -> float:
        """Return for how many seconds there is nothing to do unless a job comes."""
        return WATCHED if self._due is None else max(0.0, min(WATCHED, self._due - monotonic()))

    def idle(self) -> None:
        """Do what is due while no job comes: commit, look at the files, and at what others did."""
        if self._due is not None and monotonic() >= self._due:
            self.commit()
        elif self._watch.changed() or self._workspace.state != self._state:
            self._load()
        else:
            self.archivist.look()

    def save(self, order: Order) -> None:
        """Save an order, after committing what does not belong to the same commit."""
        if self._due is not None and not self._together(order):
            self.commit()
        self._last = order
        try:
            saved = self._workspace.save(order.step.plan, order.changes)
        except _REFUSALS as error:
            self._post(Refused(order.ticket, _line(error)))
            self._load()
            return
        self._watch.seen(saved.name)
        self._post(Stored(order.ticket, saved))
        self._uncommitted[saved.name] = None
        self._due = monotonic() + IDLE

    def commit(self) -> None:
        """Commit every plan that is saved and not committed, and what an earlier session left if that failed."""
        self._due = None
        self._recover()
        for name in tuple(self._uncommitted):
            self._commit(name)

    def identify(self, namn: str, epost: str) -> None:
        """Store who the user is, and commit what waited for it."""
        try:
            self._workspace.set_identity(namn, epost)
        except (ValueError, GitError) as error:
            self._post(Nameless(_line(error)))
            return
        self.commit()

    def stop(self) -> None:
        """Commit what is left, and end."""
        self.commit()
        self._workspace.close()
        self.stopped = True
        self._post(Stopped(tuple(self._uncommitted)))

    def _together(self, order: Order) -> bool:
        last = self._last
        return last is not None and not (order.alone or last.alone) and order.step.key == last.step.key

    def _load(self) -> None:
        try:
            snapshot = self._workspace.load()
        except OSError as error:
            self._post(Unusable(_line(error)))
            return
        self._state = snapshot.state
        self._post(Loaded(snapshot))

    def _recover(self) -> None:
        """Commit what an earlier session or an editor left, until that has worked once."""
        if not self._leftovers or self._state is not None:
            return
        try:
            commits = self._workspace.commit_leftovers()
        except (GitError, OSError) as error:
            self._post(CommitFailed("", _line(error), nameless=isinstance(error, NoIdentityError)))
            return
        self._leftovers = False
        if commits:
            self._uncommitted.clear()
            self._post(Recovered(commits))

    def _commit(self, name: str) -> None:
        """Commit one plan and tell how it went; what fails is tried again with the next commit."""
        try:
            commit: Commit | None = self._workspace.commit(name)
        except _REFUSALS as error:
            self._post(CommitFailed(name, _line(error), nameless=isinstance(error, NoIdentityError)))
            return
        self._uncommitted.pop(name, None)
        self._post(Committed(name, commit))


def _line(error: Exception) -> str:
    """Return what an error says, on one line."""
    return one_line(str(error))
