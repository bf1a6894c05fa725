"""The bilaga has all that the report needs, in the plan's own order, and nothing of any format."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from data.plan import Fokusomrade, Plan
from data.provenance import Provenance
from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG
from exporters.document import Heading, Judged, Legend, Paragraph, Table, paragraphs
from tests.exporters.samples import PLAN, bilaga

DOCUMENT = bilaga(PLAN)
TABLES = [block for block in DOCUMENT.blocks if isinstance(block, Table)]


def test_it_has_its_title_and_page_header() -> None:
    assert DOCUMENT.title == "Bilaga 2: Förvaltningens uppdrag och aktiviteter"
    assert DOCUMENT.header == "Regionkontoret, Årsredovisning 2019"
    assert DOCUMENT.lang == "sv"


def test_it_begins_with_both_legends_three_to_a_line() -> None:
    uppdrag, aktiviteter = DOCUMENT.blocks[:2]
    assert isinstance(uppdrag, Legend) and isinstance(aktiviteter, Legend)
    assert list(uppdrag.lines) == [
        ("● Uppdraget uppfylls", "▲ Uppdraget uppfylls delvis", "■ Uppdraget uppfylls inte")
    ]
    assert [len(line) for line in aktiviteter.lines] == [3, 3]


def test_each_fokusomrade_has_a_numbered_heading_and_a_table_in_order() -> None:
    headings = [block.told for block in DOCUMENT.blocks if isinstance(block, Heading)]
    assert headings == ["1.1 Hållbara resor & transporter", "1.2 God hälsa", "1.3 Trygg vård"]
    assert [column.head for column in TABLES[0].columns] == ["Förvaltningens uppdrag", "Kommentar", "Aktivitet"]
    assert [len(table.rows) for table in TABLES] == [3, 1]


def test_fokusomraden_whose_ids_are_words_are_numbered_by_their_place() -> None:
    plan = Plan(
        "rk", 2024, fokusomraden=(Fokusomrade("god-halsa", "God hälsa"), Fokusomrade("tillvaxt", "Tillväxt"))
    )
    headings = [block.told for block in bilaga(plan).blocks if isinstance(block, Heading)]
    assert headings == ["1 God hälsa", "2 Tillväxt"]


def test_a_fokusomrade_without_uppdrag_says_so() -> None:
    assert Paragraph("Fokusområdet har inga uppdrag.") in DOCUMENT.blocks


def test_a_row_has_the_judged_uppdrag_its_paragraphs_and_all_its_aktiviteter() -> None:
    uppdrag, kommentar, aktiviteter = TABLES[0].rows[0]
    assert uppdrag == (Judged(UPPDRAG.of("delvis"), "Ta fram en plan för laddstolpar"),)
    assert kommentar[0] == "Arbetet började i mars.\nVåren blev kall | upphandlingen sen."
    assert [part.status for part in aktiviteter if isinstance(part, Judged)] == [
        AKTIVITET.of("pagar"),
        AKTIVITET.of("klar"),
        AKTIVITET.of("foljer-inte"),
        EJ_BEDOMD,
    ]


def test_a_comment_on_an_aktivitet_follows_its_uppdrags_with_its_name() -> None:
    assert TABLES[0].rows[0][1][-1] == "Upphandla <b>stolpar</b>: Överklagad i maj."


def test_what_is_not_there_is_an_empty_cell() -> None:
    assert TABLES[0].rows[1][1:] == ((), ())


def test_the_provenance_tells_file_version_and_day() -> None:
    assert Provenance("2019/x.toml").told == "Underlag: 2019/x.toml, inte incheckad"
    assert Provenance("2019/x.toml", "3f2a91c", date(2020, 1, 31)).told == (
        "Underlag: 2019/x.toml, version 3f2a91c, 2020-01-31"
    )


def test_the_same_plan_makes_an_equal_document() -> None:
    assert bilaga(replace(PLAN)) == DOCUMENT


def test_blank_lines_part_paragraphs_and_single_line_breaks_stay() -> None:
    assert paragraphs("a\nb\n \n\n  c\n") == ("a\nb", "  c")
    assert paragraphs(None) == paragraphs("  \n") == ()
