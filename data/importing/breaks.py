"""What goes on after a page break: whose the text is that stands on top of a page and begins nothing new.

The parts of a row's cells come from left to right, those of cells that had ended not at all. Every way to give them
to the columns is weighed: does the text fit in the column as its lines are broken, would its first word have found
room on the cell's last line before the break, did the cell reach the bottom of that page, had its sentence ended?
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from data.importing.lines import Line, one_line
from data.importing.pages import Block
from data.importing.row import Row, begins_aktivitet
from data.importing.shared import after_first, ends_sentence, partings
from data.importing.widths import AKTIVITET, BROAD, COMMENT, EARLY, TITLE, Columns, Piece, reach

_COLUMNS = (TITLE, COMMENT, AKTIVITET)
_NAMES = ("uppdragets namn", "kommentaren", "aktiviteten")
_LOOSE_LINES = 2
"""A cell may end this many lines before the bottom of a page: single lines are not left alone."""
_MOST_BLOCKS = 3
_MOST_WAYS = 120
"""How many ways are weighed; a page of a report has less than a hundred."""
_SEEMS, _HINTS = 1.0, 0.1
"""What speaks against a reading a little, and what only settles a tie."""


@dataclass(frozen=True, slots=True)
class _Way:
    """The blocks given to columns, from left to right, and how much speaks against it."""

    cost: float
    placed: tuple[tuple[int, tuple[Line, ...]], ...] = ()
    parted: bool = False


def continue_row(rows: list[Row], top: Sequence[Block], more: bool, columns: Columns) -> None:
    """Put the blocks on top of a page where they belong, in the last row.

    `more` tells that another aktivitet of the row comes after them.
    """
    row, fresh = rows[-1], top[0].fresh
    pieces = [block.lines for block in top[:_MOST_BLOCKS]]
    readings = [(way, False) for way in _weighed(row, pieces, fresh, more, columns)]
    late = _row_of_last(row) if fresh else None
    if late is not None:
        moved = columns.strain(late.title, TITLE) - columns.strain(row.aktiviteter[-1], AKTIVITET) + _SEEMS
        readings += [
            (_Way(way.cost + moved, way.placed, way.parted), True)
            for way in _weighed(late, pieces, fresh, more, columns)
            if way.placed[0][0] == COMMENT
        ]
    readings.sort(key=lambda reading: reading[0].cost)
    if not readings:
        put_stray(row, top)
        return
    best, is_late = readings[0]
    doubtful = len(readings) > 1 and readings[1][0].cost - best.cost < _SEEMS
    if is_late and late is not None:
        del row.aktiviteter[-1]
        rows.append(late)
        message = "gissat att det sista före sidbrytningen är ett uppdrag, vars kommentar börjar efter den"
        late.guess(late.line, message)
    _put(rows[-1], best, doubtful)
    put_stray(rows[-1], top[_MOST_BLOCKS:])


def put_stray(row: Row, blocks: Sequence[Block]) -> None:
    """Put text that begins nothing new, and has no place, in the last cell; as a guess."""
    for block in blocks:
        column = AKTIVITET if row.aktiviteter else COMMENT
        row.put(column, block.lines)
        message = f"gissat att texten, som står för sig, hör till {_NAMES[column]}"
        row.guess(block.first.number, message, aktivitet=column == AKTIVITET)


def _row_of_last(row: Row) -> Row | None:
    """Return the row that begins with what was taken for the last aktivitet, when the page before ended with it."""
    if not row.aktiviteter or not row.title or len(row.aktiviteter[-1]) > len(row.before[AKTIVITET]):
        return None
    title = row.aktiviteter[-1]
    return Row(title[0].number, title=list(title), before=(list(title), [], []))


def _put(row: Row, way: _Way, doubtful: bool) -> None:
    for column, lines in way.placed:
        is_new = (column == TITLE and not row.title) or (column == AKTIVITET and begins_aktivitet(lines))
        row.put(column, lines)
        first = next(line for line in lines if not line.blank)
        aktivitet = column == AKTIVITET
        if column == TITLE and is_new:
            message = "gissat att uppdragets namn står först efter sidbrytningen, fast kommentaren börjar före den"
            row.guess(first.number, message)
        elif way.parted and (column, lines) != way.placed[0]:
            words = _opening(lines)
            row.guess(
                first.number,
                f"gissat att {_NAMES[column]} fortsätter med ”{words}” mitt på raden",
                aktivitet=aktivitet,
            )
        elif doubtful:
            row.guess(
                first.number,
                f"gissat att texten efter sidbrytningen hör till {_NAMES[column]}",
                aktivitet=aktivitet,
            )


def _opening(lines: Sequence[Line]) -> str:
    return " ".join(one_line(lines[:1]).split()[:4])


def _weighed(row: Row, pieces: list[tuple[Line, ...]], fresh: bool, more: bool, columns: Columns) -> Iterator[_Way]:
    for way in islice(_ways(pieces, TITLE, more, columns), _MOST_WAYS):
        cost = way.cost + sum(_joint(row, column, way, fresh, columns) for column in _COLUMNS)
        yield _Way(cost, way.placed, way.parted)


def _ways(pieces: list[tuple[Line, ...]], leftmost: int, more: bool, columns: Columns) -> Iterator[_Way]:
    """Yield every way to give the pieces to columns from `leftmost` on, the first lines of cells shared or not."""
    if not pieces:
        yield _Way(0)
        return
    if len(pieces) > len(_COLUMNS) - leftmost:
        return  # no two pieces stand in one column, unless one is what a shared line left
    first, rest = pieces[0], pieces[1:]
    single = all(line.blank for line in after_first(first))
    for column in range(leftmost, len(_COLUMNS)):
        cost = columns.strain(first, column)
        if single and column != AKTIVITET and (rest or more):
            cost += EARLY  # the next cell would have begun on the same line
        for way in _ways(rest, column + 1, more, columns):
            yield _Way(cost + way.cost, ((column, first), *way.placed), way.parted)
        for head, tail, gap in partings(first, column, columns) if column != AKTIVITET else ():
            remainders = [[(tail, *after_first(first)), *rest]]
            if single and rest:
                remainders.append([(tail, *after_first(first), *rest[0]), *rest[1:]])
            for remainder in remainders:
                for way in _ways(remainder, column + 1, more, columns):
                    if gap == 1 or way.placed[0][0] == AKTIVITET:
                        yield _Way(way.cost + _HINTS, ((column, head), *way.placed), True)


def _joint(row: Row, column: int, way: _Way, fresh: bool, columns: Columns) -> float:
    """Return how much speaks against a column going on, or not going on, as it does here."""
    before = [line for line in row.before[column] if not line.blank]
    after = next((lines for placed, lines in way.placed if placed == column), None)
    exists = bool((row.title, row.comment, row.aktiviteter)[column])
    if after is None:
        return _left_off(row, column, before, exists)
    if column == AKTIVITET and begins_aktivitet(after):
        return 0
    if not exists:
        return BROAD + EARLY if column == AKTIVITET else (0 if fresh else _SEEMS)
    if not before:
        return BROAD
    first = next(line for line in after if not line.blank)
    cost = _HINTS * (AKTIVITET - column)
    cost += EARLY if fresh and way.placed[0][0] == column else 0
    cost += BROAD if _lines_to_bottom(row, before) > _LOOSE_LINES else 0
    return cost + _seam(before[-1], first, column, columns)


def _left_off(row: Row, column: int, before: Piece, exists: bool) -> float:
    """Return how much speaks against a column having nothing on the new page."""
    if column == TITLE and not exists:
        return BROAD + EARLY
    if before and not before[-1].text.endswith(" "):
        return BROAD  # a word waits for its end
    goes_on = column == COMMENT and before and not ends_sentence(before[-1].text)
    return _SEEMS if goes_on and _lines_to_bottom(row, before) <= _LOOSE_LINES else 0


def _lines_to_bottom(row: Row, before: Piece) -> int:
    return max(sum(not line.blank for line in cell) for cell in row.before) - len(before)


def _seam(last: Line, first: Line, column: int, columns: Columns) -> float:
    """Return how much speaks against the one line going on with the other."""
    reached = reach(last, first)
    cost = EARLY if reached is not None and columns.fits(reached, column) else 0
    begins_low = first.text.lstrip()[:1].islower()
    if ends_sentence(last.text) == begins_low:
        cost += _SEEMS if begins_low else _SEEMS / 2
    return cost
