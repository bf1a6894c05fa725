"""An Excel file as openpyxl, and so any other program, finds it."""

from __future__ import annotations

import textwrap
import zipfile
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from data.look import Logo, Look
from data.plan import Aktivitet, Fokusomrade, Indikator, Plan, Uppdrag
from data.status import AKTIVITET, UPPDRAG
from exporters.document import Bar, Chart, Column, Document, Heading, Judged, Paragraph, Table
from exporters.render_error import RenderError
from exporters.report import Wishes, document
from exporters.reports.bilaga import BILAGA
from exporters.workbook.workbook import workbook
from tests.exporters.corpus import TEXTS, saying, shown
from tests.exporters.pictures import PNG, SVG
from tests.exporters.samples import PLAN, PROVENANCE, material

pytestmark = pytest.mark.filterwarnings("ignore:Cannot parse header or footer")  # openpyxl's own limit

UPPFYLLS, INTE, KLAR = UPPDRAG.of("uppfylls"), UPPDRAG.of("inte"), AKTIVITET.of("klar")


def opened(raw: bytes) -> Any:
    return load_workbook(BytesIO(raw))


def of_plan(plan: Plan = PLAN, *documents: Document) -> Any:
    return opened(workbook(material(plan, provenance=PROVENANCE), documents))


def of_document(*blocks: Any, **fields: Any) -> Any:
    """The sheet of a document with these blocks."""
    told = Document(**{"title": "Rapport", "owner": "Regionkontoret", "period": "2019", "blocks": blocks, **fields})
    return of_plan(Plan("rk", 2019), told).worksheets[-1]


def texts(sheet: Any) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def column(sheet: Any, head: str) -> int:
    return next(cell.column for cell in sheet[1] if cell.value == head)


# The plans


def test_there_is_a_row_for_each_aktivitet_with_a_frozen_head_that_filters_and_repeats() -> None:
    sheet = of_plan().worksheets[0]
    assert sheet.title == "Planen"
    ids = [row[column(sheet, "Aktivitet id") - 1] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert ids == ["l-1", "l-2", "l-3", "l-4", None, "r-1", None, None]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, column(sheet, 'Version')).column_letter}9"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.oddHeader.left.text == "Regionkontoret, Årsredovisning 2019"
    assert sheet.oddHeader.right.text == "&P(&N)"
    assert sheet.oddFooter.left.text == PROVENANCE.told


def test_every_head_is_seen_whole_on_its_two_lines() -> None:
    for sheet in of_plan().worksheets:
        for cell in sheet[1]:
            width = int(sheet.column_dimensions[cell.column_letter].width)
            lines = textwrap.wrap(cell.value, width, break_long_words=False)
            assert len(lines) <= 2 and max(map(len, lines)) <= width, cell.value


def test_a_status_is_chosen_in_a_list_and_has_sign_word_and_colour() -> None:
    sheet = of_plan().worksheets[0]
    for head, scale in (
        ("Uppdrag status", UPPDRAG),
        ("Aktivitet status", AKTIVITET),
        ("Fokusområde status", UPPDRAG),
    ):
        at = sheet.cell(1, column(sheet, head)).column_letter
        (rule,) = [rule for rule in sheet.data_validations.dataValidation if str(rule.sqref).startswith(f"{at}2:")]
        words = [f"{status.sign} {status.short}" for status in scale.statuses]
        assert rule.formula1 == f'"{",".join([*words, "? Ej bedömd"])}"'
        (found,) = [area for area in sheet.conditional_formatting if str(area.sqref).startswith(f"{at}2:")]
        assert [rule.text for rule in found.rules] == [status.sign for status in scale.statuses]
        assert all(rule.dxf.fill.bgColor.rgb for rule in found.rules)
    statuses = {row[column(sheet, "Uppdrag status") - 1] for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert statuses == {"▲ Delvis", "? Ej bedömd", "● Uppfylls", "■ Inte", None}


def test_days_are_days_and_numbers_numbers_with_the_decimals_they_had() -> None:
    uppdrag = Uppdrag("u", "U", start=date(2019, 2, 1), regiongemensamt=True, mal=("a", "b"), diarienummer="1.10")
    indikator = Indikator("i", "I", Decimal("4.10"), "minst 3", "%", "lagre")
    book = of_plan(
        Plan("rk", 2019, fokusomraden=(Fokusomrade("1", "F", uppdrag=(uppdrag,)),), indikatorer=(indikator,))
    )
    planen, indikatorer = book.worksheets
    found = {cell.value: planen.cell(2, cell.column) for cell in planen[1]}
    assert (found["Uppdrag start"].value, found["Uppdrag start"].number_format) == (
        datetime(2019, 2, 1),
        "yyyy-mm-dd",
    )
    assert (found["Uppdrag diarienummer"].value, found["Uppdrag diarienummer"].number_format) == ("1.10", "@")
    assert (found["Uppdrag regiongemensamt"].value, found["Uppdrag mål"].value) == ("ja", "a\nb")
    found = {cell.value: indikatorer.cell(2, cell.column) for cell in indikatorer[1]}
    assert (found["Indikator utfall"].value, found["Indikator utfall"].number_format) == (4.1, "0.00")
    assert (found["Indikator målvärde"].value, found["Indikator riktning"].value) == ("minst 3", "lägre")


def test_what_nobody_fills_in_is_folded_away() -> None:
    sheet = of_plan().worksheets[0]
    areas = sheet.column_dimensions.values()
    at = {number for area in areas if area.hidden and area.outlineLevel for number in range(area.min, area.max + 1)}
    hidden = {cell.value for cell in sheet[1] if cell.column in at}
    assert {"Förvaltning", "År", "Uppdrag övrigt", "Aktivitet att se över", "Version", "Uppdrag mål"} <= hidden
    assert not {"Uppdrag id", "Uppdrag status", "Aktivitet kommentar", "Fokusområde kommentar"} & hidden


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_text_becomes_a_formula_a_link_or_a_number(text: str) -> None:
    uppdrag = Uppdrag("u", text, kommentar=text, aktiviteter=(Aktivitet("a", text),))
    raw = workbook(
        material(Plan("rk", 2019, fokusomraden=(Fokusomrade("1", text, uppdrag=(uppdrag,)),))), (saying(text),)
    )
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        for name in archive.namelist():
            if "worksheets/sheet" in name:
                assert b"<f>" not in archive.read(name)
                assert b"hyperlink" not in archive.read(name)
    for sheet in opened(raw).worksheets:
        assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} <= {"s", "n"}


