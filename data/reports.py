"""Closed reports: annotated tags ``rapport/2025-ur1/regionkontoret``, each a plan as it was then."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from data.git import Repository
from data.git_log import when_of
from data.history import plan_at
from data.period import Period
from data.plan import ID_PATTERN, Plan

_TAG = re.compile(rf"refs/tags/(rapport/([0-9]{{4}})-([a-z0-9][a-z0-9.-]*)/({ID_PATTERN.pattern}))")
_FIELDS = (
    "%(refname)",
    "%(*objecttype)",
    "%(*objectname)",
    "%(taggername)",
    "%(taggerdate:raw)",
    "%(contents:subject)",
)


@dataclass(frozen=True, slots=True)
class Report:
    """One förvaltning's closed report."""

    tag: str
    ar: int
    """The year whose plan it reports on."""
    namn: str
    """Which report of the year: ``ur1``."""
    forvaltning: str
    commit: str
    """The id of the commit that was reported."""
    av: str
    """Who closed it: free text, as git has it."""
    when: datetime
    """When it was closed."""
    message: str
    """The tag's first line: free text."""

    @property
    def plan(self) -> str:
        """The name of the plan that was reported."""
        return f"{self.ar}/{self.forvaltning}"

    @property
    def title(self) -> str:
        """What the report is called: ``Uppföljningsrapport 1 2025``."""
        return self.period.title

    @property
    def period(self) -> Period:
        """Which of the year's reports it is."""
        return Period(self.ar, self.namn)


def reports(repository: Repository) -> tuple[Report, ...]:
    """Return every closed report, the latest first. GitError."""
    text = repository.ask("for_each_ref", f"--format={'%00'.join(_FIELDS)}", "refs/tags/rapport/")
    found = (_report(line.split("\0")) for line in text.splitlines() if line.count("\0") == len(_FIELDS) - 1)
    return tuple(sorted(filter(None, found), key=lambda report: report.when, reverse=True))


def _report(fields: list[str]) -> Report | None:
    """Return the report of a tag; None for one that is not annotated, or whose name says something else."""
    ref, kind, commit, av, when, message = fields
    named = _TAG.fullmatch(ref)
    if named is None or kind != "commit":
        return None
    return Report(named[1], int(named[2]), named[3], named[4], commit, av, when_of(when), message)


def latest(found: Iterable[Report], plan_name: str) -> Report | None:
    """Return the latest closed report on a plan, by the plan's name; None when there is none."""
    return max((one for one in found if one.plan == plan_name), key=lambda report: report.when, default=None)


def reported(repository: Repository, report: Report) -> Plan:
    """Return the plan as it was when the report was closed. Raises as `history.plan_at`."""
    return plan_at(repository, report.plan, report.commit)
