"""The tree of plans: draws only the lines that show, and keeps its cursor by id through every change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from data.plan import PLAN_ID, Plan
from tui.actions import bindings
from tui.draft_marks import DraftMarks
from tui.glyphs import Glyphs, ground
from tui.news import NewsRoom
from tui.outline import Outline
from tui.rows import Broken, Key, Row, Rows
from tui.seeking import Found
from tui.widgets.tree_lines import COMPONENTS, TreeLines

NOTHING, NO_HITS = "Inga planer ännu.", "Inga träffar."
"""What stands in an empty tree."""


class PlanTree(ScrollView, can_focus=True):
    """Rows of plans, fokusområden, uppdrag and aktiviteter, with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("tree")
    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)

    @dataclass
    class Moved(Message):
        """The cursor is on another row, or its row says something else."""

        row: Row | None

    @dataclass
    class Chosen(Message):
        """A row was double-clicked."""

        row: Row

    def __init__(self, named: Callable[[Plan], str], glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self.border_title = "Uppdrag"
        self.outline = Outline()
        self.rows = Rows({})
        self._plans: Mapping[str, Plan] = {}
        self._broken: tuple[Broken, ...] = ()
        self._lines = TreeLines(named, glyphs)
        self._cursor = 0
        self._wanted: Key | None = None
        """Where the user put the cursor; it goes back there when a row that was gone is back."""
        self._waiting = "Läser planerna …"

    @property
    def row(self) -> Row | None:
        """The row that the cursor is on."""
        return self.rows[self._cursor] if self.rows else None

    def show(self, plans: Mapping[str, Plan], broken: Iterable[Broken]) -> None:
        """Show these plans; the cursor stays on its item, or where the item was when that is gone."""
        if not self._plans and len(plans) == 1:
            self.outline.set_open((next(iter(plans)), PLAN_ID), True)
        self._plans, self._broken = plans, tuple(broken)
        self._waiting = NOTHING if self._lines.found is None else NO_HITS
        self._make_rows()

    def show_news(self, news: NewsRoom) -> None:
        """Mark the rows that others have changed."""
        if news is not self._lines.news:
            self._lines.news = news
            self.refresh()

    def show_drafts(self, drafts: DraftMarks) -> None:
        """Mark the rows where something is written that is not saved."""
        if drafts != self._lines.drafts:
            self._lines.drafts = drafts
            self.refresh()

    def look(self, found: Found | None, goal: Key | None) -> None:
        """Show only what was found, None: all; the cursor goes to the goal, if there is one."""
        self._lines.found = found
        self.outline.look(found.kept if found else None)
        self._waiting = NOTHING if found is None else NO_HITS
        self._make_rows()
        self.refresh()
        if goal is not None:
            self.go_to(goal)

    @property
    def marked(self) -> list[Key]:
        """The marked items that are there now, in the order of the plans."""
        return self._lines.marks.within(self._plans) if self._lines.marks else []

    def mark(self) -> None:
        """Mark the row, or take its mark away."""
        if self.row is not None:
            self._lines.marks.turn(self.row)
            self._show_marks()

    def extend(self, step: int) -> None:
        """Move the cursor, and mark the rows that it passes."""
        if self.rows:
            start = self._cursor
            self._move(start + step)
            self._lines.marks.extend(self.rows, start, self._cursor)
            self._show_marks()

    def clear_marks(self) -> bool:
        """Take every mark away; tell whether there was one."""
        marked = bool(self._lines.marks)
        self._lines.marks.clear()
        self._show_marks()
        return marked

    def _show_marks(self) -> None:
        number = len(self.marked)
        self.border_subtitle = f"{number} markerade" if number > 1 else "1 markerad" if number else ""
        self.refresh()
        self.post_message(self.Moved(self.row))

    def go_to(self, key: Key) -> None:
        """Move the cursor to an item, opening what it stands in."""
        name, id = key
        if name in self._plans and (id == PLAN_ID or id in self._plans[name].items):
            self.outline.reveal(self._plans[name], id)
            self._make_rows()
            place = self.rows.place(key)
            self._move(self._cursor if place is None else place)

    @property
    def in_sight(self) -> list[Key]:
        """The rows that show, from the top."""
        top = self.scroll_offset.y
        return [row.key for row in self.rows[top : top + self.scrollable_content_region.height]]

    def label(self, labels: Mapping[Key, str]) -> None:
        """Draw a label at the left of each of these rows, and of no others."""
        self._lines.labels = labels
        self.refresh()

    def go_to_row(self, key: Key | None) -> None:
        """Move the cursor to a row that is there."""
        place = self.rows.place(key) if key is not None else None
        if place is not None:
            self._move(place)

    def open_all(self) -> None:
        """Open every row; the cursor's stays where it is on the screen."""
        above = self._cursor - self.scroll_offset.y
        self.outline.open_all(self._plans.values())
        self._make_rows()
        self.scroll_to(y=self._cursor - above, animate=False, force=True, immediate=True)

    def close_all(self) -> None:
        """Close every row; the cursor goes to the nearest that still shows."""
        row = self.row
        above = self._above(row) if row else []
        self.outline.close_all()
        self._make_rows()
        self._move(next((place for key in above if (place := self.rows.place(key)) is not None), self._cursor))

    def _above(self, row: Row) -> list[Key]:
        plan = self._plans.get(row.plan)
        keys = [row.key]
        while plan is not None and keys[-1][1] in plan.parents:
            keys.append((row.plan, plan.parents[keys[-1][1]]))
        return keys

    def _make_rows(self) -> None:
        rows = self.outline.rows(self._plans, self._broken)
        if rows and rows.same(self.rows):
            return
        old, before, self.rows = self.rows, self.row, rows
        self.virtual_size = Size(self.size.width, len(self.rows))
        goals = [goal for goal in (self._wanted, before.key if before else None) if goal is not None]
        if goals and not (self._cursor < len(self.rows) and self.row_key == goals[0]):
            found = (place for goal in goals if (place := rows.place(goal)) is not None)
            self._cursor = next(found, max(0, min(self._cursor, len(rows) - 1)))
        if self._lines.marks:
            self._show_marks()
        self._refresh_changed(old)
        self.post_message(self.Moved(self.row))

    def _refresh_changed(self, old: Rows) -> None:
        """Draw again the lines that show and say something else than before; all of them when rows came or went."""
        if len(old) != len(self.rows) or not self.rows:
            self.refresh()
            return
        top = self.scroll_offset.y
        for place in range(top, min(top + self.size.height, len(self.rows))):
            if old[place] != self.rows[place]:
                self.refresh_line(place)

    @property
    def row_key(self) -> Key | None:
        """The key of the row that the cursor is on."""
        row = self.row
        return row.key if row else None

    def _move(self, place: int) -> None:
        if not self.rows:
            return
        before, self._cursor = self._cursor, max(0, min(place, len(self.rows) - 1))
        self._wanted = self.row_key
        region = Region(0, self._cursor, self.size.width, 1)
        self.scroll_to_region(region, animate=False, force=True)
        self.refresh_line(before)
        self.refresh_line(self._cursor)
        self.post_message(self.Moved(self.row))

    def action_cursor(self, way: str) -> None:
        """Move the cursor: up, down, page_up, page_down, half_up, half_down, home or end."""
        page = max(1, self.scrollable_content_region.height - 1)
        half = (page + 1) // 2
        steps = {"up": -1, "down": 1, "page_up": -page, "page_down": page, "half_up": -half, "half_down": half}
        self._move(self._cursor + steps[way] if way in steps else 0 if way == "home" else len(self.rows) - 1)

    def action_open_row(self) -> None:
        """Open the row, or go to the first one in it."""
        row = self.row
        if row is not None and row.open is False:
            self._set_open(row, True)
        elif row is not None and row.open:
            self._move(self._cursor + 1)

    def action_close_row(self) -> None:
        """Close the row, or go to the one that it stands in."""
        row = self.row
        if row is not None and row.open:
            self._set_open(row, False)
        elif row is not None:
            above = (place for place in range(self._cursor, -1, -1) if self.rows[place].depth < row.depth)
            self._move(next(above, self._cursor))

    def toggle(self, row: Row) -> None:
        """Open a closed row, close an open one."""
        if row.open is not None:
            self._set_open(row, not row.open)

    def _set_open(self, row: Row, is_open: bool) -> None:
        self.outline.set_open(row.key, is_open)
        self._make_rows()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row; on its arrow open or close it; twice, choose it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        place = offset.y + self.scroll_offset.y
        if not 0 <= place < len(self.rows):
            return
        row = self.rows[place]
        self._move(place)
        if event.ctrl:
            self.mark()
        elif 0 <= offset.x - 2 * row.depth < 2:
            self.toggle(row)
        elif event.chain == 2:
            self.post_message(self.Chosen(row))

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.virtual_size = Size(self.size.width, len(self.rows))
        self.call_after_refresh(self.scroll_to_region, Region(0, self._cursor, 1, 1), animate=False)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the tree."""
        width = self.scrollable_content_region.width
        place = y + self.scroll_offset.y
        style = self.rich_style
        if not self.rows and y == 0:
            return Strip([Segment(f" {self._waiting}", style)]).adjust_cell_length(width, style)
        if place >= len(self.rows):
            return Strip.blank(width, style)
        at_cursor = place == self._cursor
        return self._lines.draw(self.rows[place], width, self._style, ground(self.app), at_cursor=at_cursor)

    def _style(self, component: str | None) -> Style:
        return self.rich_style if component is None else self.get_component_rich_style(component)
