"""The life of a plan and of each item in it: who changed what when, as git's commits of its file tell.

Each commit's file is compared with the one it was made from, by `diff`. A version that cannot be read is told, and
the next one is compared with the last that could be. A merge tells only what is as in none of its parents.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from data import repo_state
from data.changes import Change, MoveItem, SetField, id_of
from data.difference import diff
from data.faults import Fault
from data.git import Repository
from data.git_errors import NoSuchVersionError
from data.git_log import FileChange, Logged, log
from data.plan import Plan
from data.plan_files import parsed, path_of
from data.steps import Steps, finished
from data.versions import Version

_KEPT = 32
"""Versions kept in memory while reading, for branches that run side by side."""

CUT_OFF = "historiken är avkortad här"
"""What stands at the end of the history of a shallow clone."""


@dataclass(frozen=True, slots=True)
class Event:
    """One commit that touched a plan's file."""

    id: str
    """The commit's."""
    namn: str
    """Its author's name: free text, as git has it."""
    epost: str
    when: datetime
    """With the author's offset from UTC."""
    subject: str
    changes: tuple[Change, ...]
    """What became of the plan; none when no value in it changed, or the version cannot be read."""
    fault: Fault | None = None
    """Why this version cannot be read."""
    cut: bool = False
    """Whether this is where a shallow clone's history begins: what changed in it is not known."""

    @property
    def short(self) -> str:
        """The commit's first seven digits, for a screen."""
        return self.id[:7]


@dataclass(frozen=True, slots=True)
class History:
    """A plan's life, newest first."""

    events: tuple[Event, ...]

    @property
    def cut(self) -> bool:
        """Whether there was more, that a shallow clone does not have; see `CUT_OFF`."""
        return any(event.cut for event in self.events)

    def life(self, id: str) -> tuple[Event, ...]:
        """Return the events that changed one item, with these changes only; `PLAN_ID` is the plan's own fields."""
        found = ((event, tuple(c for c in event.changes if id_of(c) == id)) for event in self.events)
        return tuple(
            Event(event.id, event.namn, event.epost, event.when, event.subject, changes)
            for event, changes in found
            if changes
        )


class Histories:
    """The histories of a repository's plans, read anew only when HEAD has moved."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._known: dict[str, tuple[str | None, History]] = {}

    def of(self, name: str) -> Steps[History]:
        """Read the life of a plan, by its name, up to HEAD. GitError, FileError."""
        head = self._repository.head
        known = self._known.get(name)
        if known is None or known[0] != head:
            known = self._known[name] = (head, (yield from reading(self._repository, name)))
        return known[1]


def read_history(repository: Repository, name: str) -> History:
    """Return the life of a plan, by its name, up to HEAD. GitError; FileError for what is not a plan's name."""
    return finished(reading(repository, name))


def reading(repository: Repository, name: str) -> Steps[History]:
    """Do as `read_history`, a step at a time; HEAD is that of the first step."""
    path = path_of(name)
    commits = yield from log(repository, path)
    told = yield from events(repository, commits)
    return History(tuple(event for _, event in told))


def events(repository: Repository, commits: Sequence[Logged]) -> Steps[list[tuple[str, Event]]]:
    """Read path and event for each file that commits changed, in the order of the commits: newest first."""
    cut = repo_state.cut_off(repository.place.git)
    oldest_first = [(commit, file) for commit in reversed(commits) for file in commit.files]
    reader = _Reader(repository, [file for _, file in oldest_first])
    told: list[tuple[str, Event]] = []
    for commit, file in oldest_first:
        told.append((file.path, _event(commit, file, reader, commit.id in cut)))
        yield
    told.reverse()
    return told


def plan_at(repository: Repository, name: str, revision: str) -> Plan:
    """Return a plan as it was in a commit, tag or branch.

    NoSuchVersionError when there is no such version or no such plan in it; UnusableError when it cannot be read.
    """
    path = path_of(name)
    raw = repository.blob(f"{repository.commit_id(revision)}:./{path}")
    if raw is None:
        raise NoSuchVersionError(f"planen {name} finns inte i versionen {revision}")
    return parsed(raw, path).require_plan()


def _event(commit: Logged, file: FileChange, reader: _Reader, cut: bool) -> Event:
    changes, fault = reader.read(file)
    head = (commit.id, commit.namn, commit.epost, commit.when, commit.subject)
    return Event(*head, () if cut else changes, fault, cut)


class _Reader:
    """Goes through versions from the oldest on, each read once."""

    def __init__(self, repository: Repository, files: Sequence[FileChange]) -> None:
        self._repository = repository
        self._ahead = repository.blobs([file.after for file in files if file.after is not None])
        self._recent: dict[str, Version] = {}
        self._stands_in: dict[str, str | None] = {}
        """For a broken content, the readable one before it, by id; None when there is none."""

    def read(self, file: FileChange) -> tuple[tuple[Change, ...], Fault | None]:
        """Return what one commit changed in a file, the next one in order, and why it cannot be read."""
        before = [self._readable(id, file.path) for id in file.before]
        if file.after is None:
            return _common([_removal(old) for old in before]), None
        new = self._keep(file.after, Version(next(self._ahead) or b"", file.path))
        told = [_changes(old, new) for old in before]
        if new.readable:
            return _common(told), None
        self._stands_in[file.after] = next((self._stand_in(id) for id in file.before), None)
        return (), next(fault for fault in new.file.faults if not fault.warning)

    def _stand_in(self, id: str | None) -> str | None:
        return self._stands_in.get(id, id) if id is not None else None

    def _readable(self, id: str | None, path: str) -> Version | None:
        """Return the version with this content, or the last readable one before it."""
        id = self._stand_in(id)
        if id is None:
            return None
        version = self._recent.get(id)
        if version is None:
            version = self._keep(id, Version(self._repository.blob(id) or b"", path))
        return version if version.readable else None

    def _keep(self, id: str, version: Version) -> Version:
        self._recent.pop(id, None)
        self._recent[id] = version
        if len(self._recent) > _KEPT:
            del self._recent[next(iter(self._recent))]
        return version


def _changes(old: Version | None, new: Version) -> list[Change]:
    if old is not None:
        return old.changes_to(new) or []
    plan = new.file.plan
    return [] if plan is None else diff(Plan(plan.forvaltning, plan.ar), plan)


def _removal(old: Version | None) -> list[Change]:
    plan = old.file.plan if old is not None else None
    return [] if plan is None else diff(plan, Plan(plan.forvaltning, plan.ar))


def _common(told: Sequence[Sequence[Change]]) -> tuple[Change, ...]:
    """Return the changes that bring about what is new compared with every parent."""
    first, *others = told
    effects = [{_effect(change) for change in changes} for changes in others]
    return tuple(change for change in first if all(_effect(change) in known for known in effects))


def _effect(change: Change) -> tuple[Any, ...]:
    match change:
        case SetField(id, name, _, new):
            return (id, name, repr(new))
        case MoveItem(id, _, new):
            return (id, "", new.parent)
        case _:
            return (id_of(change), type(change).__name__)
