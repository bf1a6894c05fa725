"""A PDF without structure → its tables and the texts between them, told by where everything stands.

A table begins with its heads, which part the columns. It ends at a line that is larger than its text or goes across
its columns. A rule from side to side parts two rows; where there are none, a status in the first column begins one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from data.importing.judged_text import Told, judgement
from data.importing.pdf.glyphs import Glyph, Page
from data.importing.pdf.joining import Line, line_of
from data.importing.pdf.visual import Visual, boundaries, furniture, key_of, pitch, separators, visuals
from data.importing.roles import Role, roles
from data.importing.sections import looks_numbered
from data.status import UPPDRAG

HEADS = "tabellens rubrikrad"
FURNITURE = "sidhuvud eller sidfot"

_LARGER = 1.15
"""How much larger than most text a heading is."""
_NEXT_LINE = 1.8
"""How many sizes it is to the next line of a heading at most."""
_NEW_ROW = 1.15
"""How much further than to the next line it is to the next row, where neither a rule nor a status tells it."""
_PAGE_NUMBER = re.compile(r"(?:sida\s*)?[-–]?\s*[0-9]{1,4}\s*(?:[-–]|\([0-9]+\)|(?:av|/)\s*[0-9]+)?", re.IGNORECASE)


@dataclass
class Text:
    """A text outside the tables."""

    line: Visual
    text: str
    heading: bool


@dataclass(frozen=True, slots=True)
class Aside:
    """What is no part of the text: page heads and feet, and heads of tables."""

    page: int
    text: str
    reason: str


@dataclass
class PlacedRow:
    """A row, or what of it stands on one page: the lines of each column."""

    page: int
    cells: list[list[Line]]
    top: bool
    """Whether it is the first on its page."""
    doubt: str | None = None


@dataclass
class PlacedTable:
    """A table with all its pages."""

    roles: list[Role]
    rows: list[PlacedRow] = field(default_factory=list)


Item = Text | Aside | PlacedTable


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns of a table are."""

    roles: list[Role]
    edges: list[float]
    left: float
    right: float

    def crossed(self, line: Visual) -> bool:
        """Tell whether a line goes across columns."""
        return any(line.crosses(edge) for edge in self.edges)

    def parted(self, line: Visual) -> list[list[Line]]:
        """Return what of a line stands in each column: one line or none."""
        glyphs: list[list[Glyph]] = [[] for _ in self.roles]
        for glyph in line.glyphs:
            middle = (glyph.x0 + glyph.x1) / 2
            glyphs[sum(middle >= edge for edge in self.edges)].append(glyph)
        return [[line_of(run, line.page)] if any(glyph.text.strip() for glyph in run) else [] for run in glyphs]


def gathered(pages: Sequence[Page]) -> list[Item]:
    """Return what stands in a document, in order."""
    return _Gatherer([visuals(page) for page in pages]).items


