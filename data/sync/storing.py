"""What a merge has made, put into the repository: contents, and folders that hold them. On disk at return."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from data.git_errors import failed
from data.git_runner import run

if TYPE_CHECKING:
    from git import Git

    from data.repo_state import RepoPlace

_CONFIG = ("core.fsync=committed,reference",)
"""By itself git does not wait until loose objects are on disk."""

_INDEX = "trafikljus-index-"
"""How the folder begins, in the git folder, that an index of our own stands in for a moment."""
_OLD = 3600.0
"""Seconds after which such a folder is nobody's: who made it was ended before it could go."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a commit."""

    mode: str
    """As git tells it: ``100644``."""
    id: str

    @property
    def is_file(self) -> bool:
        """Whether it is an ordinary file; no link, and no repository of its own."""
        return self.mode.startswith("100")


class Store:
    """Writes into one repository; no file of the folder, and nothing that is staged, is touched."""

    def __init__(self, git: Git, place: RepoPlace) -> None:
        self._git, self._place = git, place

    def content(self, raw: bytes) -> str:
        """Store what a file holds; return its id. GitError."""
        return self._ask("hash_object", "-w", "--stdin", "--no-filters", given=raw)

    def folder(self, commit: str, files: Mapping[str, Entry | None]) -> str:
        """Return the id of a commit's whole folder with some files, by path from the top, as given. GitError."""
        if not files:
            return self._ask("rev_parse", "--verify", f"{commit}^{{tree}}")
        gone = "0" * len(commit)
        lines = "".join(
            f"{entry.mode if entry else 0} {entry.id if entry else gone}\t{path}\0" for path, entry in files.items()
        )
        self._clear_strays()
        with (
            tempfile.TemporaryDirectory(prefix=_INDEX, dir=self._place.git) as index,
            self._git.custom_environment(GIT_INDEX_FILE=str(Path(index) / "index")),
        ):
            self._ask("read_tree", commit)
            self._ask("update_index", "-z", "--index-info", given=lines.encode("utf-8", "surrogateescape"))
            return self._ask("write_tree")

    def _clear_strays(self) -> None:
        for stray in self._place.git.glob(f"{_INDEX}*"):
            with suppress(OSError):  # another process clears it away
                if time.time() - stray.stat().st_mtime > _OLD:
                    shutil.rmtree(stray)

    def _ask(self, command: str, *arguments: str, given: bytes = b"") -> str:
        with tempfile.TemporaryFile() as file:
            file.write(given)
            file.seek(0)
            status, output, error = run(self._git, command, *arguments, config=_CONFIG, istream=file)
        if status:
            raise failed("kunde inte slå ihop", error, self._place.top)
        return output
