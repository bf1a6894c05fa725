"""The pages of a PDF as what is drawn on them: characters with place, size and mark, straight rules and fills.

A mark is the number by which the file's structure names a piece of a page (ISO 32000, 14.7.4). Where a piece says
which text stands for it (ActualText), that is its text, at the place of its first character.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.utils import apply_matrix_pt, decode_text

from data.importing.packages import refused
from data.importing.pdf.opening import MAX_PAGES

if TYPE_CHECKING:
    from pdfminer.pdfcolor import PDFColorSpace
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdffont import PDFFont
    from pdfminer.pdfinterp import PDFGraphicState
    from pdfminer.psparser import PSLiteral
    from pdfminer.utils import Matrix, PathSegment

MAX_DRAWN = 1_000_000
"""How many characters and rules are read in all; a bilaga has some hundred thousand."""
MAX_CONTENT = 30_000_000
"""How many bytes that tell what to draw are read in all; a bilaga has some millions."""

UNKNOWN = "\ufffd"
"""A character of which the file does not tell what it stands for."""

_PIECE = 1000
"""What it costs to begin a piece of a page, in bytes that could be read meanwhile."""
_THIN = 3.0


class Glyph(NamedTuple):
    """A character on a page; lengths are in points from the page's upper left corner."""

    text: str
    x0: float
    x1: float
    y: float
    """Its baseline."""
    size: float
    bold: bool
    colour: str | None
    """``#RRGGBB``, where the file says it plainly."""
    mark: int | None


class Box(NamedTuple):
    """A rule or a fill on a page."""

    x0: float
    x1: float
    top: float
    bottom: float
    colour: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """What is drawn on a page."""

    number: int
    """From 1."""
    id: int | None
    """The page's own number in the file."""
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    """As they are drawn, which is the order of reading in a file with structure."""
    rules: list[Box] = field(default_factory=list)
    """Straight lines across: thin boxes."""
    fills: list[Box] = field(default_factory=list)


def pages(document: PDFDocument, file: str) -> list[Page]:
    """Return the pages of a document. UnusableError when they are too many, hold too much or no text."""
    resources = PDFResourceManager()
    device = _Device(resources, file)
    interpreter = _Interpreter(resources, device)
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > MAX_PAGES:
            raise refused(
                file, f"filen har över {MAX_PAGES} sidor; spara delen som ska läsas in för sig, och läs in den"
            )
        interpreter.process_page(page)
    _refuse_pictures(device.pages, file)
    return device.pages


def _refuse_pictures(drawn: list[Page], file: str) -> None:
    """Refuse a file whose text cannot be read."""
    glyphs = [glyph.text for page in drawn for glyph in page.glyphs if glyph.text.strip()]
    if not glyphs:
        raise refused(file, "filen har ingen text, bara bilder; skanna om den med texttolkning, och läs in den")
    if glyphs.count(UNKNOWN) * 2 > len(glyphs):
        raise refused(file, "filen säger inte vilka tecken den visar; skriv ut den till en ny PDF, och läs in den")


class _Interpreter(PDFPageInterpreter):
    """Counts what is read, since pieces of pages can hold each other many times over."""

    device: _Device

    def execute(self, streams: Sequence[object]) -> None:
        """Draw what streams tell, unless it is more than any bilaga has."""
        for stream in map(resolve1, streams):
            self.device.count(content=_PIECE + (len(stream.get_data()) if isinstance(stream, PDFStream) else 0))
        super().execute(streams)


