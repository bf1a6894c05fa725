"""What the worker does with the workspace: load, save, commit, watch. Lives in the worker's thread alone.

Saves are made at once and in order. A commit waits for a short idle, so that quick changes to one item become one
commit; a change to another item, an undo, or the end makes it come first. Files are watched while nothing is done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import monotonic

from data.authorship import author
from data.changes import Change
from data.faults import UnusableError
from data.git import Commit
from data.git_errors import CommitError, GitError, NoIdentityError
from data.identity import require_identity, set_identity
from data.locking import BusyError
from data.plain_text import one_line
from data.watch import Watch
from data.workspace import ConflictError, Saved, Workspace, WriteError
from tui.archivist import Archivist
from tui.clashes import clashes, without
from tui.draft_keeper import DraftKeeper
from tui.gatherer import Gatherer
from tui.messages import (
    AtHead,
    Clashed,
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
from tui.past_plans import PastPlans
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
        self.drafts = DraftKeeper(root, post)
        self.past_plans = PastPlans(self._workspace, post)
        self.gatherer = Gatherer(self._workspace, post)
        self._state: str | None = None
        self._uncommitted: dict[str, int] = {}
        """Plans that are saved and not committed, with the group of orders that saved each last."""
        self._leftovers = True
        self._readable: frozenset[str] = frozenset()
        """The names of the plans that can be read."""
        self._head: str | None = None
        """The commit that was told of last."""
        self._last: Order | None = None
        self._refused = False
        """Whether the last order could not be saved."""
        self._due: float | None = None
        self._looked = 0.0
        self.stopped = False

    def open(self) -> None:
        """Read the region, learn whether git knows the user, and commit what an earlier session left on disk."""
        self._load()
        if self._state is not None:
            return
        try:
            require_identity(self._root)
        except NoIdentityError as error:
            self._post(Nameless(str(error)))
        else:
            self._recover()
            self._tell_head()

    def patience(self) -> float:
        """Return for how many seconds there is nothing to do unless a job comes."""
        return WATCHED if self._due is None else max(0.0, min(WATCHED, self._due - monotonic()))

    def idle(self) -> Iterator[None]:
        """Do what is due while no job comes: commit, look at the files, and at what others did."""
        if self._is_due:
            self.commit()
        elif not self._look():
            if self._head_has_moved():
                self._tell_head()
            yield from self.archivist.look()

    def look(self) -> Iterator[None]:
        """Look at the files, and at what others did."""
        self._look()
        yield from self.archivist.look()

    def glance(self) -> None:
        """Do what is due between two jobs, for they may come without a pause: commit, look at the files."""
        if self.stopped:
            return
        if self._is_due:
            self.commit()
        if monotonic() - self._looked >= WATCHED:
            self._look()

    @property
    def _is_due(self) -> bool:
        return self._due is not None and monotonic() >= self._due

    def _look(self) -> bool:
        """Read again what has changed; not while others write, for then a file may be gone or half there."""
        self._looked = monotonic()
        try:
            self._workspace.settle(patience=0)
            with self._workspace.alone(patience=0):
                return self._read_again()
        except BusyError:
            return False
        except (GitError, OSError):  # nobody can write here, so nobody is in the midst of it
            return self._read_again()

    def _read_again(self) -> bool:
        changed = self._watch.changed() or self._workspace.state != self._state
        if changed:
            self._load()
            self._tell_head()
        return changed

    def _head_has_moved(self) -> bool:
        try:
            return self._workspace.repository.head != self._head
        except (GitError, OSError):
            return False

    def _tell_head(self) -> None:
        """Tell where git is, and whether the plans on disk are there too; not while something is on its way."""
        if self._state is not None or self._uncommitted or self._due is not None:
            return
        try:
            self._head = self._workspace.repository.head
            differs = not self._readable.isdisjoint(self._workspace.uncommitted())
        except (GitError, OSError):
            return  # what cannot be read is told by what else is done with the repository
        self._leftovers = self._leftovers or differs
        self._post(AtHead((self._head or "")[:7], differs))

    def save(self, order: Order) -> None:
        """Save an order, after committing what does not belong to the same commit."""
        if self._due is not None and not self._together(order):
            self.commit()
        self._last = order
        try:
            saved = self._save(order.step.plan, order.changes)
        except _REFUSALS as error:
            self._refused = True
            self._post(Refused(order.ticket, _line(error)))
            self._load()
            return
        self._refused = False
        self._watch.seen(saved.name)
        self._post(Stored(order.ticket, saved))
        self.drafts.saved(saved.name, saved.changes)
        self._uncommitted[saved.name] = order.group
        self._due = monotonic() + IDLE

    def settle_draft(self, plan: str, id: str) -> None:
        """Throw away the draft of what was saved last; if it could not be saved, tell of the draft."""
        if self._refused:
            self.drafts.tell(plan, id)
        else:
            self.drafts.drop(plan, id)

    def _save(self, name: str, changes: Sequence[Change]) -> Saved:
        """Save what meets no other value in the file, and tell of the rest. ConflictError: all of it does."""
        while True:
            try:
                return self._workspace.save(name, changes)
            except ConflictError as error:
                self._post(Clashed(tuple(clashes(error, changes, self._whose(name)))))
                changes = without(changes, error)
                if not changes:
                    raise

    def _whose(self, name: str) -> str:
        try:
            found = author(self._workspace.repository, self._workspace.root, name)
        except (GitError, OSError):
            return ""
        if found is None:
            return ""
        when = f"{found.when.astimezone():%Y-%m-%d %H:%M}"
        return f"{one_line(found.namn)} {when}" if found.namn else f"inte incheckat, skrivet {when}"

    def commit(self) -> None:
        """Commit every plan that is saved and not committed, and what an earlier session left if that failed."""
        self._due = None
        self._recover()
        groups: dict[int, list[str]] = {}
        for name, group in self._uncommitted.items():
            groups.setdefault(group, []).append(name)
        for names in groups.values():
            self._commit(names)

    def identify(self, namn: str, epost: str) -> None:
        """Store who the user is, and commit what waited for it."""
        try:
            set_identity(self._root, namn, epost)
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
        if last is None or order.group == last.group:
            return True
        return not (order.alone or last.alone) and order.step.key == last.step.key

    def _load(self) -> None:
        try:
            snapshot = self._workspace.load()
        except OSError as error:
            self._post(Unusable(_line(error)))
            return
        if self._state is not None and snapshot.state is None:
            self._due = monotonic() + IDLE  # what had to wait can be committed now
        self._state, self._readable = snapshot.state, frozenset(snapshot.plans)
        self._post(Loaded(snapshot))

    def _recover(self) -> None:
        """Commit what an earlier session or an editor left, until that has worked once."""
        if not self._leftovers or self._state is not None:
            return
        try:
            commits = self._workspace.commit_leftovers()
        except (GitError, OSError) as error:
            self._post(_failed((), error))
            return
        self._leftovers = False
        if commits:
            self._uncommitted.clear()
            self._post(Recovered(commits))

    def _commit(self, names: Sequence[str]) -> None:
        """Commit plans together and tell how it went; what fails is tried again with the next commit."""
        try:
            commit: Commit | None = self._workspace.commit(*names)
        except _REFUSALS as error:
            self._post(_failed(names, error))
            return
        for name in names:
            self._uncommitted.pop(name, None)
        self._post(Committed(tuple(names), commit))


def _failed(names: Sequence[str], error: Exception) -> CommitFailed:
    output = error.output if isinstance(error, CommitError) else ""
    reason = one_line(str(error).removesuffix(output))
    return CommitFailed(tuple(names), reason, tuple(output.splitlines()), isinstance(error, NoIdentityError))


def _line(error: Exception) -> str:
    """Return what an error says, on one line."""
    return one_line(str(error))
