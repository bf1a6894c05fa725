"""The app: shows itself at once, then wires the worker, the syncer, the desk and the main screen together.

Only what the first frame needs is imported at the top; all else is, once that frame is out.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.tidying import Tidying, keep_for_rests
from tui.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.command import Provider
    from textual.driver import Driver
    from textual.filter import LineFilter

    from tui.messages import WorkerMessage
    from tui.screens.main import MainScreen
    from tui.settings import Loaded


BETWEEN = 1.0
"""Seconds between two looks at whether a sync is due."""


@dataclass
class FromWorker(Message):
    """Something the worker or the syncer said, brought over to the screen's thread."""

    said: WorkerMessage


def _commands() -> type[Provider]:
    from tui.palette import Commands

    return Commands


class TrafikljusApp(App[None]):
    """Shows the plans of one region, and lets them be judged."""

    TITLE = "Trafikljus"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar = {_commands}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide")]  # noqa: RUF012 - as the base class declares it

    def __init__(self, root: Path, *, ascii: bool = False, chosen: Loaded | None = None) -> None:
        super().__init__()
        self._root = root
        self._ascii = ascii
        self._chosen = chosen
        self._main: MainScreen | None = None
        self._plain: LineFilter | None = None
        self._turns, self._tidying = Turns(self), Tidying()
        self.set_class(ascii, "-ascii")
        if chosen is not None and chosen.settings.tema:
            from tui.themes import put_on

            put_on(self, chosen.settings.tema)
        if chosen is not None and not chosen.settings.rorelse:
            self.animation_level = "none"

    def get_driver_class(self) -> type[Driver]:
        """Draw through our own driver where Textual would take the one for a POSIX terminal."""
        found = super().get_driver_class()
        if sys.platform == "win32" or found.__name__ != "LinuxDriver":
            return found
        from tui.terminal_driver import TerminalDriver

        return TerminalDriver

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is drawn goes through these: in ASCII, no sign comes out that such a terminal may lack."""
        filters = super().get_line_filters()
        if not self._ascii:
            return filters
        from tui.plain_signs import PlainSigns

        self._plain = self._plain or PlainSigns()
        return [*filters, self._plain]

    def compose(self) -> ComposeResult:
        """What is seen until the main screen is ready."""
        yield Static(" [b]Trafikljus[/b]  läser …")

    def on_mount(self) -> None:
        """Go on when the first frame is out."""
        self._tidying.begin(self)
        self.call_after_refresh(self._open)

    def _open(self) -> None:
        from tui.desk import Desk
        from tui.glyphs import Glyphs
        from tui.keymap import keymap, use
        from tui.notices import Notice
        from tui.screens.main import MainScreen
        from tui.settings import Loaded, Settings
        from tui.syncer import Syncer
        from tui.syncing import Syncing
        from tui.worker import Worker

        chosen = self._chosen or Loaded(Settings())
        keys = keymap(chosen.settings.tangenter, chosen.settings.forval)
        use(keys)
        if keys.changed:
            self.set_keymap(keys.for_textual())
        glyphs = Glyphs(self._ascii)

        def post(said: WorkerMessage) -> None:
            self.post_message(FromWorker(said))

        worker = Worker(self._root, post)
        desk = Desk(worker, glyphs)
        syncing = Syncing(desk, Syncer(self._root, post), chosen.settings.synka * 60)
        if chosen.faults:
            more = len(chosen.faults) - 1
            rest = f" Och {more} fel till; trafikljus keys visar alla." if more else ""
            desk.notice = Notice(f"Allt i inställningarna gäller inte: {chosen.faults[0]}.{rest}")
        self._main = MainScreen(desk, glyphs, syncing)
        self.push_screen(self._main)
        self._main.call_after_refresh(worker.start)
        self.set_interval(BETWEEN, self._sync)

    def _sync(self) -> None:
        """Sync if that is due, unless a dialog is open, where somebody may be in the middle of an edit."""
        if self._main is not None and not any(isinstance(screen, ModalScreen) for screen in self.screen_stack):
            self._main.call_later(self._main.sync_by_itself)

    def watch_app_focus(self, focus: bool) -> None:
        """Focus something when the keyboard comes to us: a page in a browser has it only after the screen is up."""
        if focus and self.screen.focused is None and self.screen.focus_chain:
            self.screen.set_focus(self.screen.focus_chain[0], scroll_visible=False)

    async def on_event(self, event: events.Event) -> None:
        """Take in an event; a key when its turn has come."""
        if isinstance(event, events.InputEvent):
            self._tidying.touched()
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif not self._turns.hold(event):
            screen, goal = self.screen, self.focused
            await super().on_event(event)
            self._turns.follow(goal or screen, screen)

    def on_key(self, event: events.Key) -> None:
        """Show the help of any screen that has no use of its own for the key."""
        from tui.keymap import in_use
        from tui.screens.help import show_help

        asked = self._main is not None and event.key in in_use()["hjalp"].keys
        if self._main is not None and asked and event.key not in self.screen.active_bindings:
            event.prevent_default()
            show_help(self, self._main.glyphs)

    def on_from_worker(self, message: FromWorker) -> None:
        """Bring the main screen what was said, in its own turn, which never comes once its widgets are going."""
        if self._main is not None:
            self._main.call_later(self._main.hear, message.said)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys to a dialog while one is open."""
        return self.screen is self._main

    def action_command_palette(self) -> None:
        """Search among all commands."""
        from tui.palette import Palette

        self.push_screen(Palette())

    async def action_quit(self) -> None:
        """Let the main screen finish what is under way, and end."""
        if self._main is not None:
            self._main.action_leave()

    def action_help_quit(self) -> None:
        """Ctrl+C, by old habit: leave as usual."""
        self.call_later(self.action_quit)

    def _fatal_error(self) -> None:
        """Show one line for an error that nobody foresaw; its trace goes to a log."""
        from rich.text import Text

        from tui.guard import UNUSABLE, told

        self._return_code = UNUSABLE
        if isinstance(self._exception, Exception):
            self.panic(Text(told(self._exception)))
        else:
            super()._fatal_error()

    def finish(self) -> None:
        """Commit what is saved when the app was ended from outside: its page or its terminal was closed."""
        if self._main is not None:
            self._main.syncing.stop()
            self._main.desk.finish()
            self._main.syncing.finish()


def run(root: Path, *, ascii: bool, chosen: Loaded) -> int:
    """Run the app on the region in `root` until the user leaves it; return the exit code."""
    from tui.signals import end_on_signals

    sys.setswitchinterval(0.0005)  # so that the screen, when it has something to do, soon gets its turn
    keep_for_rests()
    app = TrafikljusApp(root, ascii=ascii, chosen=chosen)
    end_on_signals(app)
    try:
        app.run()
    finally:
        app.finish()
    return app.return_code or 0
