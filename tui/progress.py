"""How far the judging has come, as a bar and in words."""

from __future__ import annotations

from data.todo import Progress
from tui.glyphs import Glyphs


def progress_bar(progress: Progress, width: int, glyphs: Glyphs) -> str:
    """Return a bar of so many characters: full only when all is judged, empty only when nothing is."""
    full, empty = ("#", "-") if glyphs.ascii else ("█", "░")
    if not progress.of or width <= 0:
        return empty * max(width, 0)
    filled = progress.judged * width // progress.of
    if progress.judged and not filled and width > 1:
        filled = 1
    return full * filled + empty * (width - filled)
