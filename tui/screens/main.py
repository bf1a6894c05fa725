"""The main screen: the tree of plans, the detail panel, and what is done from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from data.changes import Change, set_field
from data.plain_text import one_line
from data.plan import Item, Plan
from data.schema import canonical
from data.status import EJ_BEDOMD, Status
from tui.actions import bindings, find
from tui.desk import Notice
from tui.glyphs import heading, status_of
from tui.guesses import Guess, guesses, seen
from tui.messages import Stopped, Unusable, WorkerMessage
from tui.rows import Key, Row
from tui.screens.common import CommonScreen
from tui.widgets.detail import Detail
from tui.widgets.key_bar import KeyBar
from tui.widgets.notice_line import NoticeLine
from tui.widgets.plan_tree import PlanTree
from tui.widgets.top_line import TopLine


class MainScreen(CommonScreen):
    """Shows what the desk says, and brings it what the user does."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("main")
    CSS_PATH = "main.tcss"
    AUTO_FOCUS = "#tree"

    plan_tree = getters.query_one("#tree", PlanTree)
    detail = getters.query_one("#detail", Detail)
    notice_line = getters.query_one("#notice", NoticeLine)
    top_line = getters.query_one("#top", TopLine)
    key_bar = getters.query_one("#keys", KeyBar)

    def compose(self) -> ComposeResult:
        """Top line, notice, tree and detail side by side, footer."""
        titled = self.desk.session.title
        yield TopLine(self.glyphs, id="top")
        yield NoticeLine(id="notice")
        with Container(id="panels"):
            yield PlanTree(titled, self.glyphs, id="tree")
            yield Detail(titled, self.glyphs, id="detail")
        yield KeyBar(self.glyphs, id="keys")

    @property
    def _row(self) -> Row | None:
        return self.plan_tree.row

    @property
    def _plan(self) -> Plan | None:
        return self.desk.session.plans.get(self._row.plan) if self._row else None

    @property
    def _item(self) -> Item | None:
        """The item under the cursor, as it is now."""
        row, plan = self._row, self._plan
        return plan.items.get(row.id) if row and plan else None

    def hear(self, said: WorkerMessage) -> None:
        """Take in what the worker said, and show how things now are."""
        was_nameless = self.desk.nameless
        self.desk.take(said)
        if isinstance(said, Unusable):
            self.app.exit(return_code=2, message=said.reason)
        elif isinstance(said, Stopped):
            self.end(said.uncommitted)
        else:
            self.show()
            if self.desk.nameless and not was_nameless:
                self.action_identity()

    def show(self) -> None:
        """Show what the desk says now."""
        session = self.desk.session
        if session.snapshot is not None:
            self.plan_tree.show(session.plans, session.broken)
        self.tell()

    def tell(self) -> None:
        """Show the notice and how things stand."""
        notice = self.desk.notice
        self.notice_line.tell(notice.text, failed=notice.failed)
        self.top_line.tell(self._place(), self.desk.standing())

    def _place(self) -> str:
        row, plan = self._row, self._plan
        return one_line(self.desk.session.title(plan)) if plan else one_line(row.plan) if row else ""

    def on_plan_tree_moved(self, event: PlanTree.Moved) -> None:
        """Let the panel and the footer follow the cursor."""
        row = self._row
        self.detail.show(row, self._plan)
        self.key_bar.show(row.kind if row else None)
        self.tell()

    def on_plan_tree_chosen(self) -> None:
        """Choose a status for a row that was double-clicked."""
        self.action_pick()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let an action pass only where the registry says that it applies."""
        known = find("main", action, parameters)
        return known is None or known.applies(self._row.kind if self._row else None)

    def action_judge(self, value: str) -> None:
        """Give the row a status."""
        self._set("status", value)

    def action_clear_status(self) -> None:
        """Take the row's status away."""
        self._set("status", None)

    def action_toggle_row(self) -> None:
        """Open or close the row."""
        if self._row:
            self.plan_tree.toggle(self._row)

    def action_next_panel(self) -> None:
        """Go from the tree to the detail panel, or back."""
        self.focus_next()

    def action_pick(self) -> None:
        """Choose a status in a dialog."""
        from tui.screens.picker import Picker

        row, item = self._row, self._item
        if row is None or item is None or item.SCALE is None or (status := status_of(item)) is None:
            return

        def picked(chosen: Status | None) -> None:
            if chosen is not None:
                self._set("status", None if chosen is EJ_BEDOMD else chosen.value, row)

        self.app.push_screen(Picker(one_line(heading(item)), item.SCALE, status, self.glyphs), picked)

    def action_comment(self) -> None:
        """Write the comment in the app's own editor."""
        from tui.screens.comment import CommentEditor, Written

        row, item = self._row, self._item
        if row is None or item is None:
            return
        before = item.kommentar or ""
        draft = self.desk.drafts.pop(row.key, None)

        def written(ended: Written | None) -> None:
            if ended is not None and ended.saved:
                self._comment(row, ended.text)
            elif ended is not None and ended.text != before:
                self.desk.drafts[row.key] = ended.text
                self.desk.notice = Notice("Inte sparat; texten är kvar som utkast. Tryck k för att fortsätta.")
                self.tell()

        text = before if draft is None else draft
        self.app.push_screen(CommentEditor(one_line(heading(item)), text, draft=draft is not None), written)

    def action_comment_outside(self) -> None:
        """Write the comment in the user's own editor, with the app stepping aside."""
        from textual.app import SuspendNotSupported

        from tui.external_editor import EditorError, edited_outside

        row, item = self._row, self._item
        if row is None or item is None:
            return
        text = self.desk.drafts.pop(row.key, item.kommentar or "")
        try:
            with self.app.suspend():
                text = edited_outside(text)
        except SuspendNotSupported:
            self._say("Egen editor går inte att öppna härifrån; tryck k i stället.")
        except EditorError as error:
            self._say(f"Kommentaren är inte ändrad: {error}.")
        else:
            self._comment(row, text)
        self.app.refresh()

    def action_mark_seen(self) -> None:
        """Mark what the import guessed about the row as seen."""
        row, plan = self._row, self._plan
        if row is not None and plan is not None:
            changes = seen(plan, row.id)
            if not changes:
                self._say("Raden har inget att se över.")
            else:
                self._change(row.key, changes)

    def action_review(self) -> None:
        """Show all that the import guessed."""
        from tui.screens.review import Review

        def mark(guess: Guess) -> bool:
            plan = self.desk.session.plans.get(guess.key[0])
            known = plan is not None and guess.key[1] in plan.items
            return not known or plan is None or self._change(guess.key, seen(plan, guess.key[1], guess.text))

        def go(key: Key | None) -> None:
            if key is not None:
                self.plan_tree.go_to(key)

        self.app.push_screen(Review(guesses(self.desk.session.plans), mark), go)

    def action_undo(self) -> None:
        """Take back the last change, and go to what it touched."""
        self._went(self.desk.undo())

    def action_redo(self) -> None:
        """Make again what was undone last, and go to what it touched."""
        self._went(self.desk.redo())

    def action_open_all(self) -> None:
        """Open every row."""
        self.plan_tree.open_all()

    def action_close_all(self) -> None:
        """Close every row."""
        self.plan_tree.close_all()

    def action_commit(self) -> None:
        """Commit what is saved."""
        self.desk.commit()
        self.tell()

    def action_identity(self) -> None:
        """Ask who the user is."""
        from tui.screens.identity import IdentityDialog, Person

        def answered(person: Person | None) -> None:
            if person is not None:
                self.desk.identify(person.namn, person.epost)
            self.tell()

        self.app.push_screen(IdentityDialog(), answered)

    def action_dismiss_notice(self) -> None:
        """Take the notice away."""
        self.desk.notice = Notice()
        self.tell()

    def _set(self, field: str, value: object, row: Row | None = None) -> None:
        """Give a field of a row a value, if the row is still there."""
        row = row or self._row
        plan = self.desk.session.plans.get(row.plan) if row else None
        if row is not None and plan is not None and row.id in plan.items:
            self._change(row.key, set_field(plan, row.id, field, value))

    def _comment(self, row: Row, text: str) -> None:
        plan = self.desk.session.plans.get(row.plan)
        if plan is None or row.id not in plan.items:
            self.desk.drafts[row.key] = text
            self._say("Raden finns inte kvar i filen; kommentaren sparades inte.")
        else:
            self._set("kommentar", canonical(text), row)

    def _change(self, key: Key, changes: Sequence[Change]) -> bool:
        made = self.desk.change(key, changes)
        self.show()
        return made

    def _went(self, key: Key | None) -> None:
        self.show()
        if key is not None:
            self.plan_tree.go_to(key)

    def _say(self, text: str) -> None:
        self.desk.notice = Notice(text)
        self.tell()
