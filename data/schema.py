"""What a plan's data must look like: nested tables, as tomllib or an import gives them, to a `Plan`.

Every finding names its place in the data; the reader of the file turns that into line and column.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from sys import intern
from typing import Any

from data.plan import CHILD_FIELDS, HEADERS, ID_PATTERN, KINDS, Item, Plan, own_fields
from data.status import AKTIVITET, UPPDRAG, Scale
from data.unknown_values import frozen

Path = tuple[tuple[str, int], ...]
"""Where an item stands in the data: kind and ordinal, from the top: ``(("fokusomrade", 0), ("uppdrag", 3))``."""

SILENCE = re.compile(r"(?P<rule>[a-z0-9-]+)\s*:\s*(?P<reason>\S.*)", re.DOTALL)
"""A rule of `data.checks` that somebody has silenced, and why."""

MEASUREMENT = re.compile(r"(?P<when>[^\s:][^:\n]*?)\s*:\s*(?P<value>[-−]?[0-9]{1,20}(?:[.,][0-9]{1,10})?)")
"""An indikator's outcome at an earlier time."""

_MAX_DIGITS = 30
"""On either side of a number's decimal point: 1e999999999 is short in a file, but not on paper."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong, before it has got its line and column."""

    path: Path
    key: str
    """The key it is about; empty for the item as a whole."""
    message: str
    warning: bool = False
    missing: bool = False
    """Whether it is that something is not there (a broken line may have held it)."""
    first: Path | None = None
    """Where the thing stands that this one repeats."""


def plan_from(
    data: Mapping[str, Any], forvaltning: str | None = None, ar: int | None = None
) -> tuple[Plan | None, list[Finding]]:
    """Return the plan that nested tables tell, and all findings; None when what makes a plan is not there.

    `forvaltning` and `ar`, where given, are what the file's own path says.
    """
    checker = _Checker()
    return checker.plan(data, forvaltning, ar), checker.findings


def item_from(data: Mapping[str, Any], kind: type[Item]) -> tuple[Item | None, list[Finding]]:
    """Return the one item that a table tells, and all findings; None when what makes an item is not there."""
    checker = _Checker()
    return checker.item(data, kind, ()), checker.findings


def canonical(value: Any) -> Any:
    """Return a field's value in the one form it has in a plan: no blank ends on a text; None for nothing."""
    if isinstance(value, str):
        value = value.replace("\r\n", "\n").strip()
    return None if value is False or value in ("", ()) else value


