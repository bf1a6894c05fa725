"""Which status a colour stands for: a traffic light's, by its hue."""

from __future__ import annotations

import re
from colorsys import rgb_to_hsv

from data.status import Scale, Status

_HEX = re.compile(r"#[0-9A-Fa-f]{6}\Z")
_HUES = ((18, "röd"), (70, "gul"), (185, "grön"), (260, "blå"), (335, None), (361, "röd"))
"""Where each colour ends, in degrees; violet is none."""
_PALE, _GREY_FROM, _GREY_TO = 0.12, 0.2, 0.85
_NAMES = {
    "grön": ("grön", "green"),
    "gul": ("gul", "orange", "yellow", "amber"),
    "röd": ("röd", "rött", "red"),
    "blå": ("blå", "blue"),
    "grå": ("grå", "grey", "gray"),
}
_DISCS = {"🟢": "grön", "🟡": "gul", "🟠": "gul", "🔴": "röd", "🔵": "blå"}


def colour_named(text: str) -> str | None:
    """Return the colour that a text tells, as ``grön``: a ``#RRGGBB``, or words such as “Grön cirkel”."""
    if _HEX.match(text):
        return _of_hex(text)
    words = re.findall(r"\w+", text.casefold())
    found = [name for name, forms in _NAMES.items() if any(word.startswith(forms) for word in words)]
    found += [name for disc, name in _DISCS.items() if disc in text]
    return found[0] if len(set(found)) == 1 else None


def disc(text: str) -> str:
    """Return the coloured disc that a text begins with, or nothing."""
    return next((sign for sign in _DISCS if text.startswith(sign)), "")


def statuses_of(colour: str, scale: Scale) -> tuple[Status, ...]:
    """Return the statuses of a scale that have a colour."""
    return tuple(status for status in scale.statuses if status.colour and _of_hex(status.colour) == colour)


def _of_hex(colour: str) -> str | None:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    hue, saturation, value = rgb_to_hsv(red, green, blue)
    if saturation < _PALE or value < _GREY_FROM:
        return "grå" if _GREY_FROM <= value < _GREY_TO else None
    return next(name for end, name in _HUES if hue * 360 < end)
