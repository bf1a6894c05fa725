"""Changes told for people and machines: the commit message of a plan, derived from `diff` alone.

The subject says what happened in one line; the body tells it item by item below each fokusområde; trailers carry
ids and statuses for programs. Text from the plan is flattened to a line and made visible, and stands where it can
be neither a trailer nor a line that git takes for its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from data.changes import AddItem, Change, RemoveItem, SetField, by_item
from data.difference import diff
from data.plain_text import one_line
from data.plan import KINDS, PLAN_ID, Aktivitet, Fokusomrade, Indikator, Item, Plan, Uppdrag
from data.status import EJ_BEDOMD
from data.wording import counted, listed, participle, phrase, shortened, status_words

SUBJECT_LENGTH = 72
_SHORTEST_NAME = 20
_NAME_LENGTH = 60
_TOLD_ONE_BY_ONE = 40
"""More changed items than this are counted in the body, and get no trailers."""

_TRAILERS = {
    Fokusomrade: "Fokusomrade-Id",
    Uppdrag: "Uppdrag-Id",
    Aktivitet: "Aktivitet-Id",
    Indikator: "Indikator-Id",
}


@dataclass(frozen=True, slots=True)
class _Event:
    """All that happened to one item, or to the plan itself."""

    id: str
    item: Item | Plan
    """As it is now, or was when it is gone."""
    changes: tuple[Change, ...]
    phrases: tuple[str, ...]

    @property
    def verb(self) -> str:
        kinds = {type(change) for change in self.changes}
        verbs = ((AddItem, "lägga till"), (RemoveItem, "ta bort"), (SetField, "ändra"))
        return next((verb for kind, verb in verbs if kind in kinds), "flytta")

    @property
    def status(self) -> SetField | None:
        return next((c for c in self.changes if isinstance(c, SetField) and c.field == "status"), None)


def describe(old: Plan | None, new: Plan) -> str:
    """Return the message for the commit that makes `old` into `new`; None is a plan that was not there."""
    start = old if old is not None else Plan(new.forvaltning, new.ar)
    events = _events(start, new)
    few = len(events) <= _TOLD_ONE_BY_ONE
    prefix = f"{one_line(new.forvaltning)} {new.ar}: "
    subject = _new_plan(prefix, new) if old is None else _subject(prefix, events)
    body = "\n\n".join(_sections(start, new, events, one_by_one=few))
    trailers = "\n".join(trailer for event in events for trailer in _trailers(event)) if few else ""
    return "\n\n".join(filter(None, (subject, body, trailers or f"Plan: {one_line(new.name)}"))) + "\n"


def told_in_full(old: Plan, new: Plan) -> str:
    """Return the body of such a message with every change told, however many: for who is to say yes to them."""
    return "\n\n".join(_sections(old, new, _events(old, new), one_by_one=True))


def describe_mended(name: str) -> str:
    """Return the message for a commit on top of a version that could not be read; `name` is the plan's."""
    year, _, forvaltning = name.partition("/")
    return f"{forvaltning} {year}: fil lagad\n\nPlan: {name}\n"


def describe_together(messages: Mapping[str, str]) -> str:
    """Return the message for one commit of several plans, from each plan's own by its name; of one, that one."""
    if len(messages) == 1:
        return next(iter(messages.values()))
    subjects, body, trailers = [], [], []
    for name, message in messages.items():
        *paragraphs, last = message.rstrip("\n").split("\n\n")
        subjects.append(paragraphs[0].partition(":")[0])
        body += paragraphs
        trailers += [f"Plan: {name}"] + [last] * (not last.startswith("Plan: "))
    subject = shortened(f"{len(messages)} planer: {', '.join(subjects)}", SUBJECT_LENGTH)
    return "\n\n".join([subject, *body, "\n".join(trailers)]) + "\n"


def _events(old: Plan, new: Plan) -> list[_Event]:
    """Return what happened, item by item, in the order of the new plan; what is gone comes last."""
    by_id = by_item(diff(old, new))
    order = (id for id in dict.fromkeys((PLAN_ID, *new.items, *old.items)) if id in by_id)
    return [_event(id, by_id[id], old, new) for id in order]


def _event(id: str, changes: Sequence[Change], old: Plan, new: Plan) -> _Event:
    item: Item | Plan = new if id == PLAN_ID else new.items.get(id) or old.items[id]
    status_first = sorted(changes, key=lambda c: not (isinstance(c, SetField) and c.field == "status"))
    return _Event(id, item, tuple(status_first), tuple(phrase(change, item, old.items) for change in status_first))


