"""Writing a comment, here or in the user's own editor; what is not saved is kept as a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.plain_text import one_line
from data.schema import canonical
from tui.desk import Notice
from tui.glyphs import heading

if TYPE_CHECKING:
    from tui.rows import Row
    from tui.screens.main import MainScreen


def comment(main: MainScreen) -> None:
    """Write the comment in the app's own editor."""
    from tui.screens.comment import CommentEditor, Written

    row, item = main.row, main.item
    if row is None or item is None:
        return
    before = item.kommentar or ""
    draft = main.desk.drafts.pop(row.key, None)

    def written(ended: Written | None) -> None:
        if ended is not None and ended.saved:
            _keep(main, row, ended.text)
        elif ended is not None and ended.text != before:
            main.desk.drafts[row.key] = ended.text
            main.desk.notice = Notice("Inte sparat; texten är kvar som utkast. Tryck k för att fortsätta.")
            main.tell()

    text = before if draft is None else draft
    main.app.push_screen(CommentEditor(one_line(heading(item)), text, draft=draft is not None), written)


def comment_outside(main: MainScreen) -> None:
    """Write the comment in the user's own editor, with the app stepping aside."""
    from textual.app import SuspendNotSupported

    from tui.external_editor import EditorError, edited_outside

    row, item = main.row, main.item
    if row is None or item is None:
        return
    text = main.desk.drafts.pop(row.key, item.kommentar or "")
    try:
        with main.app.suspend():
            text = edited_outside(text)
    except SuspendNotSupported:
        main.say("Egen editor går inte att öppna härifrån; tryck k i stället.")
    except EditorError as error:
        main.say(f"Kommentaren är inte ändrad: {error}.")
    else:
        _keep(main, row, text)
    main.app.refresh()


def _keep(main: MainScreen, row: Row, text: str) -> None:
    plan = main.desk.session.plans.get(row.plan)
    if plan is None or row.id not in plan.items:
        main.desk.drafts[row.key] = text
        main.say("Raden finns inte kvar i filen; kommentaren sparades inte.")
    else:
        main.set("kommentar", canonical(text), row)
