"""The real git, through GitPython's runner: HEAD's version of a file, and a commit of some paths and nothing else.

Hooks, signing, identity and attributes work as in the user's own git. No text from a user or a file becomes an
option, a ref or a pathspec pattern. One thread uses a `Repository` at a time; `close` it in the end.
"""

from __future__ import annotations

import re
import tempfile
import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from data import git_errors, repo_state
from data.git_errors import (
    CommitError,
    NoRepositoryError,
    NoSuchVersionError,
    ReadOnlyError,
)
from data.git_objects import GitObject, Objects, ObjectsError, read_many
from data.git_runner import AS_WHO_WE_ARE, git_is_there, read, run, runner
from data.identity import require_identity
from data.plain_text import one_line
from data.repo_state import RepoPlace

if TYPE_CHECKING:
    from git import Git

_FSYNC = ("core.fsync=committed,reference,index",)
_UNKNOWN_TO_GIT = "did not match any file"
_NOTHING = re.compile("^(?:nothing to commit|nothing added to commit|no changes added to commit)", re.MULTILINE)
_OVERLOOKED = re.compile("^S ", re.MULTILINE)
"""How `git ls-files -v` tells a file whose changes git is set not to see, so that it finds nothing to commit."""
_MAX_OTHERS = 50
_MAX_ASKED = 200
"""So many paths fit any system's command line."""
_PAUSE = 0.02


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit that stands in the repository."""

    id: str
    """All hexadecimal digits."""
    subject: str
    """The message's first line."""
    parent: str | None = None
    """The commit that it stands on; None for the first."""

    @property
    def short(self) -> str:
        """The first seven digits, for a screen."""
        return self.id[:7]


@dataclass(frozen=True, slots=True)
class Dirty:
    """A file that differs from HEAD."""

    path: str
    """Relative to the folder that the repository was opened with, with forward slashes."""
    deleted: bool


