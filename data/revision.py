"""A point in the past, as people name it: a commit, a tag, a branch, a closed report.

``rapport/2025-ur1/regionkontoret`` is one förvaltning's closed report, and ``2025-ur1`` everyone's: each plan is
then read as it was when that report on it was closed; so it is with ``senaste-rapport``, the last one on each plan.
A day, ``2019-08-31``, is its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from data.git import Repository
from data.git_errors import NoSuchVersionError
from data.git_log import when_of
from data.reports import Report, latest

LATEST = "senaste-rapport"
"""Names the last closed report on each plan."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EVERYONES = re.compile(r"(?:rapport/)?([0-9]{4}-[a-z0-9][a-z0-9.-]*)")


@dataclass(frozen=True, slots=True)
class Revision:
    """A point in the past."""

    said: str
    """As it was asked for."""
    commit: str
    """The id of the commit that the region's own files are read from."""
    when: datetime
    """Reports that were closed before it came earlier."""
    period: str | None = None
    """Which of the year's reports it is, ``ur1``; None for what is no closed report."""
    plans: Mapping[str, str] = field(default_factory=dict)
    """The plans that were reported, by name, with the commit of each; none when it is no closed report."""
    everyones: bool = False
    """Whether it has only the plans that were reported, each in its own commit."""

    def commit_of(self, plan: str) -> str | None:
        """Return the commit to read a plan from, by the plan's name; None when there is none."""
        return self.plans.get(plan, None if self.everyones else self.commit)


def revision(repository: Repository, said: str, closed: Iterable[Report]) -> Revision:
    """Return the point in the past that somebody names, given the closed reports. NoSuchVersionError, GitError."""
    found = tuple(closed)
    for report in found:
        if said in (report.tag, f"refs/tags/{report.tag}"):
            return Revision(said, report.commit, report.when, report.namn, {report.plan: report.commit})
    named = _EVERYONES.fullmatch(said)
    same = [report for report in found if named and f"{report.ar}-{report.namn}" == named[1]]
    if said == LATEST:
        same = [report for report in found if report == latest(found, report.plan)]
        if not same:
            raise NoSuchVersionError("ingen rapport är stängd än; ange en dag, en tagg eller en commit")
    if same:
        last = max(same, key=lambda report: (report.when, report.tag))
        commits = {report.plan: report.commit for report in same}
        return Revision(said, last.commit, last.when, last.namn, commits, everyones=True)
    commit = _last_of(repository, said) if _DAY.fullmatch(said) else repository.commit_id(said)
    told = repository.ask("log", "-1", "--no-show-signature", "--format=%cd", "--date=raw", commit, "--")
    return Revision(said, commit, when_of(told.strip()))


def _last_of(repository: Repository, day: str) -> str:
    """Return the last commit of a day, or before it, by this computer's clock."""
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise NoSuchVersionError(f"{day} är ingen dag; skriv den som 2019-08-31") from error
    found = ""
    if repository.head is not None:
        found = repository.ask("rev_list", "-1", "--first-parent", f"--before={day} 23:59:59", "HEAD", "--").strip()
    if not found:
        raise NoSuchVersionError(f"det fanns ingenting i arkivet den {day}; ange en senare dag")
    return found