# The reports


def test_a_report_has_a_sheet_with_all_that_it_says() -> None:
    found = texts(of_plan(PLAN, document(BILAGA, material(PLAN, provenance=PROVENANCE))).worksheets[-1])
    for told in (
        "Bilaga 2: Förvaltningens uppdrag och aktiviteter",
        "● Uppdraget uppfylls",
        "1.1 Hållbara resor & transporter",
        "Kommentar",
        "▲ Delvis: Ta fram en plan för laddstolpar",
        "► Pågår: Kartlägga behovet på sjukhusens parkeringar\n✓ Klar: Fråga kommunerna\n"
        "◆ Inte plan: Upphandla <b>stolpar</b>\n? Ej bedömd: Följa upp",
        PROVENANCE.told,
    ):
        assert told in found


def test_a_sign_has_its_colour_dark_enough_to_be_read() -> None:
    plan = Plan("rk", 2019)
    told = Document("R", "O", "P", (Table("T", (Column("A"),), (((Judged(UPPDRAG.of("delvis"), "Text"),),),)),))
    book = load_workbook(BytesIO(workbook(material(plan), (told,))), rich_text=True)
    (rich,) = [cell.value for row in book.worksheets[-1].iter_rows() for cell in row if "Text" in str(cell.value)]
    assert (rich[0].text, rich[0].font.color.rgb, rich[0].font.b) == ("▲ Delvis", "FF966700", True)
    assert str(rich) == "▲ Delvis: Text"


def test_the_heads_come_again_on_every_page_where_all_tables_have_the_same() -> None:
    one, other = Column("Uppdrag"), Column("Kommentar")
    same, different = Table("T", (one,), ((("a",),),)), Table("T", (other,), ((("a",),),))
    sheet = of_document(same, same)
    first = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == "Uppdrag")
    assert sheet.print_title_rows == f"${first}:${first}"
    assert of_document(same, different).print_title_rows is None


def test_numbers_in_a_column_of_numbers_are_numbers() -> None:
    columns = (Column("Vad"), Column("Antal", numeric=True))
    sheet = of_document(Table("T", columns, ((("5",), ("14",)), (("b",), ("2,50",)), (("c",), ("minst 3",)))))
    cells = [(row[0].value, row[1].value, row[1].number_format) for row in sheet.iter_rows(min_row=4, max_row=6)]
    assert cells == [("5", 14, "0"), ("b", 2.5, "0.00"), ("c", "minst 3", "General")]


def test_numbers_and_their_head_stand_to_the_right() -> None:
    columns = (Column("Vad"), Column("Antal", numeric=True))
    sheet = of_document(Table("T", columns, ((("a",), ("14",)), (("b",), ("minst 3",)))))
    assert [row[1].value for row in sheet.iter_rows(min_row=3, max_row=5)] == ["Antal", 14, "minst 3"]
    assert {row[1].alignment.horizontal for row in sheet.iter_rows(min_row=3, max_row=5)} == {"right"}


