"""One line of the tree as styled text: arrow, sign, name, and the counts to the right.

While something is looked for, the letters that matched are underlined, and what only stands above a hit is quiet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from data.folding import fold
from data.plain_text import one_line
from data.plan import Fokusomrade, Indikator, Plan, Uppdrag
from data.search import reference
from data.spans import spans
from data.status import Status
from data.todo import judged
from tui.glyphs import Glyphs, Ground, heading, legible, measure, status_of, tally
from tui.progress import progress_bar
from tui.rows import Broken, Row

_Parts = list[tuple[str, Style]]
_MARKED = Style(bold=True, underline=True)
_NOTED = Style(bold=True)
_WIDE, _BAR = 60, 10
"""From how many cells on a plan's line has a bar of progress, and how long it is."""
_LEAST = 16
"""How much room a name must have left for something to be told beside it."""


@dataclass(frozen=True, slots=True)
class Match:
    """Whether a row was found, and by which words."""

    hit: bool
    query: str = ""
    """Empty when it was found by a filter."""


@dataclass(frozen=True, slots=True)
class LineStyles:
    """The styles that a line is drawn in."""

    text: Style
    quiet: Style
    coloured: bool
    """Whether signs have their own colour: not on the cursor, where it would be hard to see."""
    ground: Ground
    marked: bool = False
    """Whether the row is marked."""
    match: Match | None = None
    """None while nothing is looked for."""

    news: bool = False
    """Whether the row is marked for what others have done."""

    draft: bool = False
    """Whether the row is marked for something written that is not saved."""

    def sign(self, status: Status) -> Style:
        """Return the style of a status's sign."""
        if not self.coloured or status.colour is None:
            return self.text
        return self.text + Style(color=legible(status.colour, self.ground))


def row_line(row: Row, width: int, styles: LineStyles, glyphs: Glyphs, named: Callable[[Plan], str]) -> Strip:
    """Return the line, exactly `width` cells wide; a name that is too long ends in an ellipsis."""
    mark = "*" if styles.marked else " "
    left: _Parts = [("  " * row.depth + glyphs.arrow(row.open) + mark, styles.text)]
    node = row.node
    right: _Parts = []
    match node:
        case Broken():
            left.append((f"{glyphs.cross} ", styles.text))
            name = node.file
            right = [(f" {len(node.faults)} fel", styles.text)]
        case Plan():
            name = f"{node.ar} {named(node)}"  # the year first: it must not be cut off
            right = _tally(node.fokusomraden, styles, glyphs)
            if width >= _WIDE:
                right.append((f"  {progress_bar(judged(node), _BAR, glyphs)}", styles.text))
        case _:
            status = status_of(node)
            if status is not None:
                left.append((f"{glyphs.sign(status)} ", styles.sign(status)))
            name = heading(node)
            if isinstance(node, Fokusomrade):
                right = _tally([node], styles, glyphs)
            if isinstance(node, Indikator):
                right = [(f" {measure(node.utfall, node.enhet)}", styles.text)]
    if styles.draft:
        left.append((f"{glyphs.draft} ", styles.text + _NOTED))
    if styles.news:
        left.append((f"{glyphs.news} ", styles.text + _NOTED))
    room = width - sum(cell_len(text) for text, _ in (*left, *right))
    parts = [*left, *_name(row, one_line(name), max(room, 8), styles, glyphs), *right]
    return Strip([Segment(text, style) for text, style in parts]).adjust_cell_length(width, styles.text)


def _name(row: Row, name: str, width: int, styles: LineStyles, glyphs: Glyphs) -> Iterator[tuple[str, Style]]:
    """Give the name with the letters that matched marked; after it, what matched when the name did not."""
    match = styles.match
    if match is None or not match.hit or not match.query:
        yield fitted(name, width, glyphs), styles.text if match is None or match.hit else styles.quiet
        return
    marked = spans(name, match.query)
    where = "" if marked else _elsewhere(row, match.query)
    room = width - cell_len(where)
    text, at = fitted(name, room if room >= _LEAST else width, glyphs), 0
    for start, end in marked:
        yield text[at:start], styles.text
        yield text[start:end], styles.text + _MARKED
        at = end
    yield text[at:], styles.text
    if room >= _LEAST:
        yield where, styles.quiet


def _elsewhere(row: Row, query: str) -> str:
    """Return where a hit was found that has nothing of it in its name."""
    known = [row.id, one_line(reference(row.node)) if isinstance(row.node, Uppdrag) else ""]
    words = list(filter(None, (fold(word).strip() for word in query.split())))
    told = next((one for one in known if any(word in fold(one) for word in words)), "i kommentaren")
    return f" ({told})"


def _tally(omraden: Iterable[Fokusomrade], styles: LineStyles, glyphs: Glyphs) -> _Parts:
    """Return how many uppdrag have each status."""
    parts: _Parts = []
    for status, count in tally(omraden):
        sign, number = (styles.sign(status), styles.text) if count else (styles.quiet, styles.quiet)
        parts += [(" " + glyphs.sign(status), sign), (str(count), number)]
    return parts


def fitted(text: str, width: int, glyphs: Glyphs) -> str:
    """Return the text in exactly so many cells: padded, or cut with an ellipsis."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(text, width - 1) + glyphs.ellipsis
