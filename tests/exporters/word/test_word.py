"""A Word file is what a colleague can go on with: real styles, repeated heads, language, captions, contents."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import openpyxl
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import RGBColor

from data.contrast import contrast, rgb
from data.look import Logo, Look
from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG, Status
from exporters.document import Bar, Chart, Column, Document, Heading, Judged, Paragraph, Table
from exporters.render_error import RenderError
from exporters.word.render import word
from tests.exporters.corpus import everywhere
from tests.exporters.pictures import PNG, SVG
from tests.exporters.samples import PLAN, PROVENANCE, bilaga

CHART = Chart(
    "Uppdrag per fokusområde",
    "Staplar: i 1.1 uppfylls två av tre.",
    (
        Bar("1.1 Resor", ((UPPDRAG.of("uppfylls"), 2), (EJ_BEDOMD, 1))),
        Bar("1.2 Hälsa", ((UPPDRAG.of("inte"), 4),)),
    ),
)


def opened(document: Document) -> WordDocument:
    return docx.Document(BytesIO(word(document)))


def saying(*blocks: Any, **others: Any) -> WordDocument:
    return opened(Document("Titel", "Regionkontoret", "Årsredovisning 2019", blocks, **others))


BILAGA = bilaga(PLAN, PROVENANCE)
FILE = opened(BILAGA)


def paragraphs(file: WordDocument, style: str) -> list[str]:
    return [paragraph.text for paragraph in file.paragraphs if paragraph.style and paragraph.style.name == style]


def parts(document: Document) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(word(document))) as archive:
        return {
            name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))
        }


def test_the_title_and_the_headings_have_words_own_styles() -> None:
    assert paragraphs(FILE, "Title") == ["Bilaga 2: Förvaltningens uppdrag och aktiviteter"]
    assert paragraphs(FILE, "Subtitle") == ["Regionkontoret, Årsredovisning 2019"]
    assert paragraphs(FILE, "Heading 1") == ["1.1 Hållbara resor & transporter", "1.2 God hälsa", "1.3 Trygg vård"]


def test_headings_begin_at_the_first_level_and_skip_none() -> None:
    file = saying(*(Heading(level, f"Nivå {level}") for level in (2, 3, 4, 2, 12)))
    styles = [paragraph.style.name for paragraph in file.paragraphs if paragraph.text.startswith("Nivå")]
    assert styles == ["Heading 1", "Heading 2", "Heading 3", "Heading 1", "Heading 9"]


def test_a_row_says_each_status_with_sign_and_word() -> None:
    row = FILE.tables[0].rows[1]
    assert row.cells[0].text == "▲ Delvis: Ta fram en plan för laddstolpar"
    assert row.cells[1].text.split("\n")[:2] == ["Arbetet började i mars.", "Våren blev kall | upphandlingen sen."]
    assert [paragraph.text for paragraph in row.cells[2].paragraphs] == [
        "► Pågår: Kartlägga behovet på sjukhusens parkeringar",
        "✓ Klar: Fråga kommunerna",
        "◆ Inte plan: Upphandla <b>stolpar</b>",
        "? Ej bedömd: Följa upp",
    ]


def test_every_sign_is_read_on_the_colour_of_its_status() -> None:
    for status in (*UPPDRAG.statuses, *AKTIVITET.statuses, EJ_BEDOMD):
        style = FILE.styles[f"Status {status.short.lower()}"]
        ground = style.element.rPr.find(qn("w:shd")).get(qn("w:fill"))
        assert ground == (status.colour or "#FFFFFF")[1:]
        assert isinstance(style.font.color.rgb, RGBColor)
        assert contrast(rgb(f"#{style.font.color.rgb}"), rgb(f"#{ground}")) >= 4.5


def test_the_head_of_a_table_comes_again_and_is_kept_whole_but_no_other_row() -> None:
    for table in FILE.tables:
        first, *rest = (row._tr.trPr for row in table.rows)
        assert {child.tag for child in first} == {qn("w:cantSplit"), qn("w:tblHeader")}
        assert rest.count(None) == len(rest)


def test_a_table_has_a_caption_that_is_seen_and_one_that_is_told() -> None:
    properties = FILE.tables[0]._tbl.tblPr
    told = {name: properties.find(qn(f"w:{name}")).get(qn("w:val")) for name in ("tblCaption", "tblDescription")}
    assert told == {
        "tblCaption": "1.1 Hållbara resor & transporter: uppdrag, kommentar och aktiviteter",
        "tblDescription": "Kolumner: Förvaltningens uppdrag, Kommentar, Aktivitet",
    }
    assert paragraphs(FILE, "Caption") == ["Tabell . Uppdrag, kommentar och aktiviteter"] * 2  # fields are not text
    xml = parts(BILAGA)["word/document.xml"]
    assert re.findall(r'SEQ Tabell \\\* ARABIC "><w:r><w:t xml:space="preserve">(\d)<', xml) == ["1", "2"]


def test_numbers_stand_to_the_right() -> None:
    table = Table("Antal", (Column("Fokusområde", 3), Column("Antal", numeric=True)), ((("1.1",), ("7",)),))
    head, row = saying(table).tables[0].rows
    styles = [cell.paragraphs[0].style.name for cell in (*head.cells, *row.cells)]
    assert styles == ["Tabellrubrik", "Tabellrubrik tal", "Tabelltext", "Tabelltal"]


def test_a_last_row_of_sums_is_bold_and_another_is_not() -> None:
    table = Table("Antal", (Column("Fokusområde"), Column("Antal", numeric=True)), ((("Summa",), ("7",)),))
    for summed in (False, True):
        file = saying(replace(table, summed=summed))
        (look,) = file.tables[0]._tbl.xpath("./w:tblPr/w:tblLook")
        assert look.get(qn("w:lastRow")) == str(int(summed))
        assert bool(int(look.get(qn("w:val")), 16) & 0x40) == summed
    (bold,) = file.styles["Redovisning"].element.xpath("./w:tblStylePr[@w:type='lastRow']/w:rPr/w:b")
    assert bold is not None


def test_a_table_is_as_wide_as_the_page_and_a_broad_one_turns_it() -> None:
    def one(columns: int) -> WordDocument:
        row = tuple((str(number),) for number in range(columns))
        return saying(Table("Bred", tuple(Column(str(number)) for number in range(columns)), (row,)))

    for columns, orientation in ((3, WD_ORIENT.PORTRAIT), (9, WD_ORIENT.LANDSCAPE)):
        file = one(columns)
        (section,) = file.sections
        assert section.orientation == orientation
        assert (section.page_width > section.page_height) == (orientation == WD_ORIENT.LANDSCAPE)
        room = section.page_width - section.left_margin - section.right_margin
        widths = [column.width for column in file.tables[0].columns]
        assert 0 <= room - sum(widths) < 635 * columns


def test_text_is_small_in_tables_of_so_many_columns_that_words_would_break() -> None:
    sizes = []
    for columns in (9, 14):
        row = tuple((Judged(UPPDRAG.of("delvis"), "1 uppdrag"),) for _ in range(columns))
        file = saying(Table("Bred", tuple(Column(f"N{number}") for number in range(columns)), (row,)))
        sizes.append(file.styles["Bedömning"].font.size.pt)
    assert sizes == [9.5, 7.5]


def test_a_status_may_stand_alone_in_a_cell() -> None:
    judged = Judged(UPPDRAG.of("inte"), "")
    assert saying(Table("En", (Column("Status"),), (((judged,),),))).tables[0].cell(1, 0).text == "■ Inte"


def test_the_page_tells_whose_it_is_what_it_was_made_from_and_which_it_is() -> None:
    section = FILE.sections[0]
    assert section.header.paragraphs[0].text == "Regionkontoret, Årsredovisning 2019"
    assert (
        section.footer.paragraphs[0].text == "Underlag: 2019/regionkontoret.toml, version 3f2a91c, 2020-01-31\t()"
    )
    assert re.findall(r'w:instr=" (\w+) "', parts(BILAGA)["word/footer1.xml"]) == ["PAGE", "NUMPAGES"]


def test_a_draft_says_so_on_every_page() -> None:
    file = opened(replace(BILAGA, draft=True))
    assert file.sections[0].header.paragraphs[0].text == "Regionkontoret, Årsredovisning 2019\tArbetsmaterial"
    assert file.core_properties.content_status == "Arbetsmaterial"


def test_the_file_tells_what_it_is_and_not_who_made_the_library() -> None:
    core = FILE.core_properties
    assert (core.title, core.author, core.language) == (BILAGA.title, "Regionkontoret", "sv-SE")
    assert core.subject == "Regionkontoret, Årsredovisning 2019"
    assert core.keywords == "2019/regionkontoret.toml, 3f2a91c"
    assert core.comments == "Underlag: 2019/regionkontoret.toml, version 3f2a91c, 2020-01-31"
    assert core.created == core.modified
    assert core.created.isoformat() == "2020-01-31T00:00:00+00:00"
    assert core.last_modified_by == "Regionkontoret"
    assert not any("python-docx" in part for part in parts(BILAGA).values())


def test_without_a_commit_no_date_is_made_up() -> None:
    assert "dcterms" not in parts(bilaga(PLAN))["docProps/core.xml"].partition("?>")[2].partition(">")[2]


def test_the_language_is_swedish_and_words_are_hyphenated() -> None:
    held = parts(BILAGA)
    assert 'w:lang w:val="sv-SE"' in held["word/styles.xml"]
    assert "<w:autoHyphenation/>" in held["word/settings.xml"]
    assert 'themeFontLang w:val="sv-SE"' in held["word/settings.xml"]


def test_the_contents_are_filled_in_lead_to_the_headings_and_nag_nobody() -> None:
    document = replace(BILAGA, contents=True, blocks=(*BILAGA.blocks, Heading(3, "Under"), Heading(5, "För djupt")))
    file, held = opened(document), parts(document)
    xml = held["word/document.xml"]
    entries = re.findall(r'<w:pStyle w:val="TOC(\d)"/></w:pPr>.*?w:anchor="(\w+)".*?<w:t [^>]*>([^<]*)', xml)
    assert [(level, text) for level, _, text in entries] == [
        ("1", "1.1 Hållbara resor &amp; transporter"),
        ("1", "1.2 God hälsa"),
        ("1", "1.3 Trygg vård"),
        ("2", "Under"),
    ]
    places = dict(re.findall(r'w:name="(_Toc\d+)"/><w:r><w:t xml:space="preserve">([^<]*)', xml))
    assert [places[anchor] for _, anchor, _ in entries] == [text for *_, text in entries]
    assert "TOC " in xml
    assert "updateFields" not in held["word/settings.xml"]
    assert "w:dirty" not in xml
    assert file.paragraphs[-1].text == "För djupt"


@pytest.mark.parametrize(("raw", "media_type"), [(PNG, "image/png"), (SVG, "image/svg+xml")], ids=["png", "svg"])
def test_a_logo_stands_first_with_its_text(raw: bytes, media_type: str) -> None:
    file = opened(replace(BILAGA, look=Look(logo=Logo(raw, media_type, 'Region Norrskogs "ek"'))))
    (shape,) = file.inline_shapes
    assert shape._inline.docPr.get("descr") == 'Region Norrskogs "ek"'
    assert shape.height <= 540_000
    assert shape.width <= 2_160_000
    assert file.paragraphs[0]._p.findall(f".//{qn('w:drawing')}")


@pytest.mark.parametrize(("raw", "media_type"), [(b"\x89PNG trasig", "image/png"), (b"<svg", "image/svg+xml")])
def test_a_broken_logo_is_told_in_one_line(raw: bytes, media_type: str) -> None:
    with pytest.raises(RenderError, match=r"^logotypen är ingen hel .*rapport\.toml$"):
        word(replace(BILAGA, look=Look(logo=Logo(raw, media_type, "Logotyp"))))


def test_a_region_chooses_colour_typeface_header_and_footer() -> None:
    file = opened(
        replace(BILAGA, look=Look(colour="#7A1F5C", font='Gill "Sans"', header="Överst", footer="Nederst"))
    )
    assert str(file.styles["Heading 1"].font.color.rgb) == "7A1F5C"
    assert 'w:ascii="Gill &quot;Sans&quot;"' in file.styles.element.xml
    assert file.sections[0].header.paragraphs[0].text == "Överst"
    assert file.sections[0].footer.paragraphs[0].text.startswith("Nederst · Underlag: ")


def test_a_chart_is_words_own_with_its_text_and_its_numbers() -> None:
    file = saying(CHART)
    (shape,) = file.inline_shapes
    assert shape._inline.docPr.get("descr") == CHART.description
    (chart,) = (part for part in file.part.package.iter_parts() if part.partname.startswith("/word/charts/"))
    (rel,) = chart.rels.values()
    rows = list(openpyxl.load_workbook(BytesIO(rel.target_part.blob)).active.values)
    assert rows == [
        (None, "● Uppfylls", "■ Inte", "? Ej bedömd"),
        ("1.1 Resor", 2, 0, 1),
        ("1.2 Hälsa", 0, 4, 0),
    ]
    assert paragraphs(file, "Caption") == ["Diagram . Uppdrag per fokusområde"]


def test_all_is_done_by_styles_that_are_there() -> None:
    own = Status("nas", "Målvärdet nås", "Nås", "●", "[+]", None)
    blocks = (*everywhere().blocks, Table("Egen", (Column("Bedömning"),), (((Judged(own, ""),),),)))
    look = Look(logo=Logo(PNG, "image/png", "Logotyp"))
    document = replace(everywhere(), blocks=blocks, contents=True, draft=True, look=look)
    held = parts(document)
    known = {(style.type, style.style_id) for style in opened(document).styles}
    for part in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        for tag, kind in (
            ("p", WD_STYLE_TYPE.PARAGRAPH),
            ("r", WD_STYLE_TYPE.CHARACTER),
            ("tbl", WD_STYLE_TYPE.TABLE),
        ):
            used = set(re.findall(rf'<w:{tag}Style w:val="([^"]*)"', held[part]))
            assert {(kind, style) for style in used} <= known
        assert not re.search(r"<w:(?:b|i|sz|color|shd|jc|spacing|ind)[ />]", held[part])


def test_a_document_may_end_with_a_table_or_hold_but_a_paragraph() -> None:
    assert saying(Table("En", (Column("A"),), ((("x",),),))).element.body[-2].tag == qn("w:p")
    assert saying(Paragraph("Rad ett\nrad två\tefter")).paragraphs[-1].text == "Rad ett\nrad två\tefter"


def test_nothing_tells_when_or_where_the_file_was_made() -> None:
    with zipfile.ZipFile(BytesIO(word(replace(BILAGA, blocks=(*BILAGA.blocks, CHART))))) as archive:
        entries = archive.infolist()
        book = archive.read("word/embeddings/diagram1.xlsx")
    with zipfile.ZipFile(BytesIO(book)) as archive:
        entries += archive.infolist()
    assert {(entry.date_time[:3], entry.create_system, entry.compress_type) for entry in entries} == {
        ((1980, 1, 1), 3, 0)
    }
