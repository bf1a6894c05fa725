"""What others have done, on its way into the folder: should git be killed among the files, they are put back.

Git writes a file anew from its start. Killed, it leaves the first part of one, or none, and others whole; nothing
of that may be taken for what this folder's people have written. A note in the git folder tells that it goes on; it
is empty when all is done, so that who has read files meanwhile can see that he must read them again.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from data import files
from data.files import FileError
from data.git import Repository
from data.git_errors import failed
from data.git_runner import run, runner
from data.repo_state import RepoPlace

if TYPE_CHECKING:
    from git import Git

_NOTE = "trafikljus-hamtar"


@contextmanager
def noted(place: RepoPlace, commit: str, paths: Iterable[str]) -> Iterator[None]:
    """Note that these files, by path from the top, are becoming a commit's; see in the end that they are on disk.

    The note stays when an error comes out of the block. OSError when it cannot be written.
    """
    note = place.git / _NOTE
    note.write_text(commit, encoding="ascii")
    _on_disk(note)
    yield
    for path in paths:
        with suppress(OSError):  # it is gone in the commit, or no file of ours
            _on_disk(place.top / path)
    note.write_bytes(b"")


def is_noted(place: RepoPlace) -> bool:
    """Return whether something was under way when it was ended, or is just now."""
    return moment(place)[1] > 0


def moment(place: RepoPlace) -> tuple[int, int]:
    """Return what differs from one moment to a later one if something has begun, or ended, to be taken in."""
    try:
        found = (place.git / _NOTE).stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def put_back(repository: Repository) -> None:
    """Let the files that git had begun to write be as HEAD has them, and leave all others alone. GitError.

    Only while nobody else can be taking something in.
    """
    note = repository.place.git / _NOTE
    head = repository.head
    commit = note.read_text(encoding="ascii", errors="replace") if note.exists() else ""
    if head is not None and len(commit) == len(head) and not _has(repository, commit):
        _put_back(repository, commit)
    if note.exists():
        note.write_bytes(b"")


def _has(repository: Repository, commit: str) -> bool:
    """Return whether HEAD has a commit in it: then all the files were written before the branch moved."""
    git = runner(repository.place.top)
    return run(git, "merge_base", "--is-ancestor", commit, "HEAD")[0] != 1


def _put_back(repository: Repository, commit: str) -> None:
    git, top = runner(repository.place.top), repository.place.top
    names = repository.ask("diff_tree", "-r", "-z", "--name-only", "--no-renames", "--no-relative", "HEAD", commit)
    begun = [path for path in names.split("\0") if path and _is_begun(repository, commit, path)]
    known = [path for path in begun if repository.blob(f"HEAD:{path}") is not None]
    new = [path for path in begun if path not in known]
    for path in new:
        files.located(top, path).unlink(missing_ok=True)
    if known:
        _done(repository, git, "restore", "--source=HEAD", "--staged", "--worktree", "--", *known)
    if new:
        _done(repository, git, "rm", "--cached", "--quiet", "--ignore-unmatch", "--", *new)


def _done(repository: Repository, git: Git, command: str, *arguments: str) -> None:
    def attempt() -> tuple[int, str]:
        status, _, error = run(git, command, *arguments)
        return status, error

    status, told = repository.patiently(attempt)
    if status:
        raise failed("kunde inte lägga tillbaka det som en avbruten synk lämnat", told, repository.place.top)


def _is_begun(repository: Repository, commit: str, path: str) -> bool:
    """Return whether a file is what git leaves: the commit's content, or a first part of it, or nothing."""
    wanted = repository.blob(f"{commit}:{path}") if "\n" not in path else None
    try:
        raw = files.read(repository.place.top, path, len(wanted or b"") * 2 + 1)
    except FileError:
        return False
    if raw is None:
        return True
    plain = raw.replace(b"\r\n", b"\n").removesuffix(b"\r")
    return wanted is not None and (wanted.startswith(raw) or wanted.startswith(plain))


def _on_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
