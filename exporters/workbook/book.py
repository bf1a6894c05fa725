"""A workbook under way: sheets with safe names, cells, what every page says, and at the end its bytes.

A text is always written as a text, whatever it begins with, and never longer than a cell can hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from data.look import Look
from data.plain_text import one_line
from data.provenance import Provenance
from data.wording import shortened
from exporters.document import DRAFT
from exporters.render_error import RenderError
from exporters.same_zip import same_zip
from exporters.workbook.package import Book

FONT, SIZE = "Calibri", 11

CELL_UNITS = 32_767
"""The most that a cell holds, in UTF-16 units."""

_SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_NO_DAY = datetime(2000, 1, 1)
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]|^'+|'+$")
_NAME_UNITS = 31
_PAGE_UNITS = 250
_PROPERTY = 255
A3, A4 = 8, 9
"""Papers, as Excel numbers them."""


class Writer:
    """A workbook that is being written."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.font = look.font or FONT
        self.colour = look.accent
        self._raw = BytesIO()
        own = {"font_name": one_line(self.font)[:31], "font_size": SIZE}
        self._book = Book(self._raw, {**_SAFE, "in_memory": True, "default_format_properties": own})
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def format(self, **properties: Any) -> Any:
        """Return what gives cells these properties, as xlsxwriter names them; the same for the same."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format({"valign": "top", **properties})
        return self._formats[key]

    def sheet(self, title: str) -> Any:
        """Return a new sheet, named as nearly as a sheet may be, and as no other is."""
        taken = {sheet.name.casefold() for sheet in self._book.worksheets()} | {"history"}
        return self._book.add_worksheet(next(name for name in _names(title) if name.casefold() not in taken))

    def chart(self) -> Any:
        """Return a new chart of stacked bars."""
        return self._book.add_chart({"type": "bar", "subtype": "stacked"})

    def describe(self, title: str, owner: str, provenance: Provenance | None) -> None:
        """Say what the workbook is, in its properties."""
        told = {
            "title": title,
            "author": owner,
            "company": owner,
            "comments": provenance.told if provenance is not None else "",
            "language": "sv-SE",
        }
        day = provenance.date if provenance is not None else None
        created = datetime(day.year, day.month, day.day) if day is not None else _NO_DAY
        self._book.set_properties(
            {**{name: shortened(text, _PROPERTY) for name, text in told.items()}, "created": created}
        )

    def bytes(self) -> bytes:
        """Return the finished file; nothing more can be written."""
        self._book.close()
        return same_zip(self._raw.getvalue())


def put(sheet: Any, row: int, column: int, text: str, format: Any) -> None:
    """Write a text into a cell. RenderError when the sheet or the cell has no room for it."""
    if sheet._write_string(row, column, text, format):  # write_string, without looking for "A1" in the row
        raise RenderError("rapporten ryms inte på ett Excelblad; välj färre planer, eller ett annat format")


def pieces(text: str) -> Iterator[str]:
    """Give a text in pieces that a cell has room for."""
    astral = not text.isascii() and max(text) > "\uffff"
    step = CELL_UNITS // 2 if astral else CELL_UNITS
    return (text[start : start + step] for start in range(0, max(len(text), 1), step))


def lay_out_pages(sheet: Any, header: str, footer: str, *, draft: bool, paper: int = A4) -> None:
    """Lay the sheet out across the paper, as wide as the page, with header, footer and n(N) on every page."""
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.75)
    sheet.set_header("&P")
    sheet.set_footer("&P")
    # Set apart from the method, which drops a whole header that has an ampersand and a G in it.
    sheet.header = _page_text(header, f"&C{DRAFT}" * draft + "&R&P(&N)")
    sheet.footer = _page_text(footer, "")


def _page_text(text: str, rest: str) -> str:
    """Return what stands at the left of every page, and what follows it; an ampersand doubled is one."""
    room = _PAGE_UNITS - len(rest) - len("&L")
    told, escaped = "", ""
    for character in one_line(text):
        escaped = told + ("&&" if character == "&" else character)
        if len(escaped.encode("utf-16-le")) // 2 > room - 1:
            return f"&L{told}…{rest}"
        told = escaped
    return f"&L{told}{rest}"


def _names(title: str) -> Iterator[str]:
    """Give names for a sheet: the title, shortened and numbered."""
    plain = " ".join(_NOT_IN_NAMES.sub(" ", one_line(title)).split()).strip("' ") or "Blad"
    number = 1
    while True:
        end = f" ({number})" if number > 1 else ""
        name = plain
        while len((name + end).encode("utf-16-le")) // 2 > _NAME_UNITS:
            name = name[:-1]
        yield name.rstrip("' ") + end
        number += 1