class Repository:
    """The git repository that a folder lies in. Paths are relative to that folder, with forward slashes."""

    def __init__(self, folder: Path, patience: float = 3.0) -> None:
        """Find the repository. `patience`: seconds to wait for somebody else's lock. NoRepositoryError."""
        place = repo_state.find(folder)
        if place is None:
            raise NoRepositoryError(f"{folder} ligger inte i något git-arkiv; kör trafikljus init")
        self.place: RepoPlace = place
        self._folder = folder.resolve()
        self._patience = patience
        self._runner: Git | None = None
        self._objects: Objects | None = None

    @property
    def read_only(self) -> str | None:
        """Why nothing may be changed just now, with the way out; None when all is well."""
        reason = repo_state.under_way(self.place.git)
        if reason is not None:
            return reason
        on_branch = repo_state.head_is_branch(self.place.git)
        if on_branch is None:
            on_branch = self._run("symbolic_ref", "-q", "HEAD")[0] == 0
        return None if on_branch else repo_state.DETACHED

    def head_bytes(self, path: str) -> bytes | None:
        """Return a file as it is in HEAD, or None when it is not there. GitError."""
        return self.blob(f"HEAD:./{path}")

    def blob(self, name: str) -> bytes | None:
        """Return a file's content by its id, or by a commit's and its path, ``id:./path``; None: none. GitError."""
        found = self._object(name)
        return found.raw if found is not None and found.kind == "blob" else None

    def blobs(self, ids: Sequence[str]) -> Iterator[bytes | None]:
        """Give the content of many files by their ids, in order, faster than one by one. GitError."""
        try:
            with git_is_there(), closing(read_many(self._git, ids)) as objects:
                for found in objects:
                    yield found.raw if found is not None and found.kind == "blob" else None
        except ObjectsError as error:
            raise self._unreadable(error) from error

    @property
    def head(self) -> str | None:
        """The id of the commit that HEAD is; None before the first. GitError."""
        found = self._object("HEAD")
        return found.id if found is not None else None

    def commit_id(self, revision: str) -> str:
        """Return the id of the commit that a branch, tag or id names. NoSuchVersionError."""
        if revision.isprintable():
            options = ("--verify", "--quiet", "--end-of-options")
            status, output, _ = self._run("rev_parse", *options, f"{revision}^{{commit}}")
            if not status:
                return output.strip()
        raise NoSuchVersionError(
            f"versionen {one_line(revision)} finns inte i arkivet; ange en tagg, gren eller commit"
        )

    def ask(self, command: str, *arguments: str, config: Sequence[str] = ()) -> str:
        """Return what a command that only reads writes; what is not UTF-8 is replaced. GitError."""
        status, output, error = self._run(command, *arguments, config=config, stdout_as_string=False)
        if status:
            raise git_errors.failed("kunde inte läsa ur arkivet", str(error), self.place.top)
        return cast("bytes", output).decode("utf-8", "replace")

    def pieces(self, command: str, *arguments: str, config: Sequence[str] = ()) -> Iterator[str]:
        """Give what `ask` returns, as it comes. GitError."""
        decoder = getincrementaldecoder("utf-8")("replace")
        try:
            for raw in read(self._git, command, *arguments, config=config):
                yield decoder.decode(raw)
        except OSError as error:
            raise git_errors.failed("kunde inte läsa ur arkivet", str(error), self.place.top) from error
        yield decoder.decode(b"", final=True)

    def dirty(self, among: Collection[str] = ()) -> tuple[Dirty, ...]:
        """Return the files below the folder that differ from HEAD, also those git does not know. GitError.

        `among`: the files that somebody wants to know of, and no others; none given: all.
        """
        only = sorted(among) if len(among) <= _MAX_ASKED else ()
        options = ("--porcelain", "-z", "--no-renames", "--untracked-files=all")
        status, output, error = self._run("status", *options, "--", *(only or (".",)))
        if status:
            raise git_errors.failed("kunde inte läsa läget i arkivet", error, self.place.top)
        prefix = self._folder.relative_to(self.place.top).as_posix()
        skip = 0 if prefix == "." else len(prefix) + 1
        found = (Dirty(entry[3 + skip :], "D" in entry[:2]) for entry in output.split("\0") if entry)
        return tuple(one for one in found if not among or one.path in among)

    def commit(self, paths: Sequence[str], message: str) -> Commit | None:
        """Commit these files as they are on disk, and nothing else that is staged or changed.

        Returns None when HEAD has them already. Raises ReadOnlyError, NoIdentityError or CommitError; the files
        are left as they are.
        """
        reason = self.read_only
        if reason is not None:
            raise ReadOnlyError(reason)
        before = self.head
        status, output = self.patiently(lambda: self._commit_once(paths, message))
        if status:
            self._explain(paths, output)
            return None
        id, parent = self._our_commit(before, message)
        return Commit(id, message.split("\n", 1)[0], parent)

    def _commit_once(self, paths: Sequence[str], message: str) -> tuple[int, str]:
        status, output = self._try_commit(paths, message)
        if status and _UNKNOWN_TO_GIT in output:
            status, _, error = self._run("add", "--", *paths)
            return (status, error) if status else self._try_commit(paths, message)
        return status, output

    def _try_commit(self, paths: Sequence[str], message: str) -> tuple[int, str]:
        with tempfile.TemporaryFile() as text:
            text.write(message.encode("utf-8"))
            text.seek(0)
            arguments = ("--only", "--quiet", "--cleanup=verbatim", "--file=-", "--", *paths)
            status, output, error = self._run("commit", *arguments, config=(*_FSYNC, *AS_WHO_WE_ARE), istream=text)
        return status, "\n".join(filter(None, (error, output)))

    def patiently(self, attempt: Callable[[], tuple[int, str]]) -> tuple[int, str]:
        """Try until nobody else's lock or commit is in the way, or the patience is out, and a CommitError."""
        deadline = time.monotonic() + self._patience
        while True:
            status, output = attempt()
            lock = git_errors.lock_in(output)
            if not status or not (lock or git_errors.lost_race(output)):
                return status, output
            self._wait_for(lock, deadline)
            if time.monotonic() >= deadline:
                raise (
                    git_errors.locked(lock)
                    if lock
                    else git_errors.failed("andra program ändrar arkivet hela tiden", output, self.place.top)
                )

    @staticmethod
    def _wait_for(lock: Path | None, deadline: float) -> None:
        time.sleep(_PAUSE)
        while lock is not None and lock.exists() and time.monotonic() < deadline:
            time.sleep(_PAUSE)

    def _explain(self, paths: Sequence[str], output: str) -> None:
        """Raise the error for a commit that failed; return when there was nothing to commit."""
        require_identity(self.place.top)
        # Git's own status takes a file with other line ends for changed; a diff looks closer.
        same = self._run("diff", "--quiet", "--no-ext-diff", "--no-textconv", "HEAD", "--", *paths)[0] == 0
        if not (same and _NOTHING.search(output)):
            raise git_errors.failed("filen är sparad men inte incheckad", output, self.place.top)
        if _OVERLOOKED.search(self._run("ls_files", "-v", "--", *paths)[1]):
            raise git_errors.overlooked(paths)
        if not self._run("diff_index", "--cached", "--quiet", "HEAD", "--", *paths)[0]:
            self._run("add", "--", *paths)  # git notes that it has seen them, and takes them for changed no more

    def _our_commit(self, before: str | None, message: str) -> tuple[str, str | None]:
        """Return the commit just made and its parent, also when somebody has committed on top of it."""
        newest: tuple[str, str | None] | None = None
        name: str | None = "HEAD"
        for _ in range(_MAX_OTHERS):
            found = self._object(name) if name is not None and name != before else None
            if found is None:
                break
            header, _, text = found.raw.partition(b"\n\n")
            above = re.search(rb"^parent (\w+)$", header, re.MULTILINE)
            name = above[1].decode("ascii") if above else None
            newest = newest or (found.id, name)
            if text.strip() == message.encode("utf-8").strip():
                return found.id, name
        return newest or (before or "", None)  # a hook has rewritten the message

    def tidy(self) -> None:
        """Let git pack what many commits have left, where it finds that worth its while."""
        self._run("gc", "--auto", "--quiet")

    def close(self) -> None:
        """End the processes that have been kept for reading."""
        if self._objects is not None:
            self._objects.close()
            self._objects = None

    def _object(self, name: str) -> GitObject | None:
        if self._objects is None:
            self._objects = Objects(self._git)
        try:
            with git_is_there():
                return self._objects.read(name)
        except ObjectsError as error:
            raise self._unreadable(error) from error

    def _unreadable(self, error: ObjectsError) -> CommitError:
        return git_errors.failed("kunde inte läsa ur arkivet", str(error), self.place.top)

    @property
    def _git(self) -> Git:
        if self._runner is None:
            self._runner = runner(self._folder)
        return self._runner

    def _run(
        self, command: str, *arguments: str, config: Sequence[str] = (), **options: Any
    ) -> tuple[int, str, str]:
        return run(self._git, command, *arguments, config=config, **options)
