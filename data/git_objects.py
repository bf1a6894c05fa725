"""Objects of a git repository, read through one lasting `git cat-file --batch` instead of a process for each.

Names are resolved anew at every question, so HEAD is the HEAD of that moment.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from git import Git

_AHEAD = 16
"""How many objects git may be asked for before they are taken: their names fit any system's pipe."""

_FEW = 32
"""So many objects one process has found before another would have begun."""

_FOUND = re.compile(rb"([0-9a-f]{40,64}) ([a-z]+) ([0-9]+)")


@dataclass(frozen=True, slots=True)
class GitObject:
    """One object as git stores it."""

    id: str
    kind: str
    """blob, commit, tree or tag."""
    raw: bytes


_PIPE_BYTES = 1_000_000


class ObjectsError(Exception):
    """Git would not answer; holds what it wrote, if anything."""


class Objects:
    """The process: started when first asked, and again when it has died."""

    def __init__(self, git: Git) -> None:
        self._git = git
        self._process: Any = None
        self._last_words = ""

    def read(self, name: str) -> GitObject | None:
        """Return the object with a name such as ``HEAD:./region.toml``; None when there is none. ObjectsError."""
        return self._taken(self._ask(name) or self._ask(name))

    def read_all(self, names: Iterable[str]) -> Iterator[GitObject | None]:
        """Give one object for each name, in order; git finds the next ones while these are being used.

        Ask for nothing else until the last one has come. ObjectsError.
        """
        waiting = 0
        try:
            for name in names:
                self._send(name)
                waiting += 1
                if waiting > _AHEAD:
                    yield self._taken(self._answer())
                    waiting -= 1
            while waiting:
                yield self._taken(self._answer())
                waiting -= 1
        finally:
            if waiting:
                self.close()

    def _taken(self, answer: bytes) -> GitObject | None:
        """Read the object that an answer's first line tells of; None when there is none."""
        found = _FOUND.fullmatch(answer)
        if found is None:
            if answer.endswith(b" missing"):
                return None
            raise ObjectsError(answer.decode("utf-8", "replace") or self._last_words)
        size = int(found[3])
        raw = self._process.stdout.read(size)
        if len(raw) != size or self._process.stdout.read(1) != b"\n":
            self.close()
            raise ObjectsError("git slutade svara")
        return GitObject(found[1].decode("ascii"), found[2].decode("ascii"), raw)

    def close(self) -> None:
        """End the process, if there is one."""
        if self._process is None:
            return
        wrapper, self._process = self._process, None  # kept to the end: when it goes it kills the process
        process = wrapper.proc
        with suppress(OSError):
            process.stdin.close()
        process.stdout.close()
        self._last_words = process.stderr.read().decode("utf-8", "replace")
        process.stderr.close()
        process.wait()

    def _ask(self, name: str) -> bytes:
        self._send(name)
        return self._answer()

    def _send(self, name: str) -> None:
        if "\n" in name:  # would be two questions
            raise ValueError(name)
        if self._process is None:
            self._process = self._git.cat_file("--batch", as_process=True, istream=subprocess.PIPE)
            _widen(self._process.stdout)
        with suppress(OSError):  # the process has died: there will be no answer
            self._process.stdin.write(name.encode("utf-8") + b"\n")
            self._process.stdin.flush()

    def _answer(self) -> bytes:
        """Return the answer's first line; empty, with the process gone, when there is none."""
        answer: bytes = b""
        if self._process is not None:
            with suppress(OSError):
                answer = self._process.stdout.readline().rstrip(b"\n")
        if not answer:
            self.close()
        return answer


def read_many(git: Git, names: Sequence[str]) -> Generator[GitObject | None, None, None]:
    """Give one object for each name, in order. ObjectsError.

    Most of the work is git's, which unpacks one version from another: two of them take every other one.
    """
    processes = [Objects(git) for _ in range(2 if len(names) > _FEW else 1)]
    try:
        readers = [process.read_all(names[n :: len(processes)]) for n, process in enumerate(processes)]
        for number in range(len(names)):
            yield next(readers[number % len(readers)])
    finally:
        for process in processes:
            process.close()


def _widen(pipe: Any) -> None:
    """Let git put several whole files in the pipe before it must wait for us, where the system lets one ask."""
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):  # more than this user may have
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
