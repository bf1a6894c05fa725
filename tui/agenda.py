"""What is left to do in each plan, kept while the plan is the same; where the next and the one before are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from data.plan import PLAN_ID, Plan
from data.todo import Reason, Todo, todo
from tui.messages import Closed
from tui.rows import Key

if TYPE_CHECKING:
    from data.reports import Report

_FINAL = "arsredovisning"
"""The report after which nothing is left to do in a plan."""


@dataclass(frozen=True, slots=True)
class Left:
    """What is left to do in one plan."""

    plan: Plan
    todos: tuple[Todo, ...]
    """In the order of the file."""
    counts: Mapping[Reason, int]
    """How many items there are for each reason."""
    report: str
    """The title of the last closed report; empty when there is none."""
    reported: Plan | None
    """The plan as it was then."""


class Agenda:
    """What is left to do, and what was reported last."""

    def __init__(self) -> None:
        self.reports: tuple[Report, ...] = ()
        """The closed reports, the latest first."""
        self._closed = Closed((), {})
        self._last: dict[str, Report] = {}
        self._left: dict[str, Left] = {}

    def closed(self, closed: Closed) -> None:
        """Take in what was reported."""
        self.reports, self._closed = closed.reports, closed
        self._last = {report.plan: report for report in reversed(closed.reports)}

    def knows(self, plan: Plan) -> bool:
        """Tell whether it is worked out already what is left to do in a plan."""
        left = self._left.get(plan.name)
        return left is not None and self._holds(left, plan)

    def _holds(self, left: Left, plan: Plan) -> bool:
        title, reported = self._reported(plan)
        return left.plan is plan and left.reported is reported and left.report == title

    def left(self, plan: Plan) -> Left:
        """Return what is left to do in a plan; nothing when its last report is closed. Any thread may ask."""
        left = self._left.get(plan.name)
        if left is None or not self._holds(left, plan):
            last = self._last.get(plan.name)
            title, reported = self._reported(plan)
            todos = () if last is not None and last.namn == _FINAL else todo(plan, reported)
            counts = Counter(reason for each in todos for reason in each.reasons)
            left = self._left[plan.name] = Left(plan, todos, counts, title, reported)
        return left

    def _reported(self, plan: Plan) -> tuple[str, Plan | None]:
        """Return the title of the last closed report, and the plan as it was then."""
        last = self._last.get(plan.name)
        return last.title if last else "", self._closed.plans.get(plan.name)

    def nearest(
        self, plans: Mapping[str, Plan], start: Key, way: int, among: Container[Key] | None = None
    ) -> tuple[Key, bool] | None:
        """Return the next item with something to do, or with `way` -1 the one before, round the ends.

        Also tells whether it lies past an end. `among`: only these items are looked at. None when nothing is left.
        """
        names = list(plans)[::way]
        here = names.index(start[0]) if start[0] in plans else 0
        places = {PLAN_ID: -1, **_places(plans.get(start[0]))}
        at = places.get(start[1], -1)

        def in_plan(name: str, *, beyond: bool | None, past_end: bool) -> Iterator[tuple[Key, bool]]:
            for one in self.left(plans[name]).todos[::way]:
                if beyond is None or beyond is ((places[one.id] - at) * way > 0):
                    yield (name, one.id), past_end

        rounds = chain(
            in_plan(start[0], beyond=True, past_end=False) if start[0] in plans else (),
            *(in_plan(name, beyond=None, past_end=False) for name in names[here + 1 :]),
            *(in_plan(name, beyond=None, past_end=True) for name in names[:here]),
            in_plan(start[0], beyond=False, past_end=True) if start[0] in plans else (),
        )
        return next((found for found in rounds if among is None or found[0] in among), None)


def _places(plan: Plan | None) -> dict[str, int]:
    return {id: place for place, id in enumerate(plan.items)} if plan else {}
