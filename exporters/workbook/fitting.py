"""How much fits: lines of a text in a column, and the parts of a cell in as many cells as Excel needs for them.

Excel shows no more than 409 points of a row and never breaks one across pages, so a report's longer cells go on in
the row below.
"""

from __future__ import annotations

from collections.abc import Iterator

from exporters.document import Cell, Judged, Part

MOST_LINES = 14
"""The most lines of one cell: a page has room for two such rows."""


def lines(text: str, width: float, most: int) -> int:
    """Return about how many lines a text takes in a column of so many characters; no more than `most`."""
    if len(text) <= width and "\n" not in text:
        return 1
    count = 0
    for line in text.split("\n"):
        count += max(1, -(-len(line) // max(int(width), 1)))
        if count >= most:
            return most
    return count


def fitted(cell: Cell, width: float) -> list[list[Part]]:
    """Return the parts of a cell for as many cells, one below another, as it takes to show them all."""
    cells: list[list[Part]] = [[]]
    used = 0
    for part in cell:
        for piece in _pieces(part, width):
            taken = lines(piece.told + piece.text if isinstance(piece, Judged) else piece, width, MOST_LINES)
            if cells[-1] and used + taken > MOST_LINES:
                cells.append([])
                used = 0
            cells[-1].append(piece)
            used += taken + 1
    return cells


def _pieces(part: Part, width: float) -> Iterator[Part]:
    """Give a part in pieces that a cell can show, the status before the first."""
    text = part.text if isinstance(part, Judged) else part
    if lines(text, width, MOST_LINES) < MOST_LINES:
        yield part
        return
    first, *rest = cut(text, width)
    yield Judged(part.status, first) if isinstance(part, Judged) else first
    yield from rest


def cut(text: str, width: float) -> Iterator[str]:
    """Give a text in pieces that a cell can show, cut between lines, or else words, where it has any."""
    most = MOST_LINES - 2
    held: list[str] = []
    used = 0
    for line in text.split("\n"):
        for stretch in _stretches(line, int(width) * most):
            taken = lines(stretch, width, MOST_LINES)
            if held and used + taken > most:
                yield "\n".join(held)
                held, used = [], 0
            held.append(stretch)
            used += taken
    yield "\n".join(held)


def _stretches(line: str, room: int) -> Iterator[str]:
    while len(line) > room:
        blank = line.rfind(" ", room // 2, room)
        end = blank if blank > 0 else room
        yield line[:end]
        line = line[end + (blank > 0) :]
    yield line
