"""A screen with a grid of a year: what the cursor is on stands below it; Enter goes to the place in the tree."""

from __future__ import annotations

from typing import Any

from textual import getters
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from data.counts import Counts
from data.overview import year_beside, years
from data.wording import with_status
from tui.bars import STATUSES, block
from tui.desk import Desk
from tui.glyphs import Glyphs, ground, legible
from tui.grids import Grid
from tui.messages import WorkerMessage
from tui.rows import Key
from tui.screens.following import FollowingScreen
from tui.widgets.grid_table import GridTable
from tui.widgets.key_line import KeyLine
from tui.widgets.top_line import TopLine


class GridScreen(FollowingScreen[Key | None]):
    """Ends with the row of the tree to go to, or None."""

    CSS_PATH = "grid.tcss"
    HOME = ""
    """Which part of the app it is."""
    TITLE_WORD = ""
    """What stands in the top line, before the year."""
    CAPTION = ""
    """What stands above the grid."""

    table = getters.query_one("#grid", GridTable)
    top_line = getters.query_one("#top", TopLine)
    told = getters.query_one("#told", Static)

    def __init__(self, desk: Desk, glyphs: Glyphs, ar: int | None, start: tuple[str, str] | None) -> None:
        """`ar`: the year to begin with, None: the newest; `start`: the keys of where the cursor begins."""
        super().__init__(desk)
        self.glyphs = glyphs
        self._start = start
        self.ar = max(years(desk.session.plans.values()), default=0) if ar is None else ar

    def compose(self) -> ComposeResult:
        """Top line, table, what the cursor is on, keys."""
        yield TopLine(self.glyphs, id="top")
        yield GridTable(self.glyphs, id="grid")
        yield Static(id="told", markup=False)
        yield KeyLine(self.HOME)

    def on_mount(self) -> None:
        """Show the year."""
        self.table.border_title = self.CAPTION
        self._show()
        if self._start is not None:
            self.table.go_to(*self._start)

    def hear(self, said: WorkerMessage) -> None:
        """Show the plans as they are now."""
        self._show()

    def _show(self) -> None:
        self.table.show(self.drawn())
        self.top_line.tell(f"{self.TITLE_WORD} {self.ar}", self.desk.standing())

    def drawn(self) -> Grid:
        """Return the grid of the year, as things are now."""
        raise NotImplementedError

    def telling(self) -> Content:
        """Return what there is to say of the cell that the cursor is on, in two lines."""
        raise NotImplementedError

    def on_resize(self) -> None:
        """Tell as much of the names as there is room for."""
        self.told.update(self.telling())

    def on_grid_table_moved(self) -> None:
        """Tell what the cursor is on."""
        self.told.update(self.telling())

    def counted(self, counts: Counts) -> Content:
        """Return how many there are of each status, in words."""
        parts: list[Content | str] = []
        for status in STATUSES:
            sign = self.glyphs.sign(status)
            drawn = sign if self.glyphs.ascii else f"{block(status, self.glyphs)} {sign}"
            colour = legible(status.colour, ground(self.app)) if status.colour else ""
            parts += [Content.styled(drawn, colour), f" {with_status(counts[status.value], status)}  "]
        return Content.assemble(*parts).rstrip()

    def on_grid_table_chosen(self) -> None:
        """Go to the cell that was double-clicked."""
        self.action_go()

    def action_go(self) -> Any:
        """End with the place in the tree that the cell is about."""
        raise NotImplementedError

    def action_year(self, step: str) -> None:
        """Show the year after, or before, of those that there are plans for."""
        self.ar = year_beside(self.desk.session.plans.values(), self.ar, step)
        self._show()

    def action_help(self) -> None:
        """Show the help."""
        from tui.screens.help import show_help

        show_help(self.app, self.glyphs)

    def action_close(self) -> None:
        """End without going anywhere."""
        self.dismiss(None)
