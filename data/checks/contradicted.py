"""The rule on comments that speak of trouble under a green status: a hint, since words alone tell little."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.checks.rule import Hit, Level, PlanSeen, Rule
from data.plain_text import one_line
from data.plan import Aktivitet, Fokusomrade, Indikator, Uppdrag
from data.status import UPPDRAG
from data.wording import listed, status_words

_GREEN = {Uppdrag: UPPDRAG.values[0], Aktivitet: "klar"}

_TROUBLE = re.compile(
    r"""\b(?:
        försena(?:d|t|de|s|ts|des)? | förseningar?(?:na|en)? | fördröj(?:d|t|da|s|ts|des|ning|ningar)
      | pausa(?:d|t|de|s|ts|des) | senarelagt?s? | senarelagd?a? | avstannat? | avstannade | uppskjut(?:en|et|na)
      | (?:skjut(?:its|s|ts)|sköts)\s+(?:fram|upp) | avbrut(?:en|et|its|na) | avbröts
      | (?:inte|ej)\s+(?:\w+\s+){0,2}?(?:upp)?nå(?:s|tts?|ddes|dd|dda|tt)
      | (?:inte|ej)\s+(?:\w+\s+){0,2}?uppfyll(?:s|ts|des|d|t|da|as)
      | (?:inte|ej)\s+(?:\w+\s+)?(?:klart?|klara|genomför(?:ts|d|t|da)|påbörja(?:d|t|de|ts)|startat?|startats)
      | (?:upp)?nås\s+(?:inte|ej) | uppfylls\s+(?:inte|ej)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:inte|ej|ingen|inga|inget|utan|aldrig|varken|icke|trots|undvik\w*|förhindra\w*|minska\w*|motverka\w*|slapp)"
    r"\b(?:\s+\w+){0,4}\s+$",
    re.IGNORECASE,
)
_REACH = 80
"""How many characters before a word may deny it."""


def _in_comments(seen: PlanSeen) -> Iterator[Hit]:
    for item in seen.plan.items.values():
        if isinstance(item, Fokusomrade | Indikator) or not item.kommentar:
            continue
        if item.status != _GREEN[type(item)]:
            continue
        found = [one for one in _TROUBLE.finditer(item.kommentar) if not _denied(item.kommentar, one)]
        if found:
            words = listed(list(dict.fromkeys(f"”{one_line(one[0])}”" for one in found)))
            status = status_words(item.SCALE.of(item.status)) if item.SCALE else ""
            message = f"kommentaren säger {words}, men status är {status}; se efter vilket som stämmer"
            yield Hit(item.id, "kommentar", message, item.kommentar, found[0].start())


def _denied(text: str, found: re.Match[str]) -> bool:
    """Tell whether the words before it, in the same sentence, say that it is not so."""
    before = re.split(r"[.!?;:,\n]", text[max(0, found.start() - _REACH) : found.start()])[-1]
    return _DENIED.search(before) is not None


RULES = (
    Rule(
        "kommentar-mot-status",
        Level.TIPS,
        "En kommentar som talar om förseningar, pauser eller något som inte uppnås under ett uppdrag som uppfylls, "
        "eller en aktivitet som är klar, får läsaren att undra vilket som stämmer.",
        in_plan=_in_comments,
    ),
)
