"""Moving rows within a plan: the marked ones together, else the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.editing import homes
from data.editing_together import Together, moves_into, shifts, tops
from data.plain_text import one_line
from data.plan import PLAN_ID, Plan
from data.wording import counted_kinds, participle
from tui.glyphs import heading
from tui.keymap import key as pressed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.plan import Item
    from tui.screens.main import MainScreen


def up(main: MainScreen) -> None:
    """Move the rows up among their siblings, or into the one before what they stand in."""
    _shift(main, -1)


def down(main: MainScreen) -> None:
    """Move the rows down among their siblings, or into the one after what they stand in."""
    _shift(main, 1)


def move(main: MainScreen) -> None:
    """Move the rows to another uppdrag or fokusområde, chosen in a list."""
    from tui.screens.chooser import Chooser
    from tui.widgets.search_list import Line

    found = _moved_together(main)
    if found is None or not main.may_change():
        return
    plan, ids = found
    items = [plan.items[id] for id in ids]
    if len({item.KIND for item in items}) > 1:
        main.say("Raderna är av olika slag; flytta ett slag i taget.")
        return
    here = {plan.parents[id] for id in ids}
    only_here = here if len(here) == 1 else set()
    lines = [Line(id, _path(plan, id)) for id in homes(plan, items[0].KIND) if id not in (PLAN_ID, *only_here)]
    if not lines:
        main.say("Det finns inget annat ställe i planen att flytta raden till.")
        return

    def chosen(parent: str | None) -> None:
        now = main.desk.session.plans.get(plan.name)
        if parent is not None and now is not None and {parent, *ids} <= now.items.keys():
            _move(main, now, ids, moves_into(now, ids, parent))
            main.plan_tree.clear_marks()

    title = one_line(heading(items[0])) if len(items) == 1 else counted_kinds(items)
    main.app.push_screen(Chooser(f"Flytta {title} till", lines, searched=True), chosen)


def _shift(main: MainScreen, step: int) -> None:
    found = _moved_together(main)
    if found is None:
        return
    plan, ids = found
    changes = shifts(plan, ids, step)
    if changes:
        _move(main, plan, ids, changes)
    else:
        stand = "Raden står" if len(ids) == 1 else "Raderna står"
        main.say(f"{stand} redan {'först' if step < 0 else 'sist'} i planen.")


def _moved_together(main: MainScreen) -> tuple[Plan, list[str]] | None:
    """Return the plan and the rows that are to move; None when there are none, or they stand in several plans."""
    keys = main.targets
    if not keys:
        return None
    if len({name for name, _ in keys}) > 1:
        main.say("Raderna står i olika planer; flytta i en plan i taget.")
        return None
    plan = main.desk.session.plans[keys[0][0]]
    return plan, tops(plan, [id for _, id in keys])


def _move(main: MainScreen, plan: Plan, ids: Sequence[str], changes: Together) -> None:
    """Make the moves, keep the cursor on its row, and tell where the rows went when that is another home."""
    row = main.plan_tree.row_key
    stay = row if row is not None and row[0] == plan.name and row[1] in ids else (plan.name, ids[0])
    if not main.change_all({(plan.name, id): some for id, some in changes.items()}):
        return
    main.plan_tree.go_to(stay)
    now = main.desk.session.plans[plan.name]
    moved = [id for id in ids if now.parents[id] != plan.parents[id]]
    if moved:
        into = dict.fromkeys(now.parents[id] for id in moved)
        told = " och ".join(one_line(heading(now.items[id])) for id in into)
        main.say(f"{_moved([now.items[id] for id in moved])} till {told}. {pressed('angra')} ångrar.")


def _moved(items: Sequence[Item]) -> str:
    """Return that items have been moved: ``Flyttad``, ``2 aktiviteter flyttade``."""
    if len(items) == 1:
        return participle("flytta", type(items[0])).capitalize()
    return f"{counted_kinds(items)} {participle('flytta', type(items[0]), len(items))}"


def _path(plan: Plan, id: str) -> str:
    """Return an item with what it stands in: ``1.1 Nära vård / Göra väntrummen lugnare``."""
    names = [one_line(heading(plan.items[id]))]
    while (id := plan.parents[id]) != PLAN_ID:
        names.insert(0, one_line(heading(plan.items[id])))
    return " / ".join(names)
