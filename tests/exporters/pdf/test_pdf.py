"""A PDF is tagged for screen readers and kept for archives: what other programs find in it."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import pdfplumber
import pikepdf
import pytest
from hypothesis import given, settings

from data.look import PLAIN, Logo, Look
from data.plan import Aktivitet, Fokusomrade, Uppdrag
from data.provenance import Provenance
from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG
from exporters.document import Bar, Chart, Column, Document, Heading, Judged, Legend, Paragraph, Table
from exporters.pdf.faces import drawable
from exporters.pdf.setting import pdf
from exporters.render_error import RenderError
from tests.exporters.samples import PLAN, PROVENANCE, bilaga
from tests.plans import texts

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="90" height="30"/></svg>'
LONG = Uppdrag(
    "lang",
    "Korta vägen till vård",
    "delvis",
    "\n\n".join(
        f"Stycke {number}. " + "Mottagningen har öppnat fler tider för e-post. " * 9 for number in range(24)
    ),
    aktiviteter=tuple(Aktivitet(f"l-{number}", f"Steg {number}", "pagar") for number in range(25)),
)
MANY = replace(PLAN, fokusomraden=(*PLAN.fokusomraden, Fokusomrade("1.4", "Lång väg", uppdrag=(LONG,))))


def poppler(program: str, raw: bytes, *arguments: str) -> str:
    if shutil.which(program) is None:
        pytest.skip(f"{program} finns inte här")
    return subprocess.run([program, *arguments], input=raw, capture_output=True, check=True).stdout.decode()


@contextmanager
def opened(raw: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(raw)) as file:
        yield file


@dataclass
class Element:
    """An element of a document's structure."""

    kind: str
    alt: str | None
    scopes: list[str]
    below: list[Element]

    def all(self, kind: str) -> Iterator[Element]:
        for element in self.below:
            if element.kind == kind:
                yield element
            yield from element.all(kind)


def elements(node: Any) -> Iterator[Element]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        attributes = [each for each in node.get("/A", ()) if "/Scope" in each]
        alt = str(node.Alt) if "/Alt" in node else None
        scopes = [str(each.Scope) for each in attributes]
        yield Element(str(node.S)[1:], alt, scopes, list(elements(node.get("/K"))))


def structure(raw: bytes) -> Element:
    with opened(raw) as file:
        return Element("", None, [], list(elements(file.Root.StructTreeRoot.K)))


def only(*blocks: Any, **wishes: Any) -> Document:
    return Document("Titel", "Ägare", "Årsredovisning 2019", blocks, **wishes)


@pytest.fixture(scope="module")
def many() -> bytes:
    return pdf(bilaga(MANY, PROVENANCE))


@pytest.fixture(scope="module")
def pages(many: bytes) -> list[str]:
    return poppler("pdftotext", many, "-layout", "-", "-").split("\f")[:-1]


def test_the_file_claims_what_screen_readers_and_archives_ask_for(many: bytes) -> None:
    with opened(many) as file, file.open_metadata() as told:
        assert (told["pdfuaid:part"], told["pdfaid:part"], told["pdfaid:conformance"]) == ("1", "2", "A")
        assert told["dc:title"] == "Bilaga 2: Förvaltningens uppdrag och aktiviteter"
        assert told["dc:creator"] == ["Regionkontoret"]
        assert "2019/regionkontoret.toml, version 3f2a91c, 2020-01-31" in told["dc:description"]


def test_language_title_and_tags_are_in_the_catalogue(many: bytes) -> None:
    with opened(many) as file:
        assert (str(file.Root.Lang), bool(file.Root.MarkInfo.Marked)) == ("sv-SE", True)
        assert file.Root.ViewerPreferences.DisplayDocTitle


def test_qpdf_finds_nothing_wrong(many: bytes, tmp_path: Any) -> None:
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf finns inte här")
    file = tmp_path / "bilaga.pdf"
    file.write_bytes(many)
    subprocess.run(["qpdf", "--check", file], check=True, capture_output=True)


def test_every_fokusomrade_with_uppdrag_is_one_table_with_a_head_for_each_column(many: bytes) -> None:
    tables = list(structure(many).all("Table"))
    assert len(tables) == sum(bool(omrade.uppdrag) for omrade in MANY.fokusomraden)
    for table in tables:
        assert [head.scopes for head in table.all("TH")] == [["/Column"]] * 3


def test_every_uppdrag_is_one_row_however_many_pages_it_takes(many: bytes) -> None:
    rows = [len(body.below) for body in structure(many).all("TBody")]
    assert rows == [len(omrade.uppdrag) for omrade in MANY.fokusomraden if omrade.uppdrag]


