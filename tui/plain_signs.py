"""What a terminal of few signs is given in place of the others: for texts, whosever they are, as for what we draw.

Letters are left as they are: a terminal that is used for Swedish has those of Swedish.
"""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_INSTEAD = {
    **dict.fromkeys("…", "."),
    **dict.fromkeys("–—−─▔▁", "-"),
    **dict.fromkeys("”“„", '"'),
    **dict.fromkeys("’‘", "'"),
    **dict.fromkeys("→»›▸►", ">"),
    **dict.fromkeys("←«‹", "<"),
    **dict.fromkeys("·•●", "*"),
    **dict.fromkeys("│║▊▎▌▐", "|"),
    **dict.fromkeys("═", "="),
    **dict.fromkeys("×", "x"),
    **dict.fromkeys("╭╮╰╯┌┐└┘├┤┬┴┼", "+"),
    **dict.fromkeys("▂▃▄▅▆▇", " "),  # the end of a scrollbar, which its colours tell of
}
_UNKNOWN = "?"


class PlainSigns(LineFilter):
    """Puts an ASCII sign in the place of every other that is no letter, as wide as it."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with nothing but ASCII and letters."""
        return [_plain(segment) for segment in segments]


def _plain(segment: Segment) -> Segment:
    text, style, control = segment
    return segment if text.isascii() else Segment("".join(map(_instead, text)), style, control)


@lru_cache(maxsize=1024)
def _instead(char: str) -> str:
    if char.isascii() or char.isalpha() or not cell_len(char):
        return char
    return _INSTEAD.get(char, _UNKNOWN * cell_len(char))
