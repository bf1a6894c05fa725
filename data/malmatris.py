"""Mål by nämnd: who answers for each mål that was decided, which uppdrag serve it, and where there are none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from data.mal import Mal, MalOchBudget, MalOmrade
from data.plan import Plan, Uppdrag
from data.region import Region

NO_NAMND = ""
"""Stands for the nämnd of förvaltningar that `region.toml` names none for."""


@dataclass(frozen=True, slots=True)
class Square:
    """One mål with one nämnd."""

    namnd: str
    """The nämnd's code; what `Mål och budget` says as it stands there, where the region knows no such nämnd."""
    assigned: bool
    """Whether the nämnd answers for the mål."""
    planned: bool
    """Whether any plan of the nämnd's is at hand: without one, nobody knows what uppdrag it has."""
    uppdrag: tuple[Uppdrag, ...]
    """Those of the nämnd's that serve the mål, each once."""

    @property
    def lacking(self) -> bool:
        """Whether the nämnd answers for the mål, and no uppdrag that is at hand serves it."""
        return self.assigned and not self.uppdrag

    @property
    def missing(self) -> bool:
        """Whether it lacks an uppdrag for certain: its plans are at hand."""
        return self.lacking and self.planned


@dataclass(frozen=True, slots=True)
class Row:
    """One mål."""

    omrade: MalOmrade
    mal: Mal
    squares: tuple[Square, ...]
    """One for each nämnd of the matrix."""

    @property
    def uppdrag(self) -> tuple[Uppdrag, ...]:
        """All that serve the mål, whosever they are."""
        return tuple(uppdrag for square in self.squares for uppdrag in square.uppdrag)


@dataclass(frozen=True, slots=True)
class Serving:
    """The uppdrag of one plan by what they serve: each in just one of the three."""

    plan: Plan
    decided: tuple[Uppdrag, ...]
    """Serve at least one mål that was decided."""
    unknown: tuple[Uppdrag, ...]
    """Serve only mål that were not decided."""
    none: tuple[Uppdrag, ...]
    """Serve no mål at all."""


@dataclass(frozen=True, slots=True)
class Malmatris:
    """All mål of a year with all nämnder that answer for one, or have an uppdrag that serves one."""

    decided: MalOchBudget
    namnder: tuple[str, ...]
    """In the region's order; those it does not know come last."""
    rows: tuple[Row, ...]
    plans: tuple[Serving, ...]


def malmatris(decided: MalOchBudget, region: Region | None, plans: Iterable[Plan]) -> Malmatris:
    """Return the matrix of what was decided for a year; plans of other years are left aside."""
    found = [plan for plan in plans if plan.ar == decided.ar]
    owners = {plan.name: namnd_of(plan, region) for plan in found}
    known = {mal.id for mal in decided.mal}
    answering = {mal.id: answers_for(mal, region, decided.ar) for mal in decided.mal}
    found_by = _by_square(found, owners)
    named = [*(namnd for namnder in answering.values() for namnd in namnder)]
    named += [namnd for (mal, namnd) in found_by if mal in known]
    namnder = _ordered(named, region)
    planned = set(owners.values())
    rows = tuple(
        Row(
            omrade,
            mal,
            tuple(
                Square(
                    namnd, namnd in answering[mal.id], namnd in planned, tuple(found_by.get((mal.id, namnd), ()))
                )
                for namnd in namnder
            ),
        )
        for omrade in decided.fokusomraden
        for mal in omrade.mal
    )
    return Malmatris(decided, namnder, rows, tuple(_served(plan, known) for plan in found))


def answers_for(mal: Mal, region: Region | None, ar: int) -> tuple[str, ...]:
    """Return the codes of the nämnder that answer for a mål in a year, groups resolved, each once.

    A name that the region knows neither as a nämnd nor as a group stays as it is.
    """
    found: dict[str, None] = {}
    for name in mal.namnder:
        grupp = region.grupp(name, ar) if region and region.namnd(name) is None else None
        found |= dict.fromkeys(grupp.namnder if grupp else (name,))
    return tuple(found)


def serving(
    region: Region | None, plans: Iterable[Plan], mal: str, namnd: str | None
) -> Iterator[tuple[Plan, Uppdrag]]:
    """Give the uppdrag of some plans that serve a mål, by its id: those of a nämnd, or all where it is None."""
    for plan in plans:
        if namnd in (None, namnd_of(plan, region)):
            yield from ((plan, uppdrag) for uppdrag in plan.uppdrag if mal in uppdrag.mal)


def namnd_of(plan: Plan, region: Region | None) -> str:
    """Return the code of the nämnd whose plan it is; `NO_NAMND` where `region.toml` names none."""
    forvaltning = region.forvaltning(plan.forvaltning) if region else None
    return (forvaltning and forvaltning.namnd) or NO_NAMND


def _by_square(plans: Iterable[Plan], owners: Mapping[str, str]) -> dict[tuple[str, str], list[Uppdrag]]:
    """Return the uppdrag by mål and nämnd."""
    found: dict[tuple[str, str], list[Uppdrag]] = {}
    for plan in plans:
        for uppdrag in plan.uppdrag:
            for mal in dict.fromkeys(uppdrag.mal):
                found.setdefault((mal, owners[plan.name]), []).append(uppdrag)
    return found


def _ordered(namnder: Iterable[str], region: Region | None) -> tuple[str, ...]:
    found = dict.fromkeys(namnder)
    known = [namnd.kod for namnd in region.namnder if namnd.kod in found] if region else []
    return tuple(dict.fromkeys((*known, *(namnd for namnd in found if namnd), *found)))


def _served(plan: Plan, known: set[str]) -> Serving:
    sorts: tuple[list[Uppdrag], list[Uppdrag], list[Uppdrag]] = ([], [], [])
    for uppdrag in plan.uppdrag:
        sorts[0 if known.intersection(uppdrag.mal) else 1 if uppdrag.mal else 2].append(uppdrag)
    return Serving(plan, *map(tuple, sorts))
