"""A Bilaga 2 in Word comes in as it was seen: our own to the letter, others' with every doubt told, none lost."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from data.faults import UnusableError
from data.importing.result import Imported
from data.importing.word.bilaga import read_bilaga
from data.importing.word.parts import MAX_XML
from data.plain_text import visible
from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag
from exporters.document import paragraphs
from exporters.word.render import word
from tests.data.importing.bilagor import NAMES, told_uppdrag
from tests.exporters.corpus import TEXTS
from tests.exporters.samples import PLAN, PROVENANCE, bilaga

HEADS = ("Förvaltningens uppdrag", "Kommentar", "Aktivitet")


def read(raw: bytes) -> Imported:
    return read_bilaga(raw, "regionkontoret", 2019, "bilaga.docx")


def exported(plan: Plan) -> bytes:
    return word(bilaga(plan, PROVENANCE))


def said(plan: Plan) -> list[Any]:
    """What a bilaga says of a plan, and so what can come back: no ids but those of fokusområden."""
    return [
        (
            omrade.id,
            visible(omrade.namn),
            [
                (visible(one.namn), one.status, comment(one.kommentar), [step(below) for below in one.aktiviteter])
                for one in omrade.uppdrag
            ],
        )
        for omrade in plan.fokusomraden
    ]


def step(aktivitet: Aktivitet) -> tuple[str, str | None, str | None]:
    return visible(aktivitet.namn), aktivitet.status, comment(aktivitet.kommentar)


def comment(text: str | None) -> str | None:
    return None if text is None else visible("\n\n".join(paragraphs(text)))


def foreign(*rows: tuple[str, str, str], heads: tuple[str, ...] = HEADS) -> WordDocument:
    """A report as somebody might have made it in Word: each line of a cell is a paragraph."""
    document = docx.Document()
    document.add_heading("1.1 Nära vård", 2)
    table = document.add_table(1, len(heads))
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = head
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            first, *more = text.split("\n")
            cell.text = first
            for line in more:
                cell.add_paragraph(line)
    return document


def saved(document: WordDocument) -> bytes:
    raw = BytesIO()
    document.save(raw)
    return raw.getvalue()


def left_out(imported: Imported) -> list[tuple[str, str]]:
    return [(left.reason, left.text) for left in imported.left_out]


def test_our_own_bilaga_comes_back_exactly_and_without_a_doubt() -> None:
    imported = read(exported(PLAN))
    assert said(imported.plan) == said(PLAN)
    assert imported.guesses == ()


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_text_comes_back_as_it_was_seen(text: str) -> None:
    step = Aktivitet("a", text, "klar", text)
    uppdrag = (Uppdrag("u", text, "inte", text, aktiviteter=(step,)), Uppdrag("v", text))
    plan = Plan("rk", 2019, fokusomraden=(Fokusomrade("1.1", " ".join(text.split()), uppdrag=uppdrag),))
    assert said(read(exported(plan)).plan) == said(plan)


def test_blanks_at_the_ends_of_lines_and_paragraphs_stay() -> None:
    uppdrag = Uppdrag("u", "Byta lampor", kommentar="Ett.  \n två \n\n  Tre. \n\nFyra.")
    plan = Plan("rk", 2019, fokusomraden=(Fokusomrade("1.1", "Ljus", uppdrag=(uppdrag,)),))
    assert next(read(exported(plan)).plan.uppdrag).kommentar == uppdrag.kommentar


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    below = draw(st.lists(st.lists(told_uppdrag(), max_size=3).map(tuple), min_size=1, max_size=3))
    omraden = tuple(
        Fokusomrade(f"1.{place}", draw(NAMES), uppdrag=uppdrag) for place, uppdrag in enumerate(below, 1)
    )
    return Plan("rk", 2019, fokusomraden=omraden)


@settings(max_examples=60, deadline=None)
@given(plans())
def test_any_plan_comes_back_as_it_was_seen(plan: Plan) -> None:
    if any(omrade.uppdrag for omrade in plan.fokusomraden):
        imported = read(exported(plan))
        assert said(imported.plan) == said(plan)
        assert imported.guesses == ()


def test_what_stands_outside_the_tables_is_listed() -> None:
    document = replace(bilaga(PLAN, PROVENANCE), contents=True)
    found = left_out(read(word(document)))
    assert ("text utanför tabellerna", "Regionkontoret, Årsredovisning 2019") in found
    assert ("sidfot", "Underlag: 2019/regionkontoret.toml, version 3f2a91c, 2020-01-31 1(1)") in found
    assert ("innehållsförteckning", "1.1 Hållbara resor & transporter") in found
    assert found.count(("tabellens rubrikrad", "Förvaltningens uppdrag | Kommentar | Aktivitet")) == 2


@pytest.mark.parametrize(
    "heads",
    [
        ("Uppdrag", "Kommentarer", "Aktiviteter"),
        ("NÄMNDENS UPPDRAG", "Redovisning", "Planerade aktiviteter"),
        ("Uppdrag 2019", "Kommentar till utfallet", "Åtgärder"),
    ],
)
def test_the_heads_may_be_called_other_things(heads: tuple[str, ...]) -> None:
    row = ("Byta lampor", "Gick bra.\n\nNästan alla.", "Köpa\nSätta upp")
    (omrade,) = read(saved(foreign(row, heads=heads))).plan.fokusomraden
    (uppdrag,) = omrade.uppdrag
    assert (omrade.id, omrade.namn) == ("1.1", "Nära vård")
    assert (uppdrag.namn, uppdrag.status, uppdrag.kommentar) == ("Byta lampor", None, "Gick bra.\n\nNästan alla.")
    assert [one.namn for one in uppdrag.aktiviteter] == ["Köpa", "Sätta upp"]


def test_the_columns_may_stand_in_another_order() -> None:
    document = foreign(("Köpa", "Byta lampor", "Bra."), heads=("Aktivitet", "Uppdrag", "Kommentar"))
    (uppdrag,) = read(saved(document)).plan.uppdrag
    assert (uppdrag.namn, uppdrag.kommentar, uppdrag.aktiviteter[0].namn) == ("Byta lampor", "Bra.", "Köpa")


def test_a_column_of_statuses_goes_with_the_uppdrag_and_any_other_is_listed() -> None:
    document = docx.Document()
    document.add_heading("1.1 Nära vård", 2)
    table = document.add_table(2, 4)
    for place, (head, text) in enumerate(
        zip(("Status", "Uppdrag", "Kommentar", "Ansvarig"), ("Delvis", "Byta lampor", "Bra.", "Kim"), strict=True)
    ):
        table.cell(0, place).text = head
        table.cell(1, place).text = text
    imported = read(saved(document))
    (uppdrag,) = imported.plan.uppdrag
    assert (uppdrag.namn, uppdrag.status) == ("Byta lampor", "delvis")
    assert ("kolumnen ”Ansvarig” hör inte till en bilaga", "Kim") in left_out(imported)


def shaded(colour: str) -> Any:
    return parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>')


def of_cell(document: WordDocument) -> None:
    document.tables[0].cell(1, 0)._tc.get_or_add_tcPr().append(shaded("FFC000"))


def of_run(document: WordDocument) -> None:
    document.tables[0].cell(1, 0).paragraphs[0].runs[0]._r.get_or_add_rPr().append(shaded("FFC000"))


def of_paragraph(document: WordDocument) -> None:
    document.tables[0].cell(1, 0).paragraphs[0]._p.get_or_add_pPr().append(shaded("FFC000"))


def of_glyph(document: WordDocument) -> None:
    paragraph = document.tables[0].cell(1, 0).paragraphs[0]
    paragraph.runs[0].text = "• Byta lampor"
    glyph = paragraph.insert_paragraph_before().add_run("⬤")
    glyph.font.color.rgb = docx.shared.RGBColor(0xFF, 0xC0, 0)


@pytest.mark.parametrize("colour", [of_cell, of_run, of_paragraph])
def test_a_colour_tells_a_status_as_a_guess(colour: Callable[[WordDocument], None]) -> None:
    document = foreign(("Byta lampor", "", ""))
    colour(document)
    imported = read(saved(document))
    (uppdrag,) = imported.plan.uppdrag
    assert (uppdrag.namn, uppdrag.status) == ("Byta lampor", "delvis")
    assert [guess.message for guess in imported.guesses] == ["tabell 1, rad 2: gissat delvis av färgen gul"]


def test_a_coloured_glyph_tells_a_status_as_a_guess() -> None:
    document = foreign(("Byta lampor", "", ""))
    of_glyph(document)
    imported = read(saved(document))
    assert next(imported.plan.uppdrag).status == "delvis"
    assert "av färgen gul" in imported.guesses[0].message


def test_a_row_of_one_colour_is_a_band_and_no_status() -> None:
    document = foreign(("Byta lampor", "Bra.", "Köpa"))
    for cell in document.tables[0].rows[1].cells:
        cell._tc.get_or_add_tcPr().append(shaded("92D050"))
    imported = read(saved(document))
    assert next(imported.plan.uppdrag).status is None
    assert next(imported.plan.aktiviteter).status is None


def picture(alt: str) -> Any:
    return parse_xml(
        f"<w:r {nsdecls('w', 'wp', 'a')}><w:drawing><wp:inline><wp:docPr id='1' name='Bild 1' descr='{alt}'/>"
        "<a:blip/></wp:inline></w:drawing></w:r>"
    )


def test_a_pictures_text_tells_a_status() -> None:
    document = foreign(("Byta lampor", "", ""))
    document.tables[0].cell(1, 0).paragraphs[0].runs[0]._r.addprevious(picture("Uppdraget uppfylls inte"))
    imported = read(saved(document))
    assert next(imported.plan.uppdrag).status == "inte"
    assert imported.guesses == ()


def test_a_picture_without_a_text_is_told() -> None:
    document = foreign(("Byta lampor", "", ""))
    document.tables[0].cell(1, 0).paragraphs[0].runs[0]._r.addprevious(picture(""))
    imported = read(saved(document))
    assert next(imported.plan.uppdrag).status is None
    assert [guess.message for guess in imported.guesses] == [
        "tabell 1, rad 2: bilden har ingen text som säger en status; välj en"
    ]


def test_each_line_that_begins_with_a_picture_is_an_aktivitet() -> None:
    document = foreign(("Byta lampor", "", ""))
    paragraph = document.tables[0].cell(1, 2).paragraphs[0]._p
    for alt, text in (("Aktiviteten pågår", "Köpa"), ("Aktiviteten klar", "Sätta upp")):
        paragraph.append(picture(alt))
        paragraph.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>{text}</w:t><w:br/></w:r>"))
    imported = read(saved(document))
    assert [(one.namn, one.status) for one in imported.plan.aktiviteter] == [
        ("Köpa", "pagar"),
        ("Sätta upp", "klar"),
    ]
    assert imported.guesses == ()


def test_a_numbered_row_across_the_table_is_a_heading() -> None:
    document = foreign(("Byta lampor", "", ""), ("1.2 Trygghet", "", ""), ("Måla", "", ""), ("Obs!", "", ""))
    for place in (2, 4):
        table = document.tables[0]
        table.cell(place, 0).merge(table.cell(place, 2))
    imported = read(saved(document))
    assert [(omrade.id, [one.namn for one in omrade.uppdrag]) for omrade in imported.plan.fokusomraden] == [
        ("1.1", ["Byta lampor"]),
        ("1.2", ["Måla"]),
    ]
    assert ("rad över hela tabellen", "Obs!") in left_out(imported)


def test_merged_cells_are_one_uppdrag() -> None:
    document = foreign(("Byta lampor", "Ett.", "Köpa"), ("", "Två.", "Sätta upp"), ("Måla", "Tre.", ""))
    table = document.tables[0]
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 1).merge(table.cell(3, 2))
    imported = read(saved(document))
    first, second = imported.plan.uppdrag
    assert (first.kommentar, [one.namn for one in first.aktiviteter]) == ("Ett.\n\nTvå.", ["Köpa", "Sätta upp"])
    assert second.kommentar == "Tre."
    assert [(guess.id, guess.message) for guess in imported.guesses] == [
        ("mala", "tabell 1, rad 4: gissat vilken kolumn den sammanslagna cellens text hör till")
    ]


def test_tables_below_one_heading_are_one_fokusomrade() -> None:
    document = foreign(("Byta lampor", "", ""))
    document.add_paragraph("Fortsättning på nästa sida.")
    again = document.add_table(2, 3)
    for cell, head in zip(again.rows[0].cells, HEADS, strict=True):
        cell.text = head
    again.cell(1, 0).text = "Måla"
    headless = document.add_table(1, 3)
    headless.cell(0, 0).text = "Städa"
    other = document.add_table(1, 2)
    other.cell(0, 0).text = "Kontakt"
    imported = read(saved(document))
    (omrade,) = imported.plan.fokusomraden
    assert [one.namn for one in omrade.uppdrag] == ["Byta lampor", "Måla", "Städa"]
    assert [(guess.id, guess.message.partition(": ")[2]) for guess in imported.guesses] == [
        ("stada", "gissat att tabellen, som saknar rubrikrad, fortsätter den före")
    ]
    assert ("tabell som inte är en bilagas", "Kontakt") in left_out(imported)
    assert ("text utanför tabellerna", "Fortsättning på nästa sida.") in left_out(imported)


def test_a_heading_without_style_is_known_by_its_number() -> None:
    document = foreign(("Byta lampor", "", ""))
    document.paragraphs[0].style = document.styles["Normal"]
    assert read(saved(document)).plan.fokusomraden[0].id == "1.1"


def test_a_table_without_a_heading_is_kept() -> None:
    document = foreign(("Byta lampor", "", ""))
    document.paragraphs[0]._p.getparent().remove(document.paragraphs[0]._p)
    imported = read(saved(document))
    assert [omrade.namn for omrade in imported.plan.fokusomraden] == ["Fokusområde utan namn"]
    assert len(imported.guesses) == 1


def test_tracked_changes_hidden_text_boxes_notes_and_controls_are_neither_lost_nor_mixed_in() -> None:
    document = foreign(("Byta lampor", "Bra.", ""))
    cell = document.tables[0].cell(1, 1)
    ns = nsdecls("w")
    cell.paragraphs[0]._p.append(
        parse_xml(f"<w:ins {ns}><w:r><w:t xml:space='preserve'> Mycket.</w:t></w:r></w:ins>")
    )
    cell.paragraphs[0]._p.append(parse_xml(f"<w:del {ns}><w:r><w:delText>Dåligt.</w:delText></w:r></w:del>"))
    cell.add_paragraph().add_run("Viskat.").font.hidden = True
    control = parse_xml(
        f"<w:sdt {ns}><w:sdtContent><w:p><w:r><w:t>I kontroll.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    cell._tc.append(control)
    document.sections[0].header.paragraphs[0].text = "Regionkontoret"
    imported = read(saved(document))
    assert next(imported.plan.uppdrag).kommentar == "Bra. Mycket.\n\nI kontroll."
    found = left_out(imported)
    assert ("struken text, en spårad ändring", "Dåligt.") in found
    assert ("dold text", "Viskat.") in found
    assert ("sidhuvud", "Regionkontoret") in found


def test_a_table_in_a_cell_gives_its_text_to_the_cell() -> None:
    document = foreign(("Byta lampor", "Bra.", ""))
    document.tables[0].cell(1, 1).add_table(1, 2).cell(0, 1).text = "Inne."
    assert next(read(saved(document)).plan.uppdrag).kommentar == "Bra.\n\nInne."


def words(raw: bytes) -> str:
    """Every letter of the body's text."""
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        tree = ElementTree.fromstring(archive.read("word/document.xml"))  # noqa: S314  our own
    return "".join(sorted("".join(tree.itertext()).replace(" ", "")))


