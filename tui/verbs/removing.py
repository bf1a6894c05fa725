"""Taking rows away, with all below them: the marked ones, else the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.editing import below
from data.editing_together import removals, tops
from data.plain_text import one_line
from data.wording import counted_kinds, with_all_below
from tui.glyphs import heading
from tui.keymap import key as pressed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.plan import Item
    from tui.rows import Key
    from tui.screens.main import MainScreen

_NAMED = 5
"""How many of the rows that go are named before they do."""


def remove(main: MainScreen) -> None:
    """Take the rows away; asks first when something stands below them."""
    keys = main.targets
    items = _topmost(main, keys)
    if not items or not main.may_change():
        return
    if not any(item.children for item in items):
        _remove(main, keys)
        return
    from tui.screens.removal import RemovalDialog

    def answered(yes: bool | None) -> None:
        if yes:
            _remove(main, keys)

    told = _told(items)
    text = f"{told[0].upper()}{told[1:]} tas bort ur planen. Det går att ångra efteråt."
    main.app.push_screen(RemovalDialog("\n".join(_names(items)), text), answered)


def _remove(main: MainScreen, keys: Sequence[Key]) -> None:
    plans, items = main.desk.session.plans, _topmost(main, keys)
    names = dict.fromkeys(name for name, _ in keys if name in plans)
    changes = {
        (name, id): some
        for name in names
        for id, some in removals(plans[name], [id for other, id in keys if other == name]).items()
    }
    if changes and main.change_all(changes):
        main.plan_tree.clear_marks()
        named = f": {one_line(heading(items[0]))}" if len(items) == 1 else ""
        main.say(f"Tog bort {_told(items)}{named}. {pressed('angra')} ångrar.")


def _topmost(main: MainScreen, keys: Sequence[Key]) -> list[Item]:
    """Return those of the rows that are there and stand below no other of them."""
    plans = main.desk.session.plans
    names = dict.fromkeys(name for name, _ in keys if name in plans)
    return [
        plans[name].items[id]
        for name in names
        for id in tops(plans[name], [id for other, id in keys if other == name])
    ]


def _told(items: Sequence[Item]) -> str:
    """Return what goes: ``uppdraget och dess 2 aktiviteter``, ``2 uppdrag med 5 aktiviteter under sig``."""
    if len(items) == 1:
        return with_all_below(type(items[0]), below(items[0]))
    under = counted_kinds(each for item in items for each in _below(item))
    return counted_kinds(items) + (f" med {under} under sig" if under else "")


def _below(item: Item) -> Iterator[Item]:
    for child in item.children:
        yield child
        yield from _below(child)


def _names(items: Sequence[Item]) -> Iterator[str]:
    """Give the names of what goes, the first of them when they are many."""
    shown = items if len(items) <= _NAMED else items[: _NAMED - 1]
    yield from (one_line(heading(item)) for item in shown)
    if len(shown) < len(items):
        yield f"… och {len(items) - len(shown)} till"
