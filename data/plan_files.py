"""The plan files of a region's folder: which there are, and what they say, parsed once for each content."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from data import files
from data.decoding import MAX_BYTES, decoded
from data.faults import Fault, UnusableError, unreadable
from data.files import FileError
from data.plan import ID_PATTERN, Plan
from data.reading import read_plan
from data.rereading import reread

_YEAR = re.compile(r"[0-9]{4}")
_FILE = re.compile(rf"([0-9]{{4}}/{ID_PATTERN.pattern})\.toml")
_NOT_PLANS = {"mal-och-budget"}
"""Names that a year's folder keeps for other files."""


def path_of(name: str) -> str:
    """Return the path of a plan's file. FileError for what is not a plan's name."""
    path = f"{name}.toml"
    if name_of(path) is None:
        raise FileError(
            f"{path} kan inte vara en plans fil; den heter år/förvaltning, som 2019/regionkontoret.toml"
        )
    return path


def name_of(path: str) -> str | None:
    """Return the name of the plan whose file this is, or None when it is no plan's."""
    found = _FILE.fullmatch(path)
    return None if found is None or found[1].partition("/")[2] in _NOT_PLANS else found[1]


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan's file at one moment."""

    raw: bytes
    plan: Plan | None
    """None when a fault makes the file unusable."""
    faults: tuple[Fault, ...]

    @property
    def text(self) -> str:
        """What the bytes say, without a BOM; empty when they cannot be decoded."""
        return decoded(self.raw, "")[0] or ""

    def require_plan(self) -> Plan:
        """Return the plan. UnusableError when the file is broken."""
        if self.plan is None:
            raise UnusableError(fault for fault in self.faults if not fault.warning)
        return self.plan


def parsed(raw: bytes, path: str, *, first: bool = False) -> PlanFile:
    """Return what a file's bytes say. `first`: nothing like it has been read before, so in one go."""
    text, faults = decoded(raw, path)
    if text is None:
        return PlanFile(raw, None, faults)
    reading = read_plan(text, path) if first else reread(text, path)
    return PlanFile(raw, reading.plan, (*faults, *reading.faults))


@dataclass(frozen=True, slots=True)
class Seen:
    """What is remembered of a file: what its content was, by its hash, and what that said."""

    digest: bytes
    plan: Plan | None
    faults: tuple[Fault, ...]


class PlanFiles:
    """Reads and writes them, and remembers each as it was last seen."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._seen: dict[str, Seen] = {}

    def years(self) -> list[Path]:
        """Return the folders that hold a year's plans, in order."""
        return sorted(path for path in self._root.iterdir() if _YEAR.fullmatch(path.name) and path.is_dir())

    def load(self, faults: list[Fault], only: Collection[str] = ()) -> Iterator[tuple[str, PlanFile]]:
        """Give every plan file with its plan's name; add the faults of those that cannot even be read.

        `only`: names of plans, and years, that alone are looked at; none: all.
        """
        before, self._seen = self._seen, {}
        for path in self._paths():
            if only and not {path.removesuffix(".toml"), path.partition("/")[0]} & set(only):
                continue
            name = name_of(path)
            if name is None:
                told = "filens namn kan inte vara en förvaltnings id (små bokstäver a–z, siffror, bindestreck)"
                faults.append(Fault(path, 1, 1, f"{told}; byt namn på den", warning=True))
                continue
            try:
                file = self._read(path, before.get(name))
            except FileError as error:
                faults.append(unreadable(path, error))
                continue
            if file is not None:
                self.take(name, file)
                yield name, file

    def _paths(self) -> Iterator[str]:
        for year in self.years():
            for path in sorted(year.glob("*.toml")):
                if not path.name.startswith(".") and path.stem not in _NOT_PLANS:
                    yield f"{year.name}/{path.name}"

    def seen(self, name: str) -> Plan | None:
        """Return a plan as its file was last loaded or written; None: the file was broken, or not there."""
        seen = self._seen.get(name)
        return seen.plan if seen is not None else None

    def read(self, name: str) -> PlanFile | None:
        """Return a plan's file as it is now; None when there is none. Not taken as seen. FileError."""
        return self._read(path_of(name), self._seen.get(name))

    def _read(self, path: str, seen: Seen | None) -> PlanFile | None:
        raw = files.read(self._root, path, MAX_BYTES + 1)
        if raw is None:
            return None
        if seen is not None and seen.digest == sha256(raw).digest():
            return PlanFile(raw, seen.plan, seen.faults)
        return parsed(raw, path, first=seen is None)

    def take(self, name: str, file: PlanFile) -> None:
        """Take a file as seen."""
        self._seen[name] = Seen(sha256(file.raw).digest(), file.plan, file.faults)

    def write(self, name: str, text: str, plan: Plan) -> None:
        """Write a plan's file, whole and at once, and take it as seen. FileError, also when it is too large."""
        raw = text.encode("utf-8")
        if len(raw) > MAX_BYTES:
            raise FileError(f"{path_of(name)} skulle bli över 2 MB, större än en plan får vara; korta texten")
        files.write(self._root, path_of(name), raw)
        self.take(name, PlanFile(raw, plan, ()))
