"""The columns of a plan as a table: one row per aktivitet, one column for each field of each level above it.

The values are those of the plan file. A text that a program could take for a formula or a number gets an apostrophe
first, which is taken away again on the way in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from data.importing.cells import CellText
from data.importing.exact_json import JsonError, dumps, loads
from data.indicators import DIRECTIONS
from data.numerals import MINUS
from data.plan import Aktivitet, Fokusomrade, Indikator, Plan, Uppdrag, own_fields
from data.status import EJ_BEDOMD
from data.unknown_values import thawed

LEVELS: tuple[type[Any], ...] = (Plan, Fokusomrade, Uppdrag, Aktivitet, Indikator)
"""The levels in the order of their columns."""

_LEVEL_HEADS: dict[type[Any], str] = {
    Fokusomrade: "Fokusområde",
    Uppdrag: "Uppdrag",
    Aktivitet: "Aktivitet",
    Indikator: "Indikator",
}
_FIELD_HEADS = {
    "forvaltning": "Förvaltning",
    "ar": "År",
    "mal": "mål",
    "att_se_over": "att se över",
    "malvarde": "målvärde",
    "extra": "övrigt",
}

_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
_FORMULA = rf"[\s{_ZERO_WIDTH}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n]"
_NUMBER = rf"[-+{MINUS}]?[0-9]+(?:[.,][0-9]+)?(?:[eE][-+]?[0-9]+)?"
_GUARDED = re.compile(rf"'*(?:\Z|{_FORMULA})")
_GUARDED_NUMBER = re.compile(rf"'*(?:\Z|{_FORMULA}|{_NUMBER}\Z)")
YES, NO = "ja", "nej"
SHORT_DIRECTIONS = {value: words.partition(" ")[0] for value, words in DIRECTIONS.items()}
"""What a riktning is called where people fill it in, by its value."""

VERSION = "Version"
"""The head of the column, after all others, that tells the version of the plan that a row was made from."""

_VERSION = "version "

_MORE = re.compile(r" \(forts\. [0-9]+\)$")


class CellError(ValueError):
    """A cell whose text is not what its column holds; the message says what it should be."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a field of one level."""

    level: type[Any]
    field: str
    """As in the plan file; ``extra`` is all unknown keys together, as a JSON object."""
    head: str

    def cell(self, owner: Any) -> str:
        """Return the cell of an item, or of the plan; empty where the field is absent."""
        value = getattr(owner, self.field)
        match value:
            case None | False | ():
                return ""
            case True:
                return YES
            case int() | Decimal() | date():
                return str(value)
            case str():
                return guarded(value, number=self.field == "malvarde")
        plain = {name: thawed(held) for name, held in value} if self.field == "extra" else list(value)
        return dumps(plain)


def value(column: Column, cell: CellText) -> Any:
    """Return what a cell says, as the plan file would hold it; None when it is empty. CellError when it cannot."""
    text = cell.text.strip()
    if not text:
        return None
    if cell.kind == "error":
        raise CellError("ett värde, inte en formel utan svar")
    match column.field:
        case "ar" | "utfall":
            return number(text)
        case "malvarde" if is_number(text):
            return number(text)
        case "start" | "slut":
            return day(text)
        case "regiongemensamt":
            return _yes(text)
        case "mal" | "att_se_over" | "tysta" | "matningar":
            return _listed(text)
        case "extra":
            return _json(text, dict, 'ett objekt i JSON, till exempel {"källa": "enkät"}')
        case "status":
            return _status(column, text)
        case "riktning":
            names = {(words, SHORT_DIRECTIONS[value]): value for value, words in DIRECTIONS.items()}
            return next((value for said, value in names.items() if text.casefold() in said), text)
        case "malvarde":
            return unguarded(text, number=True)
    return text if cell.sheet else unguarded(text)


def _status(column: Column, text: str) -> str | None:
    said = column.level.SCALE.said(text)
    if said is None:
        return text  # the schema tells what it may be
    return None if said is EJ_BEDOMD else str(said.value)


def lined(texts: tuple[str, ...]) -> str:
    """Return a list as a person would fill it in, one on each line; as JSON where that would say something else."""
    lines = "\n".join(texts)
    same = not lines.startswith("[") and _listed(lines) == list(texts)
    return lines if same else dumps(list(texts))


def _listed(text: str) -> Any:
    """Return a list in JSON, or what stands on a line each."""
    if text.startswith("["):
        return _json(text, list, 'en lista i JSON, till exempel ["a", "b"], eller en på varje rad')
    return [line.strip() for line in text.splitlines() if line.strip()]


def more(head: str, part: int) -> str:
    """Return the head of the column that holds one part, from 0, of what a cell has no room for."""
    return head if part == 0 else f"{head} (forts. {part + 1})"


def whole(head: str) -> str:
    """Return the head of the column that holds the first part."""
    return _MORE.sub("", head)


def version_cell(version: str) -> str:
    """Return the cell for a version: with a word before, or a program would take ``12e4567`` for a number."""
    return f"{_VERSION}{version}" if version else ""


def version_in(cell: str) -> str:
    """Return the version that a cell tells; empty when it tells none."""
    return cell.strip().removeprefix(_VERSION)


def _head(level: type[Any], field: str) -> str:
    name = _FIELD_HEADS.get(field, field)
    return f"{_LEVEL_HEADS[level]} {name}" if level in _LEVEL_HEADS else name[0].upper() + name[1:]


COLUMNS: tuple[Column, ...] = tuple(
    Column(level, field, _head(level, field))
    for level in LEVELS
    for field in (*(("id",) if level is not Plan else ()), *own_fields(level), "extra")
)
"""Every column, in order. A field that a level gets in the plan has its column here by itself."""


def guarded(text: str, *, number: bool = False) -> str:
    """Return a text that no program takes for a formula (or, with `number`, for a number)."""
    return f"'{text}" if (_GUARDED_NUMBER if number else _GUARDED).match(text) else text


def unguarded(cell: str, *, number: bool = False) -> str:
    """Return the text that `guarded` was given."""
    found = cell.startswith("'") and (_GUARDED_NUMBER if number else _GUARDED).match(cell)
    return cell[1:] if found else cell


def day(text: str) -> date:
    """Return a date written ``2019-08-31``. CellError for anything else."""
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise CellError("ett datum, till exempel 2019-08-31")


def is_number(cell: str) -> bool:
    """Tell whether a text is a number, however long."""
    return re.fullmatch(_NUMBER, cell) is not None


def number(cell: str) -> Decimal | int:
    """Return a number written ``2,99``, ``2.99``, ``300`` or ``−4``. CellError for anything else."""
    if not is_number(cell) or len(cell) > 1000:
        raise CellError("ett tal")
    written = cell.replace(",", ".").replace(MINUS, "-")
    try:
        return Decimal(written) if re.search("[.eE]", written) else int(written)
    except InvalidOperation as error:  # an exponent beyond what Decimal has
        raise CellError("ett tal") from error


def _yes(cell: str) -> bool:
    if cell.lower() not in (YES, NO):
        raise CellError(f"{YES} eller {NO}")
    return cell.lower() == YES


def _json(cell: str, kind: type[Any], wanted: str) -> Any:
    try:
        value, _ = loads(cell)
    except JsonError:
        value = None
    if not isinstance(value, kind):
        raise CellError(wanted)
    return value