def test_the_bookmarks_are_the_headings(many: bytes) -> None:
    with opened(many) as file, file.open_outline() as outline:
        assert [mark.title for mark in outline.root] == [
            f"{omrade.id} {omrade.namn}" for omrade in MANY.fokusomraden
        ]


def test_every_page_tells_whose_it_is_what_it_was_made_from_and_which_of_how_many(pages: list[str]) -> None:
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        lines = [line.strip() for line in page.split("\n") if line.strip()]
        assert lines[0] == "Regionkontoret, Årsredovisning 2019"
        assert re.fullmatch(rf"Underlag: .*, version 3f2a91c, 2020-01-31 +{number}\({len(pages)}\)", lines[-1])


def test_the_heads_come_again_on_every_page(pages: list[str]) -> None:
    assert all(re.search("Förvaltningens uppdrag +Kommentar +Aktivitet", page) for page in pages)


def test_the_text_comes_in_the_order_of_reading(many: bytes) -> None:
    raw = io.BytesIO()
    with opened(many) as file:
        del file.Root.StructTreeRoot  # so that nothing but the order of the drawing tells
        file.save(raw)
    told = " ".join(poppler("pdftotext", raw.getvalue(), "-raw", "-", "-").split())
    wanted = ("Bilaga 2", "Måluppfyllnaden av förvaltningens", "1.1 Hållbara", "Delvis Ta fram", "Arbetet började")
    wanted += ("Pågår Kartlägga", "Klar Fråga", "1.2 God hälsa", "inga uppdrag", "1.3 Trygg", "1.4 Lång väg")
    places = [told.index(each) for each in wanted]
    assert places == sorted(places)


def test_a_hyphen_is_read_as_one_and_the_end_of_a_broken_line_as_none() -> None:
    # Readers that know no ActualText take what the font tells of a glyph: it has to be the hyphen of words.
    texts = ("verksamhetsutvecklingsplanering " * 20, "Skicka e-post till e-postadressen.")
    raw = pdf(replace(bilaga(PLAN, PROVENANCE), blocks=tuple(map(Paragraph, texts))))
    assert "\u00ad" in poppler("pdftotext", raw, "-raw", "-", "-")
    with pdfplumber.open(io.BytesIO(raw)) as file:
        told = "".join(char["text"] for page in file.pages for char in page.chars)
    assert "Skicka e-post till e-postadressen." in told
    assert "\u00ad" not in told


def test_every_sign_is_drawn_beside_its_word_also_where_nothing_is_judged() -> None:
    statuses = (*UPPDRAG.statuses, *AKTIVITET.statuses, EJ_BEDOMD)
    rows = tuple(((Judged(status, "Namn"),),) for status in statuses)
    raw = pdf(only(Table("Alla", (Column("Status"),), rows), Legend("Alla:", statuses)))
    told = " ".join(poppler("pdftotext", raw, "-raw", "-", "-").split())
    for status in statuses:
        assert f"{status.sign} {status.short} Namn" in told
        assert f"{status.sign} {status.label}" in told


def test_the_faces_are_in_the_file(many: bytes) -> None:
    lines = poppler("pdffonts", many, "-").splitlines()[2:]
    assert len(lines) == 3
    for line in lines:
        assert re.search(r"SourceSans3-(Regular|SemiBold)|DejaVuSansMono", line)
        assert line.split()[-5:-2] == ["yes", "yes", "yes"]  # embedded, subset, with its characters told


def test_a_draft_says_so_on_every_page() -> None:
    raw = pdf(replace(bilaga(MANY, PROVENANCE), draft=True))
    for page in poppler("pdftotext", raw, "-layout", "-", "-").split("\f")[:-1]:
        assert re.search("^Regionkontoret, Årsredovisning 2019 +Arbetsmaterial$", page.strip().split("\n")[0])


def test_contents_lead_to_every_heading_by_a_link() -> None:
    blocks = [
        Heading(2, "Regionkontoret"),
        Heading(3, "God hälsa", "1.2"),
        Paragraph("Text."),
        Heading(2, "Hallands sjukhus"),
    ]
    raw = pdf(only(*blocks, contents=True))
    with opened(raw) as file:
        assert sum(len(page.get("/Annots", ())) for page in file.pages) >= 3
    told = poppler("pdftotext", raw, "-layout", "-", "-").replace("\u2060", "")
    assert re.search(r"Innehåll\s+Regionkontoret[ .]+1\s+1.2 God hälsa[ .]+1\s+Hallands sjukhus[ .]+2", told)


