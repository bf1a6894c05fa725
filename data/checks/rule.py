"""What a rule is, what it is given to look at, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.history import Event
from data.mal import MalOchBudget
from data.plan import Plan
from data.region import Region


class Level(StrEnum):
    """How much a remark matters."""

    FEL = "fel"
    """The file cannot be used; no rule's, only the readers' own."""
    VARNING = "varning"
    """Something that should be put right before the report goes out."""
    TIPS = "tips"
    """Something to look at, which may well be as it should."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule has found, before it has its line."""

    id: str
    """The item's, or `PLAN_ID`; in mål och budget, the mål's; in region.toml, the ordinal of the silence."""
    key: str
    """The key that it is about; empty for the item as a whole."""
    message: str
    """One Swedish sentence without a full stop: what is to be seen; what to do."""
    within: str = ""
    """The text that it stands in, as the file's value has it; empty when it is about the key as a whole."""
    at: int = 0
    """Where in that text, in characters."""
    also: tuple[str, ...] = ()
    """Ids of other items in the file that it is about; a silence on any of them silences it."""


@dataclass(frozen=True, slots=True)
class PlanSeen:
    """One plan, with what is known around it."""

    plan: Plan
    decided: MalOchBudget | None
    """What was decided for its year."""
    today: date
    past: Callable[[], Sequence[Event]]
    """Reads its history, newest first; empty where there is none. Costly: asked for only when it may matter."""
    rules: Collection[str]
    """The names of all rules."""


@dataclass(frozen=True, slots=True)
class YearSeen:
    """What was decided for a year, with all plans of it."""

    decided: MalOchBudget
    region: Region
    plans: Sequence[Plan]
    unread: Collection[str]
    """The ids of the förvaltningar whose plan cannot be used."""
    rules: Collection[str]


@dataclass(frozen=True, slots=True)
class RegionSeen:
    """What `region.toml` says."""

    region: Region
    rules: Collection[str]


def _nothing(_: object) -> Iterable[Hit]:
    return ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that an editor looks for."""

    name: str
    """An ASCII slug, by which it is silenced."""
    level: Level
    why: str
    """A Swedish sentence: what it looks for and why."""
    in_plan: Callable[[PlanSeen], Iterable[Hit]] = _nothing
    in_year: Callable[[YearSeen], Iterable[Hit]] = _nothing
    in_region: Callable[[RegionSeen], Iterable[Hit]] = _nothing
