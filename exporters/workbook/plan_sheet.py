"""The plans as tables to fill in: a row for each aktivitet, with the same columns as CSV; indikatorer on their own.

What may be chosen stands in lists, what should be left alone is grey or hidden, and a text that no cell has room
for goes on in a column beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from data.contrast import text_on
from data.importing.columns import COLUMNS, NO, SHORT_DIRECTIONS, VERSION, YES, Column, more, version_cell
from data.plan import Aktivitet, Fokusomrade, Indikator, Item, Plan, Uppdrag
from exporters.material import Subject
from exporters.plan_rows import plan_rows
from exporters.workbook.book import CELL_UNITS, Writer, pieces, put
from exporters.workbook.colours import INK, tint
from exporters.workbook.fitting import lines
from exporters.workbook.plan_cells import Value, cell_value, choices, number_code, said

_TABLES: Mapping[str, tuple[type[Any], ...]] = {
    "Planen": (Plan, Fokusomrade, Uppdrag, Aktivitet),
    "Indikatorer": (Plan, Indikator),
}
"""The levels that each sheet tells of."""

_WIDTHS = {
    "id": 13,
    "forvaltning": 16,
    "ar": 6,
    "namn": 38,
    "status": 15,
    "kommentar": 52,
    "regiongemensamt": 18,
    "mal": 26,
    "diarienummer": 15,
    "start": 11,
    "slut": 11,
    "utfall": 10,
    "malvarde": 12,
}
_WIDTH = 18
_GREY = {"id", "forvaltning", "ar"}
_HIDDEN = {"extra", "att_se_over"}
_ALWAYS = {"id", "namn", "status", "kommentar", "forvaltning", "ar", "utfall", "malvarde", "enhet", "riktning"}
_DAYS = {"start", "slut"}
_NUMBERS = {"utfall", "malvarde"}
_WRAPPED = {"namn", "kommentar", "mal", "ansvarig"}
_LAST_ROW = 1_048_575
_LINE = 15
_MOST_LINES = 6
_LEAVE = {"input_title": "Rör inte", "input_message": "Så känns raden igen. Lämna tomt på en ny rad."}


@dataclass(frozen=True, slots=True)
class _Place:
    """A column of the sheet."""

    head: str
    column: Column | None
    """None for the version of the plan."""
    part: int = 0
    """Which part of the column's texts it holds."""


_Cells = list[tuple[Column, Value]]


def write_plans(writer: Writer, subjects: Sequence[Subject]) -> list[Any]:
    """Write the sheets; return them."""
    made = []
    for title, levels in _TABLES.items():
        rows = list(_rows(subjects, levels))
        if rows or Indikator not in levels:
            sheet = writer.sheet(title)
            _Sheet(writer, sheet, levels, rows).write()
            made.append(sheet)
    return made


def _rows(subjects: Sequence[Subject], levels: tuple[type[Any], ...]) -> Iterator[tuple[list[_Cells], str]]:
    """Give the cells of each row that are not empty, an item's together, and the version of the plan."""
    columns = {level: [column for column in COLUMNS if column.level is level] for level in levels}

    known: dict[int, _Cells] = {}

    def cells(owner: Plan | Item) -> _Cells:
        if id(owner) not in known:
            told = ((column, cell_value(column, owner)) for column in columns[type(owner)])
            known[id(owner)] = [(column, value) for column, value in told if value is not None]
        return known[id(owner)]

    for subject in subjects:
        version = version_cell(subject.version)
        for row in plan_rows(subject.plan):
            if (type(row[-1]) is Indikator) == (Indikator in levels):
                yield [cells(owner) for owner in row], version