def test_every_letter_is_in_the_plan_or_listed() -> None:
    document = foreign(
        ("Byta lampor", "Ett.\nTvå.", "Köpa"), ("", "Tre.", ""), ("Måla väggar", "", "Skrapa\nvänta")
    )
    document.add_paragraph("Sist, men inte minst.")
    raw = saved(document)
    imported = read(raw)
    plan = imported.plan
    held = [omrade.id + omrade.namn for omrade in plan.fokusomraden]
    held += [one.namn + (one.kommentar or "") for one in plan.uppdrag] + [one.namn for one in plan.aktiviteter]
    held += [left.text.replace("|", "") for left in imported.left_out]
    assert "".join(sorted("".join("".join(held).split()))) == words(raw)


def test_a_region_in_one_document_is_refused_in_one_line() -> None:
    document = foreign(("A", "", ""))
    for name in ("1.2 Annat", "1.1 Nära vård"):
        document.add_heading(name, 2)._p.addnext(deepcopy(document.tables[0]._tbl))
    with pytest.raises(UnusableError, match="läs in en förvaltning i taget"):
        read(saved(document))


def packed(body: bytes, **others: bytes) -> bytes:
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", body)
        for name, part in others.items():
            archive.writestr(f"word/{name}.xml", part)
    return raw.getvalue()


