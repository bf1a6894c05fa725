"""The history of a row and of its plan: who changed what when; Enter opens the plan as it was then."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from data.history import CUT_OFF
from data.plain_text import one_line
from data.plan import PLAN_ID, Plan
from data.wording import shortened
from tui.actions import bindings
from tui.glyphs import heading
from tui.life import Entry, Life, life_of
from tui.messages import Committed, Lived, Recalled, Signed, WorkerMessage
from tui.past import PastDesk
from tui.screens.following import FollowingScreen
from tui.widgets.entry_list import EntryList
from tui.widgets.entry_text import entry_text
from tui.widgets.key_line import KeyLine
from tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from tui.screens.main import MainScreen

_ITEM, _PLAN, _REPORTS = "rad", "plan", "rapporter"
_EMPTY = {
    _ITEM: "Raden har ingen historik ännu.",
    _PLAN: "Planen har ingen historik ännu.",
    _REPORTS: "Ingen rapport är stängd ännu.",
}
_BESIDE = 140
"""From how many cells of width on the list and the text stand side by side."""


class HistoryScreen(FollowingScreen[None]):
    """A list of what happened, in three views, and all that is known about the entry at the cursor."""

    CSS_PATH = "history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("history")
    AUTO_FOCUS = "#entries"
    HORIZONTAL_BREAKPOINTS = [(0, "-stacked"), (_BESIDE, "-beside")]  # noqa: RUF012 - as the base class declares it

    entries = getters.query_one("#entries", EntryList)
    views = getters.query_one("#views", Static)
    text = getters.query_one("#entry", Static)
    top_line = getters.query_one("#top", TopLine)

    def __init__(self, main: MainScreen, plan: Plan, id: str) -> None:
        """`id`: the item whose history is shown first; `PLAN_ID` is the plan."""
        super().__init__(main.desk)
        self._main = main
        self._glyphs = main.glyphs
        self._plan = plan
        self._item_id = id
        self._views = (_PLAN, _REPORTS) if id == PLAN_ID else (_ITEM, _PLAN, _REPORTS)
        self._view = self._views[0]
        self._life: Life | None = None
        self._reason = ""
        self._wanted: Entry | None = None
        self._signed: dict[str, str] = {}
        """What is told of each commit's signature; empty where nobody signs."""

    def compose(self) -> ComposeResult:
        """Top line, views, list and text, keys."""
        yield TopLine(self._glyphs, id="top")
        yield Static(id="views", markup=False)
        with Container(id="panes"):
            yield EntryList(self._glyphs, id="entries")
            with VerticalScroll(id="about"):
                yield Static(id="entry", markup=False)
        yield KeyLine("history")

    def on_mount(self) -> None:
        """Ask for the history."""
        self.desk.hindsight.history(self._plan.name)
        self._show()

    def hear(self, said: WorkerMessage) -> None:
        """Take in the answers, and ask again when there is more to tell."""
        match said:
            case Lived(plan=name) if name == self._plan.name:
                self._take(said)
            case Recalled(plan=name) if self._wanted is not None and name == self._plan.name:
                self._open(said, self._wanted)
            case Signed(told):
                self._signed |= told
                self.entries.refresh()
                self._tell_of(self.entries.entry)
            case Committed():
                self.desk.hindsight.history(self._plan.name)
        self._tell()

    def _take(self, said: Lived) -> None:
        plan = self.desk.session.plans.get(self._plan.name, self._plan)
        self._life = None if said.history is None else life_of(plan, said.history, said.reports)
        self._reason = said.reason
        self._show(start=self.entries.entry)

    def _open(self, said: Recalled, entry: Entry) -> None:
        """Open the plan as it was, if it is still this screen that is looked at."""
        from tui.screens.past import PastScreen

        if said.revision != entry.commit or self.app.screen is not self:
            return
        self._wanted = None
        if said.found is None:
            self.notify_line(said.reason)
        else:
            desk = PastDesk(self.desk, said.found, entry)
            self.app.push_screen(PastScreen(desk, self._glyphs, self._main, self._item_id))

    def notify_line(self, text: str) -> None:
        """Show why something could not be opened, where the entry is told."""
        self.text.update(Content(one_line(text)))

    def _show(self, start: Entry | None = None) -> None:
        life, view = self._life, self._view
        found: tuple[Entry, ...] = ()
        if life is not None:
            lists = {_ITEM: lambda: life.of_item(self._item_id), _PLAN: life.of_plan, _REPORTS: life.of_reports}
            found = lists[view]()
        empty = self._reason or ("Läser historiken …" if life is None else _EMPTY[view])
        self.entries.border_subtitle = CUT_OFF if life is not None and life.history.cut else ""
        self.entries.show(found, self._summary, one_line(empty), start=start.commit if start else None)
        self._tell()
        self._show_views()

    def _summary(self, entry: Entry) -> str:
        if self._life is None:
            return ""
        told = self._life.summary(entry, of_item=self._view == _ITEM)
        return f"{told} {self._glyphs.dot} {signed}" if (signed := self._signature(entry)) else told

    def _signature(self, entry: Entry) -> str:
        return self._signed.get(entry.commit, "") if entry.event is not None else ""

    def _tell(self) -> None:
        title = self.desk.session.title(self._plan)
        self.top_line.tell(one_line(f"Historik {self._glyphs.dot} {title}"), self.desk.standing())

    def _show_views(self) -> None:
        """Name the views; the one that is shown stands in brackets, each can be clicked."""
        item = self._plan.items.get(self._item_id)
        labels = {
            _ITEM: shortened(heading(item), 40) if item else "Raden",
            _PLAN: "Hela planen",
            _REPORTS: "Stängda rapporter",
        }
        parts: list[Content] = []
        for view in self._views:
            click = Style.from_meta({"@click": f"screen.view({view!r})"})
            shown = f"[{labels[view]}]" if view == self._view else f" {labels[view]} "
            parts.append(Content.styled(shown, click + Style(bold=view == self._view)))
        self.views.update(Content(" ").join(parts))

    def on_entry_list_moved(self, event: EntryList.Moved) -> None:
        """Tell all about the entry."""
        self._tell_of(event.entry)
        self.query_one("#about", VerticalScroll).scroll_home(animate=False)

    def _tell_of(self, entry: Entry | None) -> None:
        if entry is None or self._life is None:
            self.text.update(Content(""))
        else:
            self.text.update(entry_text(entry, self._life, self._glyphs, self._signature(entry)))

    def on_entry_list_chosen(self) -> None:
        """Open the plan as it was at the entry that was double-clicked."""
        self.action_open()

    def action_open(self) -> None:
        """Ask for the plan as it was at the entry; it opens when it has been read."""
        self._wanted = self.entries.entry
        if self._wanted is not None:
            self.desk.hindsight.recall(self._plan.name, self._wanted.commit)

    def action_view(self, view: str) -> None:
        """Show another view, by its name; or the one after, or before."""
        place = self._views.index(self._view)
        step = {"after": 1, "before": -1}.get(view)
        self._view = self._views[(place + step) % len(self._views)] if step is not None else view
        self._show()

    def action_next_pane(self) -> None:
        """Go from the list to the text, or back."""
        self.focus_next()

    def action_help(self) -> None:
        """Show the help."""
        from tui.screens.help import show_help

        show_help(self.app, self._glyphs)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()
