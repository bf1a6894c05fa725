"""`region.toml` as values: the region's name, nämnder, groups of them, förvaltningar, deadlines, silenced rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from data.faults import Fault
from data.layout import scan
from data.period import ALL, NAMES, Period
from data.plan import ID_PATTERN
from data.toml_text import TomlError, loads
from data.wording import listed, shortened

FILE = "region.toml"
"""The file's name in the region's folder."""

MISSING = "här finns ingen region.toml; kör trafikljus init"


@dataclass(frozen=True, slots=True)
class Namnd:
    """A political board, by the code that mål och budget and the groups know it by."""

    kod: str
    namn: str


@dataclass(frozen=True, slots=True)
class Grupp:
    """Nämnder under a common name; membership may differ between years."""

    namn: str
    namnder: tuple[str, ...]
    """Codes."""
    ar: int | None = None
    """The year it holds for; None is every year that has no group of that name for itself."""


@dataclass(frozen=True, slots=True)
class Forvaltning:
    """An administration; its id is the name of its plans' files."""

    id: str
    namn: str
    namnd: str | None = None
    """The code of the nämnd that it works for."""


@dataclass(frozen=True, slots=True)
class Rapport:
    """One of a year's reports, and when it is to be done."""

    period: Period
    klar: date


@dataclass(frozen=True, slots=True)
class Tyst:
    """A rule of `data.checks` that the region has silenced, and why."""

    regel: str
    skal: str


@dataclass(frozen=True, slots=True)
class Region:
    """The whole of `region.toml`."""

    namn: str
    namnder: tuple[Namnd, ...] = ()
    grupper: tuple[Grupp, ...] = ()
    forvaltningar: tuple[Forvaltning, ...] = ()
    tysta: tuple[Tyst, ...] = ()
    rapporter: tuple[Rapport, ...] = ()

    def forvaltning(self, id: str) -> Forvaltning | None:
        """Return the förvaltning with this id, or None."""
        return next((found for found in self.forvaltningar if found.id == id), None)

    def namnd(self, kod: str) -> Namnd | None:
        """Return the nämnd with this code, or None."""
        return next((found for found in self.namnder if found.kod == kod), None)

    def grupp(self, namn: str, ar: int) -> Grupp | None:
        """Return the group of this name as it is in a year, or None."""
        named = [found for found in self.grupper if found.namn == namn and found.ar in (ar, None)]
        return max(named, key=lambda found: found.ar is not None, default=None)


_TEXT, _TEXTS, _NUMBER = "en text inom citattecken", "en lista av texter", "ett heltal"
_DAY = "ett datum utan citattecken, till exempel 2019-05-15"
_TABLES: Mapping[str, Mapping[str, tuple[str, bool]]] = {
    "": {"namn": (_TEXT, True)},
    "namnd": {"kod": (_TEXT, True), "namn": (_TEXT, True)},
    "grupp": {"namn": (_TEXT, True), "namnder": (_TEXTS, True), "ar": (_NUMBER, False)},
    "forvaltning": {"id": (_TEXT, True), "namn": (_TEXT, True), "namnd": (_TEXT, False)},
    "rapport": {"ar": (_NUMBER, True), "namn": (_TEXT, True), "klar": (_DAY, True)},
    "tyst": {"regel": (_TEXT, True), "skal": (_TEXT, True)},
}
"""For each table, what its keys hold and whether they must be there."""

_UNIQUE = {
    "": (),
    "namnd": ("kod",),
    "grupp": ("namn", "ar"),
    "forvaltning": ("id",),
    "rapport": ("namn", "ar"),
    "tyst": ("regel",),
}


def read_region(text: str, file: str = FILE) -> tuple[Region | None, tuple[Fault, ...]]:
    """Return the region in a TOML text, unless a fault made it unusable, and all that was found in it."""
    try:
        data = loads(text)
    except TomlError as error:
        return None, (Fault(file, error.line, error.column, str(error)),)
    reader = _Reader(data, text, file)
    region = reader.region()
    faults = tuple(sorted(reader.faults))
    return (None if any(not fault.warning for fault in faults) else region), faults


def with_forvaltning(text: str, forvaltning: Forvaltning) -> str:
    """Return the text of `region.toml` with one more förvaltning at its end; the rest stays to the byte.

    ValueError, in Swedish, when the file cannot be read or has that id already.
    """
    import tomlkit

    region, faults = read_region(text)
    if region is None:
        raise ValueError(str(faults[0]))
    table = tomlkit.table()
    for name in ("id", "namn", "namnd"):
        value = getattr(forvaltning, name)
        if value is not None:
            table.add(name, value)
    tables = tomlkit.aot()
    tables.append(table)
    added = tomlkit.document().add("forvaltning", tables).as_string()
    gap = "\n" if text.endswith("\n") or not text else "\n\n"
    longer = text + (gap + added).replace("\n", "\r\n" if "\r\n" in text else "\n")
    after, faults = read_region(longer)
    if after is None or after.forvaltningar != (*region.forvaltningar, forvaltning):
        raise ValueError(
            str(faults[0]) if faults else f"{FILE} går inte att utöka; skriv in förvaltningen för hand"
        )
    return longer


