"""Swedish for changes: kinds counted and inflected, statuses in running text, one phrase for each change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from data.changes import AddItem, Change, MoveItem, RemoveItem, SetField
from data.indicators import DIRECTIONS
from data.numerals import decimal
from data.plain_text import one_line
from data.plan import Aktivitet, Fokusomrade, Indikator, Item, Plan, Uppdrag
from data.status import EJ_BEDOMD, Status

_NAMES: dict[type[Item], tuple[str, str]] = {
    Fokusomrade: ("fokusområde", "fokusområden"),
    Uppdrag: ("uppdrag", "uppdrag"),
    Aktivitet: ("aktivitet", "aktiviteter"),
    Indikator: ("indikator", "indikatorer"),
}
_PARTICIPLES = {
    "ändra": ("ändrad", "ändrat", "ändrade"),
    "lägga till": ("tillagd", "tillagt", "tillagda"),
    "ta bort": ("borttagen", "borttaget", "borttagna"),
    "flytta": ("flyttad", "flyttat", "flyttade"),
}
_LABELS = {
    "mal": "mål",
    "malvarde": "målvärde",
    "att_se_over": "att se över",
    "matningar": "mätningar",
    "tysta": "tystade regler",
    "ar": "år",
    "forvaltning": "förvaltning",
}
_SHORT = 40
"""Values of more characters than this are not spelled out."""
_NEUTER = {"mål", "målvärde", "utfall", "namn", "diarienummer", "slut"}


def counted(kind: type[Item], number: int) -> str:
    """Return a number of items: ``1 aktivitet``, ``2 uppdrag``."""
    return f"{number} {named_kind(kind, number)}"


def counted_kinds(items: Iterable[Item]) -> str:
    """Count items by kind: ``4 uppdrag och 1 fokusområde``."""
    return listed([counted(kind, number) for kind, number in Counter(map(type, items)).items()])


_THE: dict[type[Item], str] = {
    Fokusomrade: "fokusområdet",
    Uppdrag: "uppdraget",
    Aktivitet: "aktiviteten",
    Indikator: "indikatorn",
}


def named_kind(kind: type[Item], number: int = 1) -> str:
    """Return what items of a kind are called: ``fokusområde``, ``aktiviteter``."""
    return _NAMES[kind][number != 1]


def with_all_below(kind: type[Item], below: Mapping[type[Item], int]) -> str:
    """Return an item and what stands below it: ``uppdraget och dess 4 aktiviteter``, ``aktiviteten``."""
    counts = [counted(child, number) for child, number in below.items()]
    if counts:
        (first, number), *_ = below.items()
        counts[0] = f"dess enda {named_kind(first)}" if number == 1 else f"dess {counts[0]}"
    return listed([_THE[kind], *counts])


def field_label(field: str) -> str:
    """Return what a field is called in running text: ``mål``, ``diarienummer``."""
    return one_line(_LABELS.get(field, field))


def participle(verb: str, kind: type[Item], number: int = 1) -> str:
    """Return what has been done to items of a kind: ``tillagt``, ``ändrade``. Verbs: ändra, flytta, ta bort …"""
    common, neuter, plural = _PARTICIPLES[verb]
    return plural if number != 1 else neuter if kind in (Fokusomrade, Uppdrag) else common


def listed(words: Sequence[str]) -> str:
    """Return the words as a Swedish list: ``a, b och c``."""
    return " och ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def shortened(text: str, length: int) -> str:
    """Return the text on one line and visible, at most `length` characters, cut at a word with … where needed."""
    text = one_line(text)
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    at_word = cut.rpartition(" ")[0]
    return (at_word if len(at_word) > length // 2 else cut).rstrip(" ,;:–-") + "…"


def status_words(status: Status) -> str:
    """Return a status as it stands in running text: ``uppfylls delvis``, ``pågår``, ``ej bedömd``."""
    if status is EJ_BEDOMD:
        return status.label.lower()
    return status.label.partition(" ")[2].removeprefix("är ")


_PLURALS = {"pausad": "pausade", "ej startad": "ej startade", "ej bedömd": "ej bedömda"}


def with_status(number: int, status: Status) -> str:
    """Return how many have a status: ``3 uppfylls``, ``1 ej bedömd``, ``2 ej bedömda``."""
    words = status.short.lower()
    return f"{number} {words if number == 1 else _PLURALS.get(words, words)}"


def phrase(change: Change, item: Item | Plan, known: Mapping[str, Item]) -> str:
    """Tell a change to an item in a few words: ``uppfylls → uppfylls delvis``, ``kommentar ändrad``.

    `known` holds the items, by id, that may be named: those of the plan as it was.
    """
    match change:
        case SetField():
            return _set(change, item)
        case AddItem(added):
            status = added.SCALE.of(getattr(added, "status", None)) if added.SCALE else EJ_BEDOMD
            told = participle("lägga till", type(added))
            return told if status is EJ_BEDOMD else f"{told}, {status_words(status)}"
        case RemoveItem(removed):
            return participle("ta bort", type(removed))
        case MoveItem(_, before, after):
            told = "flyttad" if isinstance(item, Plan) else participle("flytta", type(item))
            if before.parent == after.parent:
                return f"{told} i ordningen"
            return f"{told} från {shortened(known[before.parent].namn, 60)}" if before.parent in known else told


def _set(change: SetField, item: Item | Plan) -> str:
    scale = None if isinstance(item, Plan) else item.SCALE
    if change.field == "status" and scale is not None:
        return f"{status_words(scale.of(change.old))} → {status_words(scale.of(change.new))}"
    if change.field == "regiongemensamt":
        return "nu regiongemensamt" if change.new else "inte längre regiongemensamt"
    label = field_label(change.field)
    before, after = _short(change.field, change.old), _short(change.field, change.new)
    if change.field != "kommentar" and before is not None and after is not None:
        return f"{label} {before or 'saknas'} → {after or 'saknas'}"
    verb = "lägga till" if change.old is None else "ta bort" if change.new is None else "ändra"
    return f"{label} {_PARTICIPLES[verb][label in _NEUTER]}"


def _short(field: str, value: Any) -> str | None:
    """Return a value that is short enough to spell out, empty for none; else None."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal | date):
        return None
    if field == "riktning":
        return DIRECTIONS.get(str(value), str(value))
    told = decimal(value) if isinstance(value, int | Decimal) else one_line(str(value))
    return told if len(told) <= _SHORT else None
