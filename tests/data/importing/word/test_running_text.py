"""A report in Word as text: with the numbers that Word sets itself, and the cells of a row side by side."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from data.faults import UnusableError
from data.importing.arsredovisning.report import read_arsredovisning
from data.importing.mal.decided import read_mal_och_budget
from data.importing.word.running_text import text_of


class Written:
    """A Word file that is being written."""

    def __init__(self) -> None:
        self.document = docx.Document()

    def heading(self, text: str, level: int, *, numbered: bool = True) -> Written:
        paragraph = self.document.add_heading(text, level)
        if numbered:
            _number(paragraph, level - 1)
        return self

    def paragraph(self, text: str) -> Written:
        self.document.add_paragraph(text)
        return self

    def table(self, *rows: tuple[str, ...]) -> Written:
        table = self.document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        return self

    @property
    def text(self) -> str:
        held = BytesIO()
        self.document.save(held)
        return text_of(held.getvalue(), "rapport.docx")


def _number(paragraph: Paragraph, level: int) -> None:
    told = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(told))


def test_the_tables_of_a_mal_och_budget_are_read_with_lines_within_their_cells() -> None:
    written = Written().heading("Fokusområde: Hållbara resor", 2, numbered=False).paragraph("Löptext. Den är lång.")
    written.table(
        ("Mål 2020", "Nämnder"),
        ("Fler som reser kollektivt", "RS, samtliga\ndriftnämnder"),
        ("Säkrare vägar till\nskolan för alla", "DNX\nDNY, RS"),
    )
    (omrade,) = read_mal_och_budget(written.text, 2020).decided.fokusomraden
    assert [(mal.namn, mal.namnder) for mal in omrade.mal] == [
        ("Fler som reser kollektivt", ("RS", "samtliga driftnämnder")),
        ("Säkrare vägar till skolan för alla", ("DNX", "DNY", "RS")),
    ]


@pytest.mark.parametrize("numbered", [True, False])
def test_an_arsredovisning_is_read_whoever_numbers_its_headings(numbered: bool) -> None:
    written = Written()

    def heading(number: str, text: str, level: int) -> None:
        written.heading(text if numbered else f"{number} {text}", level, numbered=numbered)

    heading("1", "Sammanfattning", 1)
    heading("2", "Fokusområden", 1)
    heading("2.1", "Hållbara resor", 2)
    written.paragraph("Kontorets arbete inom fokusområdet hållbara resor uppfylls.")
    heading("2.1.1", "Bygga broar", 3)
    written.heading("Måla broar", 4, numbered=False).paragraph("Färgen är vald.\nDen är röd.")
    heading("2.2", "God vård", 2)
    heading("2.2.1", "Öppna dygnet runt", 3)
    written.table(("Indikator", "Utfall", "Målvärde"), ("Sjukfrånvaro", "2,9 %", "4 %"))
    plan = read_arsredovisning(written.text, "regionkontoret", 2020).plan
    assert [(omrade.id, omrade.namn) for omrade in plan.fokusomraden] == [
        ("2.1", "Hållbara resor"),
        ("2.2", "God vård"),
    ]
    assert [(one.id, one.regiongemensamt, one.kommentar) for one in plan.uppdrag] == [
        ("2.1.1", True, None),
        ("mala-broar", False, "Färgen är vald. Den är röd."),
        ("2.2.1", True, None),
    ]
    assert [one.namn for one in plan.indikatorer] == ["Sjukfrånvaro"]


def test_what_stands_outside_the_text_comes_first() -> None:
    written = Written().paragraph("Brödtext.")
    written.document.sections[0].header.paragraphs[0].text = "Sidhuvud"
    assert written.text == "Sidhuvud\n\nBrödtext.\n"


def test_a_tab_is_as_wide_as_what_parts_columns() -> None:
    assert Written().paragraph("1 Inledning\t3").text == "1 Inledning   3\n"


def test_a_broken_file_is_refused() -> None:
    with pytest.raises(UnusableError, match="skadad"):
        text_of(b"PK\x03\x04", "rapport.docx")
