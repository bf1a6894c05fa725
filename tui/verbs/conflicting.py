"""Choosing between one's own value and the one that the file, or somebody else, has come to have."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from data.changes import field_value, set_field
from data.plain_text import one_line
from data.plan import PLAN_ID, Item, Plan
from tui.glyphs import heading
from tui.keymap import key
from tui.verbs import syncing

if TYPE_CHECKING:
    from tui.clashes import Clash
    from tui.screens.conflict import Choice
    from tui.screens.main import MainScreen


def choose(main: MainScreen) -> None:
    """Show the first conflict that waits: with the file, or in the last sync; or why that stopped."""
    sync = main.desk.sync
    if main.desk.clashes:
        _choose(main, main.desk.clashes[0])
    elif sync.met:
        syncing.choose(main, sync.met)
    elif sync.stopped is not None:
        syncing.read_stop(main, sync.stopped)
    else:
        main.say("Det finns ingen konflikt att välja i.")


def _choose(main: MainScreen, clash: Clash) -> None:
    from tui.screens.conflict import ConflictDialog

    item = _item(main, clash)
    title = one_line(heading(item)) if item else clash.key[1] or clash.key[0]

    def chosen(choice: Choice | None) -> None:
        if choice is not None:
            _settle(main, clash, choice)
        main.show()

    main.app.push_screen(ConflictDialog(title, clash, item), chosen)


def _settle(main: MainScreen, clash: Clash, choice: Choice) -> None:
    plan = main.desk.session.plans.get(clash.key[0])
    now = None if plan is None or clash.gone else _value(plan, clash)
    if plan is None or clash.gone:
        main.desk.settled(clash, clash.ours)
        main.say("Ditt värde är inte sparat.")
    elif now != clash.theirs:
        main.desk.clashes[0] = replace(clash, theirs=now, whose="")
        main.say(f"Filen har ändrats igen; tryck {key('konflikt')} för att se vad där står nu.")
    elif choice == "theirs" or main.desk.change(clash.key, _change(plan, clash, choice)):
        main.desk.settled(clash, {"ours": clash.theirs, "theirs": clash.ours}.get(choice))
        main.say(_told(clash, choice, plan.items.get(clash.key[1])))


def _told(clash: Clash, choice: Choice, item: Item | None) -> str:
    from tui.screens.conflict import shown

    if choice == "both":
        return "Båda texterna står nu i kommentaren, filens först."
    told = "Ditt värde är sparat." if choice == "ours" else "Filens värde gäller."
    if clash.field == "kommentar":
        return f"{told} Den andra texten är kvar som utkast; {key('kommentar')} öppnar den."
    if choice == "ours":
        return f"{told} {key('angra')} ger tillbaka filens: {shown(clash.theirs, clash.field, item)}."
    return f"{told} Ditt var: {shown(clash.ours, clash.field, item)}."


def _change(plan: Plan, clash: Clash, choice: Choice) -> Any:
    value = clash.ours if choice == "ours" else f"{clash.theirs}\n\n{clash.ours}"
    return set_field(plan, clash.key[1], clash.field, value)


def _value(plan: Plan, clash: Clash) -> Any:
    id = clash.key[1]
    owner = plan if id == PLAN_ID else plan.items.get(id)
    return None if owner is None else field_value(owner, clash.field)


def _item(main: MainScreen, clash: Clash) -> Item | None:
    name, id = clash.key
    plan = main.desk.session.plans.get(name)
    return plan.items.get(id) if plan else None
