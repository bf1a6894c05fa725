"""An export from the app: what was chosen, and the process that carries it out.

The process is `trafikljus export` itself, so that the keys never wait for a document, and
what is made here is what the command line makes. What it does is told by calling back from a thread.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from tui.program import ARGUMENTS

_NICE = 10
"""How far behind the screen a process of ours stands in line for the processor."""

_GRACE = 10.0
"""Seconds that a process which was told to end gets to put its last file in order."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody wants exported."""

    plans: tuple[str, ...]
    """By name."""
    reports: tuple[str, ...]
    formats: tuple[str, ...]
    folder: str
    """As it was typed."""
    together: bool = False
    """Whether all plans of a year are one document."""
    period: str | None = None
    draft: bool = False

    def arguments(self) -> list[str]:
        """Return what `trafikljus export` is told, besides where the files go."""
        words = ["export", *self.plans, "--format", ",".join(self.formats)]
        if self.reports:
            words += ["--report", ",".join(self.reports)]
        words += ["--period", self.period] if self.period else []
        return words + ["--samlat"] * self.together + ["--utkast"] * self.draft


def place(folder: str, root: Path) -> Path:
    """Return the folder that was typed: from the region's, unless it says otherwise; ``~`` is one's own."""
    typed = Path(folder.strip())
    with suppress(RuntimeError):  # there is no such user
        typed = typed.expanduser()
    return root / typed


@dataclass(frozen=True, slots=True)
class Made:
    """One file, written or on its way."""

    path: Path
    written: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """How the export ended."""

    code: int
    told: str
    """What it said beside the files; empty when all went well."""


@dataclass(frozen=True, slots=True)
class Step:
    """What the process said: file number so many, of how many."""

    path: Path
    number: int
    of: int
    written: bool


class Export:
    """One export: how far it has come, for who follows it in the screen's thread."""

    def __init__(self, root: Path, choice: Choice, call: Callable[..., object]) -> None:
        """`call`: brings a function and its arguments over to the screen's thread."""
        self.choice = choice
        self.root = root
        self.files: tuple[Made, ...] = ()
        self.of = 0
        """How many files there will be; 0 until that is known."""
        self.ended: Ended | None = None
        self.cancelled = False
        self.listeners: list[Callable[[], None]] = []
        """Called when something has happened."""
        self._call = call
        self._begun = False
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    @property
    def written(self) -> tuple[Path, ...]:
        """The files that are on disk, whole."""
        return tuple(made.path for made in self.files if made.written)

    @property
    def folder(self) -> Path:
        """Where the files go."""
        return place(self.choice.folder, self.root)

    def start(self) -> None:
        """Begin, unless it was cancelled already."""
        if not self.cancelled:
            self._begun = True
            threading.Thread(target=self._run, name="trafikljus-export", daemon=True).start()

    def cancel(self) -> None:
        """Make no more files; what is written stays."""
        with self._lock:
            if not self.cancelled:
                self.cancelled = True
                interrupt(self._process)
        if not self._begun and self.ended is None:
            self._end(Ended(0, ""))

    def _run(self) -> None:
        try:
            ended = self._carried_out()
        except OSError as error:
            ended = Ended(2, str(error))
        self._call(self._end, ended)

    def _carried_out(self) -> Ended:
        arguments = [*self.choice.arguments(), "-o", f"{self.folder}{os.sep}", "--json"]
        with tempfile.TemporaryFile() as errors:
            with self._lock:
                if self.cancelled:
                    return Ended(0, "")
                self._process = started(self.root, arguments, errors)
            with self._process as process:
                for line in process.stdout or ():
                    self._call(self._take, _step(line))
            errors.seek(0)
            return Ended(process.returncode, errors.read().decode("utf-8", "replace").strip())

    def _take(self, step: Step) -> None:
        self.of = step.of
        before = self.files[: step.number - 1]
        self.files = (*before, Made(step.path, step.written))
        self._tell()

    def _end(self, ended: Ended) -> None:
        self.files = tuple(made for made in self.files if made.written)
        self.ended = replace(ended, told="") if self.cancelled else ended
        self._tell()

    def _tell(self) -> None:
        for listener in tuple(self.listeners):
            listener()


def _step(line: bytes) -> Step:
    said = json.loads(line)
    return Step(Path(said["fil"]), said["nummer"], said["av"], said["skriven"])


def started(root: Path, arguments: list[str], errors: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start our own command line on a region, with its answer in a pipe and its errors in a file.

    It gets the processor when the screen does not need it. OSError.
    """
    flags = ("CREATE_NEW_PROCESS_GROUP", "BELOW_NORMAL_PRIORITY_CLASS")  # Windows' own
    process = subprocess.Popen(
        [*ARGUMENTS, "-C", str(root), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=errors,
        env={**os.environ, "PYTHONUTF8": "1"},
        start_new_session=True,
        creationflags=sum(getattr(subprocess, flag, 0) for flag in flags),
    )
    if sys.platform != "win32":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process.pid, _NICE)
    return process


def interrupt(process: subprocess.Popen[bytes] | None) -> None:
    """Let a process that we started put its last file in order and end; one that does not is ended."""
    if process is None or process.poll() is not None:
        return
    with suppress(OSError):
        process.send_signal(getattr(signal, "CTRL_BREAK_EVENT", signal.SIGTERM))
    timer = threading.Timer(_GRACE, process.kill)
    timer.daemon = True
    timer.start()
