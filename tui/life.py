"""The life of an item, of a plan, and the closed reports on it, as lines of a list. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from data.changes import AddItem, Change, RemoveItem, id_of
from data.history import CUT_OFF, Event, History
from data.plain_text import one_line
from data.plan import PLAN_ID, Item, Plan
from data.reports import Report
from data.wording import phrase


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list: something that happened, and the version of the plan that it led to."""

    commit: str
    """The id of the version."""
    when: datetime
    who: str
    """Free text."""
    event: Event | None = None
    report: Report | None = None
    """Which of the two it is."""

    @property
    def short(self) -> str:
        """The version's first seven digits, for a screen."""
        return self.commit[:7]


@dataclass(frozen=True, slots=True)
class Life:
    """All that is known of a plan's past, and the words for it."""

    plan: Plan
    """As it is now."""
    history: History
    reports: tuple[Report, ...]
    known: Mapping[str, Item]
    """Every item that is or has been in the plan, by id, as it was last."""

    def of_item(self, id: str) -> tuple[Entry, ...]:
        """Return what happened to an item, newest first."""
        return tuple(map(_of_event, self.history.life(id)))

    def of_plan(self) -> tuple[Entry, ...]:
        """Return all that happened to the plan, newest first."""
        return tuple(map(_of_event, self.history.events))

    def of_reports(self) -> tuple[Entry, ...]:
        """Return the closed reports, the latest first."""
        return tuple(Entry(report.commit, report.when, report.av, report=report) for report in self.reports)

    def owner(self, id: str) -> Item | Plan:
        """Return what an id names; the plan for one that nobody knows any more."""
        return self.known.get(id, self.plan) if id != PLAN_ID else self.plan

    def told(self, changes: Iterable[Change]) -> str:
        """Return the changes to one item in a few words."""
        return "; ".join(phrase(change, self.owner(id_of(change)), self.known) for change in changes)

    def summary(self, entry: Entry, *, of_item: bool) -> str:
        """Return what happened on one line; `of_item`: in the list of a single item, which need not be named."""
        if entry.report is not None:
            return one_line(entry.report.title)
        event = entry.event
        if event is None:
            return ""
        if event.cut:
            return CUT_OFF
        if event.fault is not None:
            return "filen gick inte att läsa"
        if of_item:
            return self.told(event.changes)
        prefix = f"{self.plan.forvaltning} {self.plan.ar}: "
        return one_line(event.subject.removeprefix(prefix))


def life_of(plan: Plan, history: History, reports: tuple[Report, ...]) -> Life:
    """Return the life of a plan that is now as given."""
    known: dict[str, Item] = {}
    for event in history.events:
        for change in event.changes:
            if isinstance(change, AddItem | RemoveItem):
                known.setdefault(change.item.id, change.item)
    return Life(plan, history, reports, {**known, **plan.items})


def _of_event(event: Event) -> Entry:
    return Entry(event.id, event.when, event.namn, event)
