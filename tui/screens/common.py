"""What every main screen answers alike: help, palette, theme, and leaving without losing anything."""

from __future__ import annotations

from functools import partial

from textual.screen import Screen

from tui.desk import Desk
from tui.glyphs import Glyphs
from tui.notices import Notice


class CommonScreen(Screen[None]):
    """A screen over the desk."""

    def __init__(self, desk: Desk, glyphs: Glyphs) -> None:
        super().__init__()
        self.desk = desk
        self.glyphs = glyphs

    def show(self) -> None:
        """Show all that the desk says now."""
        raise NotImplementedError

    def tell(self) -> None:
        """Show how things stand."""
        raise NotImplementedError

    def action_command_palette(self) -> None:
        """Search among all commands."""
        self.app.action_command_palette()

    def action_help(self) -> None:
        """Show the help."""
        from tui.screens.help import show_help

        show_help(self.app, self.glyphs)

    def say(self, text: str) -> None:
        """Show a notice."""
        self.desk.notice = Notice(text)
        self.tell()

    def action_theme(self) -> None:
        """Choose the colours, and keep the choice for the next time."""
        from tui.screens.themes import ThemePicker

        def chosen(name: str | None) -> None:
            if name is not None:
                self.run_worker(partial(self._remember, name), thread=True)

        self.app.push_screen(ThemePicker(), chosen)

    def _remember(self, theme: str) -> None:
        """Write the choice into the settings; in a thread, for it waits for the disk."""
        from tui.settings import FILE, remember_theme

        try:
            remember_theme(theme)
        except (OSError, ValueError) as error:
            told = f"Färgerna gäller tills du avslutar; de kunde inte sparas i {FILE}: {error}."
            self.app.call_from_thread(self.say, told)

    def action_leave(self) -> None:
        """Wait for what is under way, then end; asked again, tell what is waited for."""
        if self.desk.leave():
            self.app.exit()
        else:
            self.tell()

    def end(self, uncommitted: tuple[str, ...], *, synced: bool = True) -> None:
        """Close, and say what git would not take, and that a sync did not come through."""
        told = []
        if uncommitted:
            names = ", ".join(uncommitted)
            told.append(f"Sparat men inte incheckat: {names}. Det görs nästa gång trafikljus startas.")
        if not synced:
            told.append("Inte synkat: det som väntar skickas nästa gång.")
        self.app.exit(message="\n".join(told) or None)
