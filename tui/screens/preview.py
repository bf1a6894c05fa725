"""A report as text, to be read before it is exported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from data.plain_text import one_line
from exporters.reports.registry import REPORTS
from tui.actions import bindings
from tui.exporting import Choice
from tui.messages import WorkerMessage
from tui.previewing import Preview, Seen
from tui.screens.following import FollowingScreen
from tui.widgets.key_line import KeyLine
from tui.widgets.text_view import TextView
from tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class PreviewScreen(FollowingScreen[None]):
    """Shows one report at a time."""

    CSS_PATH = "preview.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("preview")
    AUTO_FOCUS = "#page"

    page = getters.query_one("#page", TextView)
    told = getters.query_one("#told", Static)
    top_line = getters.query_one("#top", TopLine)

    def __init__(self, main: MainScreen, choice: Choice, reports: Sequence[str]) -> None:
        """`reports`: the names of those that can be leafed through, the first shown first."""
        super().__init__(main.desk)
        self._main = main
        self._choice = choice
        self._reports = tuple(reports)
        self._preview: Preview | None = None

    def compose(self) -> ComposeResult:
        """Top line, the text, what it is, keys."""
        yield TopLine(self._main.glyphs, id="top")
        yield TextView(id="page")
        yield Static(id="told", markup=False)
        yield KeyLine("preview", leave_out=("forhand-nasta",) if len(self._reports) == 1 else ())

    def on_mount(self) -> None:
        """Ask for the first report."""
        self._ask()

    def on_unmount(self) -> None:
        """Ask for nothing more."""
        if self._preview is not None:
            self._preview.cancel()

    def hear(self, said: WorkerMessage) -> None:
        """Show how things stand now."""
        self._tell()

    def _ask(self) -> None:
        if self._preview is not None:
            self._preview.cancel()
        self._preview = Preview(self.desk.root, self._choice, self._reports[0], ascii=self._main.glyphs.ascii)
        self.page.show((), 0)
        self.told.set_class(False, "-wrong")
        self.told.update(Content("Läser …"))
        self._preview.start(self.call_later, self._take)
        self._tell()

    def _tell(self) -> None:
        self.top_line.tell(f"Förhandsvisning {self._main.glyphs.dot} {self._reports[0]}", self.desk.standing())

    def _take(self, preview: Preview, seen: Seen) -> None:
        """Show what came, unless another report has been asked for."""
        if preview is not self._preview:
            return
        self.page.show(seen.lines, seen.width)
        self.told.set_class(bool(seen.fault), "-wrong")
        which = f"{REPORTS[self._reports[0]].title}, som text. Rulla med pilarna."
        self.told.update(Content(one_line(seen.fault or which)))

    def action_leaf(self) -> None:
        """Show the next report."""
        first, *others = self._reports
        self._reports = (*others, first)
        self._ask()

    def action_help(self) -> None:
        """Show the help."""
        from tui.screens.help import show_help

        show_help(self.app, self._main.glyphs)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()
