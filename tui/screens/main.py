"""The main screen: the tree of plans, the detail panel, and what is done from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from data.changes import Change, set_field
from data.plain_text import one_line
from data.plan import KINDS, Item, Plan
from data.status import Scale
from tui.actions import ACTION, bindings
from tui.agenda import Agenda
from tui.attention import Attention
from tui.desk import Desk
from tui.draft_marks import DraftMarks
from tui.exporting import Export
from tui.finding import Finding, Looked
from tui.glyphs import Glyphs
from tui.messages import Closed, Loaded, Stopped, Then, Unusable, WorkerMessage
from tui.rows import Key, Row
from tui.screens.common import CommonScreen
from tui.syncing import Syncing
from tui.widgets.detail import Detail
from tui.widgets.detail_text import Beside
from tui.widgets.find_bar import FindBar, SearchField
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
    find_bar = getters.query_one("#find", FindBar)
    notice_line = getters.query_one("#notice", NoticeLine)
    top_line = getters.query_one("#top", TopLine)
    key_bar = getters.query_one("#keys", KeyBar)

    def __init__(self, desk: Desk, glyphs: Glyphs, syncing: Syncing) -> None:
        super().__init__(desk, glyphs)
        self.syncing = syncing
        self.finding = Finding(self)
        self.attention = Attention(self)
        self.agenda = Agenda()
        self._drafts = DraftMarks()
        self.exporting: Export | None = None
        """The export that was begun last."""
        self.copied = ""
        """What was copied last."""

    def compose(self) -> ComposeResult:
        """Top line, notice, what is looked for, tree and detail side by side, footer."""
        session = self.desk.session
        yield TopLine(self.glyphs, id="top")
        yield NoticeLine(id="notice")
        yield FindBar(self.glyphs, id="find")
        with Container(id="panels"):
            yield PlanTree(session.forvaltning, self.glyphs, id="tree")
            yield Detail(session, self.glyphs, id="detail")
        yield KeyBar(self.glyphs, id="keys")

    def on_unmount(self) -> None:
        """Make no more files."""
        if self.exporting is not None:
            self.exporting.cancel()

    @property
    def row(self) -> Row | None:
        """The row that the cursor is on."""
        return self.plan_tree.row

    @property
    def plan(self) -> Plan | None:
        """The plan that the row stands in, as it is now."""
        return self.desk.session.plans.get(self.row.plan) if self.row else None

    @property
    def item(self) -> Item | None:
        """The item under the cursor, as it is now."""
        row, plan = self.row, self.plan
        return plan.items.get(row.id) if row and plan else None

    @property
    def targets(self) -> list[Key]:
        """The items that a judgement is for: the marked ones, else the one under the cursor."""
        marked = self.plan_tree.marked
        return marked or ([self.row.key] if self.row and self.item else [])

    @property
    def kind(self) -> str | None:
        """The kind of row that the keys are for: the cursor's, unless what is marked is all of other kinds."""
        own = self.row.kind if self.row else None
        marked = [self.desk.session.plans[name].items[id] for name, id in self.plan_tree.marked]
        if not marked or own in {item.KIND for item in marked}:
            return own
        return next((item.KIND for item in marked if item.SCALE is not None), marked[0].KIND)

    @property
    def scale(self) -> Scale | None:
        """The scale that the keys are for."""
        return _scale(self.kind)

    def hear(self, said: WorkerMessage) -> None:
        """Take in what the worker said, and show how things now are."""
        self.desk.take(said)
        if isinstance(said, Unusable):
            self.app.exit(return_code=2, message=said.reason)
        elif isinstance(said, Stopped):
            self.syncing.after(lambda: self.end(said.uncommitted, synced=not self.syncing.in_vain))
        elif isinstance(said, Closed):
            self.agenda.closed(said)
        elif isinstance(said, Then):
            self.finding.compared(said)
        else:
            self.show()
        if isinstance(said, Loaded):
            self.desk.hindsight.closed(self.desk.session.plans)

    def action_leave(self) -> None:
        """Wait for what is under way, a sync too, then end."""
        self.syncing.leave()
        super().action_leave()

    def sync_by_itself(self) -> None:
        """Sync if that is due and all is at rest."""
        self.syncing.in_background()
        self.tell()

    def watch_focused(self) -> None:
        """Let the footer tell what can be pressed in the search field, while one is there."""
        self._show_keys()

    def _show_keys(self) -> None:
        if self.is_mounted:
            self.key_bar.show(self.kind, "search" if isinstance(self.focused, SearchField) else None)

    def show(self) -> None:
        """Show what the desk says now."""
        session = self.desk.session
        if session.snapshot is not None:
            self.plan_tree.show(session.plans, session.broken)
            self.plan_tree.show_news(self.desk.hindsight.news)
            self._drafts = self.desk.drafts.marks(session.plans)
            self.plan_tree.show_drafts(self._drafts)
            self.finding.again()
            self._follow()
        self.tell()

    def tell(self) -> None:
        """Show the notice and how things stand."""
        notice = self.desk.notice
        self.notice_line.tell(notice.text, failed=notice.failed)
        self.top_line.tell(self._place(), self.desk.standing())

    def _place(self) -> str:
        row, plan = self.row, self.plan
        return one_line(self.desk.session.title(plan)) if plan else one_line(row.plan) if row else ""

    def on_plan_tree_moved(self, event: PlanTree.Moved) -> None:
        """Let the panel and the footer follow the cursor."""
        self._follow()
        self._show_keys()
        self.tell()

    def _follow(self) -> None:
        """Tell about the row that the cursor is on."""
        self.attention.follow()
        drafts = self._drafts.told.get(self.row.key, ()) if self.row else ()
        beside = Beside(self.attention.told, drafts, self.finding.wanted.query)
        self.detail.show(self.row, self.plan, beside)

    def on_plan_tree_chosen(self) -> None:
        """Choose a status for a row that was double-clicked."""
        self.action_do("status")

    def on_looked(self, looked: Looked) -> None:
        """Show what was found."""
        self.finding.take(looked)
        self._follow()

    def on_input_changed(self, event: SearchField.Changed) -> None:
        """Look for what is typed: what the field has now, as more may have been typed since."""
        if self.find_bar.typing:
            self.finding.search(event.control.value)

    def on_search_field_moved(self, event: SearchField.Moved) -> None:
        """Move in the tree while a search is typed."""
        self.plan_tree.action_cursor(event.way)

    def on_search_field_left(self, event: SearchField.Left) -> None:
        """Go back to the tree, with what was found or without."""
        self.finding.end(keep=event.keep)

    def on_find_bar_pressed(self, event: FindBar.Pressed) -> None:
        """Change the search or the filter that was clicked."""
        self.action_do(event.action)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let an action pass only where the registry says that it applies, and once there is anything to act on."""
        if not self.is_mounted:
            return False
        known = ACTION.get(str(parameters[0])) if action == "do" else None
        return known is None or known.applies(self.kind)

    def action_do(self, name: str) -> None:
        """Do what the registry names, with the function of `tui.verbs` that does it."""
        action = ACTION[name]
        room, _, verb = action.method.partition(".")
        function = getattr(import_module(f"tui.verbs.{room}"), verb)
        function(self) if action.argument is None else function(self, action.argument)

    def set(self, field: str, value: object, row: Row | None = None) -> None:
        """Give a field of a row a value, if the row is still there."""
        row = row or self.row
        plan = self.desk.session.plans.get(row.plan) if row else None
        if row is not None and plan is not None and row.id in plan.items:
            self.change(row.key, set_field(plan, row.id, field, value))

    def change(self, key: Key, changes: Sequence[Change]) -> bool:
        """Make changes and show them; tell whether they were made."""
        return self.change_all({key: changes})

    def change_all(self, changes: Mapping[Key, Sequence[Change]]) -> bool:
        """Make changes to several items at once and show them; tell whether they were made."""
        made = self.desk.change_all(changes)
        self.show()
        return made

    def may_change(self) -> bool:
        """Tell whether anything may be changed now; when not, show why."""
        may = self.desk.may_change()
        self.tell()
        return may


def _scale(kind: str | None) -> Scale | None:
    known = KINDS.get(kind or "")
    return known.SCALE if known else None