class _Checker:
    """One pass over the data; collects findings as it builds."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.seen: dict[str, Path] = {}

    def plan(self, data: Mapping[str, Any], forvaltning: str | None, ar: int | None) -> Plan | None:
        values = self._fields(data, Plan, (), ("forvaltning", "ar"))
        for key, expected in (("forvaltning", forvaltning), ("ar", ar)):
            if key in values and expected is not None and values[key] != expected:
                message = (
                    f"{key} är {_shown(values[key])} men filen ligger som {ar}/{forvaltning}.toml; ändra det ena"
                )
                self._add((), key, message)
        if isinstance(id := values.get("forvaltning"), str) and not ID_PATTERN.fullmatch(id):
            self._add((), "forvaltning", f"{_shown(id)} duger inte; {_ID_RULE}")
        return Plan(**values) if "forvaltning" in values and "ar" in values else None

    def _fields(
        self, data: Mapping[str, Any], kind: type[Any], path: Path, needed: tuple[str, ...]
    ) -> dict[str, Any]:
        values: dict[str, Any] = {}
        extra: dict[str, Any] = {}
        own, children = _KNOWN[kind]
        for key, value in data.items():
            if key in own:
                found = canonical(own[key](self, path, key, value))
                if found is not None:
                    values[key] = found
            elif key in children:
                values[children[key]] = self._children(value, key, path)
            elif key != "id" or kind is Plan:
                extra[key] = self._unknown(path, key, value, kind)
        for key in needed:
            if canonical(data.get(key)) is None:
                self._add(path, "", f"{key} saknas", missing=True)
        if extra:
            values["extra"] = tuple(sorted(extra.items()))
        return values

    def _children(self, value: Any, kind: str, path: Path) -> tuple[Item, ...]:
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self._add(path, kind, f"{kind} ska stå i egna tabeller; skriv [[{HEADERS[kind]}]]")
            return ()
        items = (self.item(one, KINDS[kind], (*path, (kind, n))) for n, one in enumerate(value))
        return tuple(item for item in items if item is not None)

    def item(self, data: Mapping[str, Any], kind: type[Any], path: Path) -> Item | None:
        id = self._id(data, path)
        values = self._fields(data, kind, path, ("namn",))
        if id is None or "namn" not in values:
            return None
        self._order(path, values)
        item: Item = kind(id=id, **values)
        return item

    def _order(self, path: Path, values: Mapping[str, Any]) -> None:
        start, slut = values.get("start"), values.get("slut")
        if start is not None and slut is not None and slut < start:
            self._add(path, "slut", f"slut är {slut}, före start {start}; ändra det ena", warning=True)

    def _id(self, data: Mapping[str, Any], path: Path) -> str | None:
        id = data.get("id")
        if id is None:
            self._add(
                path, "", 'id saknas; skriv ett eget id, till exempel id = "regional-cykelplan"', missing=True
            )
        elif not isinstance(id, str) or not ID_PATTERN.fullmatch(id):
            self._add(path, "id", f"id {_shown(id)} duger inte; {_ID_RULE}")
        elif id in self.seen:
            message = f'id "{id}" står två gånger; ge det ena ett eget id'
            self.findings.append(Finding(path, "id", message, first=self.seen[id]))
        else:
            id = intern(id)
            self.seen[id] = path
            return id
        return None

    def _unknown(self, path: Path, key: str, value: Any, kind: type[Any]) -> Any:
        close = difflib.get_close_matches(key, _KNOWN[kind][0], n=1)
        hint = f"; menade du {close[0]}?" if close else "; den behålls men används inte"
        self._add(path, key, f"okänd nyckel {_shown(key)}{hint}", warning=True)
        try:
            return frozen(value)
        except ValueError:
            self._add(path, key, "värdet har för många nivåer; skriv det plattare")
            return None

    def _add(self, path: Path, key: str, message: str, *, warning: bool = False, missing: bool = False) -> None:
        self.findings.append(Finding(path, key, message, warning, missing))

    def text(self, path: Path, key: str, value: Any) -> Any:
        if isinstance(value, str):
            return value
        return self._wrong(path, key, value, "en text; skriv den inom citattecken")

    def repeated(self, path: Path, key: str, value: Any) -> Any:
        """A text that many items have, one year after the other say, as one string in memory."""
        text = canonical(self.text(path, key, value))
        return intern(text) if isinstance(text, str) else text

    def number(self, path: Path, key: str, value: Any) -> Any:
        number = Decimal(value) if type(value) is int else value
        if isinstance(number, Decimal) and number.is_finite() and abs(number.adjusted()) <= _MAX_DIGITS:
            return value
        return self._wrong(path, key, value, "ett tal, med högst 30 siffror")

    def number_or_text(self, path: Path, key: str, value: Any) -> Any:
        return value if isinstance(value, str) else self.number(path, key, value)

    def year(self, path: Path, key: str, value: Any) -> Any:
        if type(value) is int and 1900 <= value <= 2200:
            return value
        return self._wrong(path, key, value, "ett årtal, till exempel 2019")

    def yes(self, path: Path, key: str, value: Any) -> Any:
        return value if isinstance(value, bool) else self._wrong(path, key, value, "true eller false")

    def day(self, path: Path, key: str, value: Any) -> Any:
        if type(value) is date:
            return value
        return self._wrong(path, key, value, "ett datum utan citattecken, till exempel 2019-08-31")

    def texts(self, path: Path, key: str, value: Any) -> Any:
        if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
            return tuple(value)
        return self._wrong(path, key, value, 'en lista av texter, till exempel ["a", "b"]')

    def silences(self, path: Path, key: str, value: Any) -> Any:
        if isinstance(value, list | tuple) and all(
            isinstance(one, str) and SILENCE.fullmatch(one) for one in value
        ):
            return tuple(value)
        wanted = 'regeln och skälet, till exempel ["samma-kommentar: texten gäller båda"]'
        return self._wrong(path, key, value, wanted)

    def measurements(self, path: Path, key: str, value: Any) -> Any:
        if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
            return self._wrong(path, key, value, 'en lista av texter, till exempel ["2019-04: 2,9"]')
        wrong = next((one for one in value if MEASUREMENT.fullmatch(one) is None), None)
        if wrong is not None:
            return self._wrong(path, key, wrong, 'när, kolon och ett tal, till exempel "2019-04: 2,9"')
        return tuple(value)

    def direction(self, path: Path, key: str, value: Any) -> Any:
        return value if value in ("hogre", "lagre") else self._wrong(path, key, value, '"hogre" eller "lagre"')

    def uppdrag_status(self, path: Path, key: str, value: Any) -> Any:
        return self._status(path, value, UPPDRAG, AKTIVITET, "aktiviteter")

    def aktivitet_status(self, path: Path, key: str, value: Any) -> Any:
        return self._status(path, value, AKTIVITET, UPPDRAG, "uppdrag")

    def _status(self, path: Path, value: Any, scale: Scale, other: Scale, others: str) -> str | None:
        if isinstance(value, str) and value in scale.values:
            return intern(value)
        why = f"hör till {others}" if value in other.values else "finns inte"
        self._add(path, "status", f"status {_shown(value)} {why}; välj {choices(scale)}")
        return None

    def _wrong(self, path: Path, key: str, value: Any, wanted: str) -> Any:
        self._add(path, key, f"{key} är {_shown(value)} men ska vara {wanted}")
        return None


def choices(scale: Scale) -> str:
    """Return a scale's values as a Swedish list: ``uppfylls, delvis eller inte``."""
    *most, last = scale.values
    return f"{', '.join(most)} eller {last}"


