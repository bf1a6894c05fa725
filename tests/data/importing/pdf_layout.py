"""Lays a plan out on pages as a report does, and gives the text that a PDF reader gets from them.

Cells come from left to right, each line with a space at its end unless a word was broken there. A cell ends with an
empty line; one of a single line shares it with the next cell. The header row comes again on every page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.importing.widths import breadth
from data.plan import Fokusomrade, Plan, Uppdrag

WIDTHS = (12_900, 26_370, 10_050)
HEADER = "Förvaltningens uppdrag Kommentar  Aktivitet "
OPENING = "\n".join(
    (
        "",
        "Bilaga 2: Förvaltningens uppdrag och aktiviteter  ",
        "Måluppfyllnaden av förvaltningens uppdrag redovisas enligt följande: ",
        "",
        " Uppdraget uppfylls  Uppdraget uppfylls delvis  Uppdraget uppfylls inte ",
        " ",
        "",
    )
)


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines: between words, after hyphens, and inside a word that no line can hold."""
    lines = [""]
    for word in text.split():
        for fragment in _fragments(word):
            rest = fragment
            if lines[-1] and breadth(lines[-1] + rest) > width:
                lines.append("")
            while breadth(rest) > width:
                fitting = max(end for end in range(1, len(rest)) if breadth(rest[:end]) <= width)
                lines[-1:] = [rest[:fitting], ""]
                rest = rest[fitting:]
            lines[-1] += rest
        lines[-1] += " "
    return lines


def _fragments(word: str) -> list[str]:
    parts = word.replace("-", "-\0").split("\0")
    return [part for part in parts if part]


def laid_out(plan: Plan, height: int, footer: str = "", least: int = 4) -> str:
    """Return the text of a plan's bilaga on pages of so many lines.

    A footer comes on every other page if given; a row begins on a page that has room for the least number of lines.
    """
    pages = _Pages(height, footer, least)
    for omrade in plan.fokusomraden:
        pages.heading(omrade)
        for uppdrag in omrade.uppdrag:
            pages.row(uppdrag)
    return OPENING + pages.text


@dataclass
class _Paragraph:
    lines: list[str]
    begun: bool = False
    """Whether its first lines stand on an earlier page."""


_Cell = list[_Paragraph]
"""Of a title one paragraph, of a kommentar some, of aktiviteter one for each."""


class _Pages:
    def __init__(self, height: int, footer: str, least: int) -> None:
        self.text = ""
        self._height, self._footer, self._least, self._number = height, footer, least, 1
        self._left = height

    def heading(self, omrade: Fokusomrade) -> None:
        lines = wrapped(f"{omrade.id} {omrade.namn}", 30_000)
        self.text += "\n" + "\n".join(lines) + "\n" + ("\n" if len(lines) > 1 else "") + f"  {HEADER}\n"
        self._left = self._height

    def row(self, uppdrag: Uppdrag) -> None:
        paragraphs = [paragraph for paragraph in (uppdrag.kommentar or "").split("\n\n") if paragraph]
        cells: list[_Cell] = [
            [_Paragraph(_marked(wrapped(uppdrag.namn, WIDTHS[0])))],
            [_Paragraph(wrapped(paragraph, WIDTHS[1])) for paragraph in paragraphs],
            [_Paragraph(_marked(wrapped(each.namn, WIDTHS[2]))) for each in uppdrag.aktiviteter],
        ]
        if self._left < self._least:
            self._turn()
        pieces: list[_Cell] = [[], [], []]
        fresh, empty = True, (not cells[1], not cells[2])
        while any(cells):
            going_on = bool(pieces[1])
            pieces, cells = _cut_all(cells, self._left)
            if fresh and not pieces[0] and cells[0] and any(pieces):
                pieces[0] = [_Paragraph([" "])]  # the status picture stays, though the title does not fit
                cells[0] = [_Paragraph([cells[0][0].lines[0].lstrip(), *cells[0][0].lines[1:]])]
            if going_on and pieces[1] and not pieces[1][0].begun:
                pieces[1][0] = _Paragraph([" ", *pieces[1][0].lines], begun=True)
            self.text += "\n" if fresh else ""
            self.text += _emitted(pieces, empty[0], empty[1] and not any(cells)) + "\n"
            self._left -= max(_height(index, piece) for index, piece in enumerate(pieces))
            if any(cells):
                self._turn()
                column = next(index for index, cell in enumerate(cells) if cell)
                fresh = not cells[column][0].begun and not (column == 1 and pieces[1])
            empty = (False, False)

    def _turn(self) -> None:
        self._number += 1
        if self._footer and self._number % 2:
            self.text += f"\n\n\n \n{self._footer}   {self._number}(99) \n \n \n\n \n\n  {HEADER}\n"
        else:
            self.text += f"   {HEADER}\n"
        self._left = self._height


def _marked(lines: list[str]) -> list[str]:
    return [f" {lines[0]}", *lines[1:]]


def _height(column: int, cell: _Cell) -> int:
    return sum(len(paragraph.lines) for paragraph in cell) + (max(len(cell) - 1, 0) if column == 1 else 0)


def _cut_all(cells: list[_Cell], room: int) -> tuple[list[_Cell], list[_Cell]]:
    parts = [_cut(cell, room, spaced=column == 1) for column, cell in enumerate(cells)]
    return [above for above, _ in parts], [below for _, below in parts]


def _cut(cell: _Cell, room: int, spaced: bool) -> tuple[_Cell, _Cell]:
    """Part a cell at the bottom of the page; no line of a paragraph is left alone on either side."""
    for index, paragraph in enumerate(cell):
        lines = paragraph.lines
        if len(lines) > room:
            kept = min(room, len(lines) - 2)
            if kept < 2:
                return cell[:index], cell[index:]
            upper = _Paragraph(lines[:kept], paragraph.begun)
            return [*cell[:index], upper], [_Paragraph(lines[kept:], begun=True), *cell[index + 1 :]]
        room -= len(lines) + spaced
    return cell, []


def _emitted(pieces: Sequence[_Cell], no_comment: bool, no_aktivitet: bool) -> str:
    """Return the lines of a row's pieces on one page. What stands at one height comes on one line."""
    title, comment, aktiviteter = pieces
    spaced = [line for paragraph in comment for line in (" ", *paragraph.lines)][1:]
    blocks = [paragraph.lines for paragraph in title] + ([spaced] if spaced else [[" "]] if no_comment else [])
    text, at = "", -1
    for block in blocks + ([["  "]] if no_aktivitet else []):
        text, at = _placed(text, at, 0, block)
    height = 0
    for paragraph in aktiviteter:
        text, at = _placed(text, at, height, paragraph.lines)
        height += len(paragraph.lines)
    return text


def _placed(text: str, at: int, height: int, lines: Sequence[str]) -> tuple[str, int]:
    between = "" if at == height else "\n\n" if text else ""
    return text + between + "\n".join(lines), height + len(lines) - 1
