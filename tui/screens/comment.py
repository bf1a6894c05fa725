"""The editor of a comment: several lines, soft-wrapped; kept as a draft while one writes, until it is saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, TextArea

from data.personnummer import find_personnummer
from tui.actions import bindings
from tui.resting import Resting
from tui.widgets.key_line import KeyLine
from tui.widgets.safe_text import signs

_DRAFTING = ("infoga-utkast", "infoga-prognos")
"""The actions that put drafted sentences in."""


@dataclass(frozen=True, slots=True)
class Written:
    """What the editor ended with."""

    text: str
    saved: bool
    """Whether it is to be saved; otherwise it is a draft to keep."""


class CommentArea(TextArea):
    """A text area that shows control and bidi characters instead of sending them to the terminal."""

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is safe to show: one cell for each character that would be obeyed or hidden."""
        return Text(signs(self.document.get_line(line_index)), end="", no_wrap=True)


class CommentEditor(ModalScreen[Written]):
    """Writes one comment."""

    CSS_PATH = "comment.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("comment")

    def __init__(
        self,
        title: str,
        text: str,
        told: str,
        keep: Callable[[str], object],
        drafted: Mapping[str, str] | None = None,
    ) -> None:
        """Take the item's name, the text to begin with, what there is to know of it, and what keeps a draft.

        `drafted`: sentences that may be put in, by what they are asked for with; None where there are none.
        """
        super().__init__()
        self._drafted = drafted or {}
        self._title = title
        self._text = text
        self._told = told
        self._keep = keep
        self._resting = Resting(self, lambda: self._keep(self.query_one(CommentArea).text))

    def compose(self) -> ComposeResult:
        """The item's name, the text, its length, what to look out for, and the keys."""
        with Vertical(id="comment", classes="dialog"):
            yield Label(Content(self._title), id="comment-title")
            if self._told:
                yield Label(Content(self._told), id="comment-draft")
            yield CommentArea(self._text, soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False)
            yield Label(id="comment-warning")
            yield Label(id="comment-length")
            yield KeyLine("comment", () if self._drafted else _DRAFTING)

    def on_mount(self) -> None:
        """Begin at the end of the text."""
        area = self.query_one(CommentArea)
        area.move_cursor(area.document.end)
        area.focus()
        self._tell()

    def on_text_area_changed(self) -> None:
        """Tell how long the text is, and soon keep it as a draft."""
        self._tell()
        if self.query_one(CommentArea).text != self._text:
            self._resting.changed()

    def _tell(self) -> None:
        text = self.query_one(CommentArea).text
        self.query_one("#comment-length", Label).update(f"{len(text.split())} ord, {len(text.strip())} tecken")
        warning = self.query_one("#comment-warning", Label)
        warning.update(Content(_warning(text)))
        warning.display = bool(_warning(text))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to put sentences in where there are any."""
        return action != "draft" or bool(self._drafted)

    def action_draft(self, which: str) -> None:
        """Put the drafted sentences in at the cursor, as a paragraph of their own."""
        area = self.query_one(CommentArea)
        before = area.get_text_range(area.document.start, area.cursor_location)
        after = area.get_text_range(area.cursor_location, area.document.end)
        start, end = _gap(before[::-1]) if before.strip() else "", _gap(after) if after.strip() else ""
        area.insert(f"{start}{self._drafted[which]}{end}")

    def action_save(self) -> None:
        """End with the text, to be saved."""
        self.dismiss(Written(self.query_one(CommentArea).text, saved=True))

    def action_close(self) -> None:
        """End with the text as a draft."""
        self.dismiss(Written(self.query_one(CommentArea).text, saved=False))


def _gap(text: str) -> str:
    """Return what has to stand before a text for a blank line to part it from what is put in."""
    return "\n" * max(0, 2 - (len(text) - len(text.lstrip("\n"))))


def _warning(text: str) -> str:
    """Return what to look out for before the text is published; empty when there is nothing."""
    found = find_personnummer(text)
    if not found:
        return ""
    shown = ", ".join(text[start:end] for start, end in found[:2]) + (" …" if len(found) > 2 else "")
    return f"Ser ut som personnummer: {shown}. Ta bort det om texten ska publiceras."
