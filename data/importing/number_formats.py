"""How a workbook shows its numbers: which cells are days, which are per cent, and with how many decimals.

A number is taken as it is shown: 0.95 that is shown as 95 % is 95, and 4 that is shown as 4.0 has that decimal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

_BUILT_IN = {1: "0", 2: "0.00", 9: "0%", 10: "0.00%"}
_BUILT_IN_DAYS = {*range(14, 18), 22, *range(27, 37), *range(50, 59)}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DECIMALS = re.compile(r"[0#]\.(0+)(?![0#?])")
_DAY_ONE, _LEAP, _MAC = date(1899, 12, 30), 60, date(1904, 1, 1)


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How one number is shown."""

    day: bool = False
    percent: bool = False
    decimals: int | None = None
    """How many decimals it always has; None when it has what it has."""


def number_format(id: int, code: str | None) -> NumberFormat:
    """Return the format with this id, one of Excel's own, or with this code."""
    if id in _BUILT_IN_DAYS:
        return NumberFormat(day=True)
    plain = _QUOTED.sub("", (code if code is not None else _BUILT_IN.get(id, "")).partition(";")[0]).lower()
    decimals = _DECIMALS.search(plain)
    return NumberFormat(
        day=any(sign in plain for sign in "yd") and not any(sign in plain for sign in ("0", "#", "standard")),
        percent="%" in plain,
        decimals=len(decimals[1]) if decimals else None,
    )


def shown(written: str, form: NumberFormat, *, since_1904: bool) -> str:
    """Return a number of a workbook, as the file has it written, as text. ValueError when it is none."""
    try:
        number = Decimal(repr(float(written)))
    except (InvalidOperation, ValueError) as error:
        raise ValueError(written) from error
    if not number.is_finite():
        raise ValueError(written)
    if form.day:
        return _day(number, since_1904=since_1904)
    if form.percent:
        number = (number * 100).normalize()
    if number == number.to_integral_value() and abs(number) < 10**15:
        number = number.quantize(Decimal(1))
    if form.decimals and -number.as_tuple().exponent <= form.decimals and abs(number) < 10**15:  # type: ignore[operator]  # finite
        number = number.quantize(Decimal(1).scaleb(-form.decimals))
    return str(number)


def _day(number: Decimal, *, since_1904: bool) -> str:
    if number != number.to_integral_value():
        return f"{number} (dag och klockslag)"
    count = int(number)
    try:
        if since_1904:
            return (_MAC + timedelta(count)).isoformat()
        # The first leap year of Excel, 1900, was none.
        return (_DAY_ONE + timedelta(count + (count < _LEAP))).isoformat()
    except OverflowError as error:
        raise ValueError(str(number)) from error
