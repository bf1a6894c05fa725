"""Text that is edited, with nothing in it obeyed: one sign for each character, so that the cursor fits."""

from __future__ import annotations

from rich.highlighter import Highlighter
from rich.text import Text
from textual.suggester import SuggestFromList
from textual.widgets import Input

from data.plain_text import one_line, visible


def signs(text: str) -> str:
    """Return the text with one sign in place of each character that would be obeyed or hidden."""
    return text if visible(text) == text and "\n" not in text else "".join(map(_sign, text))


def _sign(char: str) -> str:
    shown = visible(char) if char != "\n" else "\N{SYMBOL FOR NEWLINE}"
    return shown if len(shown) == 1 else "\N{REPLACEMENT CHARACTER}"


class _Signs(Highlighter):
    def highlight(self, text: Text) -> None:
        """Show a field's text as signs."""
        text.plain = signs(text.plain)


class LineInput(Input):
    """A text of one line, with suggestions as one types."""

    def __init__(self, value: str, suggestions: list[str], *, id: str) -> None:
        harmless = [text for text in suggestions if one_line(text) == text]
        suggester = SuggestFromList(harmless, case_sensitive=False) if harmless else None
        super().__init__(
            value, highlighter=_Signs(), suggester=suggester, compact=True, select_on_focus=False, id=id
        )
