"""What every main screen answers alike: help, palette, theme, and leaving without losing anything."""

from __future__ import annotations

from textual.screen import Screen

from tui.desk import Desk
from tui.glyphs import Glyphs

DARK, LIGHT = "textual-dark", "textual-light"


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

    def action_toggle_theme(self) -> None:
        """Go from dark to light, or back."""
        self.app.theme = LIGHT if self.app.current_theme.dark else DARK
        self.show()

    def action_leave(self) -> None:
        """Wait for what is under way, then end; asked again, tell what is waited for."""
        if self.desk.leave():
            self.app.exit()
        else:
            self.tell()

    def end(self, uncommitted: tuple[str, ...]) -> None:
        """Close, and say what git would not take."""
        told = ", ".join(uncommitted)
        way_out = f"Sparat men inte incheckat: {told}. Det görs nästa gång trafikljus startas."
        self.app.exit(message=way_out if told else None)
