"""Comments and forms that were written and not saved: kept here for this session, and on disk for the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from data.drafts import Draft
from data.plain_text import one_line
from data.plan import Plan
from tui.draft_marks import DraftMarks, draft_marks, has_place, new_row
from tui.form_drafts import is_form, item_id, new_kind
from tui.glyphs import heading
from tui.keymap import key as pressed
from tui.rows import Key

if TYPE_CHECKING:
    from tui.worker import Worker


class DraftBox:
    """The drafts, by what they are about."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._drafts: dict[Key, Draft] = {}

    def __contains__(self, key: Key) -> bool:
        return key in self._drafts

    def get(self, key: Key) -> Draft | None:
        """Return the draft for an item, or None."""
        return self._drafts.get(key)

    def take(self, drafts: Iterable[Draft]) -> None:
        """Take in what an earlier session left; what this one has is newer."""
        for draft in drafts:
            self._drafts.setdefault((draft.plan, draft.id), draft)

    def marks(self, plans: Mapping[str, Plan]) -> DraftMarks:
        """Return which rows have a draft, and what is told of it there."""
        return draft_marks(self._drafts.values(), plans)

    def keep(self, key: Key, base: str | None, text: str) -> None:
        """Keep a comment as far as it has been written, begun when `base` was there."""
        written = datetime.now().isoformat(" ", "minutes")
        self._drafts[key] = Draft(*key, base, text, written)
        self._worker.keep_draft(self._drafts[key])

    def drop(self, key: Key) -> None:
        """Throw away the draft for an item."""
        self._drafts.pop(key, None)
        self._worker.drop_draft(*key)

    def settle(self, key: Key) -> None:
        """Throw away the draft that has just been sent to be saved; it is told of again if it could not be."""
        self._drafts.pop(key, None)
        self._worker.settle_draft(*key)

    def saved(self, key: Key) -> None:
        """Take in that a draft is on its way into the plan; it goes from the disk when it has come there."""
        self._drafts.pop(key, None)


def told(drafts: Iterable[Draft], plans: Mapping[str, Plan]) -> str:
    """Tell of drafts whose place in the plans is there, the first by name; empty when there is none."""
    found = [draft for draft in drafts if draft.plan in plans and has_place(draft, plans[draft.plan])]
    if not found:
        return ""
    first = found[0]
    name, way_out = _named(first, plans[first.plan])
    since = f" ({first.written})" if first.written else ""
    more = f" och {len(found) - 1} till" if len(found) > 1 else ""
    return f"Ett utkast finns från förut: {name}{since}{more}. {way_out}"


def _named(draft: Draft, plan: Plan) -> tuple[str, str]:
    """Return what a draft is of, and what to do to go on with it."""
    if new_kind(draft) is None:
        action = "uppgifter" if is_form(draft) else "kommentar"
        return one_line(heading(plan.items[item_id(draft)])), f"Gå till raden och tryck {pressed(action)}."
    return new_row(draft), f"Tryck {pressed('lagg-till')} där raden ska stå."
