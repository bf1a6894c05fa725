"""A report's blocks as lines: nothing is wider than the screen, and nothing that the report says is left out."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from data.plain_text import one_line
from data.status import EJ_BEDOMD, UPPDRAG
from exporters.document import Bar, Chart, Column, Heading, Judged, Legend, Paragraph, Table
from tests.exporters.follow_up import tables, told_of_region
from tui.glyphs import Glyphs
from tui.report_lines import Laid, laid

GLYPHS, ASCII = Glyphs(), Glyphs(ascii=True)
NAMES = ("framdrift", "mal-utan-uppdrag", "trend")
HEADS = (Column("Förvaltning", 4), Column("Antal uppdrag", 2, numeric=True))
ROWS = ((("Kulturförvaltningen",), ("12",)), (("Summa",), ("1 200",)))


def drawn(found: Laid) -> list[str]:
    return ["".join(text for text, _ in line.pieces) for line in found.lines]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("width", [30, 56, 76, 116, 196])
@pytest.mark.parametrize("name", NAMES)
def test_a_report_keeps_within_its_width_and_every_row_is_there(name: str, width: int) -> None:
    document = told_of_region(name)
    found = laid(document.blocks, width, GLYPHS)
    assert max(map(cell_len, drawn(found))) <= width
    rows = [(row, table.columns) for table in tables(document) for row in table.rows]
    words = [[cell for cell, column in zip(*each, strict=True) if not column.numeric] for each in rows]
    assert [squeezed("".join(row.words)) for row in found.rows] == [
        squeezed("".join(map(str, chain(*cells)))) for cells in words
    ]
    assert {line.row for line in found.lines if line.row is not None} == set(range(len(rows)))


def test_numbers_stand_right_below_the_end_of_their_heads() -> None:
    found = drawn(laid([Table("t", HEADS, ROWS)], 40, GLYPHS))
    assert found == [
        "Förvaltning          Antal uppdrag",
        "─" * 34,
        "Kulturförvaltningen             12",
        "Summa                        1 200",
    ]


def test_a_head_breaks_between_words_and_ends_just_above_the_rows() -> None:
    found = drawn(laid([Table("t", HEADS, ROWS)], 28, GLYPHS))
    assert found[:2] == ["                       Antal", "Förvaltning          uppdrag"]


def test_a_sum_stands_below_a_line() -> None:
    found = drawn(laid([Table("t", HEADS, ROWS, summed=True)], 40, ASCII))
    assert found[-2:] == ["-" * 34, "Summa                        1 200"]


def test_where_the_columns_do_not_fit_each_row_tells_its_cells_one_after_the_other() -> None:
    columns = (*HEADS, Column("Saknar kommentar", numeric=True), Column("Att se över", numeric=True))
    rows = ((("Kulturförvaltningen",), ("12",), ("3",), ("0",)),)
    assert drawn(laid([Table("t", columns, rows)], 30, ASCII)) == [
        "Kulturförvaltningen",
        "  Antal uppdrag 12",
        "  Saknar kommentar 3",
        "  Att se över 0",
    ]


def test_what_the_row_above_says_too_is_not_said_again_but_the_row_knows_it() -> None:
    columns = (Column("Nämnd"), Column("Mål"))
    found = laid([Table("t", columns, ((("KN",), ("Lugn",)), (("KN",), ("Resor",))))], 40, GLYPHS)
    assert [line.split() for line in drawn(found)[2:]] == [["KN", "Lugn"], ["Resor"]]
    assert [row.words for row in found.rows] == [("KN", "Lugn"), ("KN", "Resor")]


def test_a_name_longer_than_its_column_gets_an_ellipsis_and_stands_in_full_where_the_row_is_told() -> None:
    name = "Kollektivtrafikförvaltningsstaben"
    found = laid([Table("t", HEADS, (((name,), ("1",)),))], 30, GLYPHS)
    assert "Kollektivtrafikförval… " in drawn(found)[-1]
    assert found.rows[0].words == (name,)


def test_a_bar_is_as_long_as_the_others_and_tells_its_numbers() -> None:
    uppfylls, _, inte = UPPDRAG.statuses
    chart = Chart("t", "d", (Bar("Våren", ((uppfylls, 3), (inte, 1))), Bar("Hösten", ((EJ_BEDOMD, 4),))))
    first, second = drawn(laid([chart], 40, GLYPHS))
    assert (first.count("█"), first.count("▃"), second.count("░")) == (19, 6, 25)
    assert first.endswith("  ●3 ■1") and second.endswith("  ?4")
    assert drawn(laid([Chart("t", "d", (Bar("Våren", ()),))], 40, GLYPHS)) == ["Våren    "]


def test_a_heading_stands_close_above_what_it_is_for_and_all_else_has_air() -> None:
    blocks = [Paragraph("Ett\ntvå"), Heading(2, "Mål"), Paragraph("Tre"), Legend("Så", UPPDRAG.statuses)]
    assert drawn(laid(blocks, 40, GLYPHS)) == ["Ett", "två", "", "Mål", "Tre"]


def test_a_status_has_its_sign_and_its_word() -> None:
    table = Table("t", (Column("Bedömning"),), (((Judged(UPPDRAG.statuses[1], "2 uppdrag"),),),))
    assert drawn(laid([table], 40, ASCII))[-1] == "[~] Delvis 2 uppdrag"


@given(st.text(max_size=60), st.integers(20, 60), st.booleans())
@settings(max_examples=60, deadline=None)
def test_whatever_a_file_says_nothing_that_a_terminal_obeys_comes_through(
    text: str, width: int, ascii: bool
) -> None:
    blocks = [Heading(2, text), Paragraph(text), Table("t", HEADS, (((text,), ("1",)),))]
    found = drawn(laid(blocks, width, Glyphs(ascii=ascii)))
    assert all(one_line(line.strip()) == " ".join(line.split()) for line in found)
    assert max(map(cell_len, found)) <= width
