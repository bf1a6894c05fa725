"""A status as it is given, to one row or to many, and once more."""

from __future__ import annotations

from dataclasses import dataclass

from data.plan import Item
from data.status import EJ_BEDOMD, Scale
from data.wording import status_words


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a row is given."""

    scale: Scale | None
    """The scale that the status is a step of; None when it is taken away, which suits every scale."""
    value: str | None
    """As in TOML; None: not judged."""

    def fits(self, item: Item) -> bool:
        """Tell whether an item can have it."""
        return item.SCALE is not None and (self.scale is None or item.SCALE is self.scale)

    @property
    def told(self) -> str:
        """The status in running text: ``uppfylls delvis``, ``ej bedömd``."""
        return status_words(self.scale.of(self.value) if self.scale else EJ_BEDOMD)
