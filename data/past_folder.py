"""The region's folder as it was at a point in the past: its plans and all that belongs to them, read out of git."""

from __future__ import annotations

from collections.abc import Sequence

from data import look_files
from data.decoding import MAX_BYTES, decoded
from data.faults import Fault
from data.git import Repository
from data.git_errors import NoSuchVersionError
from data.look import PLAIN
from data.mal import FILE as MAL_FILE
from data.mal import MalOchBudget
from data.mal_files import read_mal_bytes
from data.plan import Plan
from data.plan_files import name_of, parsed, path_of
from data.region import FILE as REGION_FILE
from data.region import Region, read_region
from data.revision import Revision
from data.snapshot import Snapshot


def load_at(repository: Repository, revision: Revision, names: Sequence[str] = ()) -> Snapshot:
    """Return the folder as it was; of its plans those of these names or years, or those reported, or else all.

    NoSuchVersionError when there is no such plan, GitError. A plan that cannot be read is told in the faults.
    """
    folder = _Folder(repository, revision)
    known = tuple(revision.plans) or folder.names()
    plans = folder.plans([name for word in names for name in _meant(word, known)] if names else known)
    region = folder.region()
    decided = folder.decided(sorted({plan.ar for plan in plans.values()}))
    look, told = look_files.read_look(folder.read)
    faults = tuple(sorted([*folder.faults, *told]))
    broken = tuple(sorted({fault.file for fault in faults if not fault.warning}))
    return Snapshot(region, plans, faults, broken, None, decided, look or PLAIN)


def _meant(word: str, known: Sequence[str]) -> list[str]:
    """Return the name of a plan as it is, and for a year the names of all its plans."""
    return [word] if "/" in word else [name for name in known if name.startswith(f"{word}/")]


class _Folder:
    """Reads files, gathering faults."""

    def __init__(self, repository: Repository, revision: Revision) -> None:
        self._repository = repository
        self._revision = revision
        self.faults: list[Fault] = []

    def read(self, path: str, limit: int) -> bytes | None:
        """Return at most `limit` bytes of a file; None when it was not there."""
        raw = self._repository.blob(f"{self._revision.commit}:./{path}")
        return None if raw is None else raw[:limit]

    def names(self) -> tuple[str, ...]:
        told = self._repository.ask("ls_tree", "-r", "-z", "--name-only", self._revision.commit)
        return tuple(name for path in told.split("\0") if (name := name_of(path)) is not None)

    def plans(self, names: Sequence[str]) -> dict[str, Plan]:
        found: dict[str, Plan] = {}
        for name in names:
            path = path_of(name)
            commit = self._revision.commit_of(name)
            raw = None if commit is None else self._repository.blob(f"{commit}:./{path}")
            if raw is None:
                raise NoSuchVersionError(f"planen {name} finns inte i versionen {self._revision.said}")
            file = parsed(raw, path)
            self.faults += file.faults
            if file.plan is not None:
                found[name] = file.plan
        return found

    def region(self) -> Region | None:
        raw = self.read(REGION_FILE, MAX_BYTES + 1)
        text, told = decoded(raw, REGION_FILE) if raw is not None else (None, ())
        region, more = read_region(text) if text is not None else (None, ())
        self.faults += (*told, *more)
        return region

    def decided(self, years: Sequence[int]) -> dict[int, MalOchBudget]:
        found: dict[int, MalOchBudget] = {}
        for year in years:
            path = f"{year}/{MAL_FILE}"
            raw = self.read(path, MAX_BYTES + 1)
            decided, told = read_mal_bytes(raw, path) if raw is not None else (None, ())
            self.faults += told
            if decided is not None:
                found[year] = decided
        return found
