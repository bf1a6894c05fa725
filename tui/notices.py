"""What needs to be known now, in a line or a few: what failed, why, and what to press; what was undone. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.changes import AddItem, Change, RemoveItem
from data.plain_text import one_line
from data.wording import field_label, phrase
from tui.glyphs import heading
from tui.keymap import key

if TYPE_CHECKING:
    from data.git import Commit
    from data.plan import Item, Plan
    from tui.clashes import Clash
    from tui.messages import CommitFailed
    from tui.rows import Key
    from tui.session import Order, Step


@dataclass(frozen=True, slots=True)
class Notice:
    """What stands under the top line."""

    text: str = ""
    failed: bool = False


def closed(leaving: bool, read_only: str | None) -> Notice:
    """Tell why nothing may be changed."""
    return Notice("Avslutar: inget mer kan ändras." if leaving else f"Endast läsning: {read_only}.", failed=True)


def nameless(reason: str) -> Notice:
    """Tell that git does not know who commits."""
    return Notice(f"Inget kan checkas in: {reason}. Tryck {key('vem')}.", failed=True)


def recovered(commits: Sequence[Commit]) -> Notice:
    """Tell what has been committed that an earlier session or another program left."""
    told = "; ".join(f"{commit.short} {one_line(commit.subject)}" for commit in commits)
    return Notice(f"Det som inte var incheckat sedan sist är det nu: {told}")


def not_committed(told: CommitFailed) -> Notice:
    """Tell why git would not take what is saved, and what to do."""
    way_out = f"Tryck {key('vem')} och ange namn och e-post."
    if not told.nameless:
        way_out = f"Tryck {key('checka-in')} för att försöka igen."
    lines = (f"Sparat men inte incheckat. {way_out}", told.reason, *told.output)
    if told.output:
        lines = (f"{lines[0]} Git svarade:", *told.output)
    return Notice("\n".join(lines), failed=True)


def clashed(clash: Clash, name: str, *, drafted: bool) -> Notice:
    """Tell of a value that met another; `drafted`: the text is kept as a draft."""
    told = "raden finns inte längre i filen"
    if not clash.gone:
        told = f"i filen står nu något annat ({field_label(clash.field)})"
    draft = " Texten är kvar som utkast." if drafted else ""
    return Notice(f"Konflikt på {name}: {told}. Tryck {key('konflikt')} för att välja.{draft}", failed=True)


def not_reversed(broken: str, *, undo: bool) -> Notice:
    """Tell that a plan's file cannot be read, so that nothing can be taken back or made again."""
    told = "ångra" if undo else "göra om"
    return Notice(f"Det går inte att {told} nu: {broken}.toml går inte att läsa.", failed=True)


def reversed_(orders: Sequence[Order], plans: Mapping[str, Plan], *, undo: bool) -> Notice:
    """Tell what has been taken back, or made again."""
    if not orders:
        return Notice("Det finns inget att ångra." if undo else "Det finns inget att göra om.")
    first = orders[0].step
    touched = len({_touched(change) for order in orders for change in order.changes})
    more = f" och {touched - 1} till" if touched > 1 else f": {_what(first, plans)}"
    return Notice(f"{'Ångrade' if undo else 'Gjorde om'}: {named(first.key, plans, first.changes)}{more}")


def _what(step: Step, plans: Mapping[str, Plan]) -> str:
    """Return what has now been done to the one item that a step touched."""
    plan = plans[step.plan]
    item = _item(step.key, plans, step.changes) or plan
    return one_line("; ".join(dict.fromkeys(phrase(change, item, plan.items) for change in step.changes)))


def named(key: Key, plans: Mapping[str, Plan], changes: Sequence[Change] = ()) -> str:
    """Return the name of an item; of one that is gone, as the changes that took it away have it."""
    name, id = key
    item = _item(key, plans, changes)
    return one_line(heading(item)) if item else id or name


def _item(key: Key, plans: Mapping[str, Plan], changes: Sequence[Change]) -> Item | None:
    name, id = key
    plan = plans.get(name)
    gone = (change.item for change in changes if isinstance(change, AddItem | RemoveItem))
    return (plan.items.get(id) if plan else None) or next((item for item in gone if item.id == id), None)


def _touched(change: Change) -> str:
    return change.item.id if isinstance(change, AddItem | RemoveItem) else change.id
