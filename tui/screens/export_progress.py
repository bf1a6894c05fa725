"""How an export goes, file by file; what is written can be opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from data.plain_text import one_line
from data.todo import Progress
from tui.actions import bindings
from tui.exporting import Export, Made
from tui.messages import WorkerMessage
from tui.progress import progress_bar
from tui.screens.following import FollowingScreen
from tui.widgets.key_line import KeyLine
from tui.widgets.plain_list import PlainList
from tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from tui.screens.main import MainScreen

_BAR = 30
_WHEN_ENDED = ("fil-oppna", "fil-mapp")
_WHILE_RUNNING = ("export-avbryt",)


class ExportProgress(FollowingScreen[None]):
    """Follows one export."""

    CSS_PATH = "export_progress.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("exporting")
    AUTO_FOCUS = "#files"

    files = getters.query_one("#files", PlainList)
    bar = getters.query_one("#bar", Static)
    told = getters.query_one("#told", Static)
    top_line = getters.query_one("#top", TopLine)

    def __init__(self, main: MainScreen, export: Export) -> None:
        super().__init__(main.desk)
        self._main = main
        self._export = export
        self._shown: list[Made] = []

    def compose(self) -> ComposeResult:
        """Top line, bar, the files, what there is to say, the keys for now."""
        yield TopLine(self._main.glyphs, id="top")
        yield Static(id="bar", markup=False)
        yield PlainList(id="files", markup=False)
        yield Static(id="told", markup=False)
        yield KeyLine("exporting", leave_out=_WHEN_ENDED)
        yield KeyLine("exporting", leave_out=_WHILE_RUNNING)

    def on_mount(self) -> None:
        """Follow the export."""
        self.files.border_title = "Filer"
        self._export.listeners.append(self._show)
        self._show()

    def on_unmount(self) -> None:
        """Follow it no longer."""
        self._export.listeners.remove(self._show)

    def hear(self, said: WorkerMessage) -> None:
        """Show how things stand now."""
        self.top_line.tell("Exportera", self.desk.standing())

    def _show(self) -> None:
        export = self._export
        self._show_files()
        written = len(export.written)
        room = max(8, min(_BAR, self.size.width - 40))
        bar = progress_bar(Progress(written, export.of), room, self._main.glyphs)
        begun = "" if export.ended else "Förbereder …"
        self.bar.update(Content(f"{bar} {written} av {export.of} filer" if export.of else begun))
        failed = export.ended is not None and export.ended.code != 0 and not export.cancelled
        self.told.set_class(failed, "-wrong")
        self.told.update(Content(summary(export)))
        running, ended = self.query(KeyLine)
        running.display, ended.display = export.ended is None, export.ended is not None
        self.top_line.tell("Exportera", self.desk.standing())

    def _show_files(self) -> None:
        new = list(self._export.files)
        del self._shown[len(new) :]
        while self.files.option_count > len(new):
            self.files.remove_option_at_index(self.files.option_count - 1)
        for place, made in enumerate(new):
            if place >= len(self._shown):
                self.files.add_option(self._line(made))
                self.files.highlighted = place
            elif made != self._shown[place]:
                self.files.replace_option_prompt_at_index(place, self._line(made))
        self._shown = new

    def _line(self, made: Made) -> Content:
        done, going = ("x", ">") if self._main.glyphs.ascii else ("✓", "►")
        return Content(f"{done if made.written else going} {one_line(made.path.name)}")

    def on_option_list_option_selected(self) -> None:
        """Open the file that was clicked, once it is there."""
        self.action_open()

    def action_open(self) -> None:
        """Open the file that the cursor is on with the platform's program for it."""
        place = self.files.highlighted
        if place is not None and self._export.files[place].written:
            self._open(self._export.files[place].path)

    def action_open_folder(self) -> None:
        """Open the folder that the files are in."""
        if self._export.written:
            self._open(self._export.folder)

    def _open(self, path: Path) -> None:
        if self.app.is_web:
            if path.is_file():
                self.app.deliver_binary(path)  # the page's own computer is not this one
            else:
                self.told.update(Content(one_line(f"Mappen ligger på datorn där trafikljus körs: {path}")))
        else:
            self.run_worker(partial(self._open_outside, path), thread=True)

    def _open_outside(self, path: Path) -> None:
        """Open a file; in a thread, for it waits for the disk."""
        from tui.opening import NoOpenerError, open_outside

        try:
            open_outside(path)
        except (NoOpenerError, OSError) as error:
            told = f"Det gick inte att öppna {path.name}: {error}."
            self.app.call_from_thread(self.told.update, Content(one_line(told)))

    def action_cancel(self) -> None:
        """Make no more files; once it has ended, go back."""
        if self._export.ended is not None:
            self.dismiss()
        else:
            self._export.cancel()
            self._show()

    def action_back(self) -> None:
        """Go back to the tree; what is under way goes on."""
        self.dismiss()

    def action_help(self) -> None:
        """Show the help."""
        from tui.screens.help import show_help

        show_help(self.app, self._main.glyphs)


def summary(export: Export) -> str:
    """Return how an export stands, in a line or two."""
    ended, written = export.ended, len(export.written)
    files = "1 fil" if written == 1 else f"{written} filer"
    if ended is None:
        return "Avbryter; den fil som skrivs blir hel …" if export.cancelled else one_line(f"Till {export.folder}")
    if export.cancelled:
        return one_line(f"Avbrutet. {files} skrevs i {export.folder}")
    if ended.code:
        reason = "; ".join(one_line(line) for line in ended.told.splitlines()) or f"slutkod {ended.code}"
        return f"Exporten gick inte: {reason.removeprefix('trafikljus: fel: ')}."
    return one_line(f"Klart: {files} i {export.folder}")
