"""From a region's folder to the material of reports: the plans, where they come from, what was reported before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from data.period import WHOLE_YEAR, Period
from data.plan import Plan
from data.plan_files import path_of
from data.provenance import provenance
from data.workspace import Snapshot
from exporters.material import Material, Subject


def gather(root: Path, snapshot: Snapshot, plans: Sequence[Plan], period: str = WHOLE_YEAR) -> Material:
    """Return the material of reports on some plans as they stand in the folder. GitError."""
    names = {each.id: each.namn for each in snapshot.region.forvaltningar} if snapshot.region else {}
    subjects = tuple(
        Subject(
            plan,
            names.get(plan.forvaltning, plan.forvaltning),
            Period(plan.ar, period),
            provenance(root, path_of(plan.name)),
        )
        for plan in plans
    )
    return Material(subjects, snapshot.region, snapshot.decided)
