"""What others did since one last looked: marked until it is seen.

How far one has seen is a commit's id, kept in the repository's git folder and never committed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from data import files
from data.git import Repository
from data.git_errors import NoSuchVersionError
from data.git_log import log
from data.history import Event, events, id_of
from data.plan_files import name_of

_FILE = "trafikljus/seen"
_ID = re.compile(r"[0-9a-f]{40,64}")


def unseen(repository: Repository) -> Mapping[str, frozenset[str]]:
    """Return the ids that others have touched since one last looked, by plan name.

    Nothing is marked the first time, nor when what was seen last is no longer in the repository. GitError.
    """
    remembered = _remembered(repository.place.git)
    if remembered is None:
        return {}
    try:
        since = repository.commit_id(remembered)
    except NoSuchVersionError:
        return {}
    commits = log(repository, since=since)
    return touched_by_others(_of_plans(events(repository, commits)), repository.epost)


def _of_plans(found: Iterable[tuple[str, Event]]) -> Iterable[tuple[str, Event]]:
    named = ((name_of(path), event) for path, event in found)
    return ((name, event) for name, event in named if name is not None)


def touched_by_others(found: Iterable[tuple[str, Event]], epost: str | None) -> dict[str, frozenset[str]]:
    """Return the ids that events changed, by plan name, leaving out what the one with this e-mail address did.

    With no address everything is somebody else's.
    """
    mine = (epost or "").casefold()
    ids: dict[str, set[str]] = {}
    for name, event in found:
        if not mine or event.epost.casefold() != mine:
            ids.setdefault(name, set()).update(id_of(change) for change in event.changes)
    return {name: frozenset(touched) for name, touched in ids.items() if touched}


def remember(repository: Repository) -> None:
    """Take all that HEAD has as seen. FileError, GitError."""
    if repository.head is not None:
        files.write(repository.place.git, _FILE, repository.head.encode("ascii"))


def _remembered(git: Path) -> str | None:
    raw = files.read(git, _FILE, 65)
    found = None if raw is None else _ID.fullmatch(raw.decode("ascii", "replace").strip())
    return found[0] if found else None
