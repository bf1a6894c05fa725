"""From the blocks of a table's pages to its rows: an uppdrag with its kommentar and its aktiviteter.

The text comes cell by cell, page by page. Each cell begins a line of its own, but after a cell of a single line:
the two stand at the same height and share it. What goes on after a page break is told by `breaks`, how to part a
shared line by `shared`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile, zip_longest

from data.importing.breaks import continue_row, put_stray
from data.importing.lines import Line, one_line
from data.importing.pages import Block
from data.importing.row import Row
from data.importing.shared import part_comment, part_empty_comment, part_title
from data.importing.widths import AKTIVITET, COMMENT, TITLE, Columns, Piece, measure

_TWO_EMPTY_CELLS = " " * 4
"""What ends the line of a title when neither a kommentar nor an aktivitet comes after it."""


def measured(pages: Iterable[Sequence[Block]]) -> Columns:
    """Measure the columns on the blocks whose column is plain from what stands around them."""
    titles: list[Piece] = []
    comments: list[Piece] = []
    aktiviteter: list[Piece] = []
    for page in pages:
        for block, following in zip_longest(page, page[1:]):
            if block.marked:
                (titles if following is not None and following.plain else aktiviteter).append(block.lines)
            elif block.plain:
                comments.append(block.lines)
    return measure(titles, comments, aktiviteter)


def rows_of(pages: Sequence[Sequence[Block]], columns: Columns) -> list[Row]:
    """Return the rows of one table, in order."""
    rows: list[Row] = []
    for page, following in zip(pages, [*pages[1:], ()], strict=True):
        top: list[Block] = []
        if rows:
            rows[-1].turn_page()
            top = list(takewhile(lambda block: block.plain, page))
        rest = page[len(top) :]
        if top:
            more = bool(rest) and rest[0].marked and not _begins_row(rest, 0, columns)
            continue_row(rows, top, more, columns)
        title_may_follow = bool(following) and following[0].fresh and following[0].plain
        _read_page(rows, rest, title_may_follow, columns)
    return rows


def _read_page(rows: list[Row], blocks: Sequence[Block], title_may_follow: bool, columns: Columns) -> None:
    last_plain = max((at for at, block in enumerate(blocks) if block.plain), default=-1)
    index = 0
    while index < len(blocks):
        block = blocks[index]
        index += 1
        if block.blank:
            continue
        if not rows or (block.marked and _begins_row(blocks, index - 1, columns)):
            rows.append(Row(block.first.number))
            comment = _read_title(rows[-1], block, title_may_follow and last_plain < index, columns)
            index = _read_comment(rows[-1], comment, blocks, index, columns)
        elif block.marked:
            rows[-1].put(AKTIVITET, block.lines)
        else:
            put_stray(rows[-1], [block])


def _begins_row(blocks: Sequence[Block], index: int, columns: Columns) -> bool:
    """Tell an uppdrag from an aktivitet: by what comes after the block, or on its own first line."""
    block = blocks[index]
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if columns.too_broad(block.first.text, TITLE) or part_empty_comment(block.lines, columns) is not None:
        return True
    if block.lines[-1].text.endswith(_TWO_EMPTY_CELLS):
        return True
    return following is not None and (following.plain or _leaves_comment_out(following))


def _leaves_comment_out(block: Block) -> bool:
    """Tell whether a block begins with an empty kommentar, whose space stands before that of the aktivitet."""
    text = block.lines[0].text if block.blank else block.first.text
    return text.startswith("  ")


def _read_title(row: Row, block: Block, title_may_follow: bool, columns: Columns) -> tuple[Line, ...]:
    """Put the title, and give back what of the block is the kommentar; an aktivitet on its line is put at once."""
    without = part_empty_comment(block.lines, columns)
    if without is not None:
        row.put(TITLE, without.left)
        row.put(AKTIVITET, without.right)
        row.guess(row.line, "gissat att uppdraget saknar kommentar och att en aktivitet står på namnets rad")
        return ()
    if not columns.too_broad(block.first.text, TITLE):
        row.put(TITLE, block.lines)
        return ()
    parted = part_title(block.lines, columns)
    if title_may_follow and (parted is None or columns.strain(block.lines, COMMENT) <= parted.cost):
        return block.lines
    if parted is None:
        row.put(TITLE, block.lines)
        return ()
    row.put(TITLE, parted.left)
    row.guess(
        row.line, f"gissat att uppdragets namn slutar efter ”{one_line(parted.left)}” och att kommentaren följer"
    )
    return parted.right


def _read_comment(row: Row, begun: tuple[Line, ...], blocks: Sequence[Block], index: int, columns: Columns) -> int:
    """Put the kommentar, and an aktivitet that shares its line; return the index of the block after them."""
    lines: Sequence[Line] = begun
    if not lines and index < len(blocks) and blocks[index].plain:
        lines = blocks[index].lines
        index += 1
    following = blocks[index] if index < len(blocks) else None
    if not lines:
        if following is not None and _leaves_comment_out(following) and not row.aktiviteter:
            row.guess(row.line, "gissat att uppdraget saknar kommentar")
        return index
    rest = following.lines if following is not None and following.plain else ()
    parted = part_comment(lines, rest, following is not None and following.blank, columns)
    row.put(COMMENT, parted.left)
    if parted.right:
        row.put(AKTIVITET, parted.right)
        row.guess(parted.right[0].number, "gissat att aktiviteten börjar på kommentarens rad", aktivitet=True)
    elif parted.doubtful:
        row.guess(lines[0].number, "gissat att ingen aktivitet börjar på kommentarens första rad")
    return index + 1 if rest else index
