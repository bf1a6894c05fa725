"""Reads plans as they were, many at a time, a plan each step so that saving never waits. Worker's thread alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from data.faults import UnusableError
from data.git import Repository
from data.git_errors import GitError, NoSuchVersionError
from data.history import plan_at
from data.plain_text import one_line
from data.plan import Plan
from data.reports import Report, latest, reports
from data.workspace import Workspace
from tui.messages import Closed, Then, WorkerMessage

_REFUSALS = (GitError, UnusableError, OSError)


class PastPlans:
    """Answers what plans said when they were reported, or when a day began."""

    def __init__(self, workspace: Workspace, post: Callable[[WorkerMessage], object]) -> None:
        self._workspace = workspace
        self._post = post
        self._reported: dict[str, tuple[str, Plan]] = {}
        """Each plan as it was last reported, with the id of that commit, by plan name."""

    def closed(self, names: Iterable[str]) -> Iterator[None]:
        """Tell which reports are closed, and what these plans said in the last one on each; `Closed` answers."""
        try:
            found = reports(self._workspace.repository)
        except _REFUSALS:
            return  # without a repository nothing is reported, and nothing is stale
        for name in names:
            report = latest(found, name)
            if report is None:
                self._reported.pop(name, None)
            elif self._reported.get(name, ("",))[0] != report.commit:
                yield
                plan = self._read(name, report.commit)
                if plan is not None:
                    self._reported[name] = (report.commit, plan)
        self._post(Closed(found, {name: plan for name, (_, plan) in self._reported.items()}))

    def then(self, moment: str | date, names: Iterable[str]) -> Iterator[None]:
        """Tell what these plans said in a report, by its title, or when a day began; `Then` answers.

        A plan that is in no such report is left out; one that was not there when the day began was empty.
        """
        try:
            repository = self._workspace.repository
            revisions = _revisions(repository, moment, names)
        except _REFUSALS as error:
            self._post(Then(moment, {}, one_line(str(error))))
            return
        plans: dict[str, Plan] = {}
        for name, revision in revisions.items():
            yield
            plan = self._read(name, revision) if revision else None
            if plan is None and isinstance(moment, date):
                ar, _, forvaltning = name.partition("/")
                plan = Plan(forvaltning, int(ar))
            if plan is not None:
                plans[name] = plan
        self._post(Then(moment, plans))

    def _read(self, name: str, revision: str) -> Plan | None:
        """Return a plan as it was; None when it was not there or cannot be read."""
        try:
            return plan_at(self._workspace.repository, name, revision)
        except (NoSuchVersionError, *_REFUSALS):
            return None


def _revisions(repository: Repository, moment: str | date, names: Iterable[str]) -> dict[str, str]:
    """Return the commit to read each plan from; the empty one when there was none yet. GitError."""
    if isinstance(moment, date):
        before = f"--before={moment.isoformat()}T00:00:00"
        commit = repository.ask("rev_list", "-1", before, "HEAD").strip() if repository.head else ""
        return dict.fromkeys(names, commit)
    found: Iterable[Report] = reports(repository)
    known = {report.plan: report.commit for report in found if report.title == moment}
    return {name: known[name] for name in names if name in known}
