"""One sheet of a workbook → its rows: each cell as the text that it shows, with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from data.importing.cells import CellText
from data.importing.columns import NO, YES
from data.importing.number_formats import NumberFormat, shown
from data.importing.packages import refused
from data.importing.workbook_xml import Attributes, plain, walk

_REFERENCE = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_MAX_CELLS = 2_000_000
_PLAIN_NUMBER = NumberFormat()

Row = dict[int, CellText]
"""The cells of a row that hold something, by where they stand, from 0."""


@dataclass(frozen=True, slots=True)
class Book:
    """What the sheets of a workbook share."""

    file: str
    texts: Sequence[str]
    formats: Sequence[NumberFormat]
    since_1904: bool


def sheet_rows(part: bytes, name: str, book: Book) -> list[Row]:
    """Return the rows of a sheet that hold something. ExpatError, ValueError or IndexError when it is damaged."""
    reader = _Reader(name, book)
    walk(part, reader.start, reader.end, reader.text)
    reader.spread()
    return [row for row in reader.rows.values() if row]


@dataclass
class _Reader:
    name: str
    book: Book
    rows: dict[int, Row] = field(default_factory=dict)
    """By their number, from 1."""
    merged: list[str] = field(default_factory=list)
    line: int = 0
    column: int = 0
    count: int = 0
    cell: Attributes = field(default_factory=dict)
    pieces: list[str] | None = None
    """The text of the value that is being read; None outside of one."""
    aside: bool = False
    """Whether this is how a text is said, which is not part of it."""
    said: list[str] = field(default_factory=list)
    formula: str = ""
    """What the value is reckoned by; a program that does not reckon leaves the value out."""

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "c":
            self._counted()
            self.cell, self.said, self.formula = attributes, [], ""
            self._go_to(attributes.get("r"))
        elif tag == "row":
            self.line = int(attributes.get("r", self.line + 1))
            self.column = 0
        elif tag == "rPh":
            self.aside = True
        elif tag in ("v", "t", "f") and not self.aside:
            self.pieces = []
        elif tag == "mergeCell":
            self.merged.append(attributes["ref"])

    def text(self, text: str) -> None:
        if self.pieces is not None:
            self.pieces.append(text)

    def end(self, tag: str) -> None:
        if tag == "f":
            self.formula, self.pieces = "=" + "".join(self.pieces or ()), None
        elif tag in ("v", "t") and self.pieces is not None:
            self.said.append("".join(self.pieces))
            self.pieces = None
        elif tag == "rPh":
            self.aside = False
        elif tag == "c" and (self.said or self.formula):
            text, kind = self._value()
            if text:
                row = self.rows.setdefault(self.line, {})
                row[self.column - 1] = CellText(text, self.line, self.column, self.name, kind)

    def _go_to(self, reference: str | None) -> None:
        if reference is None:
            self.column += 1
            return
        self.line, self.column = _place(reference)

    def _counted(self, number: int = 1) -> None:
        self.count += number
        if self.count > _MAX_CELLS:
            raise refused(self.book.file, f'bladet "{self.name}" har för många celler; ta bort de tomma raderna')

    def _value(self) -> tuple[str, Literal["text", "number", "error"]]:
        """Return what the cell shows."""
        written = self.said[0] if self.said else ""
        match self.cell.get("t", "n"):
            case "s":
                return self.book.texts[int(written)], "text"
            case "str":
                return plain(written), "text"
            case "inlineStr":
                return "".join(map(plain, self.said)), "text"
            case "b":
                return YES if written.strip() == "1" else NO, "text"
            case "e":
                return written, "error"
            case "d":
                return written.partition("T")[0], "text"
        form = self.book.formats[int(self.cell["s"])] if self.cell.get("s", "0") != "0" else _PLAIN_NUMBER
        if not written.strip():
            return self.formula, "error" if self.formula else "text"
        return shown(written, form, since_1904=self.book.since_1904), "text" if form.day else "number"

    def spread(self) -> None:
        """Give cells that were merged what the first of them says: it is said of all of them."""
        for area in self.merged:
            (top, left), (bottom, right) = map(_place, area.split(":"))
            said = self.rows.get(top, {}).get(left - 1)
            lines = [line for line in range(top, min(bottom, top + len(self.rows)) + 1) if line in self.rows]
            if said is None or not lines:
                continue
            self._counted(len(lines) * (right - left + 1))
            for line in lines:
                for at in range(left - 1, right):
                    self.rows[line][at] = replace(said, line=line, column=at + 1)


def _place(reference: str) -> tuple[int, int]:
    """Return row and column, from 1, of a reference such as ``B12``. ValueError when it is none."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise ValueError(reference)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column
