"""What is typed into a form: as the value that a plan would hold, and what is wrong with it, field by field.

Whether a value will do is asked of `schema`, and what a text means of the columns of a table, so that a form says
what reading a file says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from data.importing.columns import CellError, day, is_number, number
from data.mal import MalOchBudget, unknown
from data.numerals import decimal
from data.plan import Item
from data.schema import canonical, item_from
from data.wording import field_label

_ANY_ID = "x"

_BETWEEN = re.compile(r"\s*[;\n]\s*|,\s+(?=[^\s,;:][^,;:\n]*:)")
"""What stands between two measurements: a semicolon, or a comma that the next one follows."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a whole form says."""

    values: Mapping[str, Any]
    """By field, as a plan holds them, those with a fault left out; None is nothing."""
    faults: Mapping[str, str]
    """What is wrong, by field; empty when the form can be saved."""


def typed(kind: type[Item], texts: Mapping[str, str | bool | tuple[str, ...]]) -> Entry:
    """Return what the fields of a form for this kind of item say; each is a text, or a value already."""
    values: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for field, text in texts.items():
        try:
            values[field] = canonical(_value(field, text.strip()) if isinstance(text, str) else text)
        except CellError as error:
            faults[field] = f"{field_label(field)} ska vara {error}"
    return Entry(values, {**faults_in(kind, values, set(texts)), **faults})


def faults_in(kind: type[Item], values: Mapping[str, Any], fields: set[str]) -> dict[str, str]:
    """Return what reading a file would say about some fields of an item with these values, warnings too."""
    told = {name: value for name, value in values.items() if value is not None}
    _, findings = item_from({"id": _ANY_ID, **told}, kind)
    found = {finding.key or "namn": finding.message for finding in findings}
    return {field: message for field, message in found.items() if field in fields}


def undecided(mal: tuple[str, ...], decided: MalOchBudget | None) -> str | None:
    """Return what is wrong with the first mål that mål och budget does not have; None when all is well."""
    if decided is None:
        return None
    return next((unknown(each, decided.ar) for each in mal if decided.named(each) is None), None)


def shown(value: Any) -> str:
    """Return a value as it is typed into a form, in Swedish: ``2,99``, ``2019-08-31``, ``2018: 4,1; 2019: 4,3``."""
    match value:
        case None:
            return ""
        case tuple():
            return "; ".join(value)
        case Decimal() | int():
            return decimal(value)
        case date() | str():
            return str(value)
    raise TypeError(f"{type(value).__name__} skrivs inte som text")


def _value(field: str, text: str) -> Any:
    match field:
        case "start" | "slut" if text:
            return day(text)
        case "utfall" if text:
            return number(text)
        case "malvarde" if is_number(text):
            return number(text)
        case "matningar":
            return tuple(filter(None, _BETWEEN.split(text)))
    return text
