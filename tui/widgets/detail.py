"""The panel beside the tree: all that is known about the row that the cursor is on.

It draws and scrolls its lines itself: a scrolling container would lay out the whole screen at each key press.
"""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from data.plan import Plan
from tui.actions import bindings
from tui.glyphs import Glyphs, ground
from tui.rows import Row
from tui.widgets.detail_text import Beside, Names, Pen, detail_text

KINDS = {
    "plan": "Plan",
    "fokusomrade": "Fokusområde",
    "uppdrag": "Uppdrag",
    "aktivitet": "Aktivitet",
    "indikator": "Indikator",
    "broken": "Fel i filen",
}
"""What the kinds of row are called."""


class Detail(Widget, can_focus=True):
    """Status, facts, comment and what is below, of one row; scrolls when it is long."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("detail")

    def __init__(self, names: Names, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._names = names
        self._glyphs = glyphs
        self._row: Row | None = None
        self._plan: Plan | None = None
        self._lines: list[Content] = []
        self._beside = Beside()
        self._top = 0

    def show(self, row: Row | None, plan: Plan | None, beside: Beside) -> None:
        """Show a row of a plan, and what is known beside what it says.

        Scrolled to its top when it is another row.
        """
        if row is self._row and plan is self._plan and beside == self._beside:
            return
        asked, self._beside = beside.query != self._beside.query, beside
        moved = row is None or self._row is None or row.key != self._row.key
        self._row, self._plan = row, plan
        self.border_title = KINDS[row.kind] if row else ""
        if moved:
            self._top = 0
        self._wrap(whole=moved or asked)

    def on_mount(self) -> None:
        """Colour the signs anew with every theme."""
        self.watch(self.app, "theme", self._recolour, init=False)

    def _recolour(self) -> None:
        self._wrap()

    def on_resize(self) -> None:
        """Wrap for the new width."""
        self._wrap()

    def _wrap(self, *, whole: bool = True) -> None:
        """Make the lines, and draw all of them, or those that say something else than before."""
        pen = Pen(self._glyphs, ground(self.app), self._names, self._beside)
        text = detail_text(self._row, self._plan, pen) if self._row else Content("")
        old, self._lines = self._lines, text.wrap(max(self.size.width, 1))
        if whole or len(old) != len(self._lines):
            self._go(self._top)
            return
        for place in range(self._top, min(self._top + self.size.height, len(old))):
            if old[place].plain != self._lines[place].plain:
                self.refresh(Region(0, place - self._top, self.size.width, 1))

    def _go(self, top: int) -> None:
        """Show the lines from this one on, or the last ones, and tell how many there are below."""
        last = max(0, len(self._lines) - self.size.height)
        self._top = max(0, min(top, last))
        below = last - self._top
        self.border_subtitle = f"{below} rader till" if below > 1 else "en rad till" if below else ""
        self.refresh()

    def action_scroll_text(self, way: str) -> None:
        """Scroll: up, down, page_up, page_down, home or end."""
        page = max(1, self.size.height - 1)
        steps = {"up": -1, "down": 1, "page_up": -page, "page_down": page}
        self._go(self._top + steps[way] if way in steps else 0 if way == "home" else len(self._lines))

    def on_mouse_scroll_down(self) -> None:
        """Scroll by the wheel."""
        self._go(self._top + 3)

    def on_mouse_scroll_up(self) -> None:
        """Scroll by the wheel."""
        self._go(self._top - 3)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width, style = self.size.width, self.visual_style
        place = y + self._top
        if place >= len(self._lines):
            return Strip.blank(width, style.rich_style)
        strip = Strip(self._lines[place].render_segments(style))
        return strip.adjust_cell_length(width, style.rich_style)