XML = f'<?xml version="1.0" encoding="UTF-8"?><w:document {nsdecls("w")}>'


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"PK\x03\x04 inget arkiv", "skadad"),
        (packed(b"<w:document>"), "skadad"),
        (packed(f"{XML}</w:document>".encode()), "skadad"),
        (packed(f"{XML}<w:body/></w:document>".encode(), styles=b"<trasig"), "skadad"),
        (packed(f"{XML}<w:body/></w:document>".encode()), "ingen Bilaga 2"),
        (packed(b"<!DOCTYPE x [<!ENTITY y 'z'>]><x>&y;</x>"), "säkerhetsskäl"),
        (
            packed(f"{XML}<w:body>{'<w:sdt>' * 5000}{'</w:sdt>' * 5000}</w:body></w:document>".encode()),
            "i vartannat",
        ),
        (packed(f"{XML}<w:body>{' ' * MAX_XML}</w:body></w:document>".encode()), "över 20 MB text"),
    ],
    ids=["zip", "xml", "body", "styles", "tables", "entities", "depth", "size"],
)
def test_a_file_that_cannot_be_used_is_told_in_one_line(raw: bytes, told: str) -> None:
    with pytest.raises(UnusableError) as caught:
        read(raw)
    (fault,) = caught.value.faults
    assert told in str(fault)
    assert "\n" not in str(fault)


