"""The footer: the keys that work here and now, made from the registry of actions; each can be clicked."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from data.status import AKTIVITET, UPPDRAG
from tui.actions import Action
from tui.glyphs import Glyphs
from tui.keymap import in_use

_KEY = Style(bold=True)
_GAP = "  "


@dataclass(frozen=True, slots=True)
class _Entry:
    """One key of the footer."""

    key: str
    label: str
    run: str

    @property
    def width(self) -> int:
        return cell_len(self.key) + 1 + cell_len(self.label)

    def content(self) -> Content:
        click = Style.from_meta({"@click": self.run})
        return Content.assemble((self.key, _KEY + click), (f" {self.label}", click))


class KeyBar(Widget):
    """The steps of the scale on one line, the most used actions on the next."""

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self._kind: str | None = None

    def show(self, kind: str | None) -> None:
        """Show what works on a row of this kind; None: there is no row."""
        if kind != self._kind:
            self._kind = kind
            self.refresh()

    def render(self) -> Content:
        """The steps and the most used actions, no wider than the screen; on a narrow one the steps may wrap."""
        width = self.size.width - 2
        steps = self._steps(signed=True)
        if _width(steps, " ") > width:
            steps = self._steps(signed=False)
        wraps = self.size.height > 2 and _width(steps, " ") > width
        middle = len(steps) // 2
        lines = [steps[:middle], steps[middle:], self._common()] if wraps else [steps, self._common()]
        return Content("\n").join([_line(line, width) for line in lines])

    def _steps(self, *, signed: bool) -> list[_Entry]:
        signs = {status.value: self._glyphs.sign(status) for status in (*UPPDRAG.statuses, *AKTIVITET.statuses)}
        return [
            _Entry(
                action.shown_keys,
                f"{signs[action.argument]} {action.label}" if signed and action.argument else action.label,
                _run(action),
            )
            for action in in_use().actions
            if action.method in {"judging.judge", "judging.clear"} and action.applies(self._kind)
        ]

    def _common(self) -> list[_Entry]:
        shown = sorted((action for action in in_use().actions if action.footer), key=lambda action: action.footer)
        return [
            _Entry(action.shown_keys.split()[0], action.label, _run(action))
            for action in shown
            if action.home == "main" and action.applies(self._kind)
        ]


def _run(action: Action) -> str:
    return f"screen.{action.run}"


def _width(entries: list[_Entry], gap: str) -> int:
    return sum(entry.width + len(gap) for entry in entries) - len(gap)


def _line(entries: list[_Entry], width: int) -> Content:
    """Set the entries on a line; when they are too many, the last stays and those before it go."""
    gap = _GAP if _width(entries, _GAP) <= width else " "
    while len(entries) > 1 and _width(entries, gap) > width:
        entries = [*entries[:-2], entries[-1]]
    return Content.assemble(" ", Content(gap).join([entry.content() for entry in entries]))
