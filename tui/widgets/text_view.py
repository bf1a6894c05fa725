"""A long text to read as it stands, its lines not wrapped: draws only the lines that show."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from data.plain_text import one_line, visible


class TextView(ScrollView, can_focus=True):
    """Scrolls both ways. What a terminal would obey in the text is shown as signs."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._text: Sequence[str] = ()

    def show(self, text: Sequence[str], width: int) -> None:
        """Show these lines, made safe by `safe_lines`, from the top; the widest has so many cells."""
        self._text = text
        self.virtual_size = Size(width, len(text))
        self.scroll_home(animate=False)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width, style = self.scrollable_content_region.width, self.rich_style
        left, top = self.scroll_offset
        if top + y >= len(self._text):
            return Strip.blank(width, style)
        line = Strip([Segment(self._text[top + y], style)])
        return line.crop_extend(left, left + width, style)


def safe_lines(text: str) -> tuple[list[str], int]:
    """Return a text's lines, with nothing in them that is obeyed, and how many cells the widest has."""
    lines = [line if line.isprintable() else visible(line).replace("\t", " ") for line in text.split("\n")]
    safe = [line if line.isprintable() else one_line(line) for line in lines]
    return safe, max((len(line) if line.isascii() else cell_len(line) for line in safe), default=0)
