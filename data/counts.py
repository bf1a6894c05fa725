"""How many items have each status: told beside a verdict, never made into one."""

from __future__ import annotations

from collections.abc import Iterable

from data.plan import Aktivitet, Fokusomrade, Uppdrag
from data.status import EJ_BEDOMD, Scale

Counts = dict[str, int]
"""How many items by status value: the whole scale in its order, then `EJ_BEDOMD`, zeros included."""


def counts(scale: Scale, items: Iterable[Fokusomrade | Uppdrag | Aktivitet]) -> Counts:
    """Count items of one scale by their status."""
    counted = dict.fromkeys((*scale.values, EJ_BEDOMD.value), 0)
    for item in items:
        counted[item.status or EJ_BEDOMD.value] += 1
    return counted