class _Device(PDFTextDevice):
    """Notes what is drawn, page by page."""

    ctm: Matrix

    def __init__(self, resources: PDFResourceManager, file: str) -> None:
        super().__init__(resources)
        self.pages: list[Page] = []
        self._file = file
        self._drawn = self._content = 0
        self._marks: list[_Mark] = []
        self._places: set[tuple[str, int, int]] = set()  # a character may be drawn twice, to seem bold or outlined

    def count(self, drawn: int = 0, content: int = 0) -> None:
        """Count what is drawn, and the bytes that tell what to draw."""
        self._drawn += drawn
        self._content += content
        if self._drawn > MAX_DRAWN or self._content > MAX_CONTENT:
            raise refused(self._file, "filen har mer text och grafik än någon bilaga; spara bilagan för sig")

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Begin a new page."""
        corners = [apply_matrix_pt(ctm, corner) for corner in (page.mediabox[:2], page.mediabox[2:])]
        self._marks.clear()
        self._places.clear()
        self.pages.append(
            Page(
                len(self.pages) + 1,
                page.pageid if isinstance(page.pageid, int) else None,
                max(y for _, y in corners),
            )
        )

    def begin_tag(self, tag: PSLiteral, props: Any = None) -> None:
        """Begin a marked piece."""
        told = resolve1(props) if props is not None else None
        told = told if isinstance(told, dict) else {}
        actual = resolve1(told.get("ActualText"))
        mark = told.get("MCID")
        self._marks.append(
            _Mark(
                mark if isinstance(mark, int) else None,
                decode_text(actual) if isinstance(actual, bytes) else None,
            )
        )

    def end_tag(self) -> None:
        """End the marked piece that was begun last."""
        if self._marks:
            self._marks.pop()

    def render_char(  # noqa: PLR0913, PLR0917  what is given is not ours to choose
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        """Note a character, and return how far the next one stands from it."""
        self.count(1)
        advance = float(font.char_width(cid) * fontsize * scaling)
        a, b, _, d, x, y = matrix
        page = self.pages[-1]
        if a > 0 and d != 0 and abs(b) < abs(a) / 10:
            actual = next((mark for mark in reversed(self._marks) if mark.actual is not None), None)
            text = _text(font, cid) if actual is None else actual.taken()
            glyph = Glyph(
                text,
                x,
                x + advance * a,
                page.height - y - rise * abs(d),
                fontsize * abs(d),
                "bold" in str(font.fontname).lower(),
                _colour(graphicstate.ncolor),
                self._mark(),
            )
            place = (text, round(glyph.x0), round(glyph.y))
            if not text.strip() or place not in self._places:
                self._places.add(place)
                page.glyphs.append(glyph)
        return advance

    def _mark(self) -> int | None:
        return next((mark.number for mark in reversed(self._marks) if mark.number is not None), None)

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,
        fill: bool,
        evenodd: bool,
        path: Sequence[PathSegment],
    ) -> None:
        """Note a rule or a fill."""
        self.count(1)
        page = self.pages[-1]
        for x0, y0, x1, y1 in _boxes(path):
            (left, low), (right, high) = (apply_matrix_pt(self.ctm, point) for point in ((x0, y0), (x1, y1)))
            colour = _colour(graphicstate.ncolor if fill else graphicstate.scolor)
            tops = sorted((page.height - low, page.height - high))
            box = Box(min(left, right), max(left, right), tops[0], tops[1], colour)
            if box.bottom - box.top <= _THIN:
                page.rules.append(box)
            elif fill:
                page.fills.append(box)


@dataclass
class _Mark:
    """A marked piece that is being drawn."""

    number: int | None
    actual: str | None

    def taken(self) -> str:
        """Return the text that stands for the whole piece, the first time."""
        text, self.actual = self.actual or "", ""
        return text


def _text(font: PDFFont, cid: int) -> str:
    try:
        return str(font.to_unichr(cid))
    except PDFUnicodeNotDefined:
        return UNKNOWN


def _boxes(path: Sequence[PathSegment]) -> Iterator[tuple[float, float, float, float]]:
    """Yield the bounds of each part of a path."""
    points: list[tuple[float, float]] = []
    for operator, *numbers in path:
        if operator == "m":
            yield from _bounds(points)
            points = []
        if numbers:  # of a curve its end: a disc is drawn as four, which end where it is widest
            points.append((float(numbers[-2]), float(numbers[-1])))
    yield from _bounds(points)


def _bounds(points: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float, float, float]]:
    if len(points) >= 2:
        xs, ys = zip(*points, strict=True)
        yield min(xs), min(ys), max(xs), max(ys)


def _colour(told: Any) -> str | None:
    """Return a colour as ``#RRGGBB`` from its grey, red green blue, or cyan magenta yellow black."""
    parts = [told] if isinstance(told, int | float) else list(told) if isinstance(told, tuple | list) else []
    if not all(isinstance(part, int | float) and 0 <= part <= 1 for part in parts):
        return None
    match parts:
        case [grey]:
            rgb = [grey] * 3
        case [_, _, _]:
            rgb = parts
        case [*inks, black]:
            rgb = [(1 - ink) * (1 - black) for ink in inks]
        case _:
            return None
    return "#" + "".join(f"{round(part * 255):02X}" for part in rgb) if len(rgb) == 3 else None
