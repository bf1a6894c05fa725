"""The overview: every förvaltning and fokusområde of a year, counted; Enter goes to the place in the tree."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.content import Content
from textual.style import Style

from data.overview import Cell, Overview, overview
from data.plan import PLAN_ID
from data.status import UPPDRAG
from data.wording import shortened
from tui.actions import bindings
from tui.grids import SUM, Grid, of_overview
from tui.screens.grid import GridScreen

_LEAST = 20
"""How much of a name is told, however little room there is."""


class OverviewScreen(GridScreen):
    """All plans of a year side by side."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("overview")
    HOME = "overview"
    TITLE_WORD = "Översikt"
    CAPTION = "Uppdrag"

    _found: Overview

    def drawn(self) -> Grid:
        """Return the grid of the year's plans."""
        self._found = overview(self.desk.session.plans.values(), self.ar)
        return of_overview(self._found, self.desk.session.forvaltning, self.glyphs)

    @property
    def _cell(self) -> Cell | None:
        line, column = self.table.line, self.table.column
        lines = self._found.lines
        cells = (*lines[line].cells, lines[line].sum) if line < len(lines) else (*self._found.sums, self._found.sum)
        return cells[column]

    def telling(self) -> Content:
        """Return whose it is, somebody's verdict, and the numbers in words."""
        found = self._found
        if not found.lines:
            return Content("")
        line, column = self.table.line, self.table.column
        who = SUM if line == len(found.lines) else self.desk.session.forvaltning(found.lines[line].plan)
        if column == len(found.columns):
            what = "alla fokusområden"
        else:
            what = f"{found.columns[column].id} {found.columns[column].namn}"
        verdict = self._verdict(self._cell)
        room = max(self.size.width - cell_len(verdict) - 2, _LEAST)
        head = Content.styled(shortened(f"{who} {self.glyphs.dot} {what}", room), Style(bold=True))
        cell = self._cell
        told = Content("Fokusområdet finns inte i planen.") if cell is None else self.counted(cell.counts)
        return Content("\n").join([Content.assemble(head, verdict), told])

    def _verdict(self, cell: Cell | None) -> str:
        if cell is None or cell.verdict is None:
            return ""
        verdict = UPPDRAG.of(cell.verdict)
        return f" {self.glyphs.dot} bedömning {self.glyphs.sign(verdict)} {verdict.short.lower()}"

    def action_go(self) -> None:
        """End with the fokusområde in the tree, or with the plan for its sum."""
        row, column = self.table.at
        if row is not None:
            items = self.desk.session.plans[row].items
            self.dismiss((row, column if column is not None and column in items else PLAN_ID))
