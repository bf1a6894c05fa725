"""Giving rows a status, by key or from a list: the marked ones, else the one under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from data.changes import set_field
from data.plain_text import one_line
from data.plan import Item
from data.status import EJ_BEDOMD, Status
from data.wording import counted_kinds
from tui.glyphs import heading, status_of
from tui.judgement import Judgement

if TYPE_CHECKING:
    from tui.rows import Key
    from tui.screens.main import MainScreen


def judge(main: MainScreen, value: str) -> None:
    """Give the rows a status."""
    _give(main, Judgement(main.scale, value), main.targets)


def clear(main: MainScreen) -> None:
    """Take the rows' status away."""
    _give(main, Judgement(None, None), main.targets)


def again(main: MainScreen) -> None:
    """Give the rows the status that was given last."""
    last = main.desk.judgement
    if last is None:
        main.say("Det finns ingen bedömning att upprepa ännu.")
    elif not any(last.fits(item) for item in _items(main, main.targets)):
        main.say(f"Den senaste bedömningen, {last.told}, passar inte här.")
    else:
        _give(main, last, main.targets)


def pick(main: MainScreen) -> None:
    """Choose a status in a dialog."""
    from tui.screens.picker import Picker

    targets = main.targets
    scale = main.scale
    fitting = [item for item in _items(main, targets) if item.SCALE is scale]
    if scale is None or not fitting or (status := status_of(fitting[0])) is None:
        return

    def picked(chosen: Status | None) -> None:
        if chosen is EJ_BEDOMD:
            _give(main, Judgement(None, None), targets)
        elif chosen is not None:
            _give(main, Judgement(scale, chosen.value), targets)

    title = one_line(heading(fitting[0])) if len(targets) == 1 else counted_kinds(fitting)
    main.app.push_screen(Picker(title, scale, status, main.glyphs), picked)


def _give(main: MainScreen, judgement: Judgement, targets: Sequence[Key]) -> None:
    """Judge those of the rows that the status fits, and tell of the others."""
    plans = main.desk.session.plans
    there = [(name, id) for name, id in targets if name in plans and id in plans[name].items]
    fitting = [(name, id) for name, id in there if judgement.fits(plans[name].items[id])]
    changes = {(name, id): set_field(plans[name], id, "status", judgement.value) for name, id in fitting}
    marked = bool(main.plan_tree.marked)
    if fitting and main.change_all(changes):
        main.desk.judgement = judgement
        if marked:
            others = [key for key in there if key not in changes]
            main.plan_tree.clear_marks()
            told = f"{counted_kinds(_items(main, fitting))} → {judgement.told}"
            if not any(changes.values()):
                told = f"Inget ändrades: {told} sedan förut"
            main.say(_told(told, _items(main, others), {name for name, _ in fitting}))


def _told(told: str, others: Sequence[Item], plans: set[str]) -> str:
    if len(plans) > 1:
        told += f" i {len(plans)} planer"
    return f"{told}; {counted_kinds(others)} hoppades över." if others else f"{told}."


def _items(main: MainScreen, keys: Sequence[Key]) -> list[Item]:
    plans = main.desk.session.plans
    return [plans[name].items[id] for name, id in keys]
