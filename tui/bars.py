"""Small stacked bars in block characters: each status has a height of its own, so that colour is never needed."""

from __future__ import annotations

from data.counts import Counts
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
    total = sum(numbers)
    if not total or width <= 0:
        return [(status, 0) for status in STATUSES]
    shares = [number * width / total for number in numbers]
    least = width >= sum(1 for number in numbers if number)
    parts = [max(int(share), 1 if least and number else 0) for share, number in zip(shares, numbers, strict=True)]
    while sum(parts) < width:
        parts[max(range(len(parts)), key=lambda place: shares[place] - parts[place])] += 1
    while sum(parts) > width:
        longer = [place for place, part in enumerate(parts) if part > 1]
        parts[min(longer, key=lambda place: shares[place] - parts[place])] -= 1
    return list(zip(STATUSES, parts, strict=True))
