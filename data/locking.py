"""A lock between processes, held for the moment of a check and a write. The system lets go of it at a crash."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PAUSE = 0.01


class BusyError(OSError):
    """Somebody else held the lock for longer than we were willing to wait."""


@contextmanager
def held(path: Path, patience: float) -> Iterator[None]:
    """Hold the lock whose file is at `path`, waiting at most `patience` seconds for it. BusyError after that."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        deadline = time.monotonic() + patience
        while not _try(handle):
            if time.monotonic() >= deadline:
                raise BusyError("ett annat trafikljus skriver just nu; försök igen om en stund")
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)  # lets go of the lock


if sys.platform == "win32":
    import msvcrt

    def _try(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
