"""Small stacked bars in block characters: each status has a height of its own, so that colour is never needed."""

from __future__ import annotations

from data.counts import Counts
from data.shares import shared
from data.status import EJ_BEDOMD, UPPDRAG, Status
from tui.glyphs import Glyphs

STATUSES = (*UPPDRAG.statuses, EJ_BEDOMD)
"""What a bar is stacked of, from the left."""

_BLOCKS = dict(zip(STATUSES, "█▆▃░", strict=True))


def block(status: Status, glyphs: Glyphs) -> str:
    """Return the character that a status fills its part of a bar with; in ASCII the middle one of its sign."""
    return status.ascii[1] if glyphs.ascii else _BLOCKS[status]


def bar(counts: Counts, width: int) -> list[tuple[Status, int]]:
    """Return how many of `width` characters each status gets, most fairly; what there is any of gets one if it can.

    All are zero when there is nothing to count.
    """
    numbers = [counts[status.value] for status in STATUSES]
    return list(zip(STATUSES, shared(width, numbers), strict=True))
