"""What others did since one last looked: marked until it is seen, item by item.

How far one has seen all is a commit's id; of what came later, each commit that one has seen is told with its item.
Both are kept in the repository's git folder and never committed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from data import files
from data.changes import id_of
from data.git import Repository
from data.git_errors import NoSuchVersionError
from data.git_log import log
from data.history import Event, events
from data.identity import epost_of
from data.plan_files import name_of
from data.steps import Steps

_FILE = "trafikljus/seen"
_ID = re.compile(r"[0-9a-f]{40,64}")
_MOST_BYTES = 8_000_000

Key = tuple[str, str]
"""A plan's name and an item's id."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """What others have done that one has not seen."""

    head: str | None = None
    """The commit up to which this tells."""
    events: Mapping[Key, tuple[Event, ...]] = field(default_factory=dict)
    """For each item, the commits that touched it, newest first, each with the changes to this item only."""


@dataclass(frozen=True, slots=True)
class _Memory:
    """What the file in the git folder says."""

    since: str
    """The commit up to which all is seen."""
    items: frozenset[tuple[str, str, str]] = frozenset()
    """What was seen of what came later: commit, plan and id."""


def unseen(repository: Repository) -> Steps[Unseen]:
    """Read what others have done since one last looked.

    Nothing is marked the first time, nor when what was seen last is no longer in the repository. GitError.
    """
    head, memory = repository.head, _remembered(repository)
    if head is None or memory is None:
        return Unseen(head)
    found: dict[Key, list[Event]] = {}
    commits = yield from log(repository, since=memory.since)
    for path, event in (yield from events(repository, commits)):
        name = name_of(path)
        if name is not None:
            for id in dict.fromkeys(map(id_of, event.changes)):
                own = tuple(change for change in event.changes if id_of(change) == id)
                found.setdefault((name, id), []).append(replace(event, changes=own))
    mine = (epost_of(repository.place.top) or "").casefold()
    told = ((key, tuple(_new(key, its, memory, mine))) for key, its in found.items())
    return Unseen(head, {key: new for key, new in told if new})


def _new(key: Key, told: Iterable[Event], memory: _Memory, mine: str) -> Iterator[Event]:
    """Leave out what was seen and what the one with this address did; with no address all is somebody else's."""
    for event in told:
        if (event.id, *key) not in memory.items and (not mine or event.epost.casefold() != mine):
            yield event


def see(repository: Repository, found: Unseen, keys: Iterable[Key]) -> Unseen:
    """Take these items as seen, remember it, and return what is left. FileError, GitError."""
    if found.head is None:
        return found
    keys = set(keys)
    left = {key: told for key, told in found.events.items() if key not in keys}
    memory = _remembered(repository)
    if not left or memory is None:
        _remember(repository, _Memory(found.head))
        return Unseen(found.head)
    seen = {(event.id, *key) for key, told in found.events.items() if key in keys for event in told}
    _remember(repository, _Memory(memory.since, memory.items | seen))
    return Unseen(found.head, left)


def remember(repository: Repository) -> None:
    """Take all that HEAD has as seen. FileError, GitError."""
    if repository.head is not None:
        _remember(repository, _Memory(repository.head))


def _remember(repository: Repository, memory: _Memory) -> None:
    lines = [memory.since, *sorted(" ".join(item) for item in memory.items)]
    files.write(repository.place.git, _FILE, "\n".join(lines).encode("utf-8"))


def _remembered(repository: Repository) -> _Memory | None:
    """Return what the file says; None when there is none, or its commit is no longer in the repository."""
    raw = files.read(repository.place.git, _FILE, _MOST_BYTES)
    since, *lines = (raw or b"").decode("utf-8", "replace").split("\n")
    if not _ID.fullmatch(since.strip()):
        return None
    try:
        commit = repository.commit_id(since.strip())
    except NoSuchVersionError:
        return None
    parts = [line.split(" ") for line in lines]
    return _Memory(commit, frozenset((seen, name, id) for seen, name, id in filter(_is_item, parts)))


def _is_item(parts: list[str]) -> bool:
    return len(parts) == 3
