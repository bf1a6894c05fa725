"""A new year's plan as lines to read before it is written: what goes along, what not, where it ends up. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.mal import FILE, MalOchBudget
from data.new_year import NewYear, undone
from data.plain_text import one_line
from data.plan import Aktivitet, Indikator, Uppdrag
from data.status import UPPDRAG
from data.successors import Ground, Successor
from data.wording import counted, counted_kinds, listed, shortened

_NAME = 60
"""Characters of a name in the list."""


def lines(found: NewYear, decided: MalOchBudget | None) -> Iterator[str]:
    """Give all that there is to know of a new plan, given what was decided for its year."""
    yield f"{found.plan.name}, ur {found.old.name}"
    yield from _omraden(found)
    told = counted_kinds(_with_aktiviteter(found))
    yield from _listed(f"Följer med ({told or 'inget'}):", [_carried(found, one) for one in found.carried])
    yield from _listed(f"Lämnas ({counted(Uppdrag, len(found.left))}):", [_left(one) for one in found.left])
    if found.plan.indikatorer:
        yield f"  {counted(Indikator, len(found.plan.indikatorer))} följer med, utan utfall och kommentar"
    yield from _unknown_mal(found, decided)


def _omraden(found: NewYear) -> Iterator[str]:
    ar = found.plan.ar
    if not found.successors:
        yield f"  Fokusområdena är som förut: {ar}/{FILE} finns inte."
    else:
        told = [_becomes(one, found) for one in found.successors]
        told += [f"{_omrade(one.id, one.namn)}: nytt, nämnden svarar för mål i det" for one in found.added]
        yield from _listed("Fokusområden:", told)


def _becomes(one: Successor, found: NewYear) -> str:
    old = _omrade(one.old.id, one.old.namn)
    if one.new is not None:
        doubt = "" if one.ground.sure else f"; annars --karta {one.old.id}=ID"
        return f"{old} → {_omrade(one.new.id, one.new.namn)} ({one.ground.value}{doubt})"
    carried = any(uppdrag.id in found.plan.items for uppdrag in one.old.uppdrag)
    what = "behålls" if carried else "lämnas: inget i det följer med"
    if one.ground is Ground.TOLD:
        return f"{old}: {what}"
    return f"{old}: {one.ground.value} {found.plan.ar}, {what}" + (
        f"; annars --karta {one.old.id}=ID" if carried else ""
    )


def _omrade(id: str, namn: str) -> str:
    return f"{one_line(id)} {shortened(namn, _NAME)}"


def _with_aktiviteter(found: NewYear) -> Iterator[Uppdrag | Aktivitet]:
    yield from found.carried
    for uppdrag in found.carried:
        yield from found.aktiviteter(uppdrag)


def _carried(found: NewYear, uppdrag: Uppdrag) -> str:
    along, of = len(found.aktiviteter(uppdrag)), len(uppdrag.aktiviteter)
    told = f", {along} av {counted(Aktivitet, of)}" if of else ""
    return f"{_named(uppdrag)}{told}"


def _left(uppdrag: Uppdrag) -> str:
    open = len(undone(uppdrag))
    told = f", {counted(Aktivitet, open)} inte klar{'a' if open != 1 else ''}" if open else ""
    return f"{_named(uppdrag)}{told}"


def _named(uppdrag: Uppdrag) -> str:
    status = UPPDRAG.of(uppdrag.status)
    return f"{status.sign} {status.short}  {shortened(uppdrag.namn, _NAME)} ({uppdrag.id})"


def _unknown_mal(found: NewYear, decided: MalOchBudget | None) -> Iterator[str]:
    """Tell of the mål that uppdrag go on to serve and that were not decided for the new year."""
    known = {mal.id for mal in decided.mal} if decided else set()
    lost = dict.fromkeys(mal for uppdrag in found.plan.uppdrag for mal in uppdrag.mal if mal not in known)
    if decided is not None and lost:
        yield f"  Mål som uppdragen har men som inte finns i {found.plan.ar}/{FILE}: {listed(list(lost))}"


def _listed(heading: str, told: Sequence[str]) -> Iterator[str]:
    yield f"  {heading}"
    yield from (f"    {one}" for one in told)
