"""The app: wires the worker, the desk and the screens together; what it shows and does stands in those."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen

from tui.actions import bindings
from tui.desk import Desk
from tui.glyphs import Glyphs
from tui.messages import Loaded, Stopped, Unusable, WorkerMessage
from tui.palette import Commands, Palette
from tui.screens.main import MainScreen
from tui.worker import Worker

DARK, LIGHT = "textual-dark", "textual-light"


@dataclass
class FromWorker(Message):
    """Something the worker said, brought over to the screen's thread."""

    said: WorkerMessage


class TrafikljusApp(App[None]):
    """Shows the plans of one region, and lets them be judged."""

    TITLE = "Trafikljus"
    CSS_PATH: ClassVar = ["app.tcss", "screens/main.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings("app")
    COMMANDS: ClassVar = {Commands}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide")]  # noqa: RUF012 - as the base class declares it

    def __init__(self, root: Path, *, ascii: bool = False) -> None:
        super().__init__()
        glyphs = Glyphs(ascii)
        self._glyphs = glyphs
        self._worker = Worker(root, lambda said: self.post_message(FromWorker(said)))
        self._desk = Desk(self._worker, glyphs)
        self._main = MainScreen(self._desk, glyphs)
        self.set_class(ascii, "-ascii")

    def get_default_screen(self) -> Screen[None]:
        """Begin at the main screen."""
        return self._main

    def on_mount(self) -> None:
        """Read the region when the first frame is out."""
        self.call_after_refresh(self._worker.start)

    def on_from_worker(self, message: FromWorker) -> None:
        """Take in what the worker said, and show how things now are."""
        said = message.said
        first = self._desk.session.snapshot is None
        self._desk.take(said)
        match said:
            case Stopped(uncommitted):
                self._end(uncommitted)
                return
            case Unusable(reason):
                self.exit(return_code=2, message=reason)
                return
        self._main.show()
        if isinstance(said, Loaded) and first and said.snapshot.nameless:
            self._main.action_identity()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys to a dialog while one is open."""
        return self.screen is self._main

    def action_command_palette(self) -> None:
        """Search among all commands."""
        self.push_screen(Palette())

    def action_help(self) -> None:
        """Show the help."""
        from tui.screens.help import Help

        self.push_screen(Help(self._glyphs))

    def action_toggle_theme(self) -> None:
        """Go from dark to light, or back."""
        self.theme = LIGHT if self.current_theme.dark else DARK
        self._main.show()

    async def action_quit(self) -> None:
        """Wait for what is under way, then end; asked again when all is on disk, end at once."""
        if not self._desk.leaving:
            self._desk.leave()
            self._main.show()
        elif not self._desk.session.pending:
            self.exit()

    def action_help_quit(self) -> None:
        """Ctrl+C, by old habit: leave as usual."""
        self.call_later(self.action_quit)

    def _end(self, uncommitted: tuple[str, ...]) -> None:
        """Close, and say what git would not take."""
        told = ", ".join(uncommitted)
        message = f"Sparat men inte incheckat: {told}. Det görs nästa gång trafikljus startas." if told else None
        self.exit(message=message)


def run(root: Path, *, ascii: bool = False) -> int:
    """Run the app on the region in `root` until the user leaves it; return the exit code."""
    app = TrafikljusApp(root, ascii=ascii)
    app.run()
    return app.return_code or 0
