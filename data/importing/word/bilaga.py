"""A Bilaga 2 as a Word file → a plan, with everything in the file either in it or listed as left out.

A fokusområde is a heading above a table whose heads name uppdrag, kommentar and aktivitet. Places are counted in
paragraphs and rows, from the top.
"""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import Element

from data.importing.packages import refused
from data.importing.result import Imported
from data.importing.sections import Sections, looks_numbered
from data.importing.table_rows import TableRow
from data.importing.word.blocks import paragraphs_of, unwrapped
from data.importing.word.columns import Columns
from data.importing.word.parts import WordFile, name, opened
from data.importing.word.styles import Styles
from data.importing.word.tables import TableReader
from data.importing.word.texts import said

UNIT = "stycke"
"""What the lines of guesses and of what is left out count."""

_CONTENTS, _OTHER_TABLE = "innehållsförteckning", "tabell som inte är en bilagas"


def read_bilaga(raw: bytes, forvaltning: str, ar: int, file: str = "") -> Imported:
    """Read a Bilaga 2 in a Word file into the plan of this förvaltning and year.

    UnusableError, with one fault, when the file is broken, not safe, no bilaga or more than one förvaltning's.
    """
    try:
        found = _Reader(opened(raw, file)).found
    except RecursionError:
        raise refused(file, "filen har för mycket inuti vartannat; spara den på nytt i Word") from None
    return found.imported(forvaltning, ar, file)


class _Reader:
    """Goes through the document from the top."""

    def __init__(self, word: WordFile) -> None:
        self.found = Sections(UNIT)
        self._styles = Styles(word.styles)
        self._line = self._tables = 0
        self._columns: tuple[Columns, int] | None = None
        for block in unwrapped(word.body, "p", "tbl"):
            if name(block) == "p":
                self._paragraph(block)
            else:
                self._table(block)
        self.found.close()
        for kind, aside in word.asides:
            for paragraph in paragraphs_of(aside):
                self._line += 1
                self.found.leave(self._line, said(paragraph, self._styles).text, kind)

    def _paragraph(self, paragraph: Element) -> None:
        self._line += 1
        read = said(paragraph, self._styles)
        for kind, text in read.unseen:
            self.found.leave(self._line, text, kind)
        text = read.text.strip()
        if not text:
            return
        if self._styles.is_contents(paragraph):
            self.found.text(self._line, text, heading=False, reason=_CONTENTS)
        else:
            self.found.text(self._line, text, heading=self._styles.is_heading(paragraph))

    def _table(self, table: Element) -> None:
        self._tables += 1
        reader = TableReader(table, self._styles, self._tables)
        first = self._line + 1
        self._line += reader.size
        known = self._columns
        goes_on = known is not None and known[1] == reader.width and not self.found.heading_above
        if reader.columns is None and not goes_on:
            for place, text in enumerate(reader.texts()):
                self.found.leave(first + place, text, _OTHER_TABLE)
            return
        rows: list[TableRow] = []
        for row in reader.rows(first, known[0] if known else None):
            if isinstance(row, TableRow):
                rows.append(row)
            elif looks_numbered(row.text):
                self.found.table(first, rows)
                self.found.text(row.line, row.text, heading=True)
                rows = []
            else:
                self.found.leave(row.line, row.text, "rad över hela tabellen")
        if reader.columns is None and rows:
            doubt = "gissat att tabellen, som saknar rubrikrad, fortsätter den före"
            rows[0] = replace(rows[0], doubts=(*rows[0].doubts, doubt))
        if reader.columns is not None:
            self._columns = reader.columns, reader.width
        for place, text, reason in reader.left_out:
            self.found.leave(first + place, text, reason)
        self.found.table(first, rows)
