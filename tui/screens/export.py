"""The screen where one chooses what to export: which reports, for whom, in which formats, and where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Label, Static

from data.plain_text import one_line
from tui.actions import bindings
from tui.export_choices import Offer
from tui.export_memory import recall
from tui.exporting import Choice
from tui.messages import WorkerMessage
from tui.screens.following import FollowingScreen
from tui.widgets.check_list import CheckList
from tui.widgets.key_line import KeyLine
from tui.widgets.safe_text import LineInput
from tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class ExportScreen(FollowingScreen[Choice | None]):
    """Ends with what was chosen, or None."""

    CSS_PATH = "export.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("export")
    AUTO_FOCUS = "#what"

    what = getters.query_one("#what", CheckList)
    how = getters.query_one("#how", CheckList)
    folder = getters.query_one("#folder", LineInput)
    told = getters.query_one("#told", Static)
    top_line = getters.query_one("#top", TopLine)

    def __init__(self, main: MainScreen) -> None:
        super().__init__(main.desk)
        self._main = main
        marked = [name for name, _ in main.plan_tree.marked]
        self._offer = Offer(main.desk.session, main.plan, marked)

    def compose(self) -> ComposeResult:
        """Top line, what to export beside how, the folder, what will come of it, keys."""
        before = recall(self.desk.root) or self._offer.first(self.desk.root)
        chosen = self._offer.chosen(before)
        yield TopLine(self._main.glyphs, id="top")
        with Horizontal(id="lists"):
            yield CheckList(self._offer.what(), chosen, id="what")
            yield CheckList(self._offer.how(), chosen, id="how")
        with Horizontal(id="where"):
            yield Label("Mapp ", markup=False)
            yield LineInput(before.folder, [], id="folder")
        yield Static(id="told", markup=False)
        yield KeyLine("export")

    def on_mount(self) -> None:
        """Tell what would come of what was chosen last."""
        self.what.border_title, self.how.border_title = "Vad", "Hur"
        self._tell()

    def hear(self, said: WorkerMessage) -> None:
        """Show how things stand now."""
        self._tell()

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        lists: Mapping[str, CheckList] = {"what": self.what, "how": self.how}
        return self._offer.choice(lambda where, name: lists[where].chosen(name), self.folder.value)

    def on_check_list_changed(self) -> None:
        """Tell what would come of it."""
        self._tell()

    def on_input_changed(self) -> None:
        """Tell what would come of it."""
        self._tell()

    def _tell(self) -> None:
        choice = self.choice
        fault = self._offer.fault(choice)
        self.told.set_class(fault is not None, "-wrong")
        self.told.update(Content(one_line(fault or self._offer.told(choice))))
        self.top_line.tell("Exportera", self.desk.standing())

    def on_input_submitted(self) -> None:
        """Enter in the folder does as in the lists."""
        self.action_start()

    def action_turn(self) -> None:
        """Choose what the cursor is on, or do not."""
        if isinstance(self.focused, CheckList):
            self.focused.turn()

    def action_start(self) -> None:
        """End with what is chosen, unless something is missing."""
        if self._offer.fault(self.choice) is None:
            self.dismiss(self.choice)
        else:
            self.app.bell()

    def action_preview(self) -> None:
        """Show a chosen report as text."""
        from tui.screens.preview import PreviewScreen

        reports = self.choice.reports
        current = self.what.current
        if current is not None and current[0] == "reports":
            reports = (current[1], *(name for name in reports if name != current[1]))
        if reports:
            self.app.push_screen(PreviewScreen(self._main, self.choice, reports))

    def action_next_field(self) -> None:
        """Go to the next list, or the folder."""
        self.focus_next()

    def action_other(self) -> None:
        """Go to the other list."""
        self.set_focus(self.what if self.focused is self.how else self.how)

    def action_help(self) -> None:
        """Show the help."""
        from tui.screens.help import show_help

        show_help(self.app, self._main.glyphs)

    def action_close(self) -> None:
        """End without exporting."""
        self.dismiss(None)
