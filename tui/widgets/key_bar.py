"""The footer: the keys that work here and now, made from the registry of actions; each can be clicked."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from data.status import AKTIVITET, UPPDRAG
from tui.glyphs import Glyphs
from tui.keymap import in_use
from tui.widgets.key_entries import Entry, fits, line, ranked


class KeyBar(Widget):
    """The steps of the scale on one line, the most used actions on the next; or the keys of the field one is in."""

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self._kind: str | None = None
        self._field: str | None = None

    def show(self, kind: str | None, field: str | None = None) -> None:
        """Show what works on a row of this kind, None: no row; or in a field, by its home among the actions."""
        if (kind, field) != (self._kind, self._field):
            self._kind, self._field = kind, field
            self.refresh()

    def render(self) -> Content:
        """The steps and the most used actions, no wider than the screen; on a narrow one the steps may wrap."""
        width = self.size.width
        if self._field is not None:
            return line(ranked(in_use().of(self._field), "focused"), width)
        steps = self._steps(signed=True)
        if not fits(steps, width):
            steps = self._steps(signed=False)
        wraps = self.size.height > 2 and not fits(steps, width)
        middle = len(steps) // 2
        common = ranked(action for action in in_use().of("main") if action.applies(self._kind))
        lines = [steps[:middle], steps[middle:], common] if wraps else [steps, common]
        return Content("\n").join([line(entries, width) for entries in lines])

    def _steps(self, *, signed: bool) -> list[Entry]:
        signs = {status.value: self._glyphs.sign(status) for status in (*UPPDRAG.statuses, *AKTIVITET.statuses)}
        return [
            Entry(
                action.shown_keys,
                f"{signs[action.argument]} {action.label}" if signed and action.argument else action.label,
                f"screen.{action.run}",
            )
            for action in in_use().actions
            if action.method in {"judging.judge", "judging.clear"} and action.applies(self._kind)
        ]