_ID_RULE = "använd a–z, 0–9, punkt och bindestreck, högst 80 tecken"


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict | list):
        return "en tabell" if isinstance(value, dict) else "en lista"
    text = str(value)
    text = text if len(text) <= 40 else text[:39] + "…"
    return text if isinstance(value, Decimal | int | date | time) else f'"{text}"'


_Check = Callable[[_Checker, Path, str, Any], Any]
_BY_NAME: Mapping[str, _Check] = {
    "ar": _Checker.year,
    "regiongemensamt": _Checker.yes,
    "start": _Checker.day,
    "slut": _Checker.day,
    "mal": _Checker.texts,
    "namn": _Checker.repeated,
    "ansvarig": _Checker.repeated,
    "enhet": _Checker.repeated,
    "att_se_over": _Checker.texts,
    "tysta": _Checker.silences,
    "matningar": _Checker.measurements,
    "utfall": _Checker.number,
    "malvarde": _Checker.number_or_text,
    "riktning": _Checker.direction,
}


def _checks(kind: type[Any]) -> dict[str, _Check]:
    checks = {name: _BY_NAME.get(name, _Checker.text) for name in own_fields(kind)}
    if "status" in checks:
        checks["status"] = _Checker.aktivitet_status if kind.SCALE is AKTIVITET else _Checker.uppdrag_status
    return checks


_KNOWN: Mapping[type[Any], tuple[dict[str, _Check], Mapping[str, str]]] = {
    kind: (_checks(kind), CHILD_FIELDS[kind]) for kind in CHILD_FIELDS
}
