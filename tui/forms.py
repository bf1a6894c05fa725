"""The forms for items: which fields each kind has, what they are called, and how they begin. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from data.indicators import DIRECTIONS
from data.plan import Aktivitet, Fokusomrade, Indikator, Item, Plan, Uppdrag
from data.rules import Entry, shown

Typed = str | bool | tuple[str, ...]
"""What a field of a form holds: a text as it is typed, yes or no, or the mål that are chosen."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One line of a form."""

    name: str
    """The field, as in the plan."""
    label: str
    hint: str = ""
    """How it is written, shown below it until something is wrong."""
    choices: tuple[tuple[Typed, str], ...] = ()
    """What may be chosen and how it is written, where nothing is typed."""
    empty: Typed = ""
    """What it holds when there is nothing."""


_NAMN = FormField("namn", "Namn")
_ANSVARIG = FormField("ansvarig", "Ansvarig", "Högerpil tar förslaget.")
_START = FormField("start", "Start", "År-månad-dag, till exempel 2025-01-15.")
_SLUT = FormField("slut", "Slut", "År-månad-dag, till exempel 2025-12-20.")

FIELDS: Mapping[type[Item], tuple[FormField, ...]] = {
    Fokusomrade: (_NAMN,),
    Uppdrag: (
        _NAMN,
        _ANSVARIG,
        _START,
        _SLUT,
        FormField("mal", "Mål", "Enter väljer i en lista.", empty=()),
        FormField("regiongemensamt", "Regiongemensamt", choices=((False, "Nej"), (True, "Ja")), empty=False),
        FormField("diarienummer", "Diarienummer"),
        FormField("ursprung", "Ursprung", "Till exempel beslut, interpellation eller yrkande."),
    ),
    Aktivitet: (_NAMN, _ANSVARIG, _START, _SLUT),
    Indikator: (
        _NAMN,
        FormField("utfall", "Utfall", "Ett tal, till exempel 2,99."),
        FormField("malvarde", "Målvärde", "Ett tal eller en text, till exempel 4,0 eller minst 90."),
        FormField("enhet", "Enhet", "Till exempel % eller dagar."),
        FormField(
            "riktning",
            "Riktning",
            choices=(
                ("", "Ej angiven"),
                *((value, f"{words[0].upper()}{words[1:]}") for value, words in DIRECTIONS.items()),
            ),
        ),
        FormField("matningar", "Mätningar", "Tidigare utfall, till exempel 2019-04: 2,9; 2019-08: 3,1."),
    ),
}
"""The fields of each kind's form, in order."""


def blank(kind: type[Item]) -> dict[str, Typed]:
    """Return the form of an item that does not exist yet."""
    return {field.name: field.empty for field in FIELDS[kind]}


def filled(item: Item) -> dict[str, Typed]:
    """Return the form of an item, as it is."""
    return {field.name: _typed(field, getattr(item, field.name)) for field in FIELDS[type(item)]}


def edited(entry: Entry, before: Mapping[str, Typed], after: Mapping[str, Typed]) -> dict[str, Any]:
    """Return the values of the fields that somebody has changed; what was only looked at stays as it is written."""
    return {name: entry.values[name] for name in differing(before, after)}


def differing(before: Mapping[str, Typed], after: Mapping[str, Typed]) -> dict[str, Typed]:
    """Return the fields that hold something else than before."""
    return {name: text for name, text in after.items() if text != before.get(name)}


def written(texts: Mapping[str, Typed]) -> str:
    """Return fields as one text, for a draft."""
    return json.dumps(texts)


def restored(text: str) -> dict[str, Typed]:
    """Return the fields of a draft; none when the text is not one."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    found = told.items() if isinstance(told, dict) else ()
    return {name: tuple(map(str, value)) if isinstance(value, list) else value for name, value in found}


def fitting(texts: Mapping[str, Typed], before: Mapping[str, Typed]) -> dict[str, Typed]:
    """Return those fields of a draft that a form has, of the sort that it holds, where they differ."""
    known = {name: text for name, text in texts.items() if name in before and type(text) is type(before[name])}
    return differing(before, known)


def responsible(plans: Iterable[Plan]) -> list[str]:
    """Return everybody who answers for something in these plans, the most common first."""
    counts: dict[str, int] = {}
    for plan in plans:
        named = [uppdrag.ansvarig for uppdrag in plan.uppdrag] + [
            aktivitet.ansvarig for aktivitet in plan.aktiviteter
        ]
        for name in filter(None, named):
            counts[name] = counts.get(name, 0) + 1
    return sorted(counts, key=lambda name: (-counts[name], name))


def _typed(field: FormField, value: Any) -> Typed:
    return value if isinstance(field.empty, bool | tuple) else shown(value)
