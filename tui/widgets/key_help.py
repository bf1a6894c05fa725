"""A long text of keys and what they do, in two columns: what does not fit goes on below where it began."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

Line = Content | tuple[Content, str]
"""A line of its own, or what stands in each of the two columns."""

_COLUMN = 11
"""How wide the first column is, for all but very long keys."""
_LEAST = 20
"""How wide the second column is at least."""


class KeyHelp(Widget):
    """As high as its text is at the width it gets."""

    DEFAULT_CSS = "KeyHelp { height: auto; }"

    def __init__(self, lines: Iterable[Line]) -> None:
        super().__init__()
        self._lines = list(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are at a width."""
        return len(self._wrapped(width))

    def render(self) -> Content:
        """All lines."""
        return Content("\n").join(self._wrapped(self.size.width))

    def _wrapped(self, width: int) -> list[Content]:
        found: list[Content] = []
        for line in self._lines:
            if isinstance(line, Content):
                found += line.wrap(max(width, 1)) or [line]
                continue
            head, text = line
            column = max(_COLUMN, cell_len(head.plain) + 1)
            for part in Content(text).wrap(max(width - column, _LEAST)):
                gap = " " * (column - cell_len(head.plain))
                found.append(Content.assemble(head, gap, part))
                head = Content("")
        return found
