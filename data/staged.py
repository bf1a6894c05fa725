"""What is about to be committed, or pushed to a server: files as git has them there, not as the folder has them.

A hook is started by a git that has told us, in the environment, which index or which new objects it means.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from data.decoding import decoded
from data.faults import Fault
from data.git_errors import failed
from data.git_runner import LEAD_AWAY, run, runner
from data.mal import FILE as MAL_FILE
from data.mal_files import read_mal_bytes
from data.plan_files import name_of
from data.reading import read_plan_bytes
from data.region import FILE as REGION_FILE
from data.region import read_region

if TYPE_CHECKING:
    from git import Git

_NEW_OBJECTS = ("GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH")


class Staged:
    """The files of the next commit, by their paths from the top of the repository."""

    def __init__(self, git: Git, folder: Path) -> None:
        self._git, self._folder = git, folder
        self._read: dict[str, bytes | None] = {}

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Those of a region that the commit adds or changes. GitError."""
        base = "HEAD" if run(self._git, "rev_parse", "--verify", "--quiet", "HEAD")[0] == 0 else _nothing(self._git)
        return tuple(filter(_is_ours, _names(self._git, self._folder, "diff_index", "--cached", base)))

    def read(self, path: str) -> bytes | None:
        """Return what any file is to hold; None when it is not to be there."""
        if path not in self._read:
            self._read[path] = _blob(self._git, f":{path}")[0]
        return self._read[path]


@contextmanager
def staged(folder: Path) -> Iterator[Staged]:
    """Give what is staged in the repository that a folder is in."""
    with _as_started(folder) as git:
        yield Staged(git, folder)


def check_pushed(folder: Path, lines: Iterable[str]) -> tuple[Fault, ...]:
    """Return what is wrong with the files of a push, told as git tells its pre-receive hook. GitError."""
    found: list[Fault] = []
    with _as_started(folder) as git:
        for line in lines:
            old, new, ref = (*line.split(), "", "", "")[:3]
            if not new.strip("0") or not ref.startswith("refs/heads/"):
                continue
            paths = _names(git, folder, "diff_tree", "-r", old if old.strip("0") else _nothing(git), new)
            found += _faults(git, folder, ((path, f"{new}:{path}") for path in paths))
    return tuple(found)


def is_bare(folder: Path) -> bool:
    """Return whether the folder is a server's repository, which has no files of its own."""
    with _as_started(folder) as git:
        return run(git, "rev_parse", "--is-bare-repository")[1] == "true"


@contextmanager
def _as_started(folder: Path) -> Iterator[Git]:
    """Give git's runner with what the git that started us has told; all else of ours takes no notice of it."""
    told = {name: value for name in (*LEAD_AWAY, *_NEW_OBJECTS) if (value := os.environ.get(name))}
    git = runner(folder)
    try:
        with git.custom_environment(**told):
            yield git
    finally:
        os.environ.update(told)


def _nothing(git: Git) -> str:
    """Return the id of the folder without files, which every repository has."""
    return run(git, "hash_object", "-t", "tree", "--stdin")[1]


def _names(git: Git, folder: Path, command: str, *arguments: str) -> list[str]:
    options = ("--name-only", "--no-renames", "--diff-filter=d", "-z")
    status, output, error = run(git, command, *options, *arguments, "--")
    if status:
        raise failed("kunde inte läsa det som ska checkas in", error, folder)
    return [path for path in output.split("\0") if path]


def _faults(git: Git, folder: Path, files: Iterable[tuple[str, str]]) -> tuple[Fault, ...]:
    found: list[Fault] = []
    for path, object in files:
        if _is_ours(path):
            raw, error = _blob(git, object)
            if raw is None:
                raise failed(f"kunde inte läsa {path}", error, folder)
            found += faults_of(path, raw)
    return tuple(found)


def _is_ours(path: str) -> bool:
    parts = Path(path).parts
    return name_of("/".join(parts[-2:])) is not None or parts[-1] in (REGION_FILE, MAL_FILE)


def _blob(git: Git, object: str) -> tuple[bytes | None, str]:
    """Return what a file holds; None, and what git says, when there is none."""
    status, raw, error = run(git, "cat_file", "blob", object, stdout_as_string=False, strip_newline_in_stdout=False)
    return (None, str(error)) if status else (raw if isinstance(raw, bytes) else raw.encode(), "")


def faults_of(path: str, raw: bytes) -> tuple[Fault, ...]:
    """Return what is wrong with a file of a region, by its path from the top of the repository."""
    name = "/".join(Path(path).parts[-2:])
    if Path(path).name == MAL_FILE:
        told = read_mal_bytes(raw, name)[1]
    elif Path(path).name == REGION_FILE:
        text, told = decoded(raw, path)
        told = told if text is None else (*told, *read_region(text)[1])
    else:
        told = read_plan_bytes(raw, name).faults
    return tuple(Fault(path, fault.line, fault.column, fault.message, fault.warning) for fault in told)
