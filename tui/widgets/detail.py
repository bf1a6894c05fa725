"""The panel beside the tree: all that is known about the row that the cursor is on."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from data.plan import Plan
from tui.glyphs import Glyphs
from tui.rows import Row
from tui.widgets.detail_text import Pen, detail_text

KINDS = {
    "plan": "Plan",
    "fokusomrade": "Fokusområde",
    "uppdrag": "Uppdrag",
    "aktivitet": "Aktivitet",
    "indikator": "Indikator",
    "broken": "Fel i filen",
}
"""What the kinds of row are called."""


class Detail(VerticalScroll):
    """Status, facts, comment and what is below, of one row; scrolls when it is long."""

    def __init__(self, titled: Callable[[Plan], str], glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._titled = titled
        self._glyphs = glyphs
        self._shown: tuple[Row | None, Plan | None, bool] | None = None

    def compose(self) -> ComposeResult:
        """One text, which the panel scrolls."""
        yield Static(id="detail-text", markup=False)

    def show(self, row: Row | None, plan: Plan | None) -> None:
        """Show a row of a plan; scrolled to its top when it is another row than before."""
        dark = self.app.current_theme.dark
        if self._shown is not None and self._shown == (row, plan, dark) and row is self._shown[0]:
            return
        before = self._shown[0] if self._shown else None
        self._shown = (row, plan, dark)
        self.border_title = KINDS[row.kind] if row else ""
        text = detail_text(row, plan, Pen(self._glyphs, dark, self._titled)) if row else Content("")
        self.query_one("#detail-text", Static).update(text)
        if before is None or row is None or before.key != row.key:
            self.scroll_home(animate=False)
