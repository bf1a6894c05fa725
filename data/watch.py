"""Notices that a file of the region has changed on disk, cheaply: by size and time, without reading anything."""

from __future__ import annotations

import os
from pathlib import Path

from data.look import FILE as LOOK_FILE
from data.plan_files import path_of

Stamp = tuple[int, int, int]


class Watch:
    """Remembers how the region's files looked, and tells when they look different."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._stamps = self._look()

    def changed(self) -> bool:
        """Tell whether any file has come, gone or changed since the last look; that is the new last look."""
        before, self._stamps = self._stamps, self._look()
        return before != self._stamps

    def seen(self, name: str) -> None:
        """Take a plan as it now is for known: we wrote it ourselves."""
        path = self._root / path_of(name)
        stamp = _stamp(path)
        if stamp is not None:
            self._stamps[str(path)] = stamp

    def _look(self) -> dict[str, Stamp]:
        stamps: dict[str, Stamp] = {}
        for path in (self._root / "region.toml", self._root / LOOK_FILE, *_plan_files(self._root)):
            stamp = _stamp(path)
            if stamp is not None:
                stamps[str(path)] = stamp
        return stamps


def _plan_files(root: Path) -> list[Path]:
    try:
        years = [Path(entry.path) for entry in os.scandir(root) if entry.name.isdigit() and entry.is_dir()]
        return [Path(entry.path) for year in years for entry in os.scandir(year) if entry.name.endswith(".toml")]
    except OSError:
        return []  # A folder went away while we looked; the next look tells.


def _stamp(path: Path) -> Stamp | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino
