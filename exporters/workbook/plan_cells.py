"""A plan's values as a workbook has them: days as days, numbers as numbers, statuses as sign and word.

What a cell cannot hold so that it comes back the same stands as text: old days, and numbers of more than 15 digits.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from data.importing.columns import SHORT_DIRECTIONS, Column, lined
from data.plan import Item, Plan
from data.status import EJ_BEDOMD, Status

Value = str | int | Decimal | date | None
"""What stands in a cell."""

_FIRST_YEAR = 1901  # before it, Excel counts days otherwise than the calendar
_DIGITS = 15


def cell_value(column: Column, owner: Plan | Item) -> Value:
    """Return what a cell says of an item, or of the plan; None where it is empty."""
    value = getattr(owner, column.field)
    match value:
        case date():
            return value if value.year >= _FIRST_YEAR else value.isoformat()
        case bool():
            return column.cell(owner) or None
        case int() | Decimal():
            return value if _fits(value) else str(value)
        case tuple() if column.field != "extra":
            return lined(value) or None
    if column.field == "status":
        return said(column.level.SCALE.of(value))
    if column.field == "malvarde" or not isinstance(value, str):
        return column.cell(owner) or None
    return SHORT_DIRECTIONS.get(value, value) if column.field == "riktning" else value


def said(status: Status) -> str:
    """Return a status as it stands in a cell, and in the list to choose from."""
    return f"{status.sign} {status.short}"


def choices(column: Column) -> tuple[Status, ...]:
    """Return the statuses that a column's cells may have."""
    return (*column.level.SCALE.statuses, EJ_BEDOMD)


def number_code(value: int | Decimal) -> str:
    """Return the format that shows a number with the decimals that it is written with."""
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return f"0.{'0' * -exponent}" if isinstance(exponent, int) and exponent < 0 else "General"


def _fits(value: int | Decimal) -> bool:
    """Tell whether a workbook holds a number to the digit, and shows the decimals it has."""
    number = Decimal(value)
    _, digits, exponent = number.as_tuple()
    plain = isinstance(exponent, int) and -_DIGITS <= exponent <= 0
    return plain and len(digits) <= _DIGITS and Decimal(repr(float(number))) == number
