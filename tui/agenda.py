"""What is left to do in each plan, kept while the plan is the same; where the next and the one before are."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from data.plan import PLAN_ID, Plan
from data.todo import Todo, todo
from tui.messages import Closed
from tui.rows import Key

if TYPE_CHECKING:
    from data.reports import Report


class Agenda:
    """What is left to do, and what was reported last."""

    def __init__(self) -> None:
        self.reports: tuple[Report, ...] = ()
        """The closed reports, the latest first."""
        self._reported: Mapping[str, Plan] = {}
        self._made: dict[str, tuple[Plan, Plan | None, tuple[Todo, ...]]] = {}

    def closed(self, closed: Closed) -> None:
        """Take in what was reported."""
        self.reports, self._reported = closed.reports, closed.plans

    def last(self, name: str) -> str:
        """Return the title of the last report on a plan; empty when there is none."""
        return next((report.title for report in self.reports if report.plan == name), "")

    def of(self, plan: Plan) -> tuple[Todo, ...]:
        """Return what is left to do in a plan, in the order of the file."""
        reported = self._reported.get(plan.name)
        made = self._made.get(plan.name)
        if made is None or made[0] is not plan or made[1] is not reported:
            made = self._made[plan.name] = (plan, reported, todo(plan, reported))
        return made[2]

    def nearest(
        self, plans: Mapping[str, Plan], start: Key, way: int, among: Container[Key] | None = None
    ) -> tuple[Key, bool] | None:
        """Return the next item with something to do, or with `way` -1 the one before.

        Also tells whether the search went past the end and began anew. `among`: only these are looked at. None when
        nothing is left.
        """
        names = list(plans)[::way]
        first = names.index(start[0]) if start[0] in plans else 0
        rounds = chain(
            ((key, False) for key in self._beyond(plans, start, way) if start[0] in plans),
            (
                (key, at >= len(names) - first)
                for at, name in enumerate((*names[first + 1 :], *names[: first + 1]), 1)
                for key in self._keys(plans[name], way)
            ),
        )
        return next((found for found in rounds if among is None or found[0] in among), None)

    def _keys(self, plan: Plan, way: int) -> Iterator[Key]:
        return ((plan.name, one.id) for one in self.of(plan)[::way])

    def _beyond(self, plans: Mapping[str, Plan], start: Key, way: int) -> Iterator[Key]:
        """Give what is left in the plan that one is in, from where one is."""
        name, id = start
        plan = plans.get(name)
        if plan is None:
            return
        places = {PLAN_ID: -1, **{each: place for place, each in enumerate(plan.items)}}
        here = places.get(id, -1)
        for key in self._keys(plan, way):
            if (places[key[1]] - here) * way > 0:
                yield key
