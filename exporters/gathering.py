"""From a region's folder to the material of reports: the plans, where they come from, what was reported before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from data.git import Repository
from data.git_errors import NoSuchVersionError
from data.look import FILE as LOOK_FILE
from data.mal import FILE as MAL_FILE
from data.origins import origins, origins_in, whole
from data.period import WHOLE_YEAR, Period
from data.plan import Plan
from data.plan_files import parsed, path_of
from data.provenance import Provenance
from data.region import FILE as REGION_FILE
from data.region import Region
from data.reports import Report, latest
from data.revision import Revision
from data.snapshot import Snapshot
from exporters.material import Earlier, Material, Subject


@dataclass(frozen=True, slots=True)
class Moments:
    """When the plans are looked at, and what they are compared with. By itself: now, and the report before this."""

    period: str | None = None
    """Which of the year's reports it is; None is the one that `at` is, or else the whole year's."""
    at: Revision | None = None
    """When the plans were as the snapshot has them; None: they stand so in the folder."""
    since: Revision | None = None
    """What changes are told since, instead of the closed report before this one."""
    closed: tuple[Report, ...] | None = None
    """The closed reports, where something looks at the one before, or at all; None: nothing does."""
    follow: bool = False
    """Whether something looks at all closed reports of the year."""


NOW = Moments()
"""The plans as they stand, for the whole year's report."""

Read = Callable[[str, str], Plan | None]
"""Reads a plan as it was, by its name and a commit; None when it was not there. UnusableError."""


def gather(repository: Repository, snapshot: Snapshot, plans: Sequence[Plan], when: Moments = NOW) -> Material:
    """Return the material of reports on some plans of a snapshot, in the region's order.

    Git is run the same number of times for any number of plans. Raises GitError, NoSuchVersionError, and
    UnusableError when a plan to compare with cannot be read.
    """
    sources = _origins(repository, [path_of(plan.name) for plan in plans], when.at)
    found = tuple(
        replace(subject, provenance=sources[path_of(subject.plan.name)])
        for subject in subjects(snapshot.region, plans, when, partial(read_then, repository))
    )
    if when.since and when.closed is not None and not any(subject.earlier for subject in found):
        raise NoSuchVersionError(f"ingen av planerna finns i versionen {when.since.said}")
    ordered = [subject.plan for subject in found]
    together = _together(repository, snapshot, ordered, when.at) if len(found) > 1 else None
    return Material(found, snapshot.region, snapshot.decided, together)


def subjects(region: Region | None, plans: Iterable[Plan], when: Moments, read: Read) -> Iterator[Subject]:
    """Give some plans, in the region's order, with what was reported before; not what they are made from.

    One after another, so that reading of git can be done a plan at a time. Raises as `read`.
    """
    period = when.period or (when.at.period if when.at else None) or WHOLE_YEAR
    earlier = _comparison(read, when, period)
    for plan in _ordered(plans, region):
        of = Period(plan.ar, period)
        closed = tuple(_closed(read, when, plan))
        yield Subject(plan, _name(plan, region), of, None, earlier(plan), closed)


def read_then(repository: Repository, name: str, commit: str) -> Plan | None:
    """Return a plan as it was in a commit; None when it was not there. UnusableError."""
    path = path_of(name)
    raw = repository.blob(f"{commit}:./{path}")
    return None if raw is None else parsed(raw, f"{commit[:7]}:{path}").require_plan()


def _ordered(plans: Iterable[Plan], region: Region | None) -> list[Plan]:
    known = [each.id for each in region.forvaltningar] if region else []
    place = {id: number for number, id in enumerate(known)}
    return sorted(plans, key=lambda plan: (plan.ar, place.get(plan.forvaltning, len(place)), plan.forvaltning))


def _name(plan: Plan, region: Region | None) -> str:
    known = region.forvaltning(plan.forvaltning) if region else None
    return known.namn if known else plan.forvaltning


def _origins(repository: Repository, files: Sequence[str], at: Revision | None) -> Mapping[str, Provenance]:
    if at is None:
        return origins(repository, files)
    commits = {file: at.commit_of(file.removesuffix(".toml")) or at.commit for file in files}
    return origins_in(repository, commits)


def _together(repository: Repository, snapshot: Snapshot, plans: Sequence[Plan], at: Revision | None) -> Provenance:
    """Return what documents on all of the plans are made from: one commit, when all that is read is in it."""
    source = snapshot.region.namn if snapshot.region else "regionen"
    if at is not None:
        return whole(repository, source, at.commit)
    years = sorted({plan.ar for plan in plans})
    read = {REGION_FILE, LOOK_FILE, *(f"{year}/{MAL_FILE}" for year in years)}
    read.update(path_of(plan.name) for plan in plans)
    head = repository.head
    if head is None or any(found.path in read for found in repository.dirty(read)):
        return Provenance(source)
    return whole(repository, source, head)


Compare = Callable[[Plan], Earlier | None]


def _nothing(_plan: Plan) -> None:
    """Compare with nothing."""


def _comparison(read: Read, when: Moments, period: str) -> Compare:
    """Return what finds the plan to compare one with."""
    if when.closed is None:
        return _nothing
    if when.since is not None:
        since = when.since
        name = since.period or f"version {since.commit[:7]}"
        return lambda plan: _as_it_was(read, plan, since.commit_of(plan.name), name)
    before = when.at.when if when.at else None
    closed = [
        report
        for report in when.closed
        if report.period.base != period and (before is None or report.when < before)
    ]

    def reported(plan: Plan) -> Earlier | None:
        report = latest(closed, plan.name)
        return None if report is None else _as_it_was(read, plan, report.commit, report.namn)

    return reported


def _closed(read: Read, when: Moments, plan: Plan) -> Iterator[Earlier]:
    """Give a plan as it was in each closed report of its year, as that was corrected last. UnusableError.

    A report that is made again is not among them.
    """
    last: dict[str, Report] = {}
    for report in sorted(when.closed or (), key=lambda report: report.when) if when.follow else ():
        if report.plan == plan.name and (when.at is None or report.when < when.at.when):
            last[report.period.base] = report
    if when.at is not None and when.at.period is not None:
        last.pop(Period(plan.ar, when.at.period).base, None)
    for report in sorted(last.values(), key=lambda report: report.period.place):
        found = _as_it_was(read, plan, report.commit, report.namn)
        if found is not None:
            yield found


def _as_it_was(read: Read, plan: Plan, commit: str | None, name: str) -> Earlier | None:
    """Return a plan as it was in a commit, by its id; None when it was not there. UnusableError."""
    found = None if commit is None else read(plan.name, commit)
    return None if found is None else Earlier(Period(plan.ar, name), found)
