"""Texts that are being written, kept in the repository's git folder so that they survive a crash.

One small file for each, named by what it is about, never committed.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from data import files
from data.files import FileError

_PARENT = "trafikljus"
_FOLDER = f"{_PARENT}/utkast"
_MAX_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Draft:
    """A comment, or a form as one text, as far as it has been written."""

    plan: str
    """The plan's name."""
    id: str
    """The item's whose comment it is; for a form what its owner calls it, which is no item's id."""
    base: str | None
    """The kommentar that was there when the writing began; None for a form."""
    text: str
    written: str = ""
    """When, for people to read: ``2026-03-14 14:02``; empty when that is not known."""


class Drafts:
    """The drafts of one worktree."""

    def __init__(self, git: Path) -> None:
        """Take the repository's git folder, as `RepoPlace.git` has it."""
        self._git = git

    def save(self, draft: Draft) -> None:
        """Keep a draft in place of the one there was; it is on disk on return. OSError."""
        (self._git / _PARENT).mkdir(exist_ok=True)
        files.write(self._git, _path(draft.plan, draft.id), json.dumps(asdict(draft)).encode("ascii"))

    def read(self, plan: str, id: str) -> Draft | None:
        """Return the draft for an item; None when there is none that can be read."""
        draft = self._read(_path(plan, id))
        return draft if draft is not None and (draft.plan, draft.id) == (plan, id) else None

    def remove(self, plan: str, id: str) -> None:
        """Throw away the draft for an item, if there is one. OSError."""
        (self._git / _path(plan, id)).unlink(missing_ok=True)

    def all(self) -> tuple[Draft, ...]:
        """Return every draft that can be read, by plan and item."""
        found = (self._read(f"{_FOLDER}/{path.name}") for path in (self._git / _FOLDER).glob("*.json"))
        return tuple(sorted((draft for draft in found if draft), key=lambda draft: (draft.plan, draft.id)))

    def _read(self, path: str) -> Draft | None:
        try:
            told = json.loads(files.read(self._git, path, _MAX_BYTES) or b"")
            draft = Draft(**told)
        except (FileError, ValueError, TypeError, RecursionError):
            return None
        texts = (draft.plan, draft.id, draft.text, draft.base or "", draft.written)
        return draft if all(isinstance(text, str) for text in texts) else None


def _path(plan: str, id: str) -> str:
    name = hashlib.sha256(json.dumps([plan, id]).encode("ascii")).hexdigest()[:32]
    return f"{_FOLDER}/{name}.json"