def _new_plan(prefix: str, plan: Plan) -> str:
    found = ((Uppdrag, sum(1 for _ in plan.uppdrag)), (Aktivitet, sum(1 for _ in plan.aktiviteter)))
    held = listed([counted(kind, number) for kind, number in found if number])
    return f"{prefix}ny plan" + (f" med {held}" if held else "")


def _subject(prefix: str, events: Sequence[_Event]) -> str:
    if not events:
        return f"{prefix}filen ändrad utan att något värde ändrats"
    if len(events) > 1:
        return prefix + _tally(events)
    event = events[0]
    if isinstance(event.item, Plan):
        return _cut(prefix + ", ".join(event.phrases))
    status = event.status
    if status is not None and event.item.SCALE is not None:
        rest = f" → {status_words(event.item.SCALE.of(status.new))}"
    else:
        rest = ": " + ", ".join(event.phrases)
    room = max(_SHORTEST_NAME, SUBJECT_LENGTH - len(prefix) - len(rest))
    return _cut(prefix + shortened(event.item.namn, room) + rest)


def _cut(subject: str) -> str:
    return subject if len(subject) <= SUBJECT_LENGTH else shortened(subject, SUBJECT_LENGTH)


def _tally(events: Iterable[_Event]) -> str:
    """Count what happened: ``3 uppdrag och 2 aktiviteter ändrade, 1 uppdrag tillagt``."""
    numbers = Counter((event.verb, type(event.item)) for event in events)
    told = []
    for verb in ("ändra", "lägga till", "ta bort", "flytta"):
        found = [(kind, numbers[verb, kind]) for kind in KINDS.values() if numbers[verb, kind]]
        if found:
            total = sum(number for _, number in found)
            held = listed([counted(kind, number) for kind, number in found])
            told.append(f"{held} {participle(verb, found[0][0], total)}")
    return ", ".join(told + ["planens egna uppgifter ändrade"] * bool(numbers["ändra", Plan]))


def _sections(old: Plan, new: Plan, events: Sequence[_Event], *, one_by_one: bool) -> Iterator[str]:
    """Give the body's paragraphs: one for each fokusområde that was touched, then indikatorer."""
    groups: dict[str, list[_Event]] = {}
    for event in events:
        groups.setdefault(_group(event, old, new), []).append(event)
    for heading, found in groups.items():
        lines = [_line(event, old, new) for event in found] if one_by_one else [_tally(found)]
        yield "\n".join([heading, *(f"  {line}" for line in lines)])


def _group(event: _Event, old: Plan, new: Plan) -> str:
    if isinstance(event.item, Plan):
        return "Planen"
    if isinstance(event.item, Indikator):
        return "Indikatorer"
    plan = new if event.id in new.items else old
    id = event.id
    while plan.parents[id] != PLAN_ID:
        id = plan.parents[id]
    name = shortened(plan.items[id].namn, _NAME_LENGTH)
    # A numbered heading; and no line may begin like what git reads in a mail ("diff -", "Index:", "---") or skips.
    plain = name[:1].isupper() and ":" not in name
    return name if plain and not id[0].isdigit() else f"{id} {name}"


def _line(event: _Event, old: Plan, new: Plan) -> str:
    told = "; ".join(event.phrases)
    if isinstance(event.item, Plan):
        return told
    if isinstance(event.item, Fokusomrade):
        return f"Fokusområdet: {told}"
    name = shortened(event.item.namn, _NAME_LENGTH)
    if isinstance(event.item, Aktivitet):
        plan = new if event.id in new.items else old
        name = f"{shortened(plan.items[plan.parents[event.id]].namn, _NAME_LENGTH)} › {name}"
    return f"{name}: {told}"


def _trailers(event: _Event) -> Iterator[str]:
    """Give the lines for programs: the item's id, and its status from and to, when that is what changed."""
    if isinstance(event.item, Plan):
        return
    yield f"{_TRAILERS[type(event.item)]}: {one_line(event.id)}"
    if event.verb == "lägga till":
        before, after = None, getattr(event.item, "status", None)
    elif event.status is not None:
        before, after = event.status.old, event.status.new
    else:
        return
    if before != after:
        yield f"Status: {before or EJ_BEDOMD.value} -> {after or EJ_BEDOMD.value}"
