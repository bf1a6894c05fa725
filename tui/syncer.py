"""The thread that talks with the server: it syncs with a workspace of its own, so that keys and saves never wait.

What it learns comes out as messages, as from the worker. All heavy imports are made in the thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING

from tui.messages import Met, Programs, SyncDone, SyncFailed, SyncMet, Unsent, WorkerMessage

if TYPE_CHECKING:
    from data.git import Repository
    from data.sync.outcomes import SyncConflictError
    from data.sync.trees import Choice
    from data.workspace import Workspace

LAST = 10.0
"""Seconds that a sync which is called off gets to leave the folder in order."""


class Syncer:
    """A queue of jobs, and the thread that does them one by one; it begins with the first."""

    def __init__(self, root: Path, post: Callable[[WorkerMessage], object]) -> None:
        self._root, self._post = root, post
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._counting = False
        """Whether a count waits for its turn."""
        self._deadline: float | None = None

    def look(self) -> None:
        """See what the repository's config does; `Programs` answers where it runs programs."""
        self._do(self._look)

    def count(self) -> None:
        """Count what the server has not got; `Unsent` answers."""
        if not self._counting:
            self._counting = True
            self._do(self._count)

    def sync(self, choices: Sequence[Choice] = (), *, accept_removals: bool = False) -> None:
        """Sync; `SyncDone`, `SyncMet` or `SyncFailed` answers."""
        self._do(lambda: self._sync(choices, accept_removals=accept_removals))

    def stop(self, grace: float) -> None:
        """Call off the sync that is under way, if it takes more than some seconds yet."""
        deadline = monotonic() + grace
        self._deadline = deadline if self._deadline is None else min(deadline, self._deadline)

    def finish(self) -> None:
        """Call off what is under way, and wait until the folder is in order."""
        self.stop(0)
        self._jobs.put(None)
        if self._thread is not None:
            self._thread.join(LAST)

    def _do(self, job: Callable[[], None]) -> None:
        self._jobs.put(job)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="trafikljus-sync", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                job()
            except Exception as error:  # noqa: BLE001 - a sync that nobody hears of again would seem to go on for ever
                self._post(_failed(error))

    def _look(self) -> None:
        from data.git import Repository
        from data.git_errors import GitError
        from data.repo_programs import programs

        try:
            with closing(Repository(self._root)) as repository:
                found = programs(repository)
        except (GitError, OSError):
            return  # what is wrong with the repository is told by what else is done with it
        if found:
            self._post(Programs(found))

    def _count(self) -> None:
        from data.git import Repository
        from data.git_errors import GitError
        from data.sync.syncing import unsent

        self._counting = False
        try:
            with closing(Repository(self._root)) as repository:
                commits = unsent(repository)
        except (GitError, OSError):
            commits = None
        self._post(Unsent(commits))

    def _sync(self, choices: Sequence[Choice], *, accept_removals: bool) -> None:
        from data.sync.outcomes import How, SyncConflictError
        from data.sync.syncing import sync
        from data.workspace import Workspace

        how = How(choices, accept_removals=accept_removals, cancelled=self._is_called_off)
        with closing(Workspace(self._root)) as workspace:
            try:
                done = sync(workspace, how)
                self._post(SyncDone(done, datetime.now(UTC), _teach(workspace.repository)))
            except SyncConflictError as error:
                self._post(_met(workspace, error))

    def _is_called_off(self) -> bool:
        return self._deadline is not None and monotonic() >= self._deadline


def _teach(repository: Repository) -> bool:
    """Let plain git handle plans as we do, where it does not yet; return whether that was done."""
    from data.drivers import install, installed
    from data.git_errors import GitError
    from tui.program import COMMAND

    try:
        return not installed(repository.place) and install(repository, COMMAND)
    except (GitError, OSError):
        return False  # then it does what it did before


def _met(workspace: Workspace, error: SyncConflictError) -> SyncMet:
    from data.sync.origins import Origins

    repository = workspace.repository
    origins = Origins(repository, error.base, repository.commit_id("HEAD"), error.theirs)
    return SyncMet(tuple(Met(one, origins.ours(one), origins.theirs(one)) for one in error.conflicts))


def _failed(error: Exception) -> SyncFailed:
    from data.sync.network import CancelledError, NotLetInError, OfflineError
    from data.sync.outcomes import LargeRemovalError, StoppedError
    from tui.guard import reason

    match error:
        case LargeRemovalError():
            return SyncFailed(error.what, stopped=True, removals=True)
        case StoppedError():
            return SyncFailed(str(error), stopped=True)
        case NotLetInError():
            return SyncFailed(str(error), "inloggning krävs")
        case OfflineError():
            return SyncFailed(str(error), "servern nås inte")
        case CancelledError():
            return SyncFailed(str(error), "avbruten")
        case _:
            return SyncFailed(reason(error))
