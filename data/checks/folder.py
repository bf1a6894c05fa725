"""What the rules look at: a region's folder as it was read, the texts of its files, and what git knows of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from data import files
from data.decoding import MAX_BYTES, decoded
from data.files import FileError
from data.git import Repository
from data.git_errors import GitError
from data.history import Event, read_history
from data.period import WHOLE_YEAR
from data.reports import reports
from data.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Folder:
    """A region's folder."""

    snapshot: Snapshot
    text: Callable[[str], str]
    """Reads the text of a file by its path; asked only for files with findings. Empty when it is gone."""
    past: Callable[[str], Sequence[Event]]
    """Reads the history of a plan by its name, newest first; empty where there is none, or nobody needs it."""
    today: date


def of_region(root: Path, snapshot: Snapshot, repository: Repository | None, today: date) -> Folder:
    """Return the folder of a region that has been read; None for a region that is in no repository."""

    def text(path: str) -> str:
        try:
            raw = files.read(root, path, MAX_BYTES + 1)
        except FileError:  # it has become something else while we looked
            return ""
        return decoded(raw or b"", path)[0] or ""

    return Folder(snapshot, text, _Past(repository).of if repository is not None else nothing_past, today)


def nothing_past(_: str) -> Sequence[Event]:
    """Return no events: for where nobody asks git about the past of a plan."""
    return ()


class _Past:
    """Reads histories, but of plans whose whole year is reported: what they say is not changed any more."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    def of(self, name: str) -> Sequence[Event]:
        """Return a plan's events, newest first; none where git cannot tell."""
        try:
            return () if name in self._closed else read_history(self._repository, name).events
        except GitError:
            return ()

    @cached_property
    def _closed(self) -> set[str]:
        return {report.plan for report in reports(self._repository) if report.namn == WHOLE_YEAR}
