"""Which formats there are. A new one is one line here, and no report knows of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from exporters.choices import ChoiceError, listed, shown
from exporters.document import Document
from exporters.material import Material, Subject
from exporters.plan_json import plan_json
from exporters.table_csv import table_csv
from exporters.text import DIALECTS, text


@dataclass(frozen=True, slots=True)
class DocumentFormat:
    """A format that renders any report."""

    name: str
    suffix: str
    """The end of a file's name, with its dot."""
    media_type: str
    render: Callable[[Document], bytes]


@dataclass(frozen=True, slots=True)
class PlanFormat:
    """A format that holds a whole plan, whatever the report, and can be imported again."""

    name: str
    suffix: str
    media_type: str
    render: Callable[[Subject], bytes]
    takes_bom: bool = False
    """Whether a BOM may stand first, for programs that take a file without one for another encoding."""


@dataclass(frozen=True, slots=True)
class WorkbookFormat:
    """A format that holds the whole plans and any reports on them in one file."""

    name: str
    suffix: str
    media_type: str
    render: Callable[[Material, tuple[Document, ...]], bytes]


Format = DocumentFormat | PlanFormat | WorkbookFormat

_SUFFIXES = {
    "markdown": (".md", "text/markdown"),
    "rst": (".rst", "text/x-rst"),
    "latex": (".tex", "application/x-tex"),
    "latex_booktabs": (".tex", "application/x-tex"),
    "orgtbl": (".org", "text/org"),
}


def _text_format(name: str) -> DocumentFormat:
    suffix, media_type = _SUFFIXES.get(name, (".txt", "text/plain"))
    return DocumentFormat(name, suffix, media_type, partial(_text_bytes, name))


def _text_bytes(name: str, document: Document) -> bytes:
    return text(document, DIALECTS[name]).encode()


_OFFICE = "application/vnd.openxmlformats-officedocument."
_WORD = f"{_OFFICE}wordprocessingml.document"
_EXCEL = f"{_OFFICE}spreadsheetml.sheet"


def _word(document: Document) -> bytes:
    from exporters.word.render import word

    return word(document)


def _html(document: Document) -> bytes:
    from exporters.html.page import html

    return html(document)


def _pdf(document: Document) -> bytes:
    from exporters.pdf.setting import pdf

    return pdf(document)


def _workbook(material: Material, documents: tuple[Document, ...]) -> bytes:
    from exporters.workbook.workbook import workbook

    return workbook(material, documents)


FORMATS: Mapping[str, Format] = {
    **{name: _text_format(name) for name in DIALECTS},
    "html": DocumentFormat("html", ".html", "text/html", _html),
    "docx": DocumentFormat("docx", ".docx", _WORD, _word),
    "pdf": DocumentFormat("pdf", ".pdf", "application/pdf", _pdf),
    "xlsx": WorkbookFormat("xlsx", ".xlsx", _EXCEL, _workbook),
    "csv": PlanFormat("csv", ".csv", "text/csv", lambda subject: table_csv(subject).encode(), takes_bom=True),
    "json": PlanFormat("json", ".json", "application/json", lambda subject: plan_json(subject.plan).encode()),
}
"""Every format by its name."""

SHORT: Mapping[str, str] = {"md": "markdown", "github": "markdown", "pipe": "markdown", "latex_longtable": "latex"}
"""Other names for formats: a short one, and what tabulate calls them."""


def format_named(name: str) -> Format:
    """Return a format by its name or another name for it. ChoiceError when there is none."""
    found = FORMATS.get(SHORT.get(name, name))
    if found is None:
        raise ChoiceError(f"formatet {shown(name)} finns inte; välj {listed(FORMATS)}")
    return found
