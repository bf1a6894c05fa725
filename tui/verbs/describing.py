"""Adding items to a plan, and editing what is said of them, in a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.changes import Place
from data.editing import addition, last_place, set_fields
from data.plain_text import one_line
from data.plan import KINDS, PLAN_ID, Fokusomrade, Indikator, Plan, Uppdrag
from data.wording import named_kind
from tui.form_drafts import FormDraft, of_item, of_new
from tui.forms import blank, filled, responsible
from tui.glyphs import heading
from tui.keymap import key as pressed

if TYPE_CHECKING:
    from tui.rows import Key
    from tui.screens.item_form import Known
    from tui.screens.main import MainScreen

_ONLY_NAME = ("namn",)


def details(main: MainScreen) -> None:
    """Edit all fields of the row in a form."""
    _edit(main, only=None)


def rename(main: MainScreen) -> None:
    """Give the row another name; its id stays."""
    _edit(main, only=_ONLY_NAME)


def add(main: MainScreen) -> None:
    """Bring in a new item, here or below; asks which where both are possible."""
    plan = _plan(main)
    if plan is None:
        main.say("Välj en rad i den plan som ska få något nytt.")
        return
    if not main.may_change():
        return
    row = main.row
    places = _places(plan, row.id if row else PLAN_ID)
    if len(places) == 1:
        _add(main, plan.name, *next(iter(places.items())))
        return
    from tui.screens.chooser import Chooser
    from tui.widgets.search_list import Line

    def chosen(kind: str | None) -> None:
        if kind is not None:
            _add(main, plan.name, kind, places[kind])

    lines = [Line(kind, _told(plan, kind, place)) for kind, place in places.items()]
    main.app.push_screen(Chooser("Lägg till", lines, searched=False), chosen)


def _edit(main: MainScreen, only: tuple[str, ...] | None) -> None:
    from tui.screens.item_form import Filled, ItemForm, Sheet

    row, plan, item = main.row, main.plan, main.item
    if row is None or plan is None or item is None or not main.may_change():
        return
    before = {name: text for name, text in filled(item).items() if only is None or name in only}
    draft = FormDraft(main.desk.drafts, row.plan, of_item(row.id), before)

    def done(ended: Filled | None) -> None:
        if ended is None:
            return
        kept = draft.keep(ended.texts)
        if ended.values is None:
            _tell_kept(main, kept, bool(draft.fields))
        elif not _exists(main, row.key):
            main.say("Raden finns inte kvar i filen; ingenting sparades.")
        elif not (changes := set_fields(item, ended.values)):
            draft.drop()
        elif main.change(row.key, changes):
            draft.settle()
        main.show()

    title = f"Byt namn: {one_line(heading(item))}" if only else one_line(heading(item))
    sheet = Sheet(type(item), before, draft.fields or None)
    main.app.push_screen(ItemForm(title, sheet, _known(main, plan), draft.keep), done)


def _add(main: MainScreen, name: str, kind: str, place: Place) -> None:
    from tui.screens.item_form import Filled, ItemForm, Sheet

    plan = main.desk.session.plans[name]
    before = blank(KINDS[kind])
    draft = FormDraft(main.desk.drafts, name, of_new(kind), before)

    def done(ended: Filled | None) -> None:
        if ended is None:
            return
        now = main.desk.session.plans.get(name)
        kept = draft.keep(ended.texts)
        if ended.values is None:
            _tell_kept(main, kept, bool(draft.fields))
        elif now is None or (place.parent != PLAN_ID and place.parent not in now.items):
            main.say("Det som raden skulle stå under finns inte kvar i filen; ingenting sparades.")
        else:
            after = place.after if place.after is None or place.after in now.items else None
            change = addition(now, KINDS[kind], Place(place.parent, after), ended.values)
            if main.change((name, change.item.id), [change]):
                draft.settle()
                _go(main, (name, change.item.id))
        main.show()

    title = _told(plan, kind, place)
    sheet = Sheet(KINDS[kind], before, draft.fields or None, new=True)
    main.app.push_screen(ItemForm(title, sheet, _known(main, plan), draft.keep), done)


def _go(main: MainScreen, key: Key) -> None:
    """Go to a new row; tell why it may not be seen."""
    main.plan_tree.go_to(key)
    if main.finding.wanted:
        way_out = f"{pressed('nollstall-urval')} visar allt"
        main.say(f"Tillagt. Syns den nya raden inte, så är det sökningen eller filtret som döljer den; {way_out}.")


def _places(plan: Plan, id: str) -> dict[str, Place]:
    """Return what can be brought in at a row, by kind, the likeliest first, and where it would stand."""
    item = plan.items.get(id)
    below = {kind: last_place(plan, PLAN_ID, kind) for kind in (Fokusomrade.KIND, Indikator.KIND)}
    if item is None:
        return below
    beside = {item.KIND: Place(plan.parents[id], id)}
    match item:
        case Fokusomrade():
            return {
                Uppdrag.KIND: last_place(plan, id, Uppdrag.KIND),
                **beside,
                Indikator.KIND: below[Indikator.KIND],
            }
        case Uppdrag():
            return {"aktivitet": last_place(plan, id, "aktivitet"), **beside}
    return beside


def _told(plan: Plan, kind: str, place: Place) -> str:
    """Return what would come in, and where: ``Nytt uppdrag i 1.1 Nära vård``."""
    new = "Nytt" if kind in ("fokusomrade", "uppdrag") else "Ny"
    where = one_line(heading(plan.items[place.parent])) if place.parent else f"{plan.name}.toml"
    return f"{new} {named_kind(KINDS[kind])} i {where}"


def _plan(main: MainScreen) -> Plan | None:
    """Return the plan of the row; the only one there is, when it has no rows yet."""
    plans = main.desk.session.plans
    return main.plan or (next(iter(plans.values())) if main.row is None and len(plans) == 1 else None)


def _exists(main: MainScreen, key: Key) -> bool:
    plan = main.desk.session.plans.get(key[0])
    return plan is not None and key[1] in plan.items


def _tell_kept(main: MainScreen, kept: bool, before: bool) -> None:
    """Tell of a form that was closed where it now is, if it says or said anything."""
    if kept:
        main.say("Inte sparat; formuläret är kvar som utkast till nästa gång du öppnar det.")
    elif before:
        main.say("Utkastet är slängt.")


def _known(main: MainScreen, plan: Plan) -> Known:
    from tui.screens.item_form import Known

    plans = main.desk.session.plans.values()
    snapshot = main.desk.session.snapshot
    decided = snapshot.decided.get(plan.ar) if snapshot else None
    if decided is not None:
        mal = {each.id: each.namn for each in decided.mal}
    else:
        same_year = (other for other in plans if other.ar == plan.ar)
        mal = {id: id for other in same_year for uppdrag in other.uppdrag for id in uppdrag.mal}
    return Known(responsible(plans), mal, decided)
