"""Writing a comment, here or in the user's own editor; what is not saved is kept as a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.changes import SetField
from data.checks.of_omraden import to_look_at
from data.drafting import drafted
from data.plain_text import one_line, visible
from data.plan import Fokusomrade
from data.schema import canonical
from tui.glyphs import heading
from tui.keymap import key

if TYPE_CHECKING:
    from data.drafts import Draft
    from data.plan import Item
    from tui.rows import Row
    from tui.screens.main import MainScreen


def comment(main: MainScreen) -> None:
    """Write the comment in the app's own editor."""
    from tui.screens.comment import Beginning, CommentEditor, Written

    row, item = main.row, main.item
    if row is None or item is None:
        return
    drafts, draft, saved = main.desk.drafts, main.desk.drafts.get(row.key), item.kommentar
    begun_with = saved if draft is None else draft.base

    def keep(now: Written) -> bool:
        """Keep what is written as a draft; tell whether it says anything."""
        base = saved if now.anew else begun_with
        new = now.text not in (base or "", saved or "")
        if new:
            drafts.keep(row.key, base, now.text)
        elif row.key in drafts:
            drafts.drop(row.key)
        return new

    def written(ended: Written | None) -> None:
        if ended is None:
            return
        if ended.saved:
            _save(main, row, saved if ended.anew else begun_with, ended.text)
        elif keep(ended):
            main.say(f"Inte sparat; texten är kvar som utkast. Tryck {key('kommentar')} för att fortsätta.")
        elif draft is not None:
            main.say("Utkastet är slängt.")
        main.show()

    told: list[str] = []
    sentences: dict[str, str] = {}
    if isinstance(item, Fokusomrade):
        told += map(visible, to_look_at(item))
        sentences = {"now": drafted(item), "forecast": drafted(item, forecast=True)}
    about = "" if draft is None else _about(draft, item)
    begun = Beginning(saved or "", None if draft is None else draft.text, about, "\n".join(told))
    main.app.push_screen(CommentEditor(one_line(heading(item)), begun, keep, sentences), written)


def comment_outside(main: MainScreen) -> None:
    """Write the comment in the user's own editor, with the app stepping aside."""
    from textual.app import SuspendNotSupported

    from tui.external_editor import EditorError, edited_outside

    row, item = main.row, main.item
    if row is None or item is None:
        return
    draft = main.desk.drafts.get(row.key)
    base, text = (item.kommentar, item.kommentar or "") if draft is None else (draft.base, draft.text)
    try:
        with main.app.suspend():
            text = edited_outside(text)
    except SuspendNotSupported:
        main.say(f"Egen editor går inte att öppna härifrån; tryck {key('kommentar')} i stället.")
    except EditorError as error:
        main.say(f"Kommentaren är inte ändrad: {error}.")
    else:
        _save(main, row, base, text)
    main.app.refresh()


def _save(main: MainScreen, row: Row, base: str | None, text: str) -> None:
    """Save the text in place of what was there when the writing began; if that has changed, there is a choice."""
    plan = main.desk.session.plans.get(row.plan)
    new = canonical(text)
    if plan is None or row.id not in plan.items:
        main.desk.drafts.keep(row.key, base, text)
        why = "Filen går inte att läsa just nu" if plan is None else "Raden finns inte kvar i filen"
        main.say(f"Inte sparat: {why}. Texten är kvar som utkast.")
    elif new == base:
        main.desk.drafts.drop(row.key)
    elif main.change(row.key, [SetField(row.id, "kommentar", base, new)]):
        main.desk.drafts.saved(row.key)
    else:
        main.desk.drafts.keep(row.key, base, text)


def _about(draft: Draft, item: Item) -> str:
    """Tell of a draft that it is one, how old it is, and whether the comment is another by now."""
    since = f"från {draft.written}" if draft.written else "från förut"
    changed = " Kommentaren är ändrad sedan dess." if draft.base != item.kommentar else ""
    return f"Utkast {since}, inte sparat.{changed}"
