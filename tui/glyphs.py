"""The characters and colours that the screen draws with: Unicode or ASCII, on dark or on light."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from data.counts import counts
from data.plain_text import one_line
from data.plan import Fokusomrade, Indikator, Item
from data.status import EJ_BEDOMD, UPPDRAG, Status

CONTRAST = 3.0
"""What a coloured shape needs against its background (WCAG 1.4.11)."""

_DARKEST_LIGHT, _LIGHTEST_DARK = (0xD0, 0xD0, 0xD0), (0x33, 0x33, 0x33)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """How things are drawn, for one kind of terminal."""

    ascii: bool = False
    """Whether only ASCII may be used for what the app itself draws."""

    def sign(self, status: Status) -> str:
        """Return the status as a sign."""
        return status.ascii if self.ascii else status.sign

    def arrow(self, is_open: bool | None) -> str:
        """Return the mark of a row that is open, closed, or has nothing below it."""
        if is_open is None:
            return " "
        opened, closed = ("v", ">") if self.ascii else ("▾", "▸")
        return opened if is_open else closed

    @property
    def ellipsis(self) -> str:
        """What stands for the part of a text that does not fit."""
        return "~" if self.ascii else "…"

    @property
    def dot(self) -> str:
        """What stands between two short facts."""
        return "-" if self.ascii else "·"

    @property
    def news(self) -> str:
        """The mark of what others have changed and the user has not seen."""
        return ">>" if self.ascii else "»"

    @property
    def cross(self) -> str:
        """The mark of what cannot be used."""
        return "X" if self.ascii else "✗"


def status_of(item: Item) -> Status | None:
    """Return an item's status; None for what is never judged."""
    return None if isinstance(item, Indikator) else (item.SCALE or UPPDRAG).of(item.status)


def heading(item: Item) -> str:
    """Return an item's name, with the number of a numbered fokusområde before it."""
    if isinstance(item, Fokusomrade) and item.id.replace(".", "").isdigit():
        return f"{item.id} {item.namn}"
    return item.namn


def measure(value: object, unit: str | None) -> str:
    """Return a figure with its unit, as it is written in Swedish; empty when there is none."""
    return "" if value is None else one_line(f"{value} {unit or ''}").replace(".", ",")


def tally(omraden: Iterable[Fokusomrade]) -> list[tuple[Status, int]]:
    """Return how many uppdrag have each status, in the order of the legend and unjudged last."""
    counted = counts(UPPDRAG, (uppdrag for omrade in omraden for uppdrag in omrade.uppdrag))
    return [(status, counted[status.value]) for status in (*UPPDRAG.statuses, EJ_BEDOMD)]


@lru_cache(maxsize=64)
def legible(colour: str, dark: bool) -> str:
    """Return the colour, as ``#rrggbb``, made lighter or darker until a shape in it is seen on the theme."""
    rgb = tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))
    ground, goal = (_LIGHTEST_DARK, 255) if dark else (_DARKEST_LIGHT, 0)
    for step in range(21):
        mixed = tuple(round(part + (goal - part) * step / 20) for part in rgb)
        if contrast(mixed, ground) >= CONTRAST:
            break
    return "#" + "".join(f"{part:02x}" for part in mixed)


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Return the contrast ratio of two colours as WCAG defines it, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(rgb: tuple[int, ...]) -> float:
    linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
