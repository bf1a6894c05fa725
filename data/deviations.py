"""What does not go as it should in a plan: "Avvikelser"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from data.plan import Aktivitet, Fokusomrade, Item, Plan, Uppdrag

_DEVIATING = {
    Uppdrag: ("delvis", "inte"),
    Aktivitet: ("foljer-delvis", "foljer-inte", "pausad"),
}


@dataclass(frozen=True, slots=True)
class Deviation:
    """An uppdrag or an aktivitet that deviates, and where it stands."""

    item: Uppdrag | Aktivitet
    uppdrag: Uppdrag
    """That of the aktivitet, or the item itself."""
    omrade: Fokusomrade

    @property
    def ansvarig(self) -> str | None:
        """Who answers for it; for an aktivitet that nobody does, who answers for its uppdrag."""
        return self.item.ansvarig or self.uppdrag.ansvarig


def deviates(item: Item) -> bool:
    """Tell whether an uppdrag's or an aktivitet's status calls for attention; other items never do."""
    return isinstance(item, Uppdrag | Aktivitet) and item.status in _DEVIATING[type(item)]


def deviations(plan: Plan) -> Iterator[Deviation]:
    """Give what deviates, in the order of the file: an uppdrag before its aktiviteter."""
    for omrade in plan.fokusomraden:
        for uppdrag in omrade.uppdrag:
            items: tuple[Uppdrag | Aktivitet, ...] = (uppdrag, *uppdrag.aktiviteter)
            yield from (Deviation(item, uppdrag, omrade) for item in items if deviates(item))
