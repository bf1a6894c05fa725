"""A plan as it once was, in the main screen's own form: read-only, and visibly so."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from data.changes import Change, set_field
from data.plain_text import one_line
from data.wording import phrase
from tui.actions import ACTION, bindings
from tui.glyphs import Glyphs, heading
from tui.keymap import key
from tui.messages import Then, WorkerMessage
from tui.past import PastDesk, closed
from tui.screens.main import MainScreen
from tui.widgets.key_bar import KeyBar
from tui.widgets.key_line import KeyLine

_OPEN_ROOMS = frozenset({"moving", "finding", "copying"})
"""Rooms of `tui.verbs` whose actions only look."""

_RESTORED = ("status", "kommentar")


class PastScreen(MainScreen):
    """The main screen over a plan's earlier version."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("past")
    CSS_PATH = ["main.tcss", "past.tcss"]  # type: ignore[assignment]  # noqa: RUF012 - as Screen declares it

    desk: PastDesk

    def __init__(self, desk: PastDesk, glyphs: Glyphs, present: MainScreen, id: str) -> None:
        """`present`: the main screen; `id`: the item that the cursor begins on."""
        super().__init__(desk, glyphs, present.syncing)
        self._present = present
        self._item_id = id

    def compose(self) -> ComposeResult:
        """As the main screen, but with its own keys."""
        for widget in super().compose():
            yield widget
            if isinstance(widget, KeyBar):
                yield KeyLine("past")

    def on_mount(self) -> None:
        """Show the version."""
        self.key_bar.display = False
        self.show()
        self.plan_tree.go_to((self.desk.plan.name, self._item_id))
        self._present.desk.hindsight.listeners.append(self._pass_on)

    def on_unmount(self) -> None:
        """Listen no longer."""
        self._present.desk.hindsight.listeners.remove(self._pass_on)

    def _pass_on(self, said: WorkerMessage) -> None:
        """Take in the plans to compare with that a filter asked for; in the screen's own turn."""
        if isinstance(said, Then):
            self.call_later(self.finding.compared, said)

    def _place(self) -> str:
        return self.desk.banner

    def action_do(self, name: str) -> None:
        """Do what only looks; say of all else that it cannot be done here."""
        if ACTION[name].method.partition(".")[0] in _OPEN_ROOMS:
            super().action_do(name)
        else:
            self.say(f"Här kan inget ändras: {closed()}.")

    def action_back(self) -> None:
        """Go back to where this was opened."""
        self.dismiss()

    def action_leave(self) -> None:
        """Go back as well: one quits from the plans as they are now."""
        self.dismiss()

    def action_restore(self) -> None:
        """Give today's item the status or comment that it had; ask which, when both are others now."""
        found = self._differing()
        if isinstance(found, str):
            self.say(found)
        elif len(found) == 1:
            self._restore(found)
        else:
            self._ask(found)

    def _differing(self) -> list[Change] | str:
        """Return the changes that would restore the item, or why there are none."""
        row, then = self.row, self.item
        today = self._present.desk.session.plans.get(self.desk.plan.name)
        if row is None or then is None:
            return "Ställ markören på en rad som har status eller kommentar."
        if today is None or row.id not in today.items or today.items[row.id].KIND != then.KIND:
            return "Raden finns inte i planen längre, så den går inte att återställa härifrån."
        fields = (field for field in _RESTORED if hasattr(then, field))
        changes = [each for field in fields for each in set_field(today, row.id, field, getattr(then, field))]
        return changes or "Status och kommentar är redan som de var då."

    def _ask(self, changes: list[Change]) -> None:
        from tui.screens.chooser import Chooser
        from tui.widgets.search_list import Line

        item = self.item
        if item is None:
            return
        told = [phrase(change, item, self.desk.plan.items) for change in changes]
        ways = {"status": changes[:1], "kommentar": changes[1:], "bada": changes}
        lines = [
            Line("status", f"Status: {told[0]}"),
            Line("kommentar", f"Kommentar: {told[1].removeprefix('kommentar ')}"),
            Line("bada", "Både status och kommentar"),
        ]

        def chosen(id: str | None) -> None:
            if id is not None:
                self._restore(ways[id])

        title = f"Återställ {one_line(heading(item))}"
        self.app.push_screen(Chooser(title, lines, searched=False), chosen)

    def _restore(self, changes: list[Change]) -> None:
        """Make the changes to today's plan, in a commit of their own."""
        row, item, present = self.row, self.item, self._present.desk
        if row is None or item is None:
            return
        present.commit()
        if present.change(row.key, changes):
            present.commit()
            told = "; ".join(phrase(change, item, self.desk.plan.items) for change in changes)
            self.say(f"Återställt i dagens plan: {told}. {key('angra')} ångrar när du är tillbaka.")
        else:
            self.say(present.notice.text)
        self._present.show()