class _Gatherer:
    """Goes through the pages from the top."""

    def __init__(self, pages: Sequence[Sequence[Visual]]) -> None:
        self.items: list[Item] = []
        self._again = furniture(pages)
        sizes = Counter(round(glyph.size, 1) for page in pages for line in page for glyph in line.glyphs)
        self._size = max(sizes, key=lambda size: sizes[size], default=0.0)
        self._ruled = _is_ruled(pages)
        self._pitch = pitch(pages)
        self._columns: _Columns | None = None
        self._table: PlacedTable | None = None
        self._row: PlacedRow | None = None
        self._left: PlacedTable | None = None
        self._rules: list[float] = []
        for page in pages:
            self._read(page)

    def _read(self, lines: Sequence[Visual]) -> None:
        """Read one page. The table that the page before ended with may go on."""
        self._top, self._row = True, None
        self._heads_at = 0.0
        if self._columns is not None and lines:
            self._rules = separators(lines[0].page, self._columns.left, self._columns.right)
        passed = 0.0
        for place, line in enumerate(lines):
            heads = roles(line.parts)
            if heads is not None:
                self._begin(heads, line, lines[place + 1 :])
            elif key_of(line) in self._again or (line is lines[-1] and _PAGE_NUMBER.fullmatch(line.text)):
                self.items.append(Aside(line.page.number, line.text, FURNITURE))
            elif self._table is None or self._columns is None or self._ends(line, self._columns):
                self._leave_table()
                self._outside(line)
            else:
                if any(passed < height < line.y for height in self._rules):
                    self._row = None
                self._inside(line, self._table, self._columns)
            passed = line.y

    def _begin(self, heads: list[Role], line: Visual, below: Sequence[Visual]) -> None:
        """Begin a table, or another page of the one that goes on."""
        runs = line.runs
        body = [each for each in below if each.size < self._size * _LARGER]
        edges = boundaries(runs, body)
        self._columns = _Columns(heads, edges, runs[0][0].x0, runs[-1][-1].x1)
        self._rules = separators(line.page, self._columns.left, self._columns.right)
        self._heads_at = line.y
        self._top, self._row = True, None
        self.items.append(Aside(line.page.number, " | ".join(line.parts), HEADS))
        self._table = self._table or self._left
        if self._table is None or self._table.roles != heads:
            self._table = PlacedTable(heads)
            self.items.append(self._table)
        self._left = None

    def _leave_table(self) -> None:
        """End the table, which goes on if the next thing is its heads again."""
        self._left = self._table or self._left
        self._table = self._row = None

    def _ends(self, line: Visual, columns: _Columns) -> bool:
        """Tell whether a line stands below the table rather than in it."""
        alone = self._row is None and sum(map(len, columns.parted(line))) == 1
        rules = self._rules if self._ruled else []
        return (
            line.size > self._size * _LARGER
            or (len(rules) > 0 and line.y > rules[-1] > self._heads_at + line.size)
            or columns.crossed(line)
            or (alone and line.bold and looks_numbered(line.text))
        )

    def _outside(self, line: Visual) -> None:
        heading = line.size > self._size * _LARGER or (line.bold and looks_numbered(line.text))
        self._left = None if heading else self._left
        last = self.items[-1] if self.items else None
        if (
            heading
            and isinstance(last, Text)
            and last.heading
            and (last.line.page, last.line.size, last.line.bold) == (line.page, line.size, line.bold)
            and line.y - last.line.y < _NEXT_LINE * line.size
        ):
            last.text, last.line = f"{last.text} {line.text}", line
        else:
            self.items.append(Text(line, line.text, heading))

    def _inside(self, line: Visual, table: PlacedTable, columns: _Columns) -> None:
        parted = columns.parted(line)
        doubt = None
        if self._row is not None and not self._ruled:
            first = parted[columns.roles.index(Role.UPPDRAG)]
            begins, doubt = self._begins(first, self._row.cells[columns.roles.index(Role.UPPDRAG)])
            if begins:
                self._row = None
        if self._row is None:
            self._row = PlacedRow(line.page.number, [[] for _ in columns.roles], self._top, doubt)
            table.rows.append(self._row)
            self._top = False
        for cell, more in zip(self._row.cells, parted, strict=True):
            cell.extend(more)

    def _begins(self, first: Sequence[Line], before: Sequence[Line]) -> tuple[bool, str | None]:
        """Tell whether a line of the first column begins a row, where no rules do, and what was guessed."""
        if not first:
            return False, None
        if judgement(Told(first[0].text.strip()), UPPDRAG).status is not None:
            return True, None
        far = bool(before) and first[0].y - before[-1].y > _NEW_ROW * self._pitch
        return far, "gissat att ett uppdrag börjar efter mellanrummet" if far else None


def _is_ruled(pages: Sequence[Sequence[Visual]]) -> bool:
    """Tell whether rules part the rows: below the heads of a table there is one, on most pages."""
    heads = rules = 0
    for page in pages:
        for line in page:
            if roles(line.parts) is not None:
                runs = line.runs
                heads += 1
                found = separators(line.page, runs[0][0].x0, runs[-1][-1].x1)
                rules += sum(height > line.y + line.size for height in found)
    return rules > heads
