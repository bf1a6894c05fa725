"""Personnummer and samordningsnummer in a text, so that they can be warned of before they are published.

Ten or twelve digits with a date that exists and the right check digit. An organisationsnummer has no month that
exists, and is never taken for one.
"""

from __future__ import annotations

import re
from datetime import date

_NUMBER = re.compile(
    r"(?<![0-9])(?<![0-9][-+–.,:/])"  # not the end of something longer
    r"(?P<century>18|19|20)?(?P<year>[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
    r"[-+–‑]?(?P<last>[0-9]{4})"
    r"(?![0-9])(?![-+–.,:/][0-9])"
)
_SAMORDNING = 60
"""What is added to the day in a samordningsnummer."""


def find_personnummer(text: str) -> list[tuple[int, int]]:
    """Return where each one begins and ends in the text."""
    return [found.span() for found in _NUMBER.finditer(text) if _is_one(found)]


def _is_one(found: re.Match[str]) -> bool:
    digits = found["year"] + found["month"] + found["day"] + found["last"]
    centuries = [found["century"]] if found["century"] else ["19", "20"]
    day = int(found["day"])
    day -= _SAMORDNING if day > _SAMORDNING else 0
    dated = any(_exists(int(century + found["year"]), int(found["month"]), day) for century in centuries)
    return dated and _checks(digits)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _checks(digits: str) -> bool:
    """Return whether the last of ten digits is the check digit of the others (Luhn's rule)."""
    doubled = (int(digit) * (2 - at % 2) for at, digit in enumerate(digits))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
