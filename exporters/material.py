"""What reports are made of: plans, each with what is known around it, and what the region has decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from data.mal import MalOchBudget
from data.period import Period
from data.plan import Plan
from data.provenance import Provenance
from data.region import Region


@dataclass(frozen=True, slots=True)
class Earlier:
    """A plan as it was in a closed report."""

    period: Period
    plan: Plan


@dataclass(frozen=True, slots=True)
class Subject:
    """One plan to report on."""

    plan: Plan
    namn: str
    """What people call the förvaltning: ``Regionkontoret``, not the id."""
    period: Period
    """Which of the year's reports this is."""
    provenance: Provenance | None = None
    earlier: Earlier | None = None
    """The closed report that changes are told since; None when there is none."""
    closed: tuple[Earlier, ...] = ()
    """All closed reports of the year before this one, the first one first; only for a report that follows them."""

    @property
    def version(self) -> str:
        """The commit or tag that the plan stands in, for tables that are to be filled in; empty when in none."""
        return (self.provenance.commit if self.provenance else None) or ""


@dataclass(frozen=True, slots=True)
class Material:
    """All that a document is made of. Plans stand in the region's order."""

    subjects: tuple[Subject, ...]
    region: Region | None = None
    decided: Mapping[int, MalOchBudget] = field(default_factory=dict)
    """What fullmäktige decided, by year."""
    provenance: Provenance | None = None
    """What documents on several plans are made from."""
