"""Rules on plans beside what fullmäktige has decided: mål, and the names of fokusområden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from data.checks.rule import Hit, Level, PlanSeen, Rule, YearSeen
from data.mal import FILE, Mal, unknown
from data.malmatris import malmatris
from data.numerals import in_words
from data.plain_text import one_line
from data.plan import PLAN_ID
from data.region import FILE as REGION
from data.wording import listed

_ALIKE = 0.75
"""How much of two names must be in common (0–1) for one to be taken for the other's."""


def _lacking(seen: YearSeen) -> Iterator[Hit]:
    """A nämnd with a plan that cannot be read may have its uppdrag there, so it is not told."""
    found = (seen.region.forvaltning(id) for id in seen.unread)
    unsure = {forvaltning.namnd for forvaltning in found if forvaltning is not None}
    for row in malmatris(seen.decided, seen.region, seen.plans).rows:
        missing = [square.namnd for square in row.squares if square.missing and square.namnd not in unsure]
        if missing:
            told = f"målet ”{one_line(row.mal.namn)}” har inget uppdrag från {listed(missing)}"
            yield Hit(row.mal.id, "namnder", f"{told}; lägg till ett, eller låt ett som finns peka på målet")


def _answered_by_none(seen: YearSeen) -> Iterator[Hit]:
    """Tell each unknown name once, where it stands first."""
    answering: dict[str, list[Mal]] = {}
    for mal in seen.decided.mal:
        for name in mal.namnder:
            answering.setdefault(name, []).append(mal)
    for name, (first, *others) in answering.items():
        if seen.region.namnd(name) is None and seen.region.grupp(name, seen.decided.ar) is None:
            also = f" (också för {in_words(len(others), neuter=True)} mål till)" if others else ""
            told = f"”{one_line(name)}”{also} är varken [[namnd]] eller [[grupp]] i {REGION} för {seen.decided.ar}"
            yield Hit(first.id, "namnder", f"{told}; lägg till den, eller rätta namnet", also=_ids(others))


def _unknown(seen: PlanSeen) -> Iterator[Hit]:
    if seen.decided is None:
        return
    known = {mal.id for mal in seen.decided.mal}
    for uppdrag in seen.plan.uppdrag:
        for mal in uppdrag.mal:
            if mal not in known:
                yield Hit(uppdrag.id, "mal", unknown(mal, seen.plan.ar), mal)


def _serving_none(seen: PlanSeen) -> Iterator[Hit]:
    """Where no uppdrag of a plan points anywhere, that is one thing to tell, not eighty."""
    if seen.decided is None or not any(seen.decided.mal):
        return
    uppdrag = list(seen.plan.uppdrag)
    without = [one for one in uppdrag if not one.mal]
    if uppdrag and len(without) == len(uppdrag):
        yield Hit(PLAN_ID, "", f"inget uppdrag i planen pekar på något mål i {seen.plan.ar}/{FILE}; välj mål")
        return
    for one in without:
        yield Hit(one.id, "", "uppdraget pekar inte på något mål; välj ett, eller tysta regeln med ett skäl")


def _named_otherwise(seen: PlanSeen) -> Iterator[Hit]:
    if seen.decided is None or not seen.decided.fokusomraden:
        return
    by_id = {omrade.id: _plain(omrade.namn) for omrade in seen.decided.fokusomraden}
    names = list(by_id.values())
    for omrade in seen.plan.fokusomraden:
        namn = _plain(omrade.namn)
        if namn in names:
            continue
        meant = by_id.get(omrade.id) or next(iter(get_close_matches(namn, names, n=1, cutoff=_ALIKE)), None)
        told = f"fokusområdet heter ”{meant}” i" if meant else "fokusområdet finns inte i"
        yield Hit(omrade.id, "namn", f"{told} {seen.plan.ar}/{FILE}; ändra det ena")


def _ids(mal: Iterable[Mal]) -> tuple[str, ...]:
    return tuple(one.id for one in mal)


def _plain(namn: str) -> str:
    return one_line(namn)


RULES = (
    Rule(
        "mal-utan-uppdrag",
        Level.VARNING,
        "Ett mål som fullmäktige har gett en nämnd ska ha minst ett uppdrag från den nämnden, annars arbetar ingen "
        "mot målet. Nämnder vars planer inte finns i mappen räknas inte.",
        in_year=_lacking,
    ),
    Rule(
        "okand-namnd",
        Level.VARNING,
        "Ett mål som har getts till en nämnd eller grupp som inte finns i region.toml får ingen som svarar för det "
        "i rapporterna. Varje namn sägs en gång för varje år.",
        in_year=_answered_by_none,
    ),
    Rule(
        "okant-mal",
        Level.VARNING,
        "Ett uppdrag som pekar på ett mål som inte finns i årets mål och budget räknas inte till något mål i "
        "rapporterna.",
        in_plan=_unknown,
    ),
    Rule(
        "uppdrag-utan-mal",
        Level.TIPS,
        "När året har beslutade mål bör varje uppdrag peka på det mål som det bidrar till, så att det syns vad som "
        "görs för målet.",
        in_plan=_serving_none,
    ),
    Rule(
        "fokusomrade-namn",
        Level.VARNING,
        "Fokusområdena ska heta som i årets mål och budget, så att läsaren känner igen dem och förvaltningarna kan "
        "läggas bredvid varandra.",
        in_plan=_named_otherwise,
    ),
)
