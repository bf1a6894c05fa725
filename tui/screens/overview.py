"""The overview: every förvaltning and fokusområde of a year, counted; Enter goes to the place in the tree."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from data.overview import Cell, overview, years
from data.plan import PLAN_ID
from data.status import EJ_BEDOMD, UPPDRAG
from data.wording import shortened
from tui.actions import bindings
from tui.bars import STATUSES, block
from tui.desk import Desk
from tui.glyphs import Glyphs, ground, legible
from tui.messages import WorkerMessage
from tui.rows import Key
from tui.screens.following import FollowingScreen
from tui.widgets.key_line import KeyLine
from tui.widgets.overview_table import SUM, OverviewTable
from tui.widgets.top_line import TopLine

_LEAST = 20
"""How much of a name is told, however little room there is."""


class OverviewScreen(FollowingScreen[Key | None]):
    """Ends with the row of the tree to go to, or None."""

    CSS_PATH = "overview.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("overview")

    table = getters.query_one("#overview", OverviewTable)
    top_line = getters.query_one("#top", TopLine)
    told = getters.query_one("#told", Static)

    def __init__(self, desk: Desk, glyphs: Glyphs, start: Key | None) -> None:
        """`start`: the plan and fokusområde that the cursor begins on."""
        super().__init__(desk)
        self._glyphs = glyphs
        self._start = start
        plan = desk.session.plans.get(start[0]) if start else None
        self._ar = plan.ar if plan else max(years(desk.session.plans.values()), default=0)

    def compose(self) -> ComposeResult:
        """Top line, table, what the cursor is on, keys."""
        yield TopLine(self._glyphs, id="top")
        yield OverviewTable(self.desk.session.forvaltning, self._glyphs, id="overview")
        yield Static(id="told", markup=False)
        yield KeyLine("overview")

    def on_mount(self) -> None:
        """Show the year."""
        self.table.border_title = "Uppdrag"
        self._show()
        if self._start is not None:
            self.table.go_to(*self._start)

    def hear(self, said: WorkerMessage) -> None:
        """Show the plans as they are now."""
        self._show()

    def _show(self) -> None:
        self.table.show(overview(self.desk.session.plans.values(), self._ar))
        self.top_line.tell(f"Översikt {self._ar}", self.desk.standing())

    def on_resize(self) -> None:
        """Tell as much of the names as there is room for."""
        self.told.update(self._telling())

    def on_overview_table_moved(self) -> None:
        """Tell what the cursor is on."""
        self.told.update(self._telling())

    def _telling(self) -> Content:
        table, cell = self.table.table, self.table.cell
        if not table.lines:
            return Content("")
        line, column = self.table.line, self.table.column
        who = SUM if line == len(table.lines) else self.desk.session.forvaltning(table.lines[line].plan)
        if column == len(table.columns):
            what = "alla fokusområden"
        else:
            what = f"{table.columns[column].id} {table.columns[column].namn}"
        verdict = self._verdict(cell)
        room = max(self.size.width - cell_len(verdict) - 2, _LEAST)
        head = Content.styled(shortened(f"{who} {self._glyphs.dot} {what}", room), Style(bold=True))
        return Content("\n").join([Content.assemble(head, verdict), self._counts(cell)])

    def _verdict(self, cell: Cell | None) -> str:
        if cell is None or cell.verdict is None:
            return ""
        verdict = UPPDRAG.of(cell.verdict)
        return f" {self._glyphs.dot} bedömning {self._glyphs.sign(verdict)} {verdict.short.lower()}"

    def _counts(self, cell: Cell | None) -> Content:
        if cell is None:
            return Content("Fokusområdet finns inte i planen.")
        parts: list[Content | str] = []
        for status in STATUSES:
            sign = self._glyphs.sign(status)
            drawn = sign if self._glyphs.ascii else f"{block(status, self._glyphs)} {sign}"
            colour = legible(status.colour, ground(self.app)) if status.colour else ""
            count = cell.counts[status.value]
            words = status.short.lower() + ("a" if status is EJ_BEDOMD and count != 1 else "")
            parts += [Content.styled(drawn, colour), f" {count} {words}  "]
        return Content.assemble(*parts).rstrip()

    def on_overview_table_chosen(self) -> None:
        """Go to the cell that was double-clicked."""
        self.action_go()

    def action_go(self) -> None:
        """End with the fokusområde in the tree, or with the plan for its sum."""
        table, line, column = self.table.table, self.table.line, self.table.column
        if line >= len(table.lines):
            return
        plan = table.lines[line].plan
        id = table.columns[column].id if column < len(table.columns) else PLAN_ID
        self.dismiss((plan.name, id if id in plan.items else PLAN_ID))

    def action_year(self, step: str) -> None:
        """Show the year after, or before, of those that there are plans for."""
        found = sorted(years(self.desk.session.plans.values()))
        if self._ar in found:
            place = found.index(self._ar) + {"after": 1, "before": -1}[step]
            self._ar = found[max(0, min(place, len(found) - 1))]
        self._show()

    def action_help(self) -> None:
        """Show the help."""
        from tui.screens.help import show_help

        show_help(self.app, self._glyphs)

    def action_close(self) -> None:
        """End without going anywhere."""
        self.dismiss(None)
