"""What is looked for among the items of all plans, and what that finds. Pure; `tui.finding` runs it in a thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from data.plan import Aktivitet, Fokusomrade, Item, Plan, Uppdrag
from data.search import Search, fold
from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG
from tui.rows import Kept, Key, found_rows, kept


@dataclass(frozen=True, slots=True)
class Since:
    """A point in time, and the plans as they were then."""

    label: str
    """In running text: ``Uppföljningsrapport 1 2025``, ``2025-03-01``."""
    plans: Mapping[str, Plan] = field(repr=False, compare=False)
    """By name; a plan that is not here has nothing to be compared with, and so no changes."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. An item must be found by the query and pass every part that asks for anything."""

    query: str = ""
    statuses: frozenset[str] = frozenset()
    """Values of both scales, and `EJ_BEDOMD`'s."""
    ansvariga: frozenset[str] = frozenset()
    """An aktivitet that names nobody is its uppdrag's."""
    fokusomraden: frozenset[str] = frozenset()
    """By name: the same fokusområde stands in many plans."""
    since: Since | None = None

    @property
    def searches(self) -> bool:
        """Whether the query has anything to look for."""
        return bool(fold(self.query).strip())

    @property
    def filters(self) -> bool:
        """Whether anything but the query asks for something."""
        return bool(self.statuses or self.ansvariga or self.fokusomraden or self.since)

    def __bool__(self) -> bool:
        return self.searches or self.filters

    def chips(self) -> list[str]:
        """Return the filter in words, a text for each part: ``delvis, inte``, ``ansvarig Trafik``."""
        told: list[str] = []
        if self.statuses:
            known = {status.value: status.short.lower() for status in STATUSES}
            told.append(", ".join(name for value, name in known.items() if value in self.statuses))
        if self.ansvariga:
            told.append(f"ansvarig {', '.join(sorted(self.ansvariga))}")
        if self.fokusomraden:
            told.append(f"fokusområde {', '.join(sorted(self.fokusomraden))}")
        if self.since:
            told.append(f"ändrat sedan {self.since.label}")
        return told


STATUSES = (*UPPDRAG.statuses, *AKTIVITET.statuses, EJ_BEDOMD)
"""All that an item's status can be."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found."""

    wanted: Wanted
    kept: Mapping[str, Kept]
    """By the plan's name, for the plans that have anything to show."""
    best: Key | None
    """Where to go: the best hit of a search, the first of a filter."""
    count: int

    def __contains__(self, key: object) -> bool:
        held = self.kept.get(key[0]) if isinstance(key, tuple) else None
        return held is not None and isinstance(key, tuple) and key[1] in held.hits


def found(
    plans: Mapping[str, Plan],
    wanted: Wanted,
    search: Search,
    stay: Key | None = None,
    go_on: Callable[[], bool] = lambda: True,
) -> Found | None:
    """Look for something among plans.

    `stay` is an item that is to show whether it is found or not: the one that the cursor is on. Asks `go_on`
    between plans, and returns None when it says no.
    """
    hits, best = _searched(plans, wanted, search) if wanted.searches else (None, [])
    held: dict[str, Kept] = {}
    for name, plan in plans.items():
        if not go_on():
            return None
        ids = None if hits is None else hits.get(name, set())
        if wanted.filters and ids != set():
            ids = {id for id in passing(plan, wanted) if ids is None or id in ids}
        more = (stay[1],) if stay is not None and stay[0] == name else ()
        one = kept(plan, ids or (), *more)
        if one.shown:
            rows = tuple(found_rows(plan, one, frozenset(), headed=len(plans) > 1))
            held[name] = replace(one, made=(plan, len(plans) > 1, rows))
    return Found(wanted, held, _goal(plans, held, best), sum(len(one.hits) for one in held.values()))


def _searched(plans: Mapping[str, Plan], wanted: Wanted, search: Search) -> tuple[dict[str, set[str]], list[Key]]:
    hits: dict[str, set[str]] = {}
    ranked = search.search(plans, wanted.query)
    for hit in ranked:
        hits.setdefault(hit.plan, set()).add(hit.id)
    return hits, [(hit.plan, hit.id) for hit in ranked]


def _goal(plans: Mapping[str, Plan], held: Mapping[str, Kept], ranked: Iterable[Key]) -> Key | None:
    for name, id in ranked:
        if name in held and id in held[name].hits:
            return name, id
    ordered = ((name, id) for name in held if held[name].hits for id in plans[name].items)
    return next(((name, id) for name, id in ordered if id in held[name].hits), None)


def passing(plan: Plan, wanted: Wanted) -> Iterator[str]:
    """Give the ids of the items that pass every part of a filter, in the order of the file."""
    touched = None if wanted.since is None else _touched(plan, wanted.since)
    statuses, ansvariga = wanted.statuses, wanted.ansvariga

    def passes(item: Fokusomrade | Uppdrag | Aktivitet, ansvarig: str | None) -> bool:
        return (
            (not statuses or (item.status or EJ_BEDOMD.value) in statuses)
            and (not ansvariga or ansvarig in ansvariga)
            and (touched is None or item.id in touched)
        )

    for omrade in plan.fokusomraden:
        if not wanted.fokusomraden or omrade.namn in wanted.fokusomraden:
            if passes(omrade, None):
                yield omrade.id
            for uppdrag in omrade.uppdrag:
                if passes(uppdrag, uppdrag.ansvarig):
                    yield uppdrag.id
                for aktivitet in uppdrag.aktiviteter:
                    if passes(aktivitet, aktivitet.ansvarig or uppdrag.ansvarig):
                        yield aktivitet.id
    if touched is not None and not (statuses or ansvariga or wanted.fokusomraden):
        yield from (indikator.id for indikator in plan.indikatorer if indikator.id in touched)


def _touched(plan: Plan, since: Since) -> frozenset[str]:
    from data.changes import diff, id_of

    then = since.plans.get(plan.name)
    if then is None or then is plan:
        return frozenset()
    return frozenset(id_of(change) for change in diff(then, plan))


@dataclass(frozen=True, slots=True)
class Choices:
    """What a filter can ask for among some plans."""

    ansvariga: tuple[str, ...]
    fokusomraden: tuple[str, ...]


def choices(plans: Iterable[Plan]) -> Choices:
    """Return all that are named as ansvariga, by name, and all fokusområden, as they first come."""
    ansvariga: set[str] = set()
    omraden: dict[str, None] = {}
    for plan in plans:
        for omrade in plan.fokusomraden:
            omraden[omrade.namn] = None
        items: Iterable[Item] = plan.items.values()
        ansvariga.update(item.ansvarig for item in items if isinstance(item, Uppdrag | Aktivitet) and item.ansvarig)
    return Choices(tuple(sorted(ansvariga, key=str.casefold)), tuple(omraden))
