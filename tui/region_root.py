"""Which region a folder belongs to."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from tui.guard import RefusedError


def region_root(here: Path) -> Path:
    """Return the folder, this one or one above it, that holds region.toml.

    RefusedError when there is none; GitError, BusyError when a sync has taken it away and it cannot be put back.
    """
    start = here.resolve()
    found = _holder(start)
    if found is None and _settled(start):
        found = _holder(start)
    if found is None:
        raise RefusedError(f"{start} hör inte till någon region (region.toml saknas); gör en med trafikljus init")
    return found


def _holder(start: Path) -> Path | None:
    return next((folder for folder in (start, *start.parents) if (folder / "region.toml").is_file()), None)


def _settled(start: Path) -> bool:
    """Wait for a sync that writes files here, or put back what a killed one took away; return whether one was."""
    from data import half_taken, repo_state

    place = repo_state.find(start)
    if place is None or not half_taken.is_noted(place):
        return False
    from data.workspace import Workspace

    with closing(Workspace(start)) as workspace:
        workspace.settle()
    return True
