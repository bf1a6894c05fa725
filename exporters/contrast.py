"""Which text can be read on a ground, by the contrast that WCAG 2 defines."""

from __future__ import annotations

DARK, LIGHT = "#1A1A1A", "#FFFFFF"
"""The two texts there are to choose from."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours as ``#RRGGBB``, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def text_on(ground: str) -> str:
    """Return the text that reads best on a ground; at least 4.5:1 on any."""
    return max(LIGHT, DARK, key=lambda text: contrast(text, ground))


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
