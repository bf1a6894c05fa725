"""Rules on what time has passed by: comments older than the status they explain, and end dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from data.blame import Blamed, blame
from data.changes import AddItem, SetField
from data.checks.rule import Hit, Level, PlanSeen, Rule
from data.history import Event
from data.plan import Aktivitet, Fokusomrade, Indikator, Plan, Uppdrag
from data.status import UPPDRAG
from data.wording import status_words

_DONE = {Uppdrag: UPPDRAG.values[0], Aktivitet: "klar"}


def _comments(seen: PlanSeen) -> Iterator[Hit]:
    """Tell the comments that a later commit gave another status than the one they were written for."""
    if not any(_explained(item) for item in seen.plan.items.values()):
        return
    events = seen.past()
    order = {event.id: place for place, event in enumerate(events)}
    for one in blame(seen.plan, events):
        judged = _judged_anew(one)
        if one.status is None or one.kommentar is None or judged is None:
            continue
        if order[one.status.id] < order[one.kommentar.id]:
            days = f"{one.status.when.date()}, kommentaren är från {one.kommentar.when.date()}"
            message = f"status ändrades från {judged} {days}; läs om den och skriv vad som har hänt"
            yield Hit(one.item.id, "kommentar", message)


def _explained(item: Any) -> bool:
    return not isinstance(item, Indikator) and bool(item.status and item.kommentar)


def _judged_anew(one: Blamed) -> str | None:
    """Return the status before the one there is, in words; None when this is the first, or is not committed."""
    item = one.item
    if isinstance(item, Indikator) or not _as_committed(one, "status") or not _as_committed(one, "kommentar"):
        return None
    old = next((change.old for change in _changes(one.status, item.id) if change.field == "status"), None)
    return status_words(item.SCALE.of(old)) if old is not None and item.SCALE else None


def _as_committed(one: Blamed, field: str) -> bool:
    """Tell whether the file has the value that the last commit to set it gave."""
    event: Event | None = getattr(one, field)
    for change in event.changes if event else ():
        match change:
            case SetField(id, name, _, new) if (id, name) == (one.item.id, field):
                return bool(new == getattr(one.item, field))
            case AddItem(item) if item.id == one.item.id:
                return bool(getattr(item, field) == getattr(one.item, field))
            case _:
                pass
    return False


def _changes(event: Event | None, id: str) -> Sequence[SetField]:
    found = event.changes if event else ()
    return [change for change in found if isinstance(change, SetField) and change.id == id]


def _ends(seen: PlanSeen) -> Iterator[Hit]:
    last = min(seen.today, _end_of(seen.plan))
    for item in seen.plan.items.values():
        if isinstance(item, Fokusomrade | Indikator) or item.slut is None or item.slut >= last:
            continue
        if item.status != _DONE[type(item)]:
            status = status_words(item.SCALE.of(item.status)) if item.SCALE else ""
            message = f"slutdatumet {item.slut} har passerat, men status är {status}; ändra det ena"
            yield Hit(item.id, "slut", message)


def _end_of(plan: Plan) -> date:
    """Return the day when a plan's year is over: what was to be done later than that is no longer its business."""
    return date(plan.ar + 1, 1, 1)


RULES = (
    Rule(
        "gammal-kommentar",
        Level.TIPS,
        "När en bedömning ändras men inte kommentaren förklarar texten den gamla bedömningen. Det syns i "
        "historiken, så regeln gäller bara det som är incheckat, i planer vars årsredovisning inte är stängd.",
        in_plan=_comments,
    ),
    Rule(
        "passerat-slut",
        Level.VARNING,
        "Ett slutdatum som har passerat utan att uppdraget uppfylls eller aktiviteten är klar behöver ett nytt "
        "datum eller en ny bedömning. För ett tidigare års plan räknas till årets slut.",
        in_plan=_ends,
    ),
)
