"""The files of a region's folder that tell what fullmäktige has decided, one a year at most."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from data import files
from data.faults import Fault
from data.files import FileError
from data.mal import FILE, MalOchBudget, read_mal
from data.reading import MAX_BYTES, decoded


def load(root: Path, years: Iterable[Path]) -> tuple[dict[int, MalOchBudget], list[Fault]]:
    """Return what was decided for each year with a file that can be used, and all that was found in the files."""
    found: dict[int, MalOchBudget] = {}
    faults: list[Fault] = []
    for year in years:
        decided, told = _read(root, f"{year.name}/{FILE}")
        faults += told
        if decided is not None:
            found[int(year.name)] = decided
    return found, faults


def _read(root: Path, path: str) -> tuple[MalOchBudget | None, tuple[Fault, ...]]:
    try:
        raw = files.read(root, path, MAX_BYTES + 1)
    except FileError as error:
        return None, (Fault(path, 1, 1, str(error).removeprefix(f"{path}: ")),)
    return (None, ()) if raw is None else read_mal_bytes(raw, path)


def read_mal_bytes(raw: bytes, path: str) -> tuple[MalOchBudget | None, tuple[Fault, ...]]:
    """Return what a file's bytes say, unless a fault made it unusable, and all that was found in it."""
    text, faults = decoded(raw, path)
    if text is None:
        return None, faults
    decided, more = read_mal(text, path)
    return decided, (*faults, *more)
