"""The files of a region's folder that tell what fullmäktige has decided, one a year at most."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from data import files
from data.decoding import MAX_BYTES, decoded
from data.faults import Fault, UnusableError, unreadable
from data.files import FileError
from data.mal import FILE, MalOchBudget, read_mal
from data.mal_writing import describe_mal, write_mal

_PATH = re.compile(rf"([0-9]{{4}})/{re.escape(FILE)}")


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
        return None, (unreadable(path, error),)
    return (None, ()) if raw is None else read_mal_bytes(raw, path)


def read_mal_bytes(raw: bytes, path: str) -> tuple[MalOchBudget | None, tuple[Fault, ...]]:
    """Return what a file's bytes say, unless a fault made it unusable, and all that was found in it."""
    text, faults = decoded(raw, path)
    if text is None:
        return None, faults
    decided, more = read_mal(text, path)
    return decided, (*faults, *more)


def path_of(ar: int) -> str:
    """Return the path of a year's file."""
    return f"{ar:04}/{FILE}"


def year_of(path: str) -> int | None:
    """Return the year whose file this is, or None when it is no such file."""
    found = _PATH.fullmatch(path)
    return int(found[1]) if found else None


def create(root: Path, decided: MalOchBudget) -> None:
    """Write a new file. FileError when there is one already; UnusableError for what no file could say."""
    path = path_of(decided.ar)
    if files.read(root, path, 1) is not None:
        raise FileError(f"{path} finns redan; ändra den, eller ta bort den först")
    files.write(root, path, write_mal(decided).encode("utf-8"))


def message(before: bytes | None, raw: bytes, path: str) -> str:
    """Return the message for the commit of a file. UnusableError when it is broken."""
    decided, faults = read_mal_bytes(raw, path)
    if decided is None:
        raise UnusableError(faults)
    return describe_mal(None if before is None else read_mal_bytes(before, path)[0], decided)
