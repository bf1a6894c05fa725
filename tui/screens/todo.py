"""Att göra: what is left to do, plan by plan and with the reasons; Enter goes to the place in the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.style import Style
from textual.widgets import Static
from textual.worker import get_current_worker

from data.plan import Plan
from data.todo import Reason
from tui.actions import bindings
from tui.agenda import Agenda, Left
from tui.desk import Desk
from tui.glyphs import Glyphs
from tui.keymap import key
from tui.messages import WorkerMessage
from tui.pieces import Key, Pieces
from tui.screens.following import FollowingScreen
from tui.todo_lines import SHORT, counted, guesses_of, lines
from tui.widgets.key_line import KeyLine
from tui.widgets.todo_list import TodoList
from tui.widgets.top_line import TopLine

NOTHING, WAITING = "Inget kvar att göra.", "Räknar …"
_AT_ONCE = 20
"""How many plans can be looked through without anybody noticing; for more, the screen goes on meanwhile."""


class TodoScreen(FollowingScreen[Key | None]):
    """Ends with the row of the tree to go to, or None."""

    CSS_PATH = "todo.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("todo")

    todo_list = getters.query_one("#todo", TodoList)
    top_line = getters.query_one("#top", TopLine)
    told = getters.query_one("#told", Static)

    def __init__(
        self,
        desk: Desk,
        agenda: Agenda,
        glyphs: Glyphs,
        mark: Callable[[Key, str | None], object],
        start: Key | None,
    ) -> None:
        """`mark`: marks one guess about an item as seen, or all; `start`: the item that the cursor begins on."""
        super().__init__(desk)
        self._agenda, self._glyphs = agenda, glyphs
        self._mark = mark
        self._start = start
        self._only: Reason | None = None

    def compose(self) -> ComposeResult:
        """Top line, reasons, list, the notice, keys."""
        yield TopLine(self._glyphs, id="top")
        yield Static(id="reasons", markup=False)
        yield TodoList(self.desk.session.title, self._glyphs, id="todo")
        yield Static(id="told", markup=False)
        yield KeyLine("todo")

    def on_mount(self) -> None:
        """Show the list."""
        self._show()

    def hear(self, said: WorkerMessage) -> None:
        """Show the list as it is now."""
        self._show()

    def _show(self, start: Key | None = None) -> None:
        plans = list(self.desk.session.plans.values())
        unknown = [plan for plan in plans if not self._agenda.knows(plan)]
        if len(unknown) > _AT_ONCE:
            self.todo_list.wait(WAITING)
            self.run_worker(lambda: self._work_out(unknown), thread=True, exclusive=True)
            return
        found = [self._agenda.left(plan) for plan in plans]
        listed = Pieces({left.plan.name: lines(left, self._only) for left in found})
        self.todo_list.show(listed, NOTHING, start or self._start)
        self._start = None
        self.query_one("#reasons", Static).update(self._reasons(found))
        self.top_line.tell("Att göra", self.desk.standing())

    def _work_out(self, plans: Iterable[Plan]) -> None:
        """Work out in a thread what is left to do in many plans, then show it."""
        worker = get_current_worker()
        for plan in plans:
            if worker.is_cancelled:
                return
            self._agenda.left(plan)
        self.call_later(self._show)

    def on_resize(self) -> None:
        """Set the reasons anew on their lines."""
        self._show()

    def on_todo_list_moved(self) -> None:
        """Tell the reasons of the line in full, or what needs to be known now."""
        line = self.todo_list.line
        told = ""
        if line is not None and line.reasons:
            plan = self.desk.session.plans.get(line.key[0])
            report = self._agenda.left(plan).report if plan else ""
            labels = {Reason.INAKTUELL: f"inaktuell sedan {report}"}
            told = ", ".join(labels.get(reason, reason.label) for reason in line.reasons)
        self.told.update(Content(self.desk.notice.text or told[:1].upper() + told[1:]))

    def _reasons(self, found: list[Left]) -> Content:
        """Return the reasons with their keys and how many there are; each can be clicked."""
        counts = counted(found)
        told: list[tuple[Reason | None, str]] = [(None, f"alla {sum(len(left.todos) for left in found)}")]
        told += [(reason, f"{SHORT[reason]} {counts[reason]}") for reason in Reason]
        parts: list[Content] = []
        for reason, text in told:
            click = Style.from_meta({"@click": f"screen.only({reason.name if reason else ''!r})"})
            chosen = reason is self._only
            shown = f" [{text}]" if chosen else f" {text}"
            pressed = key(f"lista-{reason.name.lower().replace('_', '-')}" if reason else "lista-alla")
            parts.append(Content.assemble((pressed, Style(bold=True) + click), (shown, Style(bold=chosen) + click)))
        return _set(parts, self.size.width - 2)

    def action_only(self, name: str) -> None:
        """Show what is left for one reason, by its name; the empty one is all."""
        line = self.todo_list.line
        self._only = Reason[name] if name else None
        self._show(line.key if line else None)

    def on_todo_list_chosen(self) -> None:
        """Go to the line that was double-clicked."""
        self.action_go()

    def action_go(self) -> None:
        """End with the item of the line."""
        line = self.todo_list.line
        if line is not None:
            self.dismiss(line.key)

    def action_mark_seen(self) -> None:
        """Mark the guess as seen, or all about the item."""
        line = self.todo_list.line
        if line is None or isinstance(line.node, Left) or not guesses_of(line.node):
            return
        self._mark(line.key, line.guess)
        self._show()

    def action_help(self) -> None:
        """Show the help."""
        from tui.screens.help import show_help

        show_help(self.app, self._glyphs)

    def action_close(self) -> None:
        """End without going anywhere."""
        self.dismiss(None)


def _set(parts: Iterable[Content], width: int) -> Content:
    """Set the parts on as many lines as they need, none of them broken."""
    rows: list[Content] = []
    for part in parts:
        longer = Content("  ").join([rows[-1], part]) if rows else part
        if rows and longer.cell_length <= width:
            rows[-1] = longer
        else:
            rows.append(part)
    return Content("\n").join(rows)
