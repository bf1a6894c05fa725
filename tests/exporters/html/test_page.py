"""A page says all that the document says, in elements that mean it, and nothing in it comes from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import etree

from exporters.document import DRAFT, Column, Document, Judged, Paragraph, Table
from exporters.html.page import html
from tests.exporters.corpus import TEXTS, everywhere, saying, shown
from tests.exporters.html.pages import CHART, NUMBERS, everything, read, rows, said
from tests.exporters.samples import PLAN, PROVENANCE, bilaga

PAGE = bilaga(PLAN, PROVENANCE)


def meta(page: etree._Element) -> dict[str, str]:
    return {each.get("name"): each.get("content") for each in page.iter("meta") if each.get("name")}


def test_a_page_is_in_swedish_and_has_a_title_of_its_own() -> None:
    page = read(PAGE)
    assert page.get("lang") == "sv"
    assert (
        page.findtext("head/title")
        == "Bilaga 2: Förvaltningens uppdrag och aktiviteter – Regionkontoret, Årsredovisning 2019"
    )
    (title,) = page.iter("h1")
    assert title.text_content() == PAGE.title


def test_a_page_tells_what_it_was_made_from() -> None:
    page = read(PAGE)
    told = meta(page)
    assert (told["dcterms.source"], told["dcterms.identifier"]) == ("2019/regionkontoret.toml", "3f2a91c")
    assert told["dcterms.modified"] == "2020-01-31"
    assert page.find("body/footer").text_content().strip() == PAGE.footer


def test_headings_follow_each_other_without_a_step_left_out() -> None:
    levels = [int(heading.tag[1]) for heading in read(everything()).iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_a_table_has_a_caption_and_every_cell_its_heads() -> None:
    table, *_ = read(PAGE).iter("table")
    assert table.findtext("caption/span") == "1.1 Hållbara resor & transporter: uppdrag, kommentar och aktiviteter"
    assert [head.text for head in table.findall("thead/tr/th[@scope='col']")] == [
        "Förvaltningens uppdrag",
        "Kommentar",
        "Aktivitet",
    ]
    for row in table.findall("tbody/tr"):
        assert [cell.tag for cell in row] == ["th", "td", "td"]
        assert row[0].get("scope") == "row"


def test_a_status_is_a_sign_and_a_word_before_what_is_judged() -> None:
    table, *_ = read(PAGE).iter("table")
    first, second, third = rows(table)
    assert first[0] == "▲ Delvis: Ta fram en plan för laddstolpar"
    assert first[2].startswith("► Pågår: Kartlägga behovet på sjukhusens parkeringar✓ Klar: Fråga kommunerna")
    assert second == ["? Ej bedömd: Svara på cykelfrågor", "", ""]
    assert third[2] == "‖ Pausad: - Skicka enkät"


def test_a_sign_is_not_read_aloud_but_its_word_is() -> None:
    for sign in read(everything()).xpath("//*[@class='sign']"):
        assert sign.get("aria-hidden") == "true" or sign.xpath("ancestor::*[@aria-hidden='true']")


def test_paragraphs_and_line_breaks_of_a_comment_stay() -> None:
    table, *_ = read(PAGE).iter("table")
    told = [said(paragraph) for paragraph in table.findall("tbody/tr/td/p")]
    assert told[0] == "Arbetet började i mars.\nVåren blev kall | upphandlingen sen."
    assert told[2] == "Upphandla <b>stolpar</b>: Överklagad i maj."


def test_the_legend_is_a_list_in_the_order_of_the_scale() -> None:
    first, second = read(PAGE).xpath("//*[@class='legend']/ul")
    assert [item.text_content() for item in first] == [
        "● Uppdraget uppfylls",
        "▲ Uppdraget uppfylls delvis",
        "■ Uppdraget uppfylls inte",
    ]
    assert len(second) == 6


def test_a_chart_is_a_picture_with_a_name_and_all_its_numbers_in_words() -> None:
    (picture,) = read(everything()).iter("svg")
    named = [picture.xpath(f"*[@id='{id}']")[0].text_content() for id in picture.get("aria-labelledby").split()]
    assert picture.get("role") == "img"
    assert named[0] == CHART.title
    assert named[1].startswith(CHART.description)
    assert "1.1 Hållbara resor & transporter: 14 uppfylls, 1 inte." in named[1]


def test_numbers_stand_to_the_right() -> None:
    table = next(
        table for table in read(everything()).iter("table") if NUMBERS.caption in table.findtext("caption/span")
    )
    assert [cell.get("class") for cell in table.find("tbody/tr")] == [None, "number", "number"]


def test_contents_lead_to_every_heading() -> None:
    page = read(everything())
    links = page.xpath("//nav//a")
    targets = {f"#{heading.get('id')}": heading.text_content() for heading in page.iter("h2", "h3")}
    assert [link.text_content() for link in links] == [heading.told for heading in everything().headings]
    assert all(targets[link.get("href")] == link.text_content() for link in links)
    assert page.xpath("//nav//li//li/a")[0].text_content() == "I siffror"


def test_a_page_without_contents_has_none() -> None:
    assert not read(PAGE).xpath("//nav")


def test_a_draft_says_so_first_in_title_and_text() -> None:
    page = read(replace(PAGE, draft=True))
    assert page.findtext("head/title").startswith(f"{DRAFT}: ")
    assert page.xpath("//main/*[1]")[0].text == DRAFT
    assert DRAFT not in html(PAGE).decode()


def test_a_logo_is_a_picture_with_its_words() -> None:
    (logo,) = read(everything()).iter("img")
    assert logo.get("alt") == "Region Norrskog"
    assert logo.get("src").startswith("data:image/svg+xml;base64,")


def test_a_document_with_a_head_of_its_own_still_tells_whose_it_is() -> None:
    page = read(everything())
    assert page.findtext("body/header/p") == "Region Norrskog – uppföljning"
    assert page.xpath("//*[@class='whose']")[0].text == "Regionkontoret, Årsredovisning 2019"


def test_what_can_be_filtered_comes_after_the_legends_and_only_where_there_are_tables() -> None:
    first, second, tools, heading, *_ = read(PAGE).xpath("//main/*[position() > 1]")
    assert [first.get("class"), second.get("class"), heading.tag] == ["legend", "legend", "h2"]
    assert tools.get("hidden") is not None
    assert not read(Document("T", "O", "P", (Paragraph("x"),))).xpath("//*[@role='search']")


def test_a_table_may_be_empty_and_a_cell_too() -> None:
    document = Document("T", "O", "P", (Table("Tom", (Column("Ett"), Column("Två")), ()),))
    assert rows(read(document).find(".//table")) == []
    bare = replace(document, blocks=(Table("t", (Column("Ett"), Column("Två")), (((), ()),)),))
    assert rows(read(bare).find(".//table")) == [["", ""]]


def test_a_status_may_stand_alone() -> None:
    status = next(part.status for part in PAGE.blocks[3].rows[0][0] if isinstance(part, Judged))
    alone = Document("T", "O", "P", (Table("t", (Column("a"),), (((Judged(status, ""),),),)),))
    assert rows(read(alone).find(".//table")) == [["▲ Delvis"]]


@pytest.mark.parametrize("document", [PAGE, everything(), everywhere()], ids=["bilaga", "allt", "svåra texter"])
def test_the_page_allows_its_own_style_and_script_and_nothing_else(document: Document) -> None:
    page = read(document)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; ")
    for tag, kind in (("style", "style-src"), ("script", "script-src")):
        (own,) = page.iter(tag)
        digest = base64.b64encode(hashlib.sha256(own.text.encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}'" in policy


@pytest.mark.parametrize("document", [everything(), everywhere()], ids=["allt", "svåra texter"])
def test_no_address_leads_out_of_the_page(document: Document) -> None:
    for element in read(document).iter(etree.Element):
        for name in ("src", "href", "srcset", "action", "poster", "data"):
            assert re.match(r"#|data:|$", element.get(name, ""))
        assert not [name for name in element.keys() if name.startswith("on") or name == "style"]  # noqa: SIM118


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_text_comes_back_as_it_went_in(text: str) -> None:
    page = read(saying(text))
    row = page.find(".//tbody/tr")
    wanted, line = shown(text), shown(text.replace("\n", " "))
    assert said(row.find("th//span[@class='what']")) == wanted
    assert [said(part) for part in row.findall("td/p")] == [wanted, wanted]
    assert said(row.find("td//span[@class='what']")) == wanted
    assert [said(part) for part in page.findall("body/main/p")][-1] == wanted
    assert said(page.find(".//h1")) == wanted
    assert [said(part) for part in page.findall("body/main/h2")] == [line]
    assert page.findtext("head/title") == f"{wanted} – {wanted}, {wanted}"
    assert page.find(".//svg/title").text == line
    assert page.findtext("body/header/p") == line


def test_hostile_texts_add_no_elements() -> None:
    plain = [element.tag for element in read(everywhere(("ofarlig",) * len(TEXTS))).iter(etree.Element)]
    said = [element.tag for element in read(everywhere()).iter(etree.Element)]
    assert [tag for tag in said if tag not in {"br", "text"}] == [tag for tag in plain if tag not in {"br", "text"}]
