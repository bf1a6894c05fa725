"""Who wrote a plan's file as it stands on disk, and when: for those who meet a value that they did not write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from data import files
from data.decoding import MAX_BYTES
from data.git import Repository
from data.git_log import when_of
from data.plan_files import path_of


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody, and a moment."""

    namn: str | None
    """As git has it, free text; None when what stands there is not committed, so that nobody can say."""
    when: datetime
    """When it was committed, else when the file was written."""


def author(repository: Repository, root: Path, name: str) -> Author | None:
    """Return who wrote a plan's file as it is now; None when there is no such file. GitError, OSError."""
    path = path_of(name)
    raw = files.read(root, path, MAX_BYTES)
    if raw is None:
        return None
    if raw == repository.head_bytes(path):
        told = repository.ask("log", "-1", "--date=raw", "--format=%an%x00%ad", "--", path).rstrip("\n")
        namn, _, when = told.partition("\0")
        return Author(namn, when_of(when))
    return Author(None, datetime.fromtimestamp((root / path).stat().st_mtime, UTC))
