"""The simplest cells: a short text, a number, a status that stands alone, a field's value."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from data.numerals import decimal
from data.status import Scale
from data.toml_values import literal
from exporters.document import Cell, Judged, paragraphs


def text(value: str | None) -> Cell:
    """Return a short text, empty for none."""
    return (value,) if value else ()


def number(value: Decimal | int) -> Cell:
    """Return a number, to the digit."""
    return (decimal(value),)


def status(scale: Scale, value: str | None) -> Cell:
    """Return a status that stands alone."""
    return (Judged(scale.of(value), ""),)


def field(value: Any) -> Cell:
    """Return what a field of an item says, as changes tell it; unknown keys that hold more are told in TOML."""
    match value:
        case None:
            return ()
        case True:
            return ("ja",)
        case str():
            return paragraphs(value)
        case Decimal() | int():
            return number(value)
        case date():
            return (value.isoformat(),)
        case tuple() if all(isinstance(one, str) for one in value):
            return (", ".join(value),)
        case _:
            return (literal(value),)
