"""How many items have each status: told beside a verdict, never made into one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.plan import Aktivitet, Fokusomrade, Uppdrag
from data.status import EJ_BEDOMD, UPPDRAG, Scale

Counts = dict[str, int]
"""How many items by status value: the whole scale in its order, then `EJ_BEDOMD`, zeros included."""


def counts(scale: Scale, items: Iterable[Fokusomrade | Uppdrag | Aktivitet]) -> Counts:
    """Count items of one scale by their status."""
    counted = dict.fromkeys((*scale.values, EJ_BEDOMD.value), 0)
    for item in items:
        counted[item.status or EJ_BEDOMD.value] += 1
    return counted


@dataclass(frozen=True, slots=True)
class Parted:
    """Uppdrag counted by status: those that förvaltningar share apart from the own, each in just one of the two."""

    shared: Counts
    own: Counts

    @property
    def all(self) -> Counts:
        """Both together."""
        return {value: number + self.own[value] for value, number in self.shared.items()}

    def __add__(self, other: Parted) -> Parted:
        """Return the sum of two."""
        shared, own = (
            {value: number + more[value] for value, number in some.items()}
            for some, more in ((self.shared, other.shared), (self.own, other.own))
        )
        return Parted(shared, own)


def parted(uppdrag: Iterable[Uppdrag]) -> Parted:
    """Count uppdrag by status, regiongemensamma and own apart."""
    sorts: tuple[list[Uppdrag], list[Uppdrag]] = ([], [])
    for one in uppdrag:
        sorts[not one.regiongemensamt].append(one)
    shared, own = (counts(UPPDRAG, sort) for sort in sorts)
    return Parted(shared, own)
