"""`region.toml` in a region's folder: read, added to, and what a commit of it says."""

from __future__ import annotations

from pathlib import Path

from data import files
from data.decoding import MAX_BYTES, decoded
from data.faults import Fault, UnusableError, unreadable
from data.files import FileError
from data.region import FILE, MISSING, Forvaltning, Region, describe_region, read_region, with_forvaltning


def load(root: Path) -> tuple[Region | None, tuple[Fault, ...]]:
    """Return what the file says, unless a fault made it unusable, and all that was found in it."""
    text, faults = _text(root)
    if text is None:
        return None, faults
    region, found = read_region(text)
    return region, (*faults, *found)


def _text(root: Path) -> tuple[str | None, tuple[Fault, ...]]:
    try:
        raw = files.read(root, FILE, MAX_BYTES + 1)
    except FileError as error:
        return None, (unreadable(FILE, error),)
    return (None, (Fault(FILE, 1, 1, MISSING),)) if raw is None else decoded(raw, FILE)


def add(root: Path, forvaltning: Forvaltning) -> None:
    """Write one more förvaltning into the file. ValueError when it cannot be; UnusableError, FileError, OSError."""
    text, faults = _text(root)
    if text is None:
        raise UnusableError(faults)
    files.write(root, FILE, with_forvaltning(text, forvaltning).encode("utf-8"))


def message(before: bytes | None, raw: bytes, path: str) -> str:
    """Return the message for the commit of the file. UnusableError when it is broken."""
    text, faults = decoded(raw, path)
    region, found = read_region(text) if text is not None else (None, ())
    if region is None:
        raise UnusableError((*faults, *found))
    return describe_region(None if before is None else read_region(before.decode("utf-8", "replace"))[0], region)
