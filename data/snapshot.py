"""A region's folder as it was read: region.toml, plans, mål och budget and look, with every fault of theirs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from data import look_files, mal_files, region_file
from data.faults import Fault
from data.look import PLAIN, Look
from data.mal import MalOchBudget
from data.plan import Plan
from data.plan_files import PlanFiles, path_of
from data.region import Region


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The region's folder as it was read."""

    region: Region | None
    plans: Mapping[str, Plan]
    """Every plan that can be used, by its name ``2019/regionkontoret``."""
    faults: tuple[Fault, ...]
    """Faults and warnings of all files."""
    broken: tuple[str, ...]
    """The files that cannot be used; `faults` says why."""
    state: str | None
    """Why nothing may be changed just now, with the way out; None when all is well."""
    decided: Mapping[int, MalOchBudget] = field(default_factory=dict)
    """What fullmäktige has decided, by year, for the years that have such a file."""
    look: Look = PLAIN
    """How the region wants its documents; plain also where `rapport.toml` cannot be used."""


def read_folder(root: Path, plan_files: PlanFiles, only: Collection[str], state: str | None) -> Snapshot:
    """Read a folder's files; of plans those that have changed since `plan_files` read them last.

    `only`: names of plans, and years, that alone are read; none: all. `state` is told as it is.
    """
    region, region_faults = region_file.load(root)
    decided, mal_faults = mal_files.load(root, plan_files.years())
    look, look_faults = look_files.load(root)
    faults = [*region_faults, *mal_faults, *look_faults]
    plans: dict[str, Plan] = {}
    for name, file in plan_files.load(faults, only):
        faults += file.faults
        if file.plan is not None and region is not None and region.forvaltning(file.plan.forvaltning) is None:
            told = f"förvaltningen {file.plan.forvaltning} finns inte i region.toml; lägg till den där"
            faults.append(Fault(path_of(name), 1, 1, told, warning=True))
        if file.plan is not None:
            plans[name] = file.plan
    broken = sorted({fault.file for fault in faults if not fault.warning})
    return Snapshot(region, plans, tuple(sorted(faults)), tuple(broken), state, decided, look or PLAIN)
