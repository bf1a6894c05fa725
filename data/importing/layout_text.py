"""Text as it stands on a page: what stands side by side in one line, far enough apart to be told as columns."""

from __future__ import annotations

from collections.abc import Iterable

_APART = 3
"""So many blanks at least stand between two columns; fewer may stand between two words."""


def beside(parts: Iterable[tuple[int, str]]) -> str:
    """Return a line of texts, each with the column that it begins in at the earliest."""
    line = ""
    for column, text in parts:
        start = max(column, len(line) + _APART) if line else column
        line = line.ljust(start) + text
    return line
