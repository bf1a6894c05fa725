"""How well a colour is seen on a ground, as WCAG 2.1 measures it; a colour changed just enough to be seen."""

from __future__ import annotations

from collections.abc import Iterable

TEXT = 4.5
"""What text needs against its background (WCAG 1.4.3)."""

SHAPE = 3.0
"""What a coloured shape needs against its background (WCAG 1.4.11)."""

RGB = tuple[int, ...]
"""Red, green and blue, from 0 to 255."""

_STEPS = 20


def rgb(colour: str) -> RGB:
    """Return a colour of the form ``#RRGGBB`` as its three parts."""
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def contrast(one: RGB, other: RGB) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def legible(colour: str, grounds: Iterable[RGB], least: float) -> str:
    """Return the colour, as ``#rrggbb``, just so much lighter or darker that all grounds show it.

    StopIteration when no lightness has it, as more than 4.5 against both black and white.
    """
    held, parts = tuple(grounds), rgb(colour)
    mixed = (
        tuple(round(part + (goal - part) * step / _STEPS) for part in parts)
        for step in range(_STEPS + 1)
        for goal in (255, 0)
    )
    seen = next(one for one in mixed if all(contrast(one, ground) >= least for ground in held))
    return f"#{bytes(seen).hex()}"


def text_on(ground: str) -> str:
    """Return the text that reads best on a ground, black or white; at least 4.5:1 on any."""
    return max("#FFFFFF", "#000000", key=lambda text: contrast(rgb(text), rgb(ground)))


def _luminance(parts: RGB) -> float:
    linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
