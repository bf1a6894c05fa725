"""The sums of each fokusområde stand beside the verdict on it, and nothing makes one of the other."""

from __future__ import annotations

from dataclasses import replace

from data.plan import Fokusomrade, Plan
from exporters.document import Heading, Table
from tests.exporters.follow_up import below, charts, headings, plain, said, subject, tables, told
from tests.norrsken import KULTUR

DOCUMENT = told("sammanstallning")


def with_comment(kommentar: str) -> Plan:
    first, *others = KULTUR.fokusomraden
    return replace(KULTUR, fokusomraden=(replace(first, kommentar=kommentar), *others))


def test_the_first_table_has_verdict_and_counts_of_every_fokusomrade_and_their_sum() -> None:
    table = tables(DOCUMENT)[0]
    assert [column.head for column in table.columns] == (
        ["Fokusområde", "Bedömning", "Uppfylls", "Delvis", "Inte", "Ej bedömd", "Totalt"]
    )
    assert [column.numeric for column in table.columns] == [False, False, *[True] * 5]
    assert plain(table) == [
        ["1.1 Närhet", "● Uppfylls", "1", "1", "1", "0", "3"],
        ["1.2 Klimat", "? Ej bedömd", "0", "0", "0", "1", "1"],
        ["Summa", "", "1", "1", "1", "1", "4"],
    ]


def test_the_chart_shows_the_numbers_of_the_table_before_it_and_says_them() -> None:
    (chart,) = charts(DOCUMENT)
    assert DOCUMENT.blocks[DOCUMENT.blocks.index(chart) - 1] is tables(DOCUMENT)[0]
    assert [(bar.label, bar.told) for bar in chart.bars] == [
        ("1.1 Närhet", "1 uppfylls, 1 delvis, 1 inte"),
        ("1.2 Klimat", "1 ej bedömd"),
    ]
    assert all(bar.told in chart.description for bar in chart.bars)


def test_aktiviteter_are_counted_by_their_own_scale() -> None:
    table = tables(DOCUMENT)[1]
    assert len(table.columns) == 9
    assert plain(table)[-1] == ["Summa", "0", "0", "0", "1", "1", "0", "0", "2"]


def test_each_fokusomrade_has_verdict_draft_objection_and_kommentar() -> None:
    assert headings(DOCUMENT) == ["Uppdrag", "Aktiviteter", "1.1 Närhet", "1.2 Klimat"]
    paragraphs = said(DOCUMENT)
    assert paragraphs[0] == "● Fokusområdet bedöms uppfyllas."
    assert paragraphs[1].startswith(
        "Det regiongemensamma uppdraget ”Låna ut digitalt” bedöms uppfyllas delvis. Ett av"
    )
    assert paragraphs[2].startswith("Att uppmärksamma: Bedömningen av fokusområdet är ”bedöms uppfyllas”, men")
    assert paragraphs[3:5] == ["Biblioteken har nått fler än väntat.", "Bussen rullar."]
    assert paragraphs[5:] == ["Uppdraget ”Mötas utan att resa” är inte bedömt."]


def test_only_the_second_report_of_the_year_is_a_forecast() -> None:
    assert said(told("sammanstallning", subject(period="arsredovisning")))[0] == "● Fokusområdet uppfylls."


def test_a_draft_that_the_kommentar_has_taken_in_is_not_told_twice() -> None:
    draft = said(DOCUMENT)[1]
    kommentar = "Året började bra.\n\n" + draft.replace(". ", ".\n")
    paragraphs = said(told("sammanstallning", subject(with_comment(kommentar))))
    assert draft not in paragraphs
    assert "Året började bra." in paragraphs


def test_a_sentence_that_the_counts_have_left_behind_is_pointed_out() -> None:
    paragraphs = said(told("sammanstallning", subject(with_comment("Alla tre uppdrag uppfylls."))))
    assert any(one.startswith("Att uppmärksamma: Texten säger ”Alla tre uppdrag uppfylls”") for one in paragraphs)


def test_regiongemensamma_uppdrag_and_own_are_counted_apart_where_there_are_both() -> None:
    (table,) = (block for block in below(DOCUMENT, "1.1 Närhet") if isinstance(block, Table))
    assert plain(table) == [
        ["Regiongemensamma uppdrag", "0", "1", "0", "0", "1"],
        ["Egna uppdrag", "1", "0", "1", "0", "2"],
    ]
    assert not [block for block in below(DOCUMENT, "1.2 Klimat") if isinstance(block, Table)]


def test_a_fokusomrade_without_uppdrag_says_so() -> None:
    plan = Plan("kultur", 2025, fokusomraden=(Fokusomrade("1.1", "Närhet"),))
    assert said(told("sammanstallning", subject(plan))) == ["Fokusområdet har inga uppdrag."]


def test_several_plans_stand_below_a_heading_each() -> None:
    found = told("sammanstallning", subject(), subject(period="ur1"))
    levels = [block.level for block in found.blocks if isinstance(block, Heading)]
    assert levels == [2, 3, 3, 3, 3, 2, 3, 3, 3, 3]
