"""Moving items within a plan, and taking them away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.editing import below, homes, move_into, removal, shift
from data.plain_text import one_line
from data.plan import PLAN_ID, Plan
from data.wording import with_all_below
from tui.glyphs import heading
from tui.keymap import key as pressed

if TYPE_CHECKING:
    from data.changes import Change
    from tui.rows import Key
    from tui.screens.main import MainScreen


def up(main: MainScreen) -> None:
    """Move the row up among its siblings, or into the one before what it stands in."""
    _shift(main, -1)


def down(main: MainScreen) -> None:
    """Move the row down among its siblings, or into the one after what it stands in."""
    _shift(main, 1)


def move(main: MainScreen) -> None:
    """Move the row to another uppdrag or fokusområde, chosen in a list."""
    from tui.screens.chooser import Chooser
    from tui.widgets.search_list import Line

    row, plan, item = main.row, main.plan, main.item
    if row is None or plan is None or item is None or not main.may_change():
        return
    lines = [
        Line(id, _path(plan, id)) for id in homes(plan, item.KIND) if id not in (PLAN_ID, plan.parents[row.id])
    ]
    if not lines:
        main.say("Det finns inget annat ställe i planen att flytta raden till.")
        return

    def chosen(parent: str | None) -> None:
        now = main.desk.session.plans.get(row.plan)
        if parent is not None and now is not None and {parent, row.id} <= now.items.keys():
            _move(main, row.key, move_into(now, row.id, parent))

    main.app.push_screen(Chooser(f"Flytta {one_line(heading(item))} till", lines, searched=True), chosen)


def remove(main: MainScreen) -> None:
    """Take the row away; asks first when something stands below it."""
    row, item = main.row, main.item
    if row is None or item is None or not main.may_change():
        return
    if not item.children:
        _remove(main, row.key)
        return
    from tui.screens.removal import RemovalDialog

    def answered(yes: bool | None) -> None:
        if yes:
            _remove(main, row.key)

    told = with_all_below(type(item), below(item))
    text = f"{told[0].upper()}{told[1:]} tas bort ur planen. Det går att ångra efteråt."
    main.app.push_screen(RemovalDialog(one_line(heading(item)), text), answered)


def _remove(main: MainScreen, key: Key) -> None:
    plan = main.desk.session.plans.get(key[0])
    item = plan.items.get(key[1]) if plan else None
    if plan is not None and item is not None and main.change(key, removal(plan, item.id)):
        told = with_all_below(type(item), below(item))
        main.say(f"Tog bort {told}: {one_line(heading(item))}. {pressed('angra')} ångrar.")


def _shift(main: MainScreen, step: int) -> None:
    row, plan, item = main.row, main.plan, main.item
    if row is None or plan is None or item is None:
        return
    changes = shift(plan, row.id, step)
    if changes:
        _move(main, row.key, changes)
    else:
        main.say(f"Raden står redan {'först' if step < 0 else 'sist'} i planen.")


def _move(main: MainScreen, key: Key, changes: list[Change]) -> None:
    """Make a move, keep the cursor on the row, and tell where it went when that is another home."""
    before = main.desk.session.plans[key[0]].parents[key[1]]
    if not main.change(key, changes):
        return
    main.plan_tree.go_to(key)
    plan = main.desk.session.plans[key[0]]
    parent = plan.parents[key[1]]
    if parent != before:
        main.say(f"Flyttad till {one_line(heading(plan.items[parent]))}. {pressed('angra')} ångrar.")


def _path(plan: Plan, id: str) -> str:
    """Return an item with what it stands in: ``1.1 Nära vård / Göra väntrummen lugnare``."""
    names = [one_line(heading(plan.items[id]))]
    while (id := plan.parents[id]) != PLAN_ID:
        names.insert(0, one_line(heading(plan.items[id])))
    return " / ".join(names)
