"""What items are called in tables where they do not stand below each other."""

from __future__ import annotations

from data.comparison import above
from data.plan import Aktivitet, Fokusomrade, Indikator, Item, Plan
from data.status import Status
from data.wording import named_kind, shortened
from exporters.document import Cell, Judged
from exporters.reports.cells import text
from exporters.reports.headings import sections

_SHORT = 60
"""Characters of an uppdrag's name before that of its aktivitet."""


class Naming:
    """The names of a plan's items."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._omraden = {omrade.id: heading.told for omrade, heading in sections(plan)}

    def omrade(self, item: Item) -> str:
        """Return the heading of the fokusområde that an item stands in, or is; empty for an indikator."""
        return self._omraden.get((*above(self._plan, item.id), item)[0].id, "")

    def name(self, item: Item) -> str:
        """Return an item's name: an aktivitet's after its uppdrag's, a fokusområde's with its number."""
        if isinstance(item, Aktivitet):
            return f"{shortened(above(self._plan, item.id)[-1].namn, _SHORT)} › {item.namn}"
        return self._omraden[item.id] if isinstance(item, Fokusomrade) else item.namn

    def placed(self, item: Item) -> tuple[Cell, Cell]:
        """Return an item's name and its fokusområde, in a cell each."""
        return (self.name(item),), text(self.omrade(item))

    def judged(self, item: Item) -> Cell:
        """Return an item's status and name as a cell; an indikator has no status."""
        status = status_of(item)
        return (self.name(item) if status is None else Judged(status, self.name(item)),)


def kind(item: Item) -> str:
    """Return what an item is: ``Uppdrag``."""
    return named_kind(type(item)).capitalize()


def status_of(item: Item) -> Status | None:
    """Return the status that somebody has given an item; None for an indikator, which has no such."""
    return None if isinstance(item, Indikator) or item.SCALE is None else item.SCALE.of(item.status)
