"""Rules on a fokusområde's verdict and text beside its uppdrag."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.checks.rule import Hit, Level, PlanSeen, Rule
from data.checks.silences import rules_of
from data.checks.told_counts import Counted, Named, counted_in, named_in
from data.counts import counts
from data.drafting import objection
from data.numerals import in_words, of
from data.plain_text import one_line
from data.plan import Fokusomrade, Uppdrag
from data.status import EJ_BEDOMD, UPPDRAG, Status
from data.wording import listed, shortened, status_words

_COUNTS, _NAMES, _VERDICT = "antal-i-text", "gammalt-utkast", "bedomning-mot-antal"


def to_look_at(omrade: Fokusomrade, *, forecast: bool = False) -> Iterator[str]:
    """Give where a fokusområde's verdict and text pull apart from its uppdrag, a sentence each.

    What is silenced on it is left out. In a `forecast` the sentences say what uppdrag are expected to come to.
    """
    silenced = rules_of(omrade.tysta)
    objected = None if _VERDICT in silenced else objection(omrade, forecast=forecast)
    if objected is not None:
        yield objected
    for rule, hits in ((_COUNTS, _numbers_of(omrade)), (_NAMES, _names_of(omrade))):
        if rule not in silenced:
            yield from (f"{hit.message[0].upper()}{hit.message[1:]}." for hit in hits)


def _numbers(seen: PlanSeen) -> Iterator[Hit]:
    return (hit for omrade in seen.plan.fokusomraden for hit in _numbers_of(omrade))


def _numbers_of(omrade: Fokusomrade) -> Iterator[Hit]:
    """Give the numbers in its text that are others; while no uppdrag is judged, nobody knows what they are."""
    text = omrade.kommentar or ""
    for told in counted_in(text) if any(uppdrag.status for uppdrag in omrade.uppdrag) else ():
        groups = _groups(told, omrade.uppdrag)
        if not groups or any(_agrees(told, group) for group in groups):
            continue
        facts = _facts(told, groups[0])
        message = f"texten säger ”{shortened(told.words, 60)}”, men i planen är det {facts}; rätta det ena"
        yield Hit(omrade.id, "kommentar", message, text, told.at)


def _names(seen: PlanSeen) -> Iterator[Hit]:
    return (hit for omrade in seen.plan.fokusomraden for hit in _names_of(omrade))


def _names_of(omrade: Fokusomrade) -> Iterator[Hit]:
    text = omrade.kommentar or ""
    for told in named_in(text):
        wrong = next(filter(None, (_otherwise(told, namn, omrade.uppdrag) for namn in told.names)), None)
        if wrong:
            yield Hit(omrade.id, "kommentar", f"{wrong}; uppdatera texten", text, told.at)


def _verdicts(seen: PlanSeen) -> Iterator[Hit]:
    for omrade in seen.plan.fokusomraden:
        told = objection(omrade)
        if told is not None:
            why = "ändra den, eller skriv varför i kommentaren"
            yield Hit(omrade.id, "status", f"{told[0].lower()}{told[1:].rstrip('.')}; {why}")


def _groups(told: Counted, uppdrag: Sequence[Uppdrag]) -> list[Sequence[Uppdrag]]:
    """Return the uppdrag that a sentence may be about: where it tells no sort, all of them or those of one sort."""
    shared = [one for one in uppdrag if one.regiongemensamt]
    own = [one for one in uppdrag if not one.regiongemensamt]
    groups = [uppdrag, shared, own] if told.shared is None else [shared] if told.shared else [own]
    return [group for group in groups if any(one.status for one in group)]


def _agrees(told: Counted, group: Sequence[Uppdrag]) -> bool:
    if told.whole not in (None, len(group)):
        return False
    return _number(told, group) == (len(group) if told.part is None else told.part)


def _number(told: Counted, group: Sequence[Uppdrag]) -> int:
    counted = counts(UPPDRAG, group)
    return sum(counted[status] for status in told.statuses)


def _facts(told: Counted, group: Sequence[Uppdrag]) -> str:
    number = _number(told, group)
    return of(number, len(group), neuter=True) if number else f"inget av {in_words(len(group), neuter=True)}"


def _otherwise(told: Named, namn: str, uppdrag: Sequence[Uppdrag]) -> str | None:
    """Return what is wrong with what a text says of the uppdrag with a name; None when all is well."""
    meant = [one for one in uppdrag if one_line(one.namn) == one_line(namn)]
    if not meant:
        return f"texten nämner uppdraget ”{shortened(namn, 60)}”, som inte finns i fokusområdet"
    statuses = [UPPDRAG.of(one.status) for one in meant]
    if any(status.value in told.statuses for status in statuses):
        return None
    words = listed(list(dict.fromkeys(_is(status) for status in statuses)))
    return f"texten säger att ”{shortened(namn, 60)}” {told.verdict}, men uppdraget {words}"


def _is(status: Status) -> str:
    return "är inte bedömt" if status is EJ_BEDOMD else status_words(status)


RULES = (
    Rule(
        _COUNTS,
        Level.VARNING,
        "Antalen i fokusområdets kommentar ska vara de som rapporten visar bredvid: ”Två av tre uppdrag uppfylls” "
        "stämmer inte längre när en bedömning har ändrats.",
        in_plan=_numbers,
    ),
    Rule(
        _NAMES,
        Level.VARNING,
        "Ett utkast till fokusområdets text nämner uppdrag inom citattecken. Har uppdraget sedan fått en annan "
        "bedömning eller ett annat namn säger texten något annat än planen.",
        in_plan=_names,
    ),
    Rule(
        _VERDICT,
        Level.TIPS,
        "Bedömningen av ett fokusområde är en människas, men när den drar åt ett annat håll än uppdragen vill "
        "läsaren veta varför. Det sägs när färre än hälften av de bedömda uppdragen har samma bedömning, eller "
        "jämnt hälften och något säger tvärtom; om ”delvis” när alla uppfylls eller inget. Programmet ändrar den "
        "aldrig.",
        in_plan=_verdicts,
    ),
)
