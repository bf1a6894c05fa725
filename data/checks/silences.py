"""Where somebody has silenced a rule, with a reason: for all files in `region.toml`, or on one item."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches

from data.checks.rule import Hit, Level, PlanSeen, RegionSeen, Rule, YearSeen
from data.plain_text import one_line
from data.schema import SILENCE


def rules_of(silences: Iterable[str]) -> set[str]:
    """Return the rules that are silenced by texts such as ``samma-namn: de är två olika``."""
    return {_rule(text) for text in silences}


def is_silenced(hit: Hit, rule: str, on_items: Mapping[str, Collection[str]]) -> bool:
    """Tell whether a rule is silenced on any of the items that a finding is about; `on_items`: rules by id."""
    return any(rule in on_items.get(id, ()) for id in (hit.id, *hit.also))


def how_to_silence(rule: str) -> str:
    """Return a Swedish sentence on how a rule is silenced."""
    on_item = f'tysta = ["{rule}: skälet"]'
    everywhere = f'[[tyst]] med regel = "{rule}" och skal = "skälet"'
    return f"Regeln tystas på en rad i planen med {on_item}, eller i hela regionen med {everywhere} i region.toml."


def _rule(text: str) -> str:
    found = SILENCE.fullmatch(text)
    return found["rule"] if found else ""


def _in_plan(seen: PlanSeen) -> Iterator[Hit]:
    for item in seen.plan.items.values():
        yield from _unknown(item.id, item.tysta, seen.rules)


def _in_year(seen: YearSeen) -> Iterator[Hit]:
    for mal in seen.decided.mal:
        yield from _unknown(mal.id, mal.tysta, seen.rules)


def _unknown(id: str, silences: Iterable[str], rules: Collection[str]) -> Iterator[Hit]:
    for text in silences:
        if (rule := _rule(text)) not in rules:
            yield Hit(id, "tysta", _told(rule, rules), text)


def _in_region(seen: RegionSeen) -> Iterator[Hit]:
    for ordinal, tyst in enumerate(seen.region.tysta):
        if tyst.regel not in seen.rules:
            yield Hit(str(ordinal), "regel", _told(tyst.regel, seen.rules), tyst.regel)


def _told(rule: str, rules: Collection[str]) -> str:
    close = get_close_matches(rule, sorted(rules), n=1)
    return f'regeln "{one_line(rule)}" finns inte; ' + (
        f"menade du {close[0]}?" if close else "docs/regler.md visar vilka som finns"
    )


RULES = (
    Rule(
        "okand-regel",
        Level.VARNING,
        "En tystad regel som inte finns tystar ingenting: namnet är felskrivet, eller regeln heter numera något "
        "annat.",
        in_plan=_in_plan,
        in_year=_in_year,
        in_region=_in_region,
    ),
)
