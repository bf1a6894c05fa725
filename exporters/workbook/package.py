"""The parts of a workbook that are written otherwise than xlsxwriter does: texts to the character, the language.

xlsxwriter takes a text that begins with ``<r>`` and ends with ``</r>`` for markup, and escapes ``_x0041_x0042_`` so
that something else is read. Here only a `Rich` is markup, and every underscore that could begin a code is escaped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from xlsxwriter.core import Core
from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings
from xlsxwriter.utility import xl_rowcol_to_cell_fast
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import CellStringTuple, Worksheet

from data.plain_text import visible

_CONTROL = "[\x00-\x08\x0b-\x1f\ufffe\uffff]"
_SPECIAL = re.compile(rf"_(?=x[0-9a-fA-F]{{4}}(?:_|{_CONTROL}))|{_CONTROL}|[&<>\ud800-\udfff]")
_CODES = {"_": "_x005F_", "&": "&amp;", "<": "&lt;", ">": "&gt;"}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in a cell; one with a colour is bold."""

    text: str
    colour: str | None = None
    """``RRGGBB``; None is the cell's own."""


class Rich(str):
    """The text of a cell, with its runs."""

    runs: tuple[Run, ...]
    font: str
    size: int

    def __new__(cls, runs: tuple[Run, ...], font: str, size: int) -> Rich:
        """Return the text of the runs; those with a colour are written in this font and size."""
        made = super().__new__(cls, "".join(run.text for run in runs))
        made.runs, made.font, made.size = runs, font, size
        return made

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rich) and self.runs == other.runs

    def __hash__(self) -> int:
        return hash(self.runs)


class _Sheet(Worksheet):  # type: ignore[misc]
    """A sheet that writes what nearly all cells are, a text with a format, at a third of the cost."""

    def _calculate_spans(self) -> None:
        """Leave out which columns rows reach over: a hint that no program needs."""
        self.row_spans: dict[int, str] = {}

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        if type(cell) is CellStringTuple and cell.format is not None:
            place, look = xl_rowcol_to_cell_fast(row, col), cell.format._get_xf_index()
            self.fh.write(f'<c r="{place}" s="{look}" t="s"><v>{cell.string}</v></c>')
        else:
            super()._write_cell(row, col, cell)


class Book(Workbook):  # type: ignore[misc]
    """A workbook whose parts are put together here."""

    worksheet_class = _Sheet

    def _get_packager(self) -> Packager:
        return _Packager()


class _Packager(Packager):  # type: ignore[misc]
    def _write_shared_strings_file(self) -> None:
        texts = _Texts()
        texts.string_table = self.workbook.str_table
        if texts.string_table.count:
            texts._set_xml_writer(self._filename("xl/sharedStrings.xml"))
            texts._assemble_xml_file()

    def _write_core_file(self) -> None:
        core = _Core()
        core._set_properties(self.workbook.doc_properties)
        core._set_xml_writer(self._filename("docProps/core.xml"))
        core._assemble_xml_file()


class _Core(Core):  # type: ignore[misc]
    def _write_cp_category(self) -> None:
        """Write the language, for which xlsxwriter has no place, where a category would stand."""
        self._xml_data_element("dc:language", self.properties["language"])


class _Texts(SharedStrings):  # type: ignore[misc]
    def _write_si(self, string: Any) -> None:
        runs = [_run(run, string) for run in string.runs] if isinstance(string, Rich) else [_text(string)]
        self.fh.write(f"<si>{''.join(runs)}</si>")


def _run(run: Run, rich: Rich) -> str:
    if run.colour is None:
        return f"<r>{_text(run.text)}</r>"
    font = f'<sz val="{rich.size}"/><color rgb="FF{run.colour}"/><rFont val="{_escaped(rich.font)}"/>'
    return f"<r><rPr><b/>{font}</rPr>{_text(run.text)}</r>"


def _text(text: str) -> str:
    keep = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<t{keep}>{_escaped(text)}</t>"


def _escaped(text: str) -> str:
    """Return a text as XML that comes out as it went in. A lone surrogate, which no file can hold, is shown."""
    return _SPECIAL.sub(_coded, text)


def _coded(found: re.Match[str]) -> str:
    character = found[0]
    if character in _CODES:
        return _CODES[character]
    return visible(character) if "\ud800" <= character <= "\udfff" else f"_x{ord(character):04X}_"
