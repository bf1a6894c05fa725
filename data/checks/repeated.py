"""Rules on what stands twice in a plan: comments and names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from data.checks.rule import Hit, Level, PlanSeen, Rule
from data.plain_text import one_line
from data.plan import Aktivitet, Item, Uppdrag
from data.wording import named_kind

_WORD = re.compile(r"\w+")
_RUN = 5
"""Words in a row that two texts seldom share by chance."""
_FEWEST = 10
"""Shorter comments are said of many things: ”Arbetet löper enligt plan.”"""
_MOST_OF_IT = 0.6
"""How much of the shorter comment stands in the other one, too, when it is taken for the same."""


def _comments(seen: PlanSeen) -> Iterator[Hit]:
    """Tell each comment that has most of an earlier one in it; each run of words belongs to the first that has it.

    The texts of fokusområden are left out: drafted from the same sentences, they are bound to be alike.
    """
    first: dict[tuple[str, ...], str] = {}
    sizes: dict[str, int] = {}
    items: Iterator[Uppdrag | Aktivitet] = chain(seen.plan.uppdrag, seen.plan.aktiviteter)
    for item in items:
        words = _WORD.findall((item.kommentar or "").casefold())
        if len(words) < _FEWEST:
            continue
        runs = set(zip(*(words[start:] for start in range(_RUN)), strict=False))
        sizes[item.id] = len(runs)
        shared = Counter(first[run] for run in runs if run in first)
        for run in runs:
            first.setdefault(run, item.id)
        for other, number in shared.most_common(1):
            if number >= _MOST_OF_IT * min(len(runs), sizes[other]):
                told = "är nästan densamma som" if number < max(len(runs), sizes[other]) else "är densamma som"
                message = f"kommentaren {told} den på {_called(seen.plan.items[other])}; skriv en för var och en"
                yield Hit(item.id, "kommentar", message, also=(other,))


def _called(item: Item) -> str:
    return f"{named_kind(type(item))} {item.id}"


def _names(seen: PlanSeen) -> Iterator[Hit]:
    """A regiongemensamt uppdrag and the förvaltning's own part in it often share a name, and may."""
    plan = seen.plan
    shared = [uppdrag for uppdrag in plan.uppdrag if uppdrag.regiongemensamt]
    own = [uppdrag for uppdrag in plan.uppdrag if not uppdrag.regiongemensamt]
    for items in (plan.fokusomraden, shared, own, plan.indikatorer):
        yield from _same_name(items)
    for uppdrag in plan.uppdrag:
        yield from _same_name(uppdrag.aktiviteter)


def _same_name(items: Iterable[Item]) -> Iterator[Hit]:
    first: dict[str, str] = {}
    for item in items:
        other = first.setdefault(one_line(item.namn).casefold().rstrip(" ."), item.id)
        if other != item.id:
            message = f"namnet står också på {named_kind(type(item))} {other}; slå ihop dem, eller skilj dem åt"
            yield Hit(item.id, "namn", message, also=(other,))


RULES = (
    Rule(
        "samma-kommentar",
        Level.VARNING,
        "Samma kommentar på två ställen är ofta en kopiering som blev kvar, så att det ena uppdraget saknar sin "
        "egen. Det räcker att det mesta av den kortare står i den andra; korta kommentarer räknas inte.",
        in_plan=_comments,
    ),
    Rule(
        "samma-namn",
        Level.TIPS,
        "Två uppdrag, fokusområden eller indikatorer med samma namn i en plan, eller två aktiviteter i ett "
        "uppdrag, är svåra att hålla isär och kan vara samma sak två gånger. Ett regiongemensamt "
        "och ett eget får heta lika.",
        in_plan=_names,
    ),
)
