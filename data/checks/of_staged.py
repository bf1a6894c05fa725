"""What there is to see to in what is about to be committed: its form, and what the rules say of the plans in it.

All is as it will be in the commit, also what stands around the plans. Of a plan's past nothing is asked: the
commit that is to be is not in it, and a hook has to be fast.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from data.checks.folder import Folder, nothing_past
from data.checks.run import Remark, of_fault, remarks
from data.decoding import decoded
from data.git_errors import failed
from data.mal import FILE as MAL_FILE
from data.mal import MalOchBudget
from data.mal_files import read_mal_bytes
from data.plan import Plan
from data.plan_files import name_of, parsed
from data.region import FILE as REGION_FILE
from data.region import Region, read_region
from data.snapshot import Snapshot
from data.staged import Staged, faults_of, staged


def check_staged(folder: Path, today: date) -> tuple[Remark, ...]:
    """Return what there is to see to in the files that are staged. GitError."""
    with staged(folder) as found:
        told = [of_fault(fault) for path in found.paths for fault in faults_of(path, _read(found, path, folder))]
        ends = {path: "/".join(Path(path).parts[-2:]) for path in found.paths}
        for root in dict.fromkeys(path.removesuffix(end) for path, end in ends.items() if name_of(end)):
            told += _by_rules(found, root, today)
    return tuple(sorted(told))


def _read(found: Staged, path: str, folder: Path) -> bytes:
    raw = found.read(path)
    if raw is None:
        raise failed(f"kunde inte läsa {path}", "", folder)
    return raw


def _by_rules(found: Staged, root: str, today: date) -> Iterator[Remark]:
    """Give what the rules say of the staged plans of one region, whose folder's path `root` is, with a slash."""
    plans = dict(_plans(found, root))
    years = {plan.ar: _decided(found, root, plan.ar) for plan in plans.values()}
    decided = {ar: known for ar, known in years.items() if known is not None}
    snapshot = Snapshot(_region(found, root), plans, (), (), None, decided)
    seen = Folder(snapshot, lambda path: _text(found, root + path), nothing_past, today)
    for remark in remarks(seen, plans):
        yield replace(remark, file=root + remark.file)


def _plans(found: Staged, root: str) -> Iterator[tuple[str, Plan]]:
    for path in found.paths:
        name = name_of(path.removeprefix(root)) if path.startswith(root) else None
        plan = parsed(found.read(path) or b"", path.removeprefix(root)).plan if name else None
        if name and plan:
            yield name, plan


def _decided(found: Staged, root: str, ar: int) -> MalOchBudget | None:
    path = f"{ar:04}/{MAL_FILE}"
    raw = found.read(root + path)
    return None if raw is None else read_mal_bytes(raw, path)[0]


def _region(found: Staged, root: str) -> Region | None:
    text = _text(found, root + REGION_FILE)
    return read_region(text)[0] if text else None


def _text(found: Staged, path: str) -> str:
    raw = found.read(path)
    return "" if raw is None else decoded(raw, path)[0] or ""
