"""Mål by nämnd: who answers, how it goes, and what is missing, each said in words."""

from __future__ import annotations

from dataclasses import replace

from data.mal import Mal, MalOchBudget, MalOmrade
from exporters.document import Paragraph
from tests.exporters.follow_up import below, headings, plain, said, tables, told_of_region
from tests.norrsken import DECIDED, KULTUR, TRAFIK

DOCUMENT = told_of_region("malmatris")


def test_each_fokusomrade_that_was_decided_has_a_table_of_its_mal_and_all_namnder() -> None:
    assert headings(DOCUMENT)[:2] == ["Närhet", "Klimat"]
    narhet, klimat, *_ = tables(DOCUMENT)
    assert [column.head for column in narhet.columns] == ["Mål", "RS", "KN", "TN"]
    assert plain(narhet) == [
        ["Kultur nära alla", "–", "● Uppfylls: 1 uppdrag", "–"],
        ["Resor som går att lita på", "Ingen plan", "● Uppfylls: 1 uppdrag", "▲ Delvis: 1 uppdrag"],
    ]
    assert plain(klimat) == [["Fossilfritt 2030", "–", "–", "Uppdrag saknas"], ["Lugn och ro", "–", "–", "–"]]


def test_it_says_what_the_squares_and_the_codes_mean() -> None:
    key, names = said(DOCUMENT)[:2]
    assert all(f"”{words}”" in key for words in ("Uppdrag saknas", "Ej tilldelad", "Ingen plan", "–"))
    assert names == (
        "Mål och budget 2025–2029. RS är Regionstyrelsen, KN är Kulturnämnden och TN är Trafiknämnden."
    )


def test_an_uppdrag_for_anothers_mal_is_pointed_out() -> None:
    decided = MalOchBudget(2025, None, (MalOmrade("n", "Närhet", (Mal("resor", "Resor", ("TN",)),)),))
    assert plain(tables(told_of_region("malmatris", decided=(decided,)))[0]) == [
        ["Resor", "Ej tilldelad\n● Uppfylls: 1 uppdrag", "▲ Delvis: 1 uppdrag"]
    ]


def test_each_mal_has_the_numbers_of_all_its_uppdrag_whosever_they_are() -> None:
    assert plain(tables(DOCUMENT)[2]) == [
        ["Kultur nära alla", "1", "0", "0", "0", "1"],
        ["Resor som går att lita på", "1", "1", "0", "0", "2"],
        ["Fossilfritt 2030", "0", "0", "0", "0", "0"],
        ["Lugn och ro", "0", "0", "0", "0", "0"],
    ]


def test_mal_that_lack_uppdrag_are_listed_with_the_namnder_that_answer() -> None:
    rows = plain(tables(DOCUMENT)[3])
    assert rows == [
        ["Fossilfritt 2030", "Klimat", "TN", "0"],
        ["Lugn och ro", "Klimat", "Ingen nämnd svarar för målet", "0"],
    ]


def test_a_mal_that_only_others_serve_is_listed_with_how_many_do() -> None:
    bare = replace(TRAFIK, fokusomraden=())
    rows = plain(tables(told_of_region("malmatris", KULTUR, bare))[3])
    assert rows[0] == ["Resor som går att lita på", "Närhet", "RS (ingen plan) och TN", "1"]


def test_when_nothing_is_missing_it_says_so() -> None:
    decided = MalOchBudget(2025, None, (MalOmrade("n", "Närhet", (Mal("resor", "Resor", ("KN", "TN")),)),))
    found = told_of_region("malmatris", decided=(decided,))
    assert below(found, "Mål som saknar uppdrag") == [
        Paragraph("Varje nämnd har uppdrag för de mål som den svarar för.")
    ]


def test_every_uppdrag_is_counted_once_by_whether_it_has_a_mal() -> None:
    assert plain(tables(DOCUMENT)[-1]) == [
        ["Kultur Norrsken", "1", "1", "2", "4"],
        ["Norrskenstrafiken", "1", "0", "1", "2"],
    ]


def test_a_year_that_nothing_was_decided_for_says_what_to_do() -> None:
    found = told_of_region("malmatris", replace(KULTUR, ar=2024), KULTUR)
    assert headings(found)[0] == "2025"
    assert below(found, "2024") == [
        Paragraph("Här finns ingen Mål och budget för 2024; lägg till 2024/mal-och-budget.toml.")
    ]
    assert DECIDED.ar == 2025