def test_a_last_row_of_sums_is_bold_and_another_is_not() -> None:
    table = Table("T", (Column("Vad"), Column("Antal")), ((("a",), ("3",)), (("Summa",), ("7",))))
    for summed in (False, True):
        sheet = of_document(replace(table, summed=summed))
        assert [row[0].font.b for row in sheet.iter_rows(min_row=4, max_row=5)] == [False, summed]


def test_a_long_cell_goes_on_in_the_rows_below_so_that_all_of_it_is_seen() -> None:
    long = "\n\n".join(f"{number} " + "ord " * 120 for number in range(20)).strip()
    rows = (((Judged(INTE, "Uppdrag"),), (long,)), ((Judged(INTE, "Nästa"),), ("kort",)))
    sheet = of_document(Table("T", (Column("Vad"), Column("Kommentar", 2)), rows))
    found = [(row[0].value, row[1].value, row[0].row) for row in sheet.iter_rows(min_row=4) if row[1].value]
    assert [told for told, _, _ in found[1:-1]] == [None] * (len(found) - 2)
    assert " ".join(text for _, text, _ in found[:-1]).split() == long.split()
    heights = [sheet.row_dimensions[row].height or 15 for _, _, row in found]
    assert max(heights) <= 409
    assert found[-1][:2] == ("■ Inte: Nästa", "kort")


@pytest.mark.parametrize("what", TEXTS)
def test_every_text_comes_back_out_of_its_cell(what: str) -> None:
    text = TEXTS[what]
    sheet = of_document(Table("T", (Column("Nr"), Column("Sagt", 9)), ((("1",), (text,)),)))
    found = [row[1].value for row in sheet.iter_rows(min_row=4) if row[1].value is not None]
    if len(found) == 1:
        assert found == [shown(text)]
    else:
        assert "".join("".join(found).split()) == "".join(shown(text).split())


def test_a_chart_is_one_of_excels_own_with_its_numbers_in_cells() -> None:
    bars = (Bar("1.1 Resor", ((UPPFYLLS, 3), (INTE, 1))), Bar("1.2 Hälsa", ((UPPFYLLS, 2),)))
    sheet = of_document(Chart("Uppdrag", "Staplar", bars))
    table = [[cell.value for cell in row[:3]] for row in sheet.iter_rows(min_row=4, max_row=6)]
    assert table == [["Uppdrag", "● Uppfylls", "■ Inte"], ["1.1 Resor", 3, 1], ["1.2 Hälsa", 2, 0]]
    (chart,) = sheet._charts
    assert (chart.grouping, chart.overlap, chart.type) == ("stacked", 100, "bar")
    assert [series.val.numRef.f for series in chart.series] == ["Rapport!$B$5:$B$6", "Rapport!$C$5:$C$6"]
    assert [series.graphicalProperties.solidFill.srgbClr for series in chart.series] == ["009E73", "A6192E"]


def test_a_chart_says_what_it_shows_to_who_cannot_see_it() -> None:
    told = Document("R", "O", "P", (Chart("Titel <1>", "Tre av fyra & mer", (Bar("a", ((KLAR, 1),)),)),))
    with zipfile.ZipFile(BytesIO(workbook(material(Plan("rk", 2019)), (told,)))) as archive:
        assert 'descr="Titel &lt;1&gt;. Tre av fyra &amp; mer"' in archive.read("xl/drawings/drawing1.xml").decode()


def test_a_chart_of_no_numbers_is_left_out() -> None:
    assert of_document(Chart("Tomt", "Inget", (Bar("a", ()),)))._charts == []


def test_a_report_on_several_plans_has_a_table_of_contents_with_links() -> None:
    sheet = of_document(Heading(2, "Första"), Paragraph("x"), Heading(2, "Andra 'delen'"), contents=True)
    found = {
        cell.value: (cell.hyperlink.location, cell.row)
        for row in sheet.iter_rows()
        for cell in row
        if cell.hyperlink
    }
    at = {cell.value: cell.row for row in sheet.iter_rows() for cell in row if cell.value and not cell.hyperlink}
    assert [link for link, _ in found.values()] == [
        f"'Rapport'!A{at[name]}" for name in ("Första", "Andra 'delen'")
    ]


def test_a_draft_says_so_on_every_page_and_in_the_report() -> None:
    told = document(BILAGA, material(), Wishes(draft=True))
    for sheet in of_plan(PLAN, told).worksheets:
        assert sheet.oddHeader.center.text == "Arbetsmaterial"
    assert "Arbetsmaterial" in texts(of_plan(PLAN, told).worksheets[-1])


