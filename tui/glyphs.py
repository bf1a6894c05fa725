"""The characters and colours that the screen draws with: Unicode or ASCII, on dark or on light."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from data import contrast
from data.counts import counts
from data.numerals import decimal
from data.plain_text import one_line
from data.plan import Fokusomrade, Indikator, Item
from data.status import EJ_BEDOMD, UPPDRAG, Status

if TYPE_CHECKING:
    from textual.app import App

_BLACK, _WHITE = (0, 0, 0), (255, 255, 255)


class Ground(Enum):
    """What the app draws on; the value is the worst there is of it, for a colour to be seen against."""

    DARK = ((0x33, 0x33, 0x33),)
    LIGHT = ((0xD0, 0xD0, 0xD0),)
    UNKNOWN = (_BLACK, _WHITE)
    """The terminal's own ground, which may be either."""


def ground(app: App[Any]) -> Ground:
    """Return what the app draws on in the theme that it wears."""
    if app.native_ansi_color:
        return Ground.UNKNOWN
    return Ground.DARK if app.current_theme.dark else Ground.LIGHT


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
    def draft(self) -> str:
        """The mark of something written that is not saved; in every typeface."""
        return "#" if self.ascii else "¶"

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


def measure(value: Decimal | int | str | None, unit: str | None) -> str:
    """Return a figure, or a text as it is, with its unit, as it is written in Swedish; empty when there is none."""
    if value is None:
        return ""
    return one_line(f"{value if isinstance(value, str) else decimal(value)} {unit or ''}")


def tally(omraden: Iterable[Fokusomrade]) -> list[tuple[Status, int]]:
    """Return how many uppdrag have each status, in the order of the legend and unjudged last."""
    counted = counts(UPPDRAG, (uppdrag for omrade in omraden for uppdrag in omrade.uppdrag))
    return [(status, counted[status.value]) for status in (*UPPDRAG.statuses, EJ_BEDOMD)]


@lru_cache(maxsize=64)
def legible(colour: str, ground: Ground) -> str:
    """Return the colour, as ``#rrggbb``, made as little lighter or darker as lets a shape in it be seen."""
    return contrast.legible(colour, ground.value, contrast.SHAPE)
