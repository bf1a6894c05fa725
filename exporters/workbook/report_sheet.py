"""A report as a sheet: title, headings, legends, tables one below another, charts; last, what it is made from.

Everything is shown, nothing is obeyed: control and bidi characters are signs here as in every other report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from data.contrast import text_on
from data.plain_text import visible
from data.wording import shortened
from exporters.document import (
    CONTENTS,
    DRAFT,
    Cell,
    Chart,
    Document,
    Heading,
    Judged,
    Legend,
    Paragraph,
    Part,
    Table,
)
from exporters.workbook.book import SIZE, Writer, lay_out_pages, put
from exporters.workbook.charts import write_chart
from exporters.workbook.colours import LINE, shade
from exporters.workbook.fitting import MOST_LINES, cut, fitted, lines
from exporters.workbook.logo import place_logo
from exporters.workbook.package import Rich, Run

_PAGE = 130
"""The characters that a page is wide."""

_LINE = 15
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:,([0-9]{1,10}))?")
_SIZES = {1: 18, 2: 15, 3: 13}


def write_report(writer: Writer, document: Document) -> None:
    """Write a report on a sheet of its own."""
    _Report(writer, document).write()


class _Report:
    def __init__(self, writer: Writer, document: Document) -> None:
        self._writer, self._document = writer, document
        self._sheet = writer.sheet(document.title)
        self._row = 0
        self._widths = _widths(document)
        self._last = len(self._widths) - 1
        tables = [block for block in document.blocks if isinstance(block, Table)]
        self._repeats = len({table.columns for table in tables}) == 1
        """Whether the heads of the next table come again on every page: all tables have the same."""
        self._headings: list[tuple[Heading, int]] = []

    def write(self) -> None:
        """Write the whole document."""
        document, sheet = self._document, self._sheet
        for at, width in enumerate(self._widths):
            sheet.set_column(at, at, width)
        if document.look.logo is not None:
            place_logo(sheet, self._row, document.look.logo)
            self._row += 1
        self._heading(document.title, 1)
        if document.draft:
            self._across(DRAFT, bold=True)
        self._across(document.whose)
        room = self._room_for_contents()
        for block in document.blocks:
            self._block(block)
        self._contents(room)
        self._row += 1
        self._across(document.footer, italic=True)
        sheet.hide_gridlines(2)
        lay_out_pages(sheet, document.header, document.footer, draft=document.draft)

    def _block(self, block: Any) -> None:
        match block:
            case Heading():
                self._row += 1
                self._headings.append((block, self._row))
                self._heading(block.told, block.level)
            case Paragraph():
                self._across(block.text)
            case Legend():
                self._legend(block)
            case Table():
                self._table(block)
            case Chart():
                self._row = write_chart(self._writer, self._sheet, self._row + 1, block) + 1

    def _heading(self, text: str, level: int) -> None:
        size = _SIZES.get(level, SIZE + 1)
        self._across(text, bold=True, font_size=size, font_color=self._writer.colour)

    def _across(self, text: str, **look: Any) -> None:
        """Write running text over the whole width."""
        width = sum(self._widths) * SIZE / look.get("font_size", SIZE)
        format = self._writer.format(text_wrap=True, **look)
        for piece in cut(visible(text), width):
            self._merged(format)
            put(self._sheet, self._row, 0, piece, format)
            height = _LINE * look.get("font_size", SIZE) / SIZE
            self._sheet.set_row(self._row, height * lines(piece, width, 99))
            self._row += 1

    def _merged(self, format: Any) -> None:
        if self._last > 0:
            self._sheet.merge_range(self._row, 0, self._row, self._last, "", format)

    def _legend(self, legend: Legend) -> None:
        self._across(legend.intro)
        for line in legend.statuses:
            format = self._writer.format(indent=1)
            self._merged(format)
            put(self._sheet, self._row, 0, self._rich([Judged(line, "")], label=True), format)
            self._row += 1
        self._row += 1

    # Tables

    def _table(self, table: Table) -> None:
        colour, first = self._writer.colour, self._row
        head = {"bold": True, "bg_color": colour, "font_color": text_on(colour)}
        numeric = [column.numeric for column in table.columns]
        self._table_row([(column.head,) for column in table.columns], numeric, head)
        if self._repeats:
            self._sheet.repeat_rows(first, self._row - 1)
            self._repeats = False
        for left, row in enumerate(table.rows, start=1 - len(table.rows)):
            self._table_row(row, numeric, {"bold": True} if table.summed and left == 0 else {})

    def _table_row(self, row: Sequence[Cell], numeric: Sequence[bool], look: dict[str, Any]) -> None:
        """Write a row of a table on as many rows as its longest cell takes, framed as one."""
        cells = [fitted(_shown(cell), self._widths[at]) for at, cell in enumerate(row)]
        height = max(map(len, cells), default=1)
        for number, parts in enumerate(zip_longest(*cells, fillvalue=())):
            ends = {"top": int(number == 0), "bottom": int(number == height - 1)}
            frame = {"left": 1, "right": 1, **ends, "border_color": LINE, **look}
            texts = [self._cell(at, list(held), frame, numeric=numeric[at]) for at, held in enumerate(parts)]
            self._high(texts)
            self._row += 1

    def _high(self, texts: Sequence[str]) -> None:
        """Make the row as high as its cells want it; not every program does so by itself."""
        most = max((lines(text, self._widths[at], MOST_LINES) for at, text in enumerate(texts)), default=1)
        self._sheet.set_row(self._row, _LINE * most)

    def _cell(self, at: int, parts: list[Part], frame: dict[str, Any], *, numeric: bool) -> str:
        """Write a cell; return its text."""
        align = {"align": "right"} if numeric else {}
        found = _NUMBER.fullmatch(parts[0]) if numeric and parts and isinstance(parts[0], str) else None
        if found is not None and len(parts) == 1:
            code = f"0.{'0' * len(found[1])}" if found[1] else "0"
            number = float(found[0].replace(",", "."))
            self._sheet.write_number(self._row, at, number, self._writer.format(num_format=code, **align, **frame))
            return found[0]
        format = self._writer.format(text_wrap=True, **align, **frame)
        text = self._rich(parts)
        if text:
            put(self._sheet, self._row, at, text, format)
        else:
            self._sheet.write_blank(self._row, at, None, format)
        return text

    def _rich(self, parts: Sequence[Part], *, label: bool = False) -> str:
        """Return the text of a cell: paragraphs parted by a blank line, a status led by its sign in its colour."""
        runs: list[Run] = []
        for part in parts:
            if runs:
                runs.append(Run("\n" if isinstance(part, Judged) else "\n\n"))
            if isinstance(part, Judged):
                said = f"{part.status.sign} {part.status.label}" if label else part.told
                runs.append(Run(said, shade(part.status)))
                runs.append(Run(f": {part.text}" if part.text else ""))
            else:
                runs.append(Run(part))
        if all(run.colour is None for run in runs):
            return "".join(run.text for run in runs)
        return Rich(tuple(run for run in runs if run.text), self._writer.font, SIZE)

    # Contents

    def _room_for_contents(self) -> int:
        """Leave rows for the table of contents; return the first."""
        first = self._row
        if self._document.contents:
            self._row += 3 + sum(1 for heading in self._document.headings if heading.level <= 3)
        return first

    def _contents(self, row: int) -> None:
        if not self._document.contents:
            return
        after, self._row = self._row, row + 1
        self._across(CONTENTS, bold=True)
        link = self._writer.format(font_color="#0563C1", underline=1)
        name = self._sheet.name.replace("'", "''")
        for heading, at in self._headings:
            if heading.level <= 3:
                told = "    " * (heading.level - 2) + shortened(heading.told, 200)
                self._sheet.write_url(self._row, 0, f"internal:'{name}'!A{at + 1}", link, told)
                self._row += 1
        self._row = after


def _shown(cell: Sequence[Part]) -> tuple[Part, ...]:
    """Return a cell with what would be obeyed or hidden shown."""
    return tuple(
        Judged(part.status, visible(part.text)) if isinstance(part, Judged) else visible(part) for part in cell
    )


def _widths(document: Document) -> list[float]:
    """Return how wide the columns are: as wide as any of the tables wants each, all starting from one page."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    wanted = [
        [_PAGE * column.share / sum(each.share for each in table.columns) for column in table.columns]
        for table in tables
    ]
    return [max(filter(None, widths)) for widths in zip_longest(*wanted)] or [_PAGE]
