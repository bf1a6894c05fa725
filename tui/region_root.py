"""Which region a folder belongs to."""

from __future__ import annotations

from pathlib import Path

from tui.guard import RefusedError


def region_root(here: Path) -> Path:
    """Return the folder, this one or one above it, that holds region.toml. RefusedError when there is none."""
    start = here.resolve()
    for folder in (start, *start.parents):
        if (folder / "region.toml").is_file():
            return folder
    raise RefusedError(f"{start} hör inte till någon region (region.toml saknas); gör en med trafikljus init")