def test_the_look_of_the_region_is_taken_over() -> None:
    sheet = of_document(Heading(2, "Rubrik"), look=Look(colour="#5B1A6E", font="Arial"))
    heading = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Rubrik")
    assert (heading.font.color.rgb, heading.font.name) == ("FF5B1A6E", "Arial")


@pytest.mark.parametrize(("raw", "media_type"), [(PNG, "image/png"), (SVG, "image/svg+xml")], ids=["png", "svg"])
def test_a_logo_stands_first_with_its_text(raw: bytes, media_type: str) -> None:
    look = Look(logo=Logo(raw, media_type, 'Region Norrskogs "ek"'))
    file = workbook(material(Plan("rk", 2019)), (Document("R", "O", "P", (Paragraph("x"),), look=look),))
    sheet = opened(file).worksheets[-1]
    assert (len(sheet._images), sheet["A1"].value, sheet["A2"].value) == (1, None, "R")
    with zipfile.ZipFile(BytesIO(file)) as archive:
        assert 'descr="Region Norrskogs &quot;ek&quot;"' in archive.read("xl/drawings/drawing1.xml").decode()


@pytest.mark.parametrize(("raw", "media_type"), [(b"\x89PNG trasig", "image/png"), (b"<svg", "image/svg+xml")])
def test_a_broken_logo_is_told_in_one_line(raw: bytes, media_type: str) -> None:
    with pytest.raises(RenderError, match=r"^logotypen är ingen hel .*rapport\.toml$"):
        of_document(Paragraph("x"), look=Look(logo=Logo(raw, media_type, "Logotyp")))


def test_no_code_in_a_header_is_obeyed_and_a_long_one_is_cut() -> None:
    look = Look(header="R&G &[Picture] &P\x1b", footer="&" * 300)
    told = Document("R", "O", "P", (Paragraph("x"),), look=look)
    with zipfile.ZipFile(BytesIO(workbook(material(Plan("rk", 2019)), (told,)))) as archive:
        xml = archive.read("xl/worksheets/sheet2.xml").decode()
    assert "<oddHeader>&amp;LR&amp;&amp;G &amp;&amp;[Picture] &amp;&amp;P␛&amp;R&amp;P(&amp;N)</oddHeader>" in xml
    assert f"<oddFooter>&amp;L{'&amp;&amp;' * 123}…</oddFooter>" in xml


# The whole file


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Bilaga 2: [utkast] a/b\\c?*", "Bilaga 2 utkast a b c"),
        ("'citerad'", "citerad"),
        ("History", "History (2)"),
        ("planen", "planen (2)"),
        ("", "Blad"),
        ("😀" * 20, "😀" * 15),
        ("Ord " * 10, "Ord Ord Ord Ord Ord Ord Ord Ord"),
    ],
)
def test_a_sheet_is_named_as_nearly_as_a_sheet_may_be(title: str, name: str) -> None:
    assert of_document(Paragraph("x"), title=title).title == name


def test_reports_of_one_title_have_sheets_of_their_own() -> None:
    one = Document("Samma långa titel på alla rapporter", "O", "P", (Paragraph("x"),))
    assert of_plan(PLAN, one, one, one).sheetnames[1:] == [
        "Samma långa titel på alla rappo",
        "Samma långa titel på alla r (2)",
        "Samma långa titel på alla r (3)",
    ]


def test_the_file_says_what_it_is_made_from_and_in_what_language() -> None:
    properties = of_plan(PLAN, document(BILAGA, material(provenance=PROVENANCE))).properties
    assert properties.title == "Bilaga 2: Förvaltningens uppdrag och aktiviteter – Regionkontoret 2019"
    assert (properties.creator, properties.description) == ("Regionkontoret", PROVENANCE.told)
    assert (properties.created, properties.language) == (datetime(2020, 1, 31), "sv-SE")


def test_nothing_tells_when_or_where_the_file_was_made() -> None:
    with zipfile.ZipFile(BytesIO(workbook(material(PLAN, provenance=PROVENANCE), ()))) as archive:
        told = {(entry.date_time[:3], entry.create_system, entry.compress_type) for entry in archive.infolist()}
    assert told == {((1980, 1, 1), 3, 0)}


def test_the_same_material_gives_the_same_bytes() -> None:
    told = material(PLAN, provenance=PROVENANCE)
    assert workbook(told, (document(BILAGA, told),)) == workbook(told, (document(BILAGA, told),))
    other = replace(PROVENANCE, commit="abcdef0")
    assert workbook(told, ()) != workbook(material(PLAN, provenance=other), ())
