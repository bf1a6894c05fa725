"""What kind of file is brought in, told by its content, and which reader makes a plan of it.

A file that is somebody else's, or a report, says neither whose it is nor for which year; a whole plan in CSV, Excel
or JSON does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePath

from data.decoding import decoded
from data.faults import UnusableError
from data.importing.packages import MAX_BYTES, parts, refused
from data.importing.plan_tables import PlanTable, csv_tables, plan_tables
from data.importing.result import Imported

__all__ = ["MAX_BYTES", "Form", "Owner", "form_of", "read_report", "read_tables", "running_text", "text_of"]

_CSV = re.compile('\ufeff?"?Förvaltning"?[,;\t]')
_ZIP, _OLE, _PDF, _RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf"


class Form(Enum):
    """The kinds of file that can be brought in; the value is what people call one."""

    TEXT = "text"
    DOCX = "Word"
    PDF = "PDF"
    CSV = "CSV"
    XLSX = "Excel"
    JSON = "JSON"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose plan a report is, and for which year."""

    forvaltning: str
    ar: int


def form_of(raw: bytes, file: str) -> Form:
    """Return what a file is, by its content first and its name second. UnusableError for what is not taken."""
    suffix = PurePath(file).suffix.lower()
    if raw.startswith(_PDF):
        return Form.PDF
    if raw.startswith(_OLE):
        raise refused(file, "filen är låst med lösenord eller i ett äldre format; spara den som .xlsx eller .docx")
    if raw.startswith(_RTF):
        raise refused(file, "filen är rtf; spara den som .docx")
    if raw.startswith(_ZIP):
        return _office(raw, file)
    start = raw[:200].decode("utf-8", "replace")
    if suffix == ".json" or start.lstrip("\ufeff \t\r\n").startswith("{"):
        return Form.JSON
    return Form.CSV if suffix == ".csv" or _CSV.match(start) else Form.TEXT


def _office(raw: bytes, file: str) -> Form:
    folders = {name.partition("/")[0] for name in parts(raw, file)}
    for folder, form in (("xl", Form.XLSX), ("word", Form.DOCX)):
        if folder in folders:
            return form
    raise refused(file, "filen är varken Excel eller Word; spara den som .xlsx eller .docx")


def text_of(raw: bytes, file: str) -> str:
    """Return the text of a file. UnusableError when it is too large or not UTF-8."""
    text, faults = decoded(raw, file)
    if text is None:
        raise UnusableError(faults)
    return text


def running_text(form: Form, raw: bytes, file: str) -> str:
    """Return the text of a report in prose. UnusableError when it cannot be read, or is a table of plans."""
    match form:
        case Form.TEXT:
            return text_of(raw, file)
        case Form.DOCX:
            from data.importing.word.running_text import text_of as word_text

            return word_text(raw, file)
        case Form.PDF:
            from data.importing.pdf.running_text import text_of as pdf_text

            return pdf_text(raw, file)
    raise refused(file, f"filen är {form.value}, inte en text; läs in rapporten som Word, PDF eller textfil")


def read_tables(form: Form, raw: bytes, file: str) -> tuple[PlanTable, ...]:
    """Return the tables of plans in a CSV or Excel file, filled in or not. UnusableError."""
    if form is Form.XLSX:
        from data.importing.sheets import sheets

        return plan_tables(sheets(raw, file), file)
    try:
        return csv_tables(raw.decode("utf-8-sig"), file)
    except UnicodeDecodeError:
        raise refused(file, 'filen är inte UTF-8; spara den i Excel som "CSV UTF-8 (kommaavgränsad)"') from None


def read_report(form: Form, raw: bytes, owner: Owner, file: str) -> Imported:
    """Return the plan in a Bilaga 2. UnusableError when the file is none."""
    match form:
        case Form.TEXT:
            from data.importing.bilaga_text import read_bilaga

            return read_bilaga(text_of(raw, file), owner.forvaltning, owner.ar, file)
        case Form.DOCX:
            from data.importing.word.bilaga import read_bilaga as read_word

            return read_word(raw, owner.forvaltning, owner.ar, file)
        case Form.PDF:
            from data.importing.pdf.bilaga import read_bilaga as read_pdf

            return read_pdf(raw, owner.forvaltning, owner.ar, file)
    raise ValueError(f"{form} holds whole plans")