class _Sheet:
    def __init__(
        self, writer: Writer, sheet: Any, levels: tuple[type[Any], ...], rows: Sequence[tuple[list[_Cells], str]]
    ) -> None:
        self._writer, self._sheet, self._rows = writer, sheet, rows
        self._levels = levels
        self._one_plan = len({id(cells[0]) for cells, _ in rows}) == 1
        self._places = [*self._spread(), _Place(VERSION, None)]
        self._plain = [writer.format(**_look(place.column)) for place in self._places]
        self._first = {place.column: at for at, place in enumerate(self._places) if place.part == 0}

    def _spread(self) -> Iterator[_Place]:
        """Give each column, and those beside it that its longest text needs."""
        needed: dict[Column, int] = {}
        for cells, _ in self._rows:
            for column, value in chain.from_iterable(cells):
                if isinstance(value, str) and len(value) > CELL_UNITS // 2:
                    needed[column] = max(needed.get(column, 1), sum(1 for _ in pieces(value)))
        for column in COLUMNS:
            if column.level in self._levels:
                for part in range(needed.get(column, 1)):
                    yield _Place(more(column.head, part), column, part)

    def write(self) -> None:
        """Write heads, rows, and what helps filling them in."""
        self._lay_out()
        for number, (cells, version) in enumerate(self._rows, start=1):
            heights = [self._item(number, held) for held in cells]
            if version:
                put(self._sheet, number, len(self._places) - 1, version, self._plain[-1])
            self._sheet.set_row(number, _LINE * max(heights))
        for at, place in enumerate(self._places):
            if place.column is not None and place.part == 0:
                self._help(at, place.column)

    def _lay_out(self) -> None:
        sheet, colour = self._sheet, self._writer.colour
        head = self._writer.format(bold=True, text_wrap=True, bg_color=colour, font_color=text_on(colour), border=1)
        folded = [*self._folded(), False]
        for at, place in enumerate(self._places):
            sheet.set_column(at, at, _width(place.column), self._plain[at], _options(folded, at))
            put(sheet, 0, at, place.head, head)
        sheet.set_column(len(self._places), len(self._places), None, None, _options(folded, len(self._places)))
        sheet.set_row(0, 2 * _LINE)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(self._rows), 1), len(self._places) - 1)
        sheet.repeat_rows(0)
        sheet.hide_gridlines(0)  # they are printed too

    def _folded(self) -> Iterator[bool]:
        """Tell of each column whether it is for the program, or used by nobody yet."""
        filled = {column for cells, _ in self._rows for column, _ in chain.from_iterable(cells)}
        for place in self._places:
            column = place.column
            if column is None or column.field in _HIDDEN or (column.level is Plan and self._one_plan):
                yield True
            else:
                yield column.field not in _ALWAYS and column not in filled

    def _item(self, row: int, cells: _Cells) -> int:
        """Write the cells of one item; return how many lines they want to be seen."""
        most = 1
        for column, value in cells:
            at = self._first[column]
            if isinstance(value, str):
                self._text(row, at, value)
                if column.field in _WRAPPED:
                    most = max(most, lines(value, _width(column), _MOST_LINES))
            elif isinstance(value, date):
                self._sheet.write_datetime(row, at, value, self._plain[at])
            elif value is not None:
                look = {**_look(column), "num_format": number_code(value)}
                self._sheet.write_number(row, at, value, self._writer.format(**look))
        return most

    def _text(self, row: int, at: int, text: str) -> None:
        if len(text) <= CELL_UNITS // 2:
            put(self._sheet, row, at, text, self._plain[at])
        else:
            for part, piece in enumerate(pieces(text)):
                put(self._sheet, row, at + part, piece, self._plain[at])

    def _help(self, at: int, column: Column) -> None:
        """Say in the column itself what may stand there."""
        area = (1, at, _LAST_ROW, at)
        match column.field:
            case "status":
                self._choose(area, [said(status) for status in choices(column)])
                for status in choices(column):
                    if ground := tint(status):
                        look = self._writer.format(bg_color=ground, font_color=INK)
                        rule = {"type": "text", "criteria": "begins with", "value": status.sign, "format": look}
                        self._sheet.conditional_format(*area, rule)
            case "regiongemensamt":
                self._choose(area, [YES, NO])
            case "riktning":
                self._choose(area, list(SHORT_DIRECTIONS.values()))
            case "start" | "slut":
                told = {"error_title": "Inget datum", "error_message": "Skriv ett datum, till exempel 2019-08-31."}
                rule = {"validate": "date", "criteria": ">=", "value": date(1900, 1, 1), **told}
                self._sheet.data_validation(*area, rule)
            case field if field in _GREY:
                self._sheet.data_validation(*area, {"validate": "any", **_LEAVE})

    def _choose(self, area: tuple[int, int, int, int], words: list[str]) -> None:
        told = {"error_title": "Finns inte i listan", "error_message": "Välj i listan, eller töm cellen."}
        self._sheet.data_validation(*area, {"validate": "list", "source": words, **told})


def _options(folded: Sequence[bool], at: int) -> dict[str, Any]:
    """Return how a column is folded away; a click on the sign above the one after it brings it back."""
    if folded[at]:
        return {"hidden": True, "level": 1}
    return {"collapsed": True} if at and folded[at - 1] else {}


def _width(column: Column | None) -> int:
    return _WIDTHS.get(column.field, _WIDTH) if column is not None else _WIDTH


def _look(column: Column | None) -> dict[str, Any]:
    """Return how a column's cells look; a cell that is for text stays one whatever is written into it."""
    field = column.field if column is not None else ""
    look: dict[str, Any] = {"text_wrap": True, "num_format": "@"}
    if field in _DAYS:
        look["num_format"] = "yyyy-mm-dd"
    elif field in _NUMBERS or field == "ar":
        look["num_format"] = "General"
    if field in _GREY:
        look |= {"font_color": "#595959", "text_wrap": False}
    return look
