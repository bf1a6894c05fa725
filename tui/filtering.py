"""What is looked for among the items of all plans: a search, a filter. Pure; `tui.seeking` finds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from data.folding import fold
from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag
from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG


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
    from data.changes import id_of
    from data.difference import diff

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
        items = (item for item in plan.all_items if isinstance(item, Uppdrag | Aktivitet))
        ansvariga.update(item.ansvarig for item in items if item.ansvarig)
    return Choices(tuple(sorted(ansvariga, key=str.casefold)), tuple(omraden))
