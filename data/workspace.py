"""A region's folder as one works in it: load, save, commit, and commit what a crash or an editor has left.

What `save` has returned is on disk; what `commit` has returned is in git. A file that changed behind our back is
merged, never overwritten. A `Workspace` belongs to one thread at a time; other processes may work beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from data import files, half_taken, locking, mal_files, region_file
from data.changes import Change
from data.decoding import MAX_BYTES
from data.describe import describe, describe_mended, describe_together
from data.difference import diff
from data.faults import UnusableError
from data.files import FileError
from data.git import Commit, Repository
from data.git_errors import CommitError, GitError, NoIdentityError, NoRepositoryError, ReadOnlyError
from data.mal import MalOchBudget
from data.plan import Plan
from data.plan_files import PlanFile, PlanFiles, name_of, parsed, path_of
from data.reading import read_plan
from data.rebasing import ConflictError, rebased
from data.region import FILE as REGION_FILE
from data.region import Forvaltning
from data.snapshot import Snapshot, read_folder
from data.writing import WriteError, edit, write

__all__ = [
    "Commit",
    "CommitError",
    "ConflictError",
    "FileError",
    "GitError",
    "NoIdentityError",
    "NoRepositoryError",
    "ReadOnlyError",
    "Saved",
    "Workspace",
    "WriteError",
]

_LOCK = "trafikljus.lock"


@dataclass(frozen=True, slots=True)
class Saved:
    """A plan that is on disk."""

    name: str
    plan: Plan
    changes: tuple[Change, ...]
    """As they were made to the file: removals with their lines, so that the inverse brings these back."""


class Workspace:
    """One region's folder: `region.toml` and the plans, in a git repository."""

    def __init__(self, root: Path, patience: float = 10.0) -> None:
        """Take a folder; nothing is read yet. `patience`: seconds to wait for another process that writes."""
        self.root = root.resolve()
        self._patience = patience
        self._files = PlanFiles(self.root)
        self._committed: dict[str, PlanFile] = {}
        """Plans' files as they are in the commit `_head`."""
        self._head: str | None = None
        self._made_commits = False
        self._opened: Repository | None = None

    # Reading

    def load(self, only: Collection[str] = ()) -> Snapshot:
        """Read what has changed since the last time. A broken file never hides the others.

        `only`: names of plans, and years, that alone are read; none: all. Git is run only to `settle`. What a sync
        is just then writing is waited for: half of it is not what anybody has written.
        """
        while True:
            with suppress(ReadOnlyError, NoRepositoryError, locking.BusyError):
                self.settle()
            moment = self._moment()
            snapshot = read_folder(self.root, self._files, only, self.state)
            if self._moment() == moment:
                return snapshot

    def _moment(self) -> tuple[int, int] | None:
        try:
            return half_taken.moment(self.repository.place)
        except NoRepositoryError:
            return None

    @property
    def state(self) -> str | None:
        """Why nothing may be changed just now, with the way out; None when all is well."""
        try:
            return self.repository.read_only
        except NoRepositoryError as error:
            return str(error)

    # Saving

    def save(self, name: str, changes: Sequence[Change]) -> Saved:
        """Make changes to a plan's file; they are on disk on return.

        What somebody else has written since we read the file is kept. Raises, with the file as it was,
        ConflictError, WriteError, UnusableError (the file has become broken), ReadOnlyError or OSError.
        """
        self._require_writable()
        with self.alone():
            known, file = self._files.seen(name), self._files.read(name)
            if file is None:
                raise FileError(f"{path_of(name)} finns inte längre; återställ den med git restore")
            plan = file.require_plan()
            text = file.text
            edited = edit(text, plan, rebased(name, known or plan, changes, plan))
            if edited.text != text:
                self._files.write(name, edited.text, edited.plan)
            else:
                self._files.take(name, file)
            return Saved(name, edited.plan, edited.changes)

    def create(self, plan: Plan) -> Saved:
        """Write a new plan's file. FileError when there is one already, or the plan's name cannot be a path."""
        self._require_writable()
        path = path_of(plan.name)
        with self.alone():
            if self._files.read(plan.name) is not None:
                raise FileError(f"{path} finns redan; ändra den, eller ta bort den först")
            text = write(plan)
            reading = read_plan(text, path)
            if reading.plan != plan:
                raise UnusableError(reading.faults)
            self._files.write(plan.name, text, plan)
        return Saved(plan.name, plan, tuple(diff(Plan(plan.forvaltning, plan.ar), plan)))

    def add_forvaltning(self, forvaltning: Forvaltning) -> None:
        """Write one more förvaltning into region.toml. ValueError when it cannot be; see `save` for the rest."""
        self._require_writable()
        with self.alone():
            region_file.add(self.root, forvaltning)

    def create_mal(self, decided: MalOchBudget) -> None:
        """Write what was decided for a year, as a new file. FileError when there is one; else as `save`."""
        self._require_writable()
        with self.alone():
            mal_files.create(self.root, decided)

    # Committing

    def uncommitted(self) -> tuple[str, ...]:
        """Return the names of plans whose file differs from HEAD, new ones too. GitError."""
        return self._differing(deleted=False)

    def deleted(self) -> tuple[str, ...]:
        """Return the names of plans that HEAD has and whose file is gone; they are left to people. GitError."""
        return self._differing(deleted=True)

    def _differing(self, *, deleted: bool) -> tuple[str, ...]:
        found = (name_of(dirty.path) for dirty in self.repository.dirty() if dirty.deleted == deleted)
        return tuple(name for name in found if name is not None)

    def commit(self, *names: str) -> Commit | None:
        """Commit plans' files as they are on disk, in one commit, with a message that tells what differs from HEAD.

        None when HEAD has them already. Raises NoIdentityError, CommitError, ReadOnlyError, UnusableError, OSError.
        """
        self.settle()
        with self.alone():
            differing: dict[str, PlanFile] = {}
            messages: dict[str, str] = {}
            for name in names:
                file, before = self._files.read(name), self._in_head(name)
                if file is not None and (before is None or before.raw != file.raw):
                    differing[name] = file
                    messages[name] = _message(name, before, file.require_plan())
            if not differing:
                return None
            commit = self.repository.commit([path_of(name) for name in differing], describe_together(messages))
            if commit is not None:
                self._remember(differing, commit)
            return commit

    def _in_head(self, name: str) -> PlanFile | None:
        """Return a plan's file as HEAD has it: as we committed it, while nobody else has committed since."""
        head = self.repository.head
        if head != self._head:
            self._committed.clear()
            self._head = head
        if name not in self._committed:
            raw = self.repository.head_bytes(path_of(name))
            if raw is None:
                return None
            self._committed[name] = parsed(raw, path_of(name))
        return self._committed[name]

    def _remember(self, committed: Mapping[str, PlanFile], commit: Commit) -> None:
        if commit.parent != self._head:  # somebody else's commit came in between
            self._committed.clear()
        self._committed.update(committed)
        self._head = commit.id
        self._made_commits = True

    def commit_region(self) -> Commit | None:
        """Commit region.toml as it is on disk; None when HEAD has it already. Raises as `commit`."""
        return self._commit_file(REGION_FILE, region_file.message)

    def commit_mal(self, ar: int) -> Commit | None:
        """Commit a year's mal-och-budget.toml as it is on disk; None when HEAD has it. Raises as `commit`."""
        return self._commit_file(mal_files.path_of(ar), mal_files.message)

    def _commit_file(self, path: str, message: Callable[[bytes | None, bytes, str], str]) -> Commit | None:
        self._require_writable()
        with self.alone():
            raw = files.read(self.root, path, MAX_BYTES + 1)
            before = self.repository.head_bytes(path)
            if raw is None or raw == before:
                return None
            return self.repository.commit([path], message(before, raw, path))

    def commit_leftovers(self) -> tuple[Commit, ...]:
        """Commit what a crash or an editor has left, and clear away half-made files; return the commits.

        A broken file is left alone, as is one that is gone. Raises NoIdentityError, CommitError, ReadOnlyError.
        """
        self._require_writable()
        with self.alone():
            for folder in (self.root, *self._files.years()):
                files.clear_strays(folder)
        dirty = [found.path for found in self.repository.dirty() if not found.deleted]
        made = [_unless_broken(self.commit_region)]
        made += [_unless_broken(partial(self.commit_mal, ar)) for ar in map(mal_files.year_of, dirty) if ar]
        made += [_unless_broken(partial(self.commit, name)) for name in map(name_of, dirty) if name]
        return tuple(commit for commit in made if commit is not None)

    def close(self) -> None:
        """Let git tidy up after itself and end what was kept open for it. The workspace can be used again."""
        if self._opened is not None:
            self._opened.close()
            if self._made_commits:
                self._opened.tidy()
            self._opened = None

    @property
    def repository(self) -> Repository:
        """The git repository, for rooms that read its history. NoRepositoryError."""
        if self._opened is None:
            self._opened = Repository(self.root)
        return self._opened

    def _require_writable(self) -> None:
        state = self.state
        if state is not None:
            raise ReadOnlyError(state)
        self.settle()

    def settle(self, patience: float | None = None) -> None:
        """Undo what a sync that was killed has left half-done. ReadOnlyError when that cannot be; see `alone`.

        Until then a file may be missing that nobody has removed.
        """
        if half_taken.is_noted(self.repository.place) and self.repository.read_only is None:
            with self.alone(patience):
                try:
                    half_taken.put_back(self.repository)
                except GitError as error:
                    raise ReadOnlyError(str(error)) from error

    def alone(self, patience: float | None = None) -> AbstractContextManager[None]:
        """Hold the lock that keeps others from writing here. BusyError when they do not let go in time.

        `patience`: seconds to wait, if not the workspace's own.
        """
        patience = self._patience if patience is None else patience
        return locking.held(self.repository.place.git / _LOCK, patience)


def _message(name: str, before: PlanFile | None, plan: Plan) -> str:
    if before is not None and before.plan is None:
        return describe_mended(name)
    return describe(before.plan if before is not None else None, plan)


def _unless_broken(commit: Callable[[], Commit | None]) -> Commit | None:
    try:
        return commit()
    except (UnusableError, FileError):
        return None