_NAMES = [
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "tcPr",
    "gridSpan",
    "vMerge",
    "sdt",
    "sdtContent",
    "sym",
    "shd",
    "drawing",
]
_TREES = st.recursive(
    st.sampled_from(["uppdrag", "Kommentar", "1.1 Ett", "● Uppfylls: x", "", " "]),
    lambda inner: st.tuples(
        st.sampled_from(_NAMES), st.sampled_from(["", "0", "2", "restart", "FF0000", "å", "-1"]), st.lists(inner)
    ),
    max_leaves=30,
)


def written(tree: Any) -> str:
    if isinstance(tree, str):
        return tree
    name, value, below = tree
    inner = "".join(map(written, below))
    return f'<w:{name} w:val="{value}" w:fill="{value}" w:char="{value}">{inner}</w:{name}>'


@settings(max_examples=100, deadline=None)
@given(st.lists(_TREES, max_size=6))
def test_no_xml_makes_the_reader_stumble(trees: list[Any]) -> None:
    body = "".join(map(written, trees))
    heads = "".join(f"<w:tc><w:p><w:r><w:t>{head}</w:t></w:r></w:p></w:tc>" for head in HEADS)
    table = f"<w:tbl><w:tr>{heads}</w:tr>{body}<w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"
    raw = packed(
        f"{XML}<w:body>{body}{table}</w:body></w:document>".encode(), styles=f"{XML}{body}</w:document>".encode()
    )
    try:
        read(raw)
    except UnusableError as error:
        assert len(error.faults) == 1
