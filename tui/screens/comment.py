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

THROWN = "Det som var skrivet är slängt; ^Z tar tillbaka det."
"""What is told once a draft is thrown away."""
_DRAFTING = ("infoga-utkast", "infoga-prognos")
"""The actions that put drafted sentences in."""


@dataclass(frozen=True, slots=True)
class Written:
    """What the editor ended with."""

    text: str
    saved: bool
    """Whether it is to be saved; otherwise it is a draft to keep."""
    anew: bool = False
    """Whether it was begun anew from what was saved, and the draft that there was thrown away."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the editor begins with."""

    saved: str
    """The comment as it is saved."""
    draft: str | None = None
    """What somebody has written and not saved."""
    about: str = ""
    """What is told of the draft."""
    told: str = ""
    """What else there is to know."""


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
        begun: Beginning,
        keep: Callable[[Written], object],
        drafted: Mapping[str, str] | None = None,
    ) -> None:
        """Take the item's name, the text to begin with, and what keeps a draft.

        `drafted`: sentences that may be put in, by what they are asked for with; None where there are none.
        """
        super().__init__()
        self._drafted = drafted or {}
        self._title = title
        self._begun = begun
        self._text = self._seen = begun.saved if begun.draft is None else begun.draft
        self._anew = False
        self._resting = Resting(self, lambda: keep(self._written(saved=False)))

    def compose(self) -> ComposeResult:
        """The item's name, the text, its length, what to look out for, and the keys."""
        with Vertical(id="comment", classes="dialog"):
            yield Label(Content(self._title), id="comment-title")
            yield Label(id="comment-draft")
            if self._begun.told:
                yield Label(Content(self._begun.told), id="comment-told")
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
        text = self.query_one(CommentArea).text
        if text == self._text:
            self._anew = False  # what was thrown away is back
        if text != self._seen:
            self._seen = text
            self._resting.changed()
        self._tell()

    def _tell(self) -> None:
        text = self.query_one(CommentArea).text
        about = THROWN if self._anew else self._begun.about
        draft = self.query_one("#comment-draft", Label)
        draft.update(Content(about))
        draft.display = bool(about)
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

    def action_discard(self) -> None:
        """Put what is saved in place of what is written; undone as any other edit."""
        area = self.query_one(CommentArea)
        if area.text != self._begun.saved:
            self._anew = True
            area.replace(self._begun.saved, area.document.start, area.document.end, maintain_selection_offset=False)
            area.move_cursor(area.document.end)

    def _written(self, *, saved: bool) -> Written:
        return Written(self.query_one(CommentArea).text, saved, self._anew)

    def action_save(self) -> None:
        """End with the text, to be saved."""
        self.dismiss(self._written(saved=True))

    def action_close(self) -> None:
        """End with the text as a draft."""
        self.dismiss(self._written(saved=False))


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
