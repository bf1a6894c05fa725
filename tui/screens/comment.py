"""The editor of a comment: several lines, soft-wrapped; what is not saved is kept as a draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, TextArea

from data.plain_text import visible
from tui.actions import bindings


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
        line = self.document.get_line(line_index)
        if visible(line) != line:
            line = "".join(map(_one_sign, line))
        return Text(line, end="", no_wrap=True)


def _one_sign(char: str) -> str:
    shown = visible(char)
    return shown if len(shown) == 1 else "\N{REPLACEMENT CHARACTER}"


class CommentEditor(ModalScreen[Written]):
    """Writes one comment."""

    CSS_PATH = "comment.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("comment")

    def __init__(self, title: str, text: str, *, draft: bool) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._draft = draft

    def compose(self) -> ComposeResult:
        """The item's name, the text, and the keys."""
        with Vertical(id="comment"):
            yield Label(Content(self._title), id="comment-title")
            if self._draft:
                yield Label("Utkast från förut; det är inte sparat.", id="comment-draft")
            yield CommentArea(self._text, soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False)
            yield Label(Content("^S Spara  Esc Stäng, utkastet blir kvar"), classes="keys")

    def on_mount(self) -> None:
        """Begin at the end of the text."""
        area = self.query_one(CommentArea)
        area.move_cursor(area.document.end)
        area.focus()

    def action_save(self) -> None:
        """End with the text, to be saved."""
        self.dismiss(Written(self.query_one(CommentArea).text, saved=True))

    def action_close(self) -> None:
        """End with the text as a draft."""
        self.dismiss(Written(self.query_one(CommentArea).text, saved=False))
