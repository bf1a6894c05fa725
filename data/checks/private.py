"""Rules on what should not come out in a published report. Messages never repeat it: they may end up in a log."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from data.checks.rule import Hit, Level, PlanSeen, Rule
from data.personnummer import find_personnummer
from data.plan import PLAN_ID, Item, Plan, own_fields

_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w-])")


def _personnummer(seen: PlanSeen) -> Iterator[Hit]:
    yield from _where(seen, find_personnummer, "här står något som ser ut som ett personnummer; ta bort det")


def _addresses(seen: PlanSeen) -> Iterator[Hit]:
    def found(text: str) -> list[tuple[int, int]]:
        return [one.span() for one in _ADDRESS.finditer(text)] if "@" in text else []

    yield from _where(seen, found, "här står en e-postadress; ta bort den om den inte ska publiceras")


def _where(seen: PlanSeen, find: Callable[[str], list[tuple[int, int]]], message: str) -> Iterator[Hit]:
    for id, owner in ((PLAN_ID, seen.plan), *seen.plan.items.items()):
        for key, text in _texts(owner):
            for start, _ in find(text):
                yield Hit(id, key, message, text, start)


def _texts(owner: Item | Plan) -> Iterator[tuple[str, str]]:
    """Give every text of an item with its key, those of unknown keys too."""
    values: list[tuple[str, Any]] = [(name, getattr(owner, name)) for name in own_fields(type(owner))]
    for key, value in (*values, *owner.extra):
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str):
                yield key, text


RULES = (
    Rule(
        "personnummer",
        Level.VARNING,
        "Personnummer och samordningsnummer får inte följa med i en rapport som publiceras. Datum och "
        "kontrollsiffra prövas, så andra nummer tas sällan för ett.",
        in_plan=_personnummer,
    ),
    Rule(
        "e-post",
        Level.TIPS,
        "E-postadresser är personuppgifter när de hör till någon, och hör sällan hemma i en rapport som "
        "publiceras.",
        in_plan=_addresses,
    ),
)
