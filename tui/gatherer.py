"""Gathers what reports on the region are made of: a plan each step, so that saving waits little. Worker's thread.

The plans are those that the screen shows; what was reported before is read from git, each plan once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.faults import UnusableError
from data.git_errors import GitError
from data.plain_text import one_line
from data.reports import reports
from tui.messages import Gathered, WorkerMessage

if TYPE_CHECKING:
    from data.mal import MalOchBudget
    from data.plan import Plan
    from data.region import Region
    from data.workspace import Workspace
    from exporters.gathering import Moments
    from exporters.report import RegionReport

_REFUSALS = (GitError, UnusableError, OSError)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A report that somebody wants to see, and what is shown of the region."""

    report: RegionReport
    region: Region | None
    decided: Mapping[int, MalOchBudget]
    plans: tuple[Plan, ...]


class Gatherer:
    """Answers the screens of reports."""

    def __init__(self, workspace: Workspace, post: Callable[[WorkerMessage], object]) -> None:
        self._workspace = workspace
        self._post = post
        self._last: Wanted | None = None
        self._then: dict[tuple[str, str], Plan | None] = {}
        """Plans as they were, by name and commit: those that the last answer was made of."""

    def gather(self, wanted: Wanted) -> Iterator[None]:
        """Gather what a report is made of; `Gathered` answers, unless something else is wanted meanwhile."""
        from exporters.gathering import read_then, subjects
        from exporters.material import Material

        self._last = wanted
        then: dict[tuple[str, str], Plan | None] = {}

        def read(name: str, commit: str) -> Plan | None:
            key = name, commit
            if key not in then:
                known = key in self._then
                then[key] = self._then[key] if known else read_then(self._workspace.repository, name, commit)
            return then[key]

        found = []
        try:
            for subject in subjects(wanted.region, wanted.plans, self._moments(wanted.report), read):
                found.append(subject)
                yield
                if self._last is not wanted:
                    return
        except _REFUSALS as error:
            self._post(Gathered(wanted, reason=one_line(str(error))))
            return
        self._then = then or self._then
        self._post(Gathered(wanted, Material(tuple(found), wanted.region, wanted.decided)))

    def _moments(self, report: RegionReport) -> Moments:
        """Return what an export of the report would look at. GitError."""
        from exporters.gathering import NOW, Moments

        if not (report.compares or report.follows):
            return NOW
        return Moments(closed=reports(self._workspace.repository), follow=report.follows)