def test_each_part_but_the_first_begins_a_page() -> None:
    parts = [
        Heading(2, "Regionkontoret"),
        Paragraph("Ett."),
        Heading(2, "Kultur"),
        Heading(3, "Mer"),
        Paragraph("Två."),
    ]
    raw = pdf(only(Legend("Så här:", (UPPDRAG.of("delvis"),)), *parts, contents=True))
    first, second = poppler("pdftotext", raw, "-", "-").split("\f")[:-1]
    assert "Innehåll" in first and "Så här:" in first and "Ett." in first
    assert "Kultur" in second and "Två." in second


def test_a_picture_of_statuses_says_what_it_shows_and_its_numbers_stand_in_words_beside_it() -> None:
    uppfylls, delvis, _ = UPPDRAG.statuses
    bars = (Bar("1.1 Resor", ((uppfylls, 12), (delvis, 3), (EJ_BEDOMD, 1))), Bar("1.2 Hälsa", ()))
    raw = pdf(only(Chart("Läget", "Staplar med antal uppdrag.", bars)))
    (figure,) = structure(raw).all("Figure")
    assert figure.alt == "Staplar med antal uppdrag."
    told = " ".join(poppler("pdftotext", raw, "-raw", "-", "-").split())
    assert "● 12 uppfylls, ▲ 3 delvis, ? 1 ej bedömd" in told
    assert "1.2 Hälsa inget" in told
    with pdfplumber.open(io.BytesIO(raw)) as file:
        widths = [rect["width"] for rect in file.pages[0].rects]
    assert [round(width / widths[-1]) for width in widths] == [12, 3, 1]


def test_a_picture_of_statuses_and_its_title_stand_on_the_same_page() -> None:
    chart = Chart("Uppdrag per fokusområde", "Hur det går.", (Bar("1.1 Resor", ((UPPDRAG.of("delvis"), 3),)),) * 12)
    for lines in range(24, 40, 3):
        raw = pdf(only(*(Paragraph(f"Rad {number}") for number in range(lines)), chart))
        (page,) = [page for page in poppler("pdftotext", raw, "-", "-").split("\f") if "1.1 Resor" in page]
        assert chart.title in page


def test_running_text_on_a_page_that_lies_down_is_no_wider_than_on_an_upright_one() -> None:
    table = Table("Bred", tuple(Column(f"N{number}") for number in range(9)), ())
    words = "Omställningen går framåt i samverkan med kommunerna. " * 9
    widths = []
    for blocks in ((Paragraph(words),), (Paragraph(words), table)):
        with pdfplumber.open(io.BytesIO(pdf(only(*blocks)))) as file:
            body = [char for char in file.pages[0].chars if char["size"] == pytest.approx(9.5)]
        widths.append(max(char["x1"] for char in body) - min(char["x0"] for char in body))
    upright, lying = widths
    assert lying == pytest.approx(upright, abs=20)


def test_a_last_row_of_sums_is_set_off_and_another_is_not() -> None:
    table = Table("Antal", (Column("Vad"), Column("Antal")), ((("Rad",), ("3",)), (("Summa",), ("7",))))
    for summed, faces in ((False, {"Regular"}), (True, {"SemiBold"})):
        with pdfplumber.open(io.BytesIO(pdf(only(replace(table, summed=summed))))) as file:
            (row,) = [line for line in file.pages[0].extract_text_lines() if line["text"] == "Summa 7"]
            (above,) = [line for line in file.pages[0].extract_text_lines() if line["text"] == "Rad 3"]
        assert {char["fontname"].rpartition("-")[2] for char in row["chars"]} == faces
        assert {char["fontname"].rpartition("-")[2] for char in above["chars"]} == {"Regular"}


def test_a_row_of_sums_never_stands_alone_on_a_page() -> None:
    columns = (Column("Vad", 5), Column("Antal", numeric=True))
    rows = (*(((f"Rad {number}",), (str(number),)) for number in range(9)), (("Summa",), ("36",)))
    for lines in range(24, 44, 2):
        raw = pdf(
            only(*(Paragraph(f"Stycke {number}") for number in range(lines)), Table("T", columns, rows, True))
        )
        (page,) = [page for page in poppler("pdftotext", raw, "-", "-").split("\f") if "Summa" in page]
        assert "Rad 8" in page


def test_a_table_of_sums_that_no_page_has_room_for_is_broken() -> None:
    rows = (*((("Rad",), ("Ord. " * 9,)) for _ in range(99)), (("Summa",), ("36",)))
    many = (*((("Rad",), ("Ord.\n" * 9,)) for _ in range(14)), (("Summa",), ("36",)))
    for table in (rows, many):
        raw = pdf(only(Table("T", (Column("Vad"), Column("Ord")), table, True)))
        assert poppler("pdftotext", raw, "-", "-").count("Ord\n") > 1


