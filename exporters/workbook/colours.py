"""The colours of statuses on white: a shade that text can have, and a tint that text can stand on."""

from __future__ import annotations

from functools import cache

from data.contrast import TEXT, legible, rgb
from data.status import Status

_WHITE = (255, 255, 255)
_TINT = 0.25
INK = "#1F1F1F"
"""Text on a tint."""
LINE = "#BFC7CE"
"""The lines around cells."""


@cache
def shade(status: Status) -> str | None:
    """Return the colour of a status, ``RRGGBB``, just so dark that text of it is read on white; None for none."""
    return None if status.colour is None else legible(status.colour, [_WHITE], TEXT)[1:].upper()


@cache
def tint(status: Status) -> str | None:
    """Return the colour of a status, ``#RRGGBB``, so light that any dark text is read on it; None for none."""
    if status.colour is None:
        return None
    return "#" + "".join(f"{round(255 - (255 - part) * _TINT):02X}" for part in rgb(status.colour))
