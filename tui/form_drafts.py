"""Forms that were written and not saved: kept as drafts, a text of the fields that somebody has changed.

A form's draft has a name that is no item's id: ``=vantrum`` for what is said of an item, ``+uppdrag`` for a new
one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.forms import Typed, differing, fitting, restored, written

if TYPE_CHECKING:
    from data.drafts import Draft
    from tui.draft_box import DraftBox

_OF, _NEW = "=", "+"


class FormDraft:
    """The draft of one form."""

    def __init__(self, drafts: DraftBox, plan: str, name: str, before: Mapping[str, Typed]) -> None:
        """Take the plan's name, the draft's own, and the form's fields as they are without it."""
        self._drafts = drafts
        self._key = (plan, name)
        self._before = before
        draft = drafts.get(self._key)
        earlier = restored(draft.text) if draft is not None else {}
        self.fields = fitting(earlier, before)
        """The fields that are other in the draft; empty when there is none."""
        self._others = {name: text for name, text in earlier.items() if name not in before}
        """What it says of fields that this form does not have: a longer form's."""

    def keep(self, texts: Mapping[str, Typed]) -> bool:
        """Keep a form as it stands; tell whether there was anything to keep."""
        told = {**self._others, **differing(self._before, texts)}
        if told:
            self._drafts.keep(self._key, None, written(told))
        elif self._key in self._drafts:
            self._drafts.drop(self._key)
        return bool(told)

    def drop(self) -> None:
        """Throw it away: the form said nothing new."""
        self._drafts.drop(self._key)

    def settle(self) -> None:
        """Throw it away when the changes that were just sent are saved; until then it is on disk."""
        self._drafts.settle(self._key)


def of_item(id: str) -> str:
    """Return the name of the draft of an item's form."""
    return f"{_OF}{id}"


def of_new(kind: str) -> str:
    """Return the name of the draft of the form for a new item of a kind."""
    return f"{_NEW}{kind}"


def new_kind(draft: Draft) -> str | None:
    """Return which kind of new item a draft is for; None for one of an item that is there."""
    return draft.id[1:] if draft.id.startswith(_NEW) else None


def item_id(draft: Draft) -> str:
    """Return the id of the item that a draft is about."""
    return draft.id.removeprefix(_OF)


def is_form(draft: Draft) -> bool:
    """Tell whether it is a form's, and not a comment's."""
    return draft.id[:1] in (_OF, _NEW)


def typed_name(draft: Draft) -> str:
    """Return the name that stands in a form's draft, if any."""
    return str(restored(draft.text).get("namn", ""))
