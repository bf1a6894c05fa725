"""An indikator's outcomes over time: the earlier ones and the last, as a small line, and what has come of them.

Whether a rise is good is told by the direction alone; where there is none, nobody says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from data.numerals import decimal
from data.plan import Indikator
from data.schema import MEASUREMENT

LEVELS = "▁▂▃▄▅▆▇█"
"""What a line is drawn with, the lowest first."""

ASCII_LEVELS = "_.-'"
"""The same in ASCII."""

LAST = "utfall"
"""When the last outcome is of: the plan's own period."""

_DATED = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_END = "99"
"""After every month and day: an outcome of a whole year comes last in it."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One outcome."""

    when: str
    """As it was written, or `LAST`."""
    value: Decimal

    @property
    def told(self) -> str:
        """Both: ``2019-04: 2,9``."""
        return f"{self.when}: {decimal(self.value)}"


def measured(indikator: Indikator) -> tuple[Measured, ...]:
    """Return all outcomes: the earlier by date where all are dated, else as they stand; `utfall` last."""
    found = [match for told in indikator.matningar if (match := MEASUREMENT.fullmatch(told))]
    dated = [_DATED.fullmatch(match["when"]) for match in found]
    if all(dated):
        found.sort(key=lambda match: _place(match["when"]))
    earlier = (Measured(match["when"], _value(match["value"])) for match in found)
    last = () if indikator.utfall is None else (Measured(LAST, Decimal(indikator.utfall)),)
    return (*earlier, *last)


def _place(when: str) -> tuple[str, ...]:
    year, *rest = when.split("-")
    return year, *rest, *[_END] * (2 - len(rest))


def _value(written: str) -> Decimal:
    return Decimal(written.replace("−", "-").replace(",", "."))


def line(found: Sequence[Measured], levels: str = LEVELS) -> str:
    """Return a character for each outcome, as high as it is among the others; empty where there are not two."""
    if len(found) < 2:
        return ""
    values = [one.value for one in found]
    least, most = min(values), max(values)
    if least == most:
        return levels[(len(levels) - 1) // 2] * len(values)
    top = len(levels) - 1
    return "".join(levels[int((value - least) / (most - least) * top + Decimal("0.5"))] for value in values)


def trend(indikator: Indikator) -> str:
    """Return what has come of the outcomes: ``stiger, åt rätt håll``; empty where there are not two."""
    values = [one.value for one in measured(indikator)]
    if len(values) < 2:
        return ""
    rises = {(after > before) - (after < before) for before, after in pairwise(values)} - {0}
    if not rises:
        return "oförändrad"
    whole = (values[-1] > values[0]) - (values[-1] < values[0])
    if len(rises) > 1:
        first = measured(indikator)[0].when
        words = {1: f"varierar, högre än {first}", -1: f"varierar, lägre än {first}", 0: f"varierar, som {first}"}
        told = words[whole]
    else:
        told = "stiger" if whole > 0 else "sjunker"
    good = {"hogre": 1, "lagre": -1}.get(indikator.riktning or "")
    if good is None or not whole:
        return told
    return f"{told}, åt rätt håll" if whole == good else f"{told}, åt fel håll"