def describe_region(old: Region | None, new: Region) -> str:
    """Return the message for the commit that makes `old` into `new`; None is a file that was not there."""
    if old is None:
        return f"region: {shortened(new.namn, 50)} läggs upp\n"
    added = [found for found in new.forvaltningar if found not in old.forvaltningar]
    if (
        added
        and replace(new, forvaltningar=old.forvaltningar) == old
        and set(old.forvaltningar) < {*new.forvaltningar}
    ):
        return f"region: {shortened(listed([found.namn for found in added]), 50)} tillagd\n"
    return "region: uppgifter om regionen ändrade\n"


class _Reader:
    """One pass over the data, gathering faults."""

    def __init__(self, data: Mapping[str, Any], text: str, file: str) -> None:
        self._data, self._text, self._file = data, text, file
        self.faults: list[Fault] = []

    def region(self) -> Region:
        """Return the region; of use only when no fault was found."""
        self._check("", 0, self._data, known=_TABLES)
        tables = {kind: list(self._tables(kind)) for kind in _TABLES if kind}
        self._check_namnder(tables)
        return Region(
            self._data.get("namn", ""),
            tuple(Namnd(one["kod"], one["namn"]) for one in tables["namnd"]),
            tuple(Grupp(one["namn"], tuple(one["namnder"]), one.get("ar")) for one in tables["grupp"]),
            tuple(Forvaltning(one["id"], one["namn"], one.get("namnd")) for one in tables["forvaltning"]),
            tuple(Tyst(one["regel"], one["skal"]) for one in tables["tyst"]),
            tuple(Rapport(Period(one["ar"], one["namn"]), one["klar"]) for one in tables["rapport"]),
        )

    def _tables(self, kind: str) -> Iterator[dict[str, Any]]:
        """Give the tables of one kind that are sound, with the ordinal each has under the key ``""``."""
        tables = self._data.get(kind, [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            self._tell("", 0, kind, f"{kind} ska skrivas [[{kind}]]")
            return
        seen: set[tuple[Any, ...]] = set()
        for ordinal, table in enumerate(tables):
            if not self._check(kind, ordinal, table):
                continue
            key = tuple(table.get(name) for name in _UNIQUE[kind])
            if key in seen:
                name = _UNIQUE[kind][0]
                self._tell(kind, ordinal, name, f"{name} {table[name]} finns redan; ge den ett annat")
            seen.add(key)
            yield {**table, "": ordinal}

    def _check(self, kind: str, ordinal: int, table: Mapping[str, Any], known: Iterable[str] = ()) -> bool:
        """Tell what is wrong with one table's keys; return whether it can be used."""
        before = len(self.faults)
        expected = _TABLES[kind]
        for name, (what, needed) in expected.items():
            if name not in table:
                if needed:
                    self._tell(kind, ordinal, "", f"{name} saknas; lägg till {name} = …")
            elif not _is(table[name], what):
                self._tell(kind, ordinal, name, f"{name} ska vara {what}")
            elif kind == "forvaltning" and name == "id" and not ID_PATTERN.fullmatch(table[name]):
                message = "id får bara innehålla små bokstäver a–z, siffror, punkt och bindestreck"
                self._tell(kind, ordinal, name, message)
            elif kind == "rapport" and name == "namn" and table[name] not in ALL:
                self._tell(kind, ordinal, name, f"namn ska vara {NAMES}")
        sound = len(self.faults) == before
        for name in table:
            if name not in expected and name not in known:
                self._tell(kind, ordinal, name, f"nyckeln {name} är okänd och används inte", warning=True)
        return sound

    def _check_namnder(self, tables: Mapping[str, list[dict[str, Any]]]) -> None:
        known = {table["kod"] for table in tables["namnd"]}
        for kind, name in (("forvaltning", "namnd"), ("grupp", "namnder")):
            for table in tables[kind]:
                told = table.get(name, [])
                for kod in [told] if isinstance(told, str) else told:
                    if kod not in known:
                        message = f"nämnden {kod} finns inte; lägg till den som [[namnd]]"
                        self._tell(kind, table[""], name, message, warning=True)

    def _tell(self, kind: str, ordinal: int, name: str, message: str, *, warning: bool = False) -> None:
        layout = scan(self._text)
        records = [layout.records[0]] if not kind else [one for one in layout.records if one.path == (kind,)]
        record = records[min(ordinal, len(records) - 1)] if records else layout.records[0]
        key = record.keys.get(name)
        line, column = layout.line_and_column(key.name if key else record.header)
        self.faults.append(Fault(self._file, line, column, message, warning))


def _is(value: Any, what: str) -> bool:
    if what == _NUMBER:
        return isinstance(value, int) and not isinstance(value, bool)
    if what == _DAY:
        return type(value) is date
    if what == _TEXTS:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return isinstance(value, str) and bool(value.strip())
