"""A Bilaga 2 as a Word file → a plan, with everything in the file either in it or listed as left out.

A fokusområde is a heading above a table whose heads name uppdrag, kommentar and aktivitet. Places are counted in
paragraphs and rows, from the top.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from data.importing.found import plan_of
from data.importing.packages import refused
from data.importing.result import Imported, LeftOut
from data.importing.table_rows import Section, TableRow, omraden
from data.importing.word.blocks import paragraphs, unwrapped
from data.importing.word.columns import Columns
from data.importing.word.parts import WordFile, name, opened
from data.importing.word.styles import Styles
from data.importing.word.tables import TableReader
from data.importing.word.texts import said

UNIT = "stycke"
"""What the lines of guesses and of what is left out count."""
NO_UPPDRAG = "Fokusområdet har inga uppdrag."
"""What our reports say below the heading of a fokusområde without a table."""

_NUMBERED = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3}){0,5})\.?[ \t\xa0]+(?=\S)")
_NAMELESS = "Fokusområde utan namn"
_LONGEST_HEADING = 200
_OUTSIDE, _CONTENTS, _OTHER_TABLE = (
    "text utanför tabellerna",
    "innehållsförteckning",
    "tabell som inte är en bilagas",
)


def read_bilaga(raw: bytes, forvaltning: str, ar: int, file: str = "") -> Imported:
    """Read a Bilaga 2 in a Word file into the plan of this förvaltning and year.

    UnusableError, with one fault, when the file is broken, not safe, no bilaga or more than one förvaltning's.
    """
    try:
        reader = _Reader(opened(raw, file))
    except RecursionError:
        raise refused(file, "filen har för mycket inuti vartannat; spara den på nytt i Word") from None
    if not reader.sections:
        message = (
            "det här är ingen Bilaga 2: ingen tabell har kolumnerna Förvaltningens uppdrag, Kommentar och Aktivitet"
        )
        raise refused(file, message)
    plan, guesses = plan_of(omraden(reader.sections, file), forvaltning, ar)
    return Imported(plan, tuple(sorted(reader.left_out, key=lambda left: left.line)), guesses, UNIT)


@dataclass
class _Outside:
    """A paragraph outside the tables."""

    line: int
    text: str
    heading: bool
    reason: str = _OUTSIDE


@dataclass
class _Reader:
    """Goes through the document from the top."""

    word: WordFile
    sections: list[Section] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._styles = Styles(self.word.styles)
        self._line = self._tables = 0
        self._above: list[_Outside] = []
        self._columns: tuple[Columns, int] | None = None
        for block in unwrapped(self.word.body, "p", "tbl"):
            if name(block) == "p":
                self._paragraph(block)
            else:
                self._table(block)
        self._leave_above()
        for kind, aside in self.word.asides:
            for paragraph in paragraphs_of(aside):
                self._line += 1
                self._leave(self._line, said(paragraph, self._styles).text, kind)

    def _paragraph(self, paragraph: Element) -> None:
        self._line += 1
        read = said(paragraph, self._styles)
        for kind, text in read.unseen:
            self._leave(self._line, text, kind)
        text = read.text.strip()
        if not text:
            return
        if self._styles.is_contents(paragraph):
            self._above.append(_Outside(self._line, text, heading=False, reason=_CONTENTS))
            return
        if text == NO_UPPDRAG and self._above and self._above[-1].heading:
            self._begin(self._above.pop(), ())
        self._above.append(_Outside(self._line, text, heading=self._styles.is_heading(paragraph)))

    def _table(self, table: Element) -> None:
        self._tables += 1
        reader = TableReader(table, self._styles, self._tables)
        first = self._line + 1
        self._line += reader.size
        known = self._columns
        goes_on = known is not None and known[1] == reader.width and not any(one.heading for one in self._above)
        if reader.columns is None and not goes_on:
            for place, text in enumerate(reader.texts()):
                self._leave(first + place, text, _OTHER_TABLE)
            return
        rows = tuple(reader.rows(first, known[0] if known else None))
        if reader.columns is None and rows:
            doubt = "gissat att tabellen, som saknar rubrikrad, fortsätter den före"
            rows = (replace(rows[0], doubts=(*rows[0].doubts, doubt)), *rows[1:])
        if reader.columns is not None:
            self._columns = reader.columns, reader.width
        for place, text, reason in reader.left_out:
            self._leave(first + place, text, reason)
        heading = self._heading()
        if heading is None and self.sections:
            self.sections[-1] = replace(self.sections[-1], rows=(*self.sections[-1].rows, *rows))
        else:
            self._begin(heading or _Outside(first, _NAMELESS, heading=True), rows)
        self._leave_above()

    def _heading(self) -> _Outside | None:
        """Take the heading of a table out of what stands above it: the last that is numbered, or else the last."""
        headings = [one for one in self._above if one.heading]
        if not headings and self._above:
            last = [one for one in self._above if one.reason is _OUTSIDE][-2:]  # a caption may stand between
            headings = [one for one in last if _looks_numbered(one.text)]
        numbered = [one for one in headings if _NUMBERED.match(one.text)]
        if not headings:
            return None
        found = (numbered or headings)[-1]
        self._above.remove(found)
        return found

    def _begin(self, heading: _Outside, rows: tuple[TableRow, ...]) -> None:
        number = _NUMBERED.match(heading.text)
        namn = heading.text[number.end() :] if number else heading.text
        place = f"stycke {heading.line}"
        self.sections.append(Section(heading.line, place, number[1] if number else None, namn, rows))

    def _leave_above(self) -> None:
        for one in self._above:
            self._leave(one.line, one.text, one.reason)
        self._above.clear()

    def _leave(self, line: int, text: str, reason: str) -> None:
        if text.strip():
            self.left_out.append(LeftOut(line, " ".join(text.split()), reason))


def _looks_numbered(text: str) -> bool:
    found = _NUMBERED.match(text) if len(text) <= _LONGEST_HEADING else None
    return found is not None and not text[found.end() :].split(maxsplit=1)[0].islower()


def paragraphs_of(aside: Element) -> Iterator[Element]:
    """Yield the paragraphs of a page header or footer, or of every footnote or comment."""
    yield from paragraphs(aside)
    for note in aside:
        if name(note) in ("footnote", "endnote", "comment"):
            yield from paragraphs(note)