def test_the_look_of_a_region_is_on_the_page() -> None:
    look = Look(Logo(DRAWING, "image/svg+xml", "Region Exempels logotyp"), "#005A70", None, "Huvud", "Fot")
    raw = pdf(replace(bilaga(PLAN, PROVENANCE), look=look))
    (figure,) = structure(raw).all("Figure")
    assert figure.alt == "Region Exempels logotyp"
    page = poppler("pdftotext", raw, "-layout", "-", "-").strip()
    assert page.startswith("Huvud\n") and "\nRegionkontoret, Årsredovisning 2019\n" in page
    assert re.search(r"\n +?Fot · Underlag: .* 1\(1\)$|\nFot · Underlag: .* 1\(1\)$", page)
    with pdfplumber.open(io.BytesIO(raw)) as file:
        colours = [rect["non_stroking_color"] for rect in file.pages[0].rects]
    assert pytest.approx((0, 0x5A / 255, 0x70 / 255), abs=0.002) in colours


@pytest.mark.parametrize(("font", "face"), [("Libertinus Serif", "LibertinusSerif"), ("Calibri", "SourceSans3")])
def test_a_face_of_the_region_is_used_where_there_is_one_of_that_name(font: str, face: str) -> None:
    raw = pdf(only(Paragraph("Text."), look=replace(PLAIN, font=font)))
    assert re.search(rf"\+{face}-Regular", poppler("pdffonts", raw, "-"))


def test_a_table_of_many_columns_lies_down() -> None:
    columns = tuple(Column(f"Nämnd {number}") for number in range(9))
    raw = pdf(only(Table("Bred", columns, ((("Rad",), *((("1",),) * 8)),))))
    assert re.search(r"Page size: +841.89 x 595.276 pts", poppler("pdfinfo", raw, "-"))


@pytest.mark.parametrize("long", ["förvaltningschefsgruppen" * 9, "https://exempel.se/" + "a_b" * 60, "Å" * 400])
def test_no_word_is_so_long_that_it_leaves_its_column(long: str) -> None:
    columns = (Column("Uppdrag", 3), Column("Kommentar", 4), Column("Aktivitet", 3))
    table = Table("Lång", columns, (((Judged(UPPDRAG.of("inte"), long),), (long, long), (long,)),))
    with pdfplumber.open(io.BytesIO(pdf(only(table)))) as file:
        (page,) = file.pages
        edges = sorted({rect["x1"] for rect in page.rects})
        body = [char for char in page.chars if char["top"] > page.rects[-1]["bottom"] and char["size"] > 8.6]
    assert len(edges) == 3
    for char in body:
        edge = next(edge for edge in edges if char["x0"] < edge)
        assert char["x1"] <= edge


def created(raw: bytes) -> str:
    with opened(raw) as file:
        return str(file.docinfo["/CreationDate"])


def test_a_document_without_a_date_is_the_same_on_any_day() -> None:
    raw = pdf(bilaga(PLAN, Provenance("2019/regionkontoret.toml")))
    assert raw == pdf(bilaga(PLAN, Provenance("2019/regionkontoret.toml")))
    assert created(raw).startswith("D:1970")
    assert created(pdf(bilaga(PLAN, PROVENANCE))).startswith("D:20200131")


@pytest.mark.parametrize(
    "broken",
    [
        only(Paragraph("Text."), look=Look(Logo(b"\x89PNG\r\n\x1a\n", "image/png", "Logotyp"))),
        replace(only(Paragraph("Text.")), title=""),
        only(Heading(3, "En nivå för långt ner")),
    ],
    ids=["en trasig logga", "ingen titel", "en överhoppad nivå"],
)
def test_what_cannot_be_set_is_told_in_one_line(broken: Document) -> None:
    with pytest.raises(
        RenderError, match=r"^PDF-filen kunde inte göras \(Typst säger: .+\); välj ett annat"
    ) as caught:
        pdf(broken)
    assert "\n" not in str(caught.value)


def test_what_no_face_has_is_told_by_number_and_the_rest_is_left() -> None:
    assert drawable("Åsa, e\u0301 – ”så” ●▲■‖○◐◆✓►? 100 %") == "Åsa, e\u0301 – ”så” ●▲■‖○◐◆✓►? 100 %"
    assert drawable("😀\x1b \u202e\x00") == "⟨U+1F600⟩⟨U+001B⟩ ⟨U+202E⟩⟨U+0000⟩"
    assert drawable("h\u0315\u0300ej\tå\r\nö") == "h⟨U+0315⟩⟨U+0300⟩ej å\nö"


@settings(max_examples=15, deadline=None)
@given(texts(1, 200))
def test_any_text_can_be_set(text: str) -> None:
    raw = pdf(only(Paragraph(text), Table("T", (Column("A"), Column("B")), (((text,), (text, text)),))))
    assert raw.startswith(b"%PDF-1.7")
