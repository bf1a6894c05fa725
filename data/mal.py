"""`mal-och-budget.toml` as values: the fokusområden and mål that fullmäktige has decided for a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from data.faults import Fault
from data.schema import SILENCE
from data.toml_text import TomlError, loads

FILE = "mal-och-budget.toml"
"""The file's name in a year's folder."""


@dataclass(frozen=True, slots=True)
class Mal:
    """One mål, and the nämnder or groups of nämnder that answer for it."""

    id: str
    namn: str
    namnder: tuple[str, ...] = ()
    tysta: tuple[str, ...] = ()
    """Rules of `data.checks` that somebody has silenced on it: ``regel: skäl``."""


@dataclass(frozen=True, slots=True)
class MalOmrade:
    """A fokusområde as it was decided, with its mål."""

    id: str
    namn: str
    mal: tuple[Mal, ...] = ()


@dataclass(frozen=True, slots=True)
class MalOchBudget:
    """The whole of the file."""

    ar: int
    period: str | None = None
    fokusomraden: tuple[MalOmrade, ...] = ()

    @property
    def mal(self) -> Iterator[Mal]:
        """Every mål, in the order of the file."""
        return (mal for omrade in self.fokusomraden for mal in omrade.mal)

    def named(self, id: str) -> Mal | None:
        """Return the mål with this id, or None."""
        return next((mal for mal in self.mal if mal.id == id), None)


_TEXT, _TEXTS, _NUMBER = "en text inom citattecken", "en lista av texter", "ett heltal"
_SILENCES = 'regeln och skälet, till exempel ["mal-utan-uppdrag: börjar 2026"]'
_TABLES: Mapping[tuple[str, ...], Mapping[str, tuple[str, bool]]] = {
    (): {"ar": (_NUMBER, True), "period": (_TEXT, False)},
    ("fokusomrade",): {"id": (_TEXT, True), "namn": (_TEXT, True)},
    ("fokusomrade", "mal"): {
        "id": (_TEXT, True),
        "namn": (_TEXT, True),
        "namnder": (_TEXTS, False),
        "tysta": (_SILENCES, False),
    },
}
"""For each table, what its keys hold and whether they must be there."""

_HEADER = re.compile(r"[ \t]*\[\[?([^\]\[]*)\]")
"""The header of a table; the layout of a plan does not know this file's."""


def read_mal(text: str, file: str = FILE) -> tuple[MalOchBudget | None, tuple[Fault, ...]]:
    """Return what a TOML text decides, unless a fault made it unusable, and all that was found in it."""
    try:
        data = loads(text)
    except TomlError as error:
        return None, (Fault(file, error.line, error.column, str(error)),)
    reader = _Reader(text, file)
    decided = reader.read(data)
    faults = tuple(sorted(reader.faults))
    return (None if any(not fault.warning for fault in faults) else decided), faults


def place(text: str, ordinal: int, key: str) -> tuple[int, int]:
    """Return line and column of a key of the n-th mål in a text, or of its header when it has no such key."""
    return _line_and_column(text, ("fokusomrade", "mal"), ordinal, key)


def unknown(mal: str, ar: int) -> str:
    """Return what is wrong with a mål that was not decided for the year."""
    return f'målet "{mal}" finns inte i {ar}/{FILE}; välj ett som finns där'


class _Reader:
    """One pass over the data, gathering faults."""

    def __init__(self, text: str, file: str) -> None:
        self._text, self._file = text, file
        self._counted: dict[tuple[str, ...], int] = {}
        self._ids: set[str] = set()
        self.faults: list[Fault] = []

    def read(self, data: Mapping[str, Any]) -> MalOchBudget:
        """Return what was decided; of use only when no fault was found."""
        self._check((), 0, data)
        omraden = tuple(self._omrade(table) for table in self._tables(("fokusomrade",), data, 0))
        return MalOchBudget(data.get("ar", 0), data.get("period"), omraden)

    def _omrade(self, table: Mapping[str, Any]) -> MalOmrade:
        path = ("fokusomrade", "mal")
        mal = (
            Mal(one.get("id", ""), one.get("namn", ""), tuple(one.get("namnder", ())), tuple(one.get("tysta", ())))
            for one in self._tables(path, table, self._counted[path[:1]] - 1)
        )
        return MalOmrade(table.get("id", ""), table.get("namn", ""), tuple(mal))

    def _tables(self, path: tuple[str, ...], owner: Mapping[str, Any], above: int) -> Iterator[Mapping[str, Any]]:
        """Give the tables of one kind below another, each when it has been checked."""
        tables = owner.get(path[-1], [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            self._tell(path[:-1], above, path[-1], f"{path[-1]} ska skrivas [[{'.'.join(path)}]]")
            return
        for table in tables:
            ordinal = self._counted.get(path, 0)
            self._counted[path] = ordinal + 1
            if self._check(path, ordinal, table):
                yield table

    def _check(self, path: tuple[str, ...], ordinal: int, table: Mapping[str, Any]) -> bool:
        """Tell what is wrong with one table; return whether it can be used."""
        before = len(self.faults)
        expected = _TABLES[path]
        for name, (what, needed) in expected.items():
            if name not in table:
                if needed:
                    self._tell(path, ordinal, "", f"{name} saknas; lägg till {name} = …")
            elif not _is(table[name], what):
                self._tell(path, ordinal, name, f"{name} ska vara {what}")
            elif name == "id" and table[name] in self._ids:
                self._tell(path, ordinal, name, f'id "{table[name]}" står två gånger; ge det ena ett eget id')
            elif name == "id":
                self._ids.add(table[name])
        sound = len(self.faults) == before
        below = {known[-1] for known in _TABLES if known and known[:-1] == path}
        for name in table.keys() - expected.keys() - below:
            self._tell(path, ordinal, name, f"nyckeln {name} är okänd och används inte", warning=True)
        return sound

    def _tell(self, path: tuple[str, ...], ordinal: int, name: str, message: str, *, warning: bool = False) -> None:
        line, column = _line_and_column(self._text, path, ordinal, name)
        self.faults.append(Fault(self._file, line, column, message, warning))


def _line_and_column(text: str, path: tuple[str, ...], ordinal: int, name: str) -> tuple[int, int]:
    """Return where a key stands in the n-th table of a kind, or the table's header when it has no such key."""
    lines = text.split("\n")
    headers = [number for number, line in enumerate(lines) if _HEADER.match(line)]
    of_kind = [number for number in headers if _parts(lines[number]) == path] if path else [0]
    start = of_kind[ordinal] if ordinal < len(of_kind) else 0
    end = next((number for number in headers if number > start), len(lines))
    key = re.compile(rf"[ \t]*[\"']?{re.escape(name)}[\"']?[ \t]*=") if name else None
    at = next((number for number in range(start, end) if key and key.match(lines[number])), start)
    return at + 1, len(lines[at]) - len(lines[at].lstrip()) + 1


def _parts(header: str) -> tuple[str, ...]:
    found = _HEADER.match(header)
    return tuple(part.strip() for part in found[1].split(".")) if found else ()


def _is(value: Any, what: str) -> bool:
    if what == _NUMBER:
        return isinstance(value, int) and not isinstance(value, bool)
    if what == _TEXTS:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if what == _SILENCES:
        return isinstance(value, list) and all(isinstance(one, str) and SILENCE.fullmatch(one) for one in value)
    return isinstance(value, str) and bool(value.strip())
