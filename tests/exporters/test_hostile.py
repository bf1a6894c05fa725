"""Texts that formats are known to trip over go through every format, and come back out by its own reader.

They come back as `data.plain_text.visible` shows them: a control character is its picture, one that is hidden its
number. What a format changes beyond that is told here.
"""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest

from data.changing import changed
from data.importing.filling import filled
from data.importing.forms import form_of, read_tables
from data.importing.json_plan import read_json
from data.plain_text import visible
from data.plan import Plan
from exporters.document import Column, Document, Table
from exporters.formats import FORMATS, DocumentFormat, WorkbookFormat
from exporters.text import DIALECTS
from tests.exporters import readers
from tests.exporters.corpus import TEXTS, everywhere, plan_saying, shown
from tests.exporters.samples import export, material

HEAD = "Sagt"


def listed() -> Document:
    """A table with every text, a row each."""
    rows = tuple(((str(number),), (text,)) for number, text in enumerate(TEXTS.values(), start=1))
    return Document("Svåra texter", "Ägare", "2019", (Table("Texter", (Column("Nr"), Column(HEAD, 9)), rows),))


def untabbed(text: str) -> str:
    """A tab in a text format is a blank."""
    return shown(text).replace("\t", " ")


def in_markdown(text: str) -> str:
    """A reader of Markdown does not see the blanks that a line begins with."""
    return re.sub("^ +", "", untabbed(text), flags=re.MULTILINE)


CELLS: dict[str, tuple[Callable[[bytes], list[str]], Callable[[str], str]]] = {
    "html": (readers.html_cells, shown),
    "docx": (readers.word_cells, shown),
    "markdown": (readers.markdown_cells, in_markdown),
}
"""The formats whose readers find cells: how they are read, and how a text is told."""


@pytest.mark.parametrize("name", CELLS)
def test_every_text_comes_back_out_of_its_cell(name: str) -> None:
    read, told = CELLS[name]
    format = FORMATS[name]
    assert isinstance(format, DocumentFormat)
    found = dict(zip(TEXTS, read(format.render(listed())), strict=True))
    for what, text in TEXTS.items():
        assert found[what] == told(text), what


def test_every_text_comes_back_out_of_a_workbook() -> None:
    # A text that is longer than a cell shows goes on in the cell below, broken where it had a blank.
    format = FORMATS["xlsx"]
    assert isinstance(format, WorkbookFormat)
    cells = readers.workbook_cells(format.render(material(), (listed(),)), HEAD)
    for (what, text), pieces in zip(TEXTS.items(), cells, strict=True):
        if len(pieces) == 1:
            assert pieces == [shown(text)], what
        else:
            assert "".join("".join(pieces).split()) == "".join(shown(text).split()), what


def squeezed(text: str) -> str:
    """A text without blanks, breaks and hyphens, its letters composed."""
    return re.sub(r"[\s\u200b\u00ad\u2010-]+", "", unicodedata.normalize("NFKC", text))


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext finns inte här")
def test_every_text_comes_back_out_of_a_pdf() -> None:
    # What the typeface lacks is told by number; lines are broken and hyphenated to fit.
    from exporters.pdf.faces import drawable

    format = FORMATS["pdf"]
    assert isinstance(format, DocumentFormat)
    table = listed().blocks[0]
    assert isinstance(table, Table)
    alone = replace(table, columns=(Column(HEAD),), rows=tuple((row[1],) for row in table.rows))
    found = squeezed(readers.pdf_text(format.render(replace(listed(), blocks=(alone,))), HEAD))
    for what, text in TEXTS.items():
        assert squeezed(drawable(text)) in found, what


BOXES = [name for name in DIALECTS if name not in CELLS and not re.search("rst|latex|org", name)]


@pytest.mark.parametrize("name", BOXES)
def test_no_character_of_any_text_is_lost_in_a_box(name: str) -> None:
    format = FORMATS[name]
    assert isinstance(format, DocumentFormat)
    out = unicodedata.normalize("NFC", format.render(listed()).decode())
    wanted = unicodedata.normalize("NFC", "".join(map(untabbed, TEXTS.values())))
    for character in set(wanted) - set(" \n\u3000\u2003\u00a0"):
        assert out.count(character) >= wanted.count(character), ascii(character)


@pytest.mark.parametrize("name", DIALECTS)
def test_no_text_format_lets_anything_through_that_a_terminal_obeys(name: str) -> None:
    format = FORMATS[name]
    assert isinstance(format, DocumentFormat)
    out = format.render(everywhere()).decode()
    out = out.replace("\u200b", "") if name == "orgtbl" else out  # Org's own way to escape
    assert visible(out) == out


def from_table(raw: bytes) -> Plan:
    (table,) = read_tables(form_of(raw, ""), raw, "plan")
    base = Plan(table.forvaltning, table.ar)
    return changed(base, filled(table, base).changes)


PLANS: dict[str, Callable[[bytes], Plan]] = {
    "xlsx": from_table,
    "csv": from_table,
    "json": lambda raw: read_json(raw.decode(), "plan.json").plan,
}
"""The formats that hold a whole plan: how they are read."""


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_plan_comes_back_with_every_text_as_it_was(text: str, name: str) -> None:
    if any("\ud800" <= character <= "\udfff" for character in text):
        pytest.skip("ett ensamt surrogat kan inte stå i en planfil")
    plan = plan_saying(text.replace("\r\n", "\n"))
    assert PLANS[name](export(plan, "bilaga", name)) == plan


def test_every_format_is_tried() -> None:
    assert {*CELLS, *DIALECTS, *PLANS, "pdf"} == set(FORMATS)
