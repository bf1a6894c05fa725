"""A length shared out by numbers: the parts of a bar in characters."""

from __future__ import annotations

from collections.abc import Sequence


def shared(width: int, numbers: Sequence[int]) -> list[int]:
    """Return how much of `width` each number gets, most fairly; what there is any of gets one if it can.

    All are zero when there is nothing to share.
    """
    total = sum(numbers)
    if not total or width <= 0:
        return [0] * len(numbers)
    shares = [number * width / total for number in numbers]
    least = width >= sum(1 for number in numbers if number)
    parts = [max(int(share), 1 if least and number else 0) for share, number in zip(shares, numbers, strict=True)]
    while sum(parts) < width:
        parts[max(range(len(parts)), key=lambda place: shares[place] - parts[place])] += 1
    while sum(parts) > width:
        longer = [place for place, part in enumerate(parts) if part > 1]
        parts[min(longer, key=lambda place: shares[place] - parts[place])] -= 1
    return parts
