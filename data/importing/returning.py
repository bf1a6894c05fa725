"""A filled-in table on its way back: what it changes in a plan that may have changed since the table was made.

Three ways: the plan as it was when it was exported, as the table has it, and as it is now. Where the table does not
say which version it was made from, or there is no such version here, the plan as it is now stands in for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from data.changes import Change
from data.changing import changed
from data.faults import UnusableError
from data.git import Repository
from data.git_errors import NoSuchVersionError
from data.history import plan_at
from data.importing.filling import filled
from data.importing.plan_tables import PlanTable
from data.importing.result import LeftOut
from data.plan import Item, Plan
from data.rebasing import ConflictError, rebased
from data.sync.trees import PlanConflict


@dataclass(frozen=True, slots=True)
class Returned:
    """What a table comes to for the plan as it is now."""

    current: Plan
    changes: tuple[Change, ...]
    """What to do to the plan; nothing where there are conflicts."""
    conflicts: tuple[PlanConflict, ...]
    """What the table and somebody else have changed differently; ours is the table's."""
    missing: tuple[Item, ...]
    """What the plan has and the table has not; it stays."""
    elsewhere: tuple[Item, ...]
    """What the table has below another item than the plan; it stays where it is."""
    left_out: tuple[LeftOut, ...]
    doubt: str | None
    """Why the table is compared with the plan as it is now; None when the version it was made from is known."""


def returned(table: PlanTable, current: Plan, repository: Repository) -> Returned:
    """Return what a table comes to. UnusableError, with every fault of the table and its place; GitError."""
    base, doubt = _base(table, current, repository)
    told = filled(table, base)
    changes: tuple[Change, ...] = ()
    conflicts: tuple[PlanConflict, ...] = ()
    try:
        changes = rebased(current.name, base, told.changes, current)
    except ConflictError as error:
        ours = changed(base, told.changes)
        conflicts = tuple(PlanConflict(current.name, each, ours, current) for each in error.conflicts)
    return Returned(
        current,
        changes,
        conflicts,
        tuple(current.items[id] for id in told.missing if id in current.items),
        tuple(current.items[id] for id in told.elsewhere if id in current.items),
        told.left_out,
        doubt,
    )


def _base(table: PlanTable, current: Plan, repository: Repository) -> tuple[Plan, str | None]:
    if table.version is None:
        return current, "filen säger inte vilken version den är gjord av"
    try:
        return plan_at(repository, current.name, table.version), None
    except NoSuchVersionError:
        return current, f"versionen {table.version} som filen är gjord av finns inte här"
    except UnusableError:
        return current, f"planen går inte att läsa i versionen {table.version} som filen är gjord av"
