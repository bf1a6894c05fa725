"""The top line: where we are, and whether what is on the screen is saved and committed."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from tui.glyphs import Glyphs
from tui.widgets.row_line import fitted


class TopLine(Widget):
    """One line: the program, the plan, and how things stand."""

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self.place = ""
        self.standing = "läser …"

    def tell(self, place: str, standing: str) -> None:
        """Show another place and standing."""
        if (place, standing) != (self.place, self.standing):
            self.place, self.standing = place, standing
            self.refresh()

    def render(self) -> Content:
        """The line as wide as the screen; the standing is never cut before the place is."""
        name = "Trafikljus"
        room = self.size.width - len(name) - cell_len(self.standing) - 5
        place = fitted(self.place, max(room, 0), self._glyphs) if room > 0 else ""
        return Content.assemble(" ", (name, Style(bold=True)), "  ", place, "  " if place else "", self.standing)
