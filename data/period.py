"""What is reported on: one of the year's reports. The second is a forecast for the whole year, and says so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.dates import MONTHS

_TITLES = {"ur1": "Uppföljningsrapport 1", "ur2": "Uppföljningsrapport 2", "arsredovisning": "Årsredovisning"}
_MONTHS_TOLD = {"ur1": 4, "ur2": 8, "arsredovisning": 12}
"""The last month that each report is about."""
_MONTH = re.compile(r"m(0[1-9]|1[0-2])")
_CORRECTION = re.compile(r"(.+)-rattelse-([1-9][0-9]*)")

WHOLE_YEAR = "arsredovisning"
"""The name of the report on a whole year."""

ALL = (*reversed(_TITLES), *(f"m{month:02}" for month in range(1, 13)))
"""Every name that a period may have, the whole year first."""

NAMES = "ur1, ur2, arsredovisning eller m01–m12"
"""What a period may be called, for who has to choose."""


@dataclass(frozen=True, slots=True)
class Period:
    """One report of a year."""

    ar: int
    namn: str = WHOLE_YEAR
    """``ur1``, ``ur2``, ``arsredovisning`` or a month, ``m03``; a tag by hand may say something else.

    One that was closed again is ``ur1-rattelse-1``.
    """

    @property
    def base(self) -> str:
        """The name without what says that it was closed again."""
        found = _CORRECTION.fullmatch(self.namn)
        return found[1] if found else self.namn

    @property
    def title(self) -> str:
        """What the report is called: ``Uppföljningsrapport 1 2025``, ``Månadsrapport mars 2025``."""
        month = _MONTH.fullmatch(self.base)
        told = f"Månadsrapport {MONTHS[int(month[1]) - 1]}" if month else _TITLES.get(self.base, self.base)
        found = _CORRECTION.fullmatch(self.namn)
        return f"{told} {self.ar}" + (f", rättelse {found[2]}" if found else "")

    @property
    def place(self) -> tuple[int, bool, str]:
        """Where in the year it comes, by the last month that it is about; those that nobody knows come last."""
        month = _MONTH.fullmatch(self.base)
        last = int(month[1]) if month else _MONTHS_TOLD.get(self.base, len(MONTHS) + 1)
        return last, month is None, self.base

    @property
    def known(self) -> bool:
        """Whether the calendar has a report of this name."""
        return self.namn in _TITLES or _MONTH.fullmatch(self.namn) is not None

    def corrected(self, number: int) -> Period:
        """Return the same report, closed again for the so manieth time."""
        return Period(self.ar, f"{self.base}-rattelse-{number}")

    @property
    def forecast(self) -> bool:
        """Whether judgements say what is expected of the whole year: uppdrag "bedöms uppfyllas"."""
        return self.base == "ur2"
