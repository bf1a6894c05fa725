"""A tagged PDF's headings, texts and tables, in the order of reading.

A cell that goes on over a page break is one element with pieces on both pages, so that it comes whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from data.importing.judged_text import Told
from data.importing.pdf.glyphs import Glyph, Page
from data.importing.pdf.joining import Line, habits, joined, lines_of
from data.importing.pdf.structure import Element, Mark
from data.importing.pdf.visual import visuals
from data.importing.roles import CELL, Role, roles
from data.importing.sections import Sections
from data.importing.table_rows import TableRow

HEADS = "tabellens rubrikrad"
OTHER_TABLE = "tabell som inte är en bilagas"
CONTENTS = "innehållsförteckning"
PICTURE = "text i en bild"
UNMARKED = "sidhuvud, sidfot eller annat utanför texten"
_HEADS_AMONG = 3
_HEADINGS = frozenset({"H", "H1", "H2", "H3", "H4", "H5", "H6"})
_PARAGRAPHS = frozenset({"P", "Title", "LI", "TOCI", "Caption", "BlockQuote", "Note", *_HEADINGS})
"""What begins a paragraph of its own, and ends the one before."""


@dataclass(slots=True)
class _Paragraph:
    """The lines of a paragraph, and the texts of its pictures."""

    lines: list[Line]
    hints: list[str]

    @property
    def page(self) -> int:
        return self.lines[0].page if self.lines else 0


class TaggedReader:
    """Reads a document by its structure."""

    def __init__(self, pages: Sequence[Page], root: Element, found: Sections, *, exact: bool) -> None:
        self._found = found
        self._page = 1
        self._pieces: dict[Mark, tuple[Page, list[Glyph]]] = {}
        for page in pages:
            for glyph in page.glyphs:
                if glyph.mark is not None:
                    self._pieces.setdefault((page.id, glyph.mark), (page, []))[1].append(glyph)
        cells = [
            [line for paragraph in self._paragraphs(cell) for line in paragraph.lines] for cell in _cells(root)
        ]
        self._habits = habits(cells, exact)
        self._columns: list[Role] = []
        self._tables = 0
        self._read(root)
        self._leave_unmarked(pages)
        found.close()

    def _read(self, element: Element) -> None:
        for child in element.elements():
            if child.kind == "Table":
                self._table(child)
            elif child.kind in ("TOC", "Figure"):
                reason = CONTENTS if child.kind == "TOC" else PICTURE
                for paragraph in self._paragraphs(child):
                    self._found.leave(self._at(paragraph), self._text(paragraph)[0], reason)
            elif child.kind in _PARAGRAPHS or not all(isinstance(each, Element) for each in child.children):
                for paragraph in self._paragraphs(child):
                    text, _ = self._text(paragraph)
                    if text.strip():
                        self._found.text(self._at(paragraph), text.strip(), heading=child.kind in _HEADINGS)
            else:
                self._read(child)

    def _table(self, table: Element) -> None:
        self._tables += 1
        rows = [[list(self._paragraphs(cell)) for cell in _row_cells(row)] for row in _rows(table)]
        told = [[" ".join(self._text(one)[0] for one in cell) for cell in row] for row in rows]
        heads = next((place for place, row in enumerate(told[:_HEADS_AMONG]) if roles(row)), None)
        columns = self._columns if heads is None else roles(told[heads]) or []
        goes_on = heads is None and not self._found.heading_above and rows and len(rows[0]) == len(columns)
        if heads is None and not goes_on:
            for cells, texts in zip(rows, told, strict=True):
                self._found.leave(self._at(*_flat(cells)), " | ".join(filter(None, texts)), OTHER_TABLE)
            return
        self._columns = columns
        first = 0 if heads is None else heads + 1
        for cells, texts in zip(rows[:first], told[:first], strict=True):
            self._found.leave(self._at(*_flat(cells)), " | ".join(filter(None, texts)), HEADS)
        line = self._at(*_flat(cell for row in rows for cell in row))
        made = [
            self._row(cells, place + 1)
            for place, (cells, texts) in enumerate(zip(rows, told, strict=True))
            if place >= first and any(text.strip() for text in texts) and (heads is None or texts != told[heads])
        ]
        if goes_on and made:
            doubt = "gissat att tabellen, som saknar rubrikrad, fortsätter den före"
            made[0] = replace(made[0], doubts=(*made[0].doubts, doubt))
        self._found.table(line, made)

    def _row(self, cells: Sequence[Sequence[_Paragraph]], number: int) -> TableRow:
        found: tuple[list[Told], list[Told], list[Told]] = ([], [], [])
        doubts: list[str] = []
        for role, cell in zip(self._columns, cells, strict=False):
            told = []
            for paragraph in cell:
                text, guessed = self._text(paragraph)
                doubts += guessed
                told.append(self._told(text, paragraph, role))
            if role is Role.OTHER:
                for one in told:
                    self._found.leave(self._at(*cell), one.text, "kolumn som inte hör till en bilaga")
            else:
                found[CELL[role]].extend(told)
        line = self._at(*_flat(cells))
        place = f"sida {line}, tabell {self._tables}, rad {number}"
        comments = tuple(one.text for one in found[1] if one.text.strip())
        return TableRow(line, place, tuple(found[0]), comments, tuple(found[2]), doubts=tuple(doubts))

    def _told(self, text: str, paragraph: _Paragraph, role: Role) -> Told:
        if role is not Role.KOMMENTAR and self._habits.exact:
            status, broken, namn = text.partition("\n")  # our own has sign and word on a line of their own
            text = f"{status}: {namn}" if broken else text
        colours = paragraph.lines[0].colours if paragraph.lines else ()
        return Told(text, (*paragraph.hints, *colours))

    def _text(self, paragraph: _Paragraph) -> tuple[str, list[str]]:
        right = max((line.x1 for line in paragraph.lines), default=0)
        return joined(paragraph.lines, right, self._habits)

    def _at(self, *paragraphs: _Paragraph) -> int:
        """Return the page that paragraphs begin on; that of what came before when they are empty."""
        self._page = next((paragraph.page for paragraph in paragraphs if paragraph.page), self._page)
        return self._page

    def _paragraphs(self, element: Element) -> Iterator[_Paragraph]:
        """Yield the paragraphs of an element, with what stands in none as one of its own."""
        glyphs: list[tuple[Page, Glyph]] = []
        hints: list[str] = []
        for child in element.children:
            if isinstance(child, Element) and child.kind in _PARAGRAPHS | {"Table"}:
                yield from self._closed(glyphs, hints)
                yield from self._paragraphs(child)
            else:
                self._gather(child, glyphs, hints)
        yield from self._closed(glyphs, hints)

    def _gather(self, child: Element | Mark, glyphs: list[tuple[Page, Glyph]], hints: list[str]) -> None:
        """Add the characters and the pictures' texts of what stands inside a paragraph."""
        if isinstance(child, Element):
            if child.alt:
                hints.append(child.alt)
            for each in child.children:
                self._gather(each, glyphs, hints)
        elif child in self._pieces:
            page, piece = self._pieces[child]
            glyphs += [(page, glyph) for glyph in piece]

    @staticmethod
    def _closed(glyphs: list[tuple[Page, Glyph]], hints: list[str]) -> Iterator[_Paragraph]:
        lines = [line for _, run in groupby(glyphs, key=lambda pair: pair[0].number) for line in _lines(list(run))]
        if lines or hints:
            yield _Paragraph(lines, list(hints))
        glyphs.clear()
        hints.clear()

    def _leave_unmarked(self, pages: Sequence[Page]) -> None:
        """Leave out what belongs to no element: page headers and footers, and heads that come again."""
        for page in pages:
            unmarked = replace(page, glyphs=[glyph for glyph in page.glyphs if glyph.mark is None])
            for line in visuals(unmarked):
                heads = roles(line.parts) is not None
                text = " | ".join(line.parts) if heads else line.text
                self._found.leave(page.number, text, HEADS if heads else UNMARKED)


def _lines(drawn: Sequence[tuple[Page, Glyph]]) -> list[Line]:
    """Return the lines of characters on one page."""
    return lines_of([glyph for _, glyph in drawn], drawn[0][0])


def _cells(element: Element) -> Iterator[Element]:
    for child in element.elements():
        if child.kind in ("TD", "TH"):
            yield child
        else:
            yield from _cells(child)


def _rows(table: Element) -> Iterator[Element]:
    for child in table.elements():
        if child.kind == "TR":
            yield child
        elif child.kind in ("THead", "TBody", "TFoot"):
            yield from _rows(child)


def _row_cells(row: Element) -> Iterator[Element]:
    return (child for child in row.elements() if child.kind in ("TD", "TH"))


def _flat(cells: Iterator[Sequence[_Paragraph]] | Sequence[Sequence[_Paragraph]]) -> list[_Paragraph]:
    return [paragraph for cell in cells for paragraph in cell]
