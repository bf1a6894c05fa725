"""Which rows have something written that is not saved, and how that is told of one. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from data.drafts import Draft
from data.plain_text import one_line
from data.plan import KINDS, PLAN_ID, Plan
from data.wording import named_kind
from tui.form_drafts import is_form, item_id, new_kind, typed_name
from tui.keymap import key as pressed
from tui.rows import Key


@dataclass(frozen=True, slots=True)
class DraftMarks:
    """The drafts by the rows of the plans as they are now."""

    told: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)
    """For each row, a line for each of its drafts."""
    above: frozenset[Key] = frozenset()
    """All that such a row stands in."""

    def marked(self, key: Key, *, is_open: bool | None) -> bool:
        """Tell whether a row is marked: for its own draft, and when it is closed for those below it."""
        return key in self.told or (is_open is False and key in self.above)


def draft_marks(drafts: Iterable[Draft], plans: Mapping[str, Plan]) -> DraftMarks:
    """Return the marks of the drafts that have a place in the plans; one for a new row stands at its plan."""
    told: dict[Key, tuple[str, ...]] = {}
    above: set[Key] = set()
    for draft in drafts:
        plan = plans.get(draft.plan)
        if plan is None or not has_place(draft, plan):
            continue
        id = PLAN_ID if new_kind(draft) else item_id(draft)
        told[plan.name, id] = (*told.get((plan.name, id), ()), _line(draft))
        above.update((plan.name, id) for id in _above(id, plan))
    return DraftMarks(told, frozenset(above))


def has_place(draft: Draft, plan: Plan) -> bool:
    """Tell whether what a draft is about is there, or may come there."""
    kind = new_kind(draft)
    return item_id(draft) in plan.items if kind is None else kind in KINDS


def new_row(draft: Draft) -> str:
    """Return what a draft for a new row would bring: ``nytt uppdrag Öppna dörrar``."""
    kind = new_kind(draft) or ""
    new = "nytt" if kind in ("fokusomrade", "uppdrag") else "ny"
    return f"{new} {named_kind(KINDS[kind])} {one_line(typed_name(draft))}".rstrip()


def _line(draft: Draft) -> str:
    if new_kind(draft):
        return f"Utkast till {new_row(draft)}, inte sparat; tryck {pressed('lagg-till')} där raden ska stå."
    what, action = ("i formuläret", "uppgifter") if is_form(draft) else ("till kommentar", "kommentar")
    return f"Utkast {what}, inte sparat; tryck {pressed(action)} för att fortsätta."


def _above(id: str, plan: Plan) -> Iterator[str]:
    while id != PLAN_ID:
        id = plan.parents[id]
        yield id
