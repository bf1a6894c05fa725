"""Closing a report: an annotated tag on what a plan says now, with the counts; never moved, only corrected."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from data.counts import counts
from data.git import Repository
from data.git_errors import GitError, ReadOnlyError, failed
from data.git_runner import AS_WHO_WE_ARE, run, runner
from data.identity import require_identity
from data.period import Period
from data.plain_text import one_line
from data.plan import Plan
from data.plan_files import parsed, path_of
from data.reports import Report
from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG, Scale
from data.todo import Reason, todo

_CONFIG = ("core.fsync=committed,reference", *AS_WHO_WE_ARE)


class ClosedError(GitError):
    """The report is closed already, and what was reported stays."""


@dataclass(frozen=True, slots=True)
class Closing:
    """A report that is to be closed."""

    plan: Plan
    namn: str
    """What people call the förvaltning."""
    period: Period
    left: Counter[Reason]
    """How many items still need somebody, by why."""

    @property
    def tag(self) -> str:
        """The tag it will have."""
        return f"rapport/{self.period.ar}-{self.period.namn}/{self.plan.forvaltning}"

    @property
    def left_told(self) -> str:
        """What is left to do, in a few words; empty when all is done."""
        return ", ".join(f"{reason.label} {number}" for reason, number in self.left.items())


def closing(  # noqa: PLR0913, PLR0917  what is reported, by whom, and what was before it
    plan: Plan,
    namn: str,
    period: Period,
    closed: Iterable[Report],
    reported: Plan | None = None,
    again: bool = False,
) -> Closing:
    """Return the report on a plan that can be closed. `reported` is the plan as it was last reported.

    ClosedError when it has been closed, unless that is to be done `again`: as a correction, beside what was.
    """
    same = [one for one in closed if one.plan == plan.name and one.period.base == period.base]
    if same and not again:
        told = f"{same[-1].tag} är redan stängd, av {one_line(same[-1].av)}"
        raise ClosedError(f"{told}; ska den rättas: kör igen med --om, så står båda kvar")
    if same:
        period = period.corrected(len(same))
    reasons = Counter(reason for one in todo(plan, reported) for reason in one.reasons)
    return Closing(plan, namn, period, Counter({reason: reasons[reason] for reason in Reason if reasons[reason]}))


def close(repository: Repository, report: Closing) -> None:
    """Tag what HEAD has. GitError when the plan's file is not committed as it stands, or git refuses."""
    if (reason := repository.read_only) is not None:
        raise ReadOnlyError(reason)
    require_identity(repository.place.top)
    path, head = path_of(report.plan.name), repository.head
    raw = repository.blob(f"{head}:./{path}") if head is not None else None
    if head is None or raw is None or parsed(raw, path).plan != report.plan:
        raise GitError(
            f"{path} har ändringar som inte är incheckade; öppna appen, så checkas de in, och stäng sedan"
        )
    git = runner(repository.place.top)
    with tempfile.TemporaryFile() as message:
        message.write(message_of(report).encode("utf-8"))
        message.seek(0)
        status, _, error = run(
            git,
            "tag",
            "--annotate",
            "--cleanup=verbatim",
            "--file=-",
            report.tag,
            head,
            config=_CONFIG,
            istream=message,
        )
    if status:
        raise failed("rapporten är inte stängd", error, repository.place.top)


def message_of(report: Closing) -> str:
    """Return what the tag says: which report, and how many of each status."""
    lines = [
        f"{report.period.title}: {report.namn}",
        "",
        f"Uppdrag: {_told(UPPDRAG, report, forecast=report.period.forecast)}",
        f"Aktiviteter: {_told(AKTIVITET, report)}",
    ]
    if report.left:
        lines.append(f"Kvar att göra: {report.left_told}")
    return "\n".join(lines) + "\n"


def _told(scale: Scale, report: Closing, *, forecast: bool = False) -> str:
    plan = report.plan
    counted = counts(scale, plan.uppdrag if scale is UPPDRAG else plan.aktiviteter)
    words = {each.value: each.short for each in (*scale.statuses, EJ_BEDOMD)}
    if forecast:
        words |= {each.value: each.foreseen.label.partition(" ")[2].capitalize() for each in scale.statuses}
    return " · ".join([str(sum(counted.values())), *(f"{words[value]} {n}" for value, n in counted.items() if n)])
