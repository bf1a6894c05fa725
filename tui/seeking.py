"""Finds what is looked for among all plans. Pure; `tui.finding` runs it in a thread.

What was found in each plan is kept, so that after a change only the plans that have changed are looked through.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import NamedTuple

from data.plan import Plan
from data.search import Scores, Search
from tui.filtering import Wanted, passing
from tui.outline import Kept, kept, untouched_rows
from tui.rows import Key


@dataclass(frozen=True, slots=True)
class Found:
    """What was found."""

    wanted: Wanted
    kept: Mapping[str, Kept]
    """By the plan's name, for the plans that have anything to show."""
    best: Key | None
    """Where to go: the best hit of a search, the first of a filter; None when the cursor is to stay."""
    count: int

    def __contains__(self, key: object) -> bool:
        held = self.kept.get(key[0]) if isinstance(key, tuple) else None
        return held is not None and isinstance(key, tuple) and key[1] in held.hits


class _Looked(NamedTuple):
    """What was looked for in one plan, and what that found; the same is found again as long as this is the same."""

    plan: Plan
    hits: Scores | None
    """What a search found in it; None when nothing is searched."""
    stay: str | None
    """What shows there whether it is found or not."""
    headed: bool
    kept: Kept | None = None
    """None when nothing there shows."""

    def same(self, other: _Looked) -> bool:
        """Tell whether it was the same that was looked for, in the same plan."""
        return self.plan is other.plan and self.hits is other.hits and self[2:4] == other[2:4]


class Seeker:
    """Looks through plans, and remembers how it went."""

    def __init__(self) -> None:
        self._search = Search()
        self._wanted = Wanted()
        self._looked: Mapping[str, _Looked] = {}

    def prepare(self, plans: Mapping[str, Plan]) -> None:
        """Get ready to search these plans."""
        self._search.prepare(plans)

    def find(
        self,
        plans: Mapping[str, Plan],
        wanted: Wanted,
        stay: Key | None = None,
        go_on: Callable[[], bool] = lambda: True,
    ) -> Found | None:
        """Look for something.

        `stay` is an item that is to show whether it is found or not: the one that the cursor is on. Asks `go_on`
        between plans, and returns None when it says no.
        """
        hits = self._search.search(plans, wanted.query, go_on) if wanted.searches else None
        if wanted.searches and hits is None:
            return None
        known = self._looked if wanted is self._wanted else {}
        looked: dict[str, _Looked] = {}
        for name, plan in plans.items():
            if not go_on():
                return None
            stays = stay[1] if stay is not None and stay[0] == name else None
            one = _Looked(plan, None if hits is None else hits[name], stays, len(plans) > 1)
            last = known.get(name)
            looked[name] = last if last is not None and last.same(one) else _look(one, wanted)
        self._wanted, self._looked = wanted, looked
        held = {name: one.kept for name, one in looked.items() if one.kept is not None}
        best = None if stay is not None else _goal(plans, held, hits)
        return Found(wanted, held, best, sum(len(one.hits) for one in held.values()))


def _look(asked: _Looked, wanted: Wanted) -> _Looked:
    plan, hits, stay, headed, _ = asked
    ids: Collection[str] = hits or ()
    if wanted.filters and (hits is None or hits):
        ids = [id for id in passing(plan, wanted) if hits is None or id in hits]
    if not ids and stay is None:
        return asked
    one = kept(plan, ids, *(() if stay is None else (stay,)))
    if not one.shown:
        return asked
    rows = untouched_rows(plan, one, headed=headed)
    return asked._replace(kept=replace(one, made=(plan, headed, rows)))


def _goal(plans: Mapping[str, Plan], held: Mapping[str, Kept], hits: Mapping[str, Scores] | None) -> Key | None:
    """Return the best hit that passes the filter, the first of those that are as good as each other."""
    if hits is None:
        first = ((name, item.id) for name in held for item in plans[name].all_items if item.id in held[name].hits)
        return next(first, None)
    passed = ((score, name, id) for name in held for id, score in hits[name].items() if id in held[name].hits)
    best = max(passed, key=itemgetter(0), default=None)
    return None if best is None else best[1:]
