"""A plan as a value: what one förvaltning answers for in one year. Immutable; equal when it says the same.

A plan is an ordered tree: fokusområden hold uppdrag, uppdrag hold aktiviteter, and the indikatorer stand
beside the fokusområden. Every item has an id that is unique in the plan and never changes; names are not keys.
`att_se_over` holds the guesses that an import made about the item, until somebody has marked them as seen, and
`tysta` the rules of `data.checks` that somebody has silenced on it: ``regel: skäl``. `ursprung` is what an uppdrag
came of: a beslut, an interpellation, a yrkande. `matningar` are an indikator's earlier outcomes: ``2019-04: 2,9``.
`None`, `False` and `()` all mean that the key is absent from the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, ClassVar

from data.status import AKTIVITET, UPPDRAG, Scale

ID_PATTERN = re.compile(r"[a-z0-9][a-z0-9.-]{0,79}")
"""What an id may look like: an ASCII slug, so that it is safe as a file name, a ref and an argument."""

PLAN_ID = ""
"""The id by which a change names the plan itself, whose own fields stand at the top of the file."""

Extra = tuple[tuple[str, Any], ...]
"""Keys of the file that this program does not know, kept as they are: pairs of name and value, by name."""


@dataclass(frozen=True, slots=True)
class Aktivitet:
    """Something that is done to carry out an uppdrag."""

    KIND: ClassVar[str] = "aktivitet"
    SCALE: ClassVar[Scale | None] = AKTIVITET

    id: str
    namn: str
    status: str | None = None
    kommentar: str | None = None
    ansvarig: str | None = None
    start: date | None = None
    slut: date | None = None
    att_se_over: tuple[str, ...] = ()
    tysta: tuple[str, ...] = ()
    extra: Extra = ()

    @property
    def children(self) -> tuple[Item, ...]:
        """An aktivitet has nothing below it."""
        return ()


@dataclass(frozen=True, slots=True)
class Uppdrag:
    """A task that the nämnd has given the förvaltning, or that all förvaltningar share (regiongemensamt)."""

    KIND: ClassVar[str] = "uppdrag"
    SCALE: ClassVar[Scale | None] = UPPDRAG

    id: str
    namn: str
    status: str | None = None
    kommentar: str | None = None
    regiongemensamt: bool = False
    ansvarig: str | None = None
    mal: tuple[str, ...] = ()
    diarienummer: str | None = None
    ursprung: str | None = None
    start: date | None = None
    slut: date | None = None
    att_se_over: tuple[str, ...] = ()
    tysta: tuple[str, ...] = ()
    extra: Extra = ()
    aktiviteter: tuple[Aktivitet, ...] = ()

    @property
    def children(self) -> tuple[Item, ...]:
        """Its aktiviteter."""
        return self.aktiviteter


@dataclass(frozen=True, slots=True)
class Fokusomrade:
    """A heading of the plan, with the verdict (a person's, never computed) and its kommentar."""

    KIND: ClassVar[str] = "fokusomrade"
    SCALE: ClassVar[Scale | None] = UPPDRAG

    id: str
    namn: str
    status: str | None = None
    kommentar: str | None = None
    att_se_over: tuple[str, ...] = ()
    tysta: tuple[str, ...] = ()
    extra: Extra = ()
    uppdrag: tuple[Uppdrag, ...] = ()

    @property
    def children(self) -> tuple[Item, ...]:
        """Its uppdrag."""
        return self.uppdrag


@dataclass(frozen=True, slots=True)
class Indikator:
    """A measure with its outcome and target; numbers keep the decimals they are written with."""

    KIND: ClassVar[str] = "indikator"
    SCALE: ClassVar[Scale | None] = None

    id: str
    namn: str
    utfall: Decimal | int | None = None
    malvarde: Decimal | int | str | None = None
    enhet: str | None = None
    riktning: str | None = None
    matningar: tuple[str, ...] = ()
    kommentar: str | None = None
    tysta: tuple[str, ...] = ()
    extra: Extra = ()

    @property
    def children(self) -> tuple[Item, ...]:
        """An indikator has nothing below it."""
        return ()


Item = Fokusomrade | Uppdrag | Aktivitet | Indikator
"""Anything in a plan that has an id."""

KINDS: Mapping[str, type[Item]] = {kind.KIND: kind for kind in (Fokusomrade, Uppdrag, Aktivitet, Indikator)}
"""Item types by the name that their tables have in TOML."""


HEADERS: Mapping[str, str] = {
    "fokusomrade": "fokusomrade",
    "uppdrag": "fokusomrade.uppdrag",
    "aktivitet": "fokusomrade.uppdrag.aktivitet",
    "indikator": "indikator",
}
"""What stands between the double brackets above an item's table in TOML, by kind."""


@dataclass(frozen=True)
class Plan:
    """One förvaltning's plan for one year: the whole of one file."""

    forvaltning: str
    ar: int
    extra: Extra = ()
    fokusomraden: tuple[Fokusomrade, ...] = ()
    indikatorer: tuple[Indikator, ...] = ()

    @property
    def name(self) -> str:
        """How people name the plan on the command line: ``2019/regionkontoret``."""
        return f"{self.ar}/{self.forvaltning}"

    @property
    def uppdrag(self) -> Iterator[Uppdrag]:
        """Every uppdrag, in the order of the file."""
        return (uppdrag for omrade in self.fokusomraden for uppdrag in omrade.uppdrag)

    @property
    def aktiviteter(self) -> Iterator[Aktivitet]:
        """Every aktivitet, in the order of the file."""
        return (aktivitet for uppdrag in self.uppdrag for aktivitet in uppdrag.aktiviteter)

    @cached_property
    def parents(self) -> Mapping[str, str]:
        """The id of the item above each item, by id; `PLAN_ID` for what stands at the top. In file order."""
        parents: dict[str, str] = {}
        for omrade in self.fokusomraden:
            parents[omrade.id] = PLAN_ID
            for uppdrag in omrade.uppdrag:
                parents[uppdrag.id] = omrade.id
                for aktivitet in uppdrag.aktiviteter:
                    parents[aktivitet.id] = uppdrag.id
        for indikator in self.indikatorer:
            parents[indikator.id] = PLAN_ID
        return parents

    @property
    def all_items(self) -> Iterator[Item]:
        """Every item, in file order: fokusområden with all below them, then indikatorer."""
        for omrade in self.fokusomraden:
            yield omrade
            for uppdrag in omrade.uppdrag:
                yield uppdrag
                yield from uppdrag.aktiviteter
        yield from self.indikatorer

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Every item by its id, in file order."""
        return {item.id: item for item in self.all_items}


CHILD_FIELDS: Mapping[type[Item] | type[Plan], Mapping[str, str]] = {
    Plan: {"fokusomrade": "fokusomraden", "indikator": "indikatorer"},
    Fokusomrade: {"uppdrag": "uppdrag"},
    Uppdrag: {"aktivitet": "aktiviteter"},
    Aktivitet: {},
    Indikator: {},
}
"""For each type, the kinds it holds and the field they stand in."""


_OWN_FIELDS: Mapping[type[Any], tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind) if field.name not in {"id", "extra", *child_fields.values()})
    for kind, child_fields in CHILD_FIELDS.items()
}


def own_fields(kind: type[Any]) -> tuple[str, ...]:
    """Return the fields that an item of this type has in its own table: not its id, extras or children."""
    return _OWN_FIELDS[kind]
