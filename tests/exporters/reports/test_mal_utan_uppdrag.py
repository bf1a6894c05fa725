"""Mål without uppdrag: nämnd by nämnd, told only where its plans are at hand."""

from __future__ import annotations

from dataclasses import replace

from data.plan import Uppdrag
from tests.exporters.follow_up import headings, plain, said, tables, told_of_region
from tests.norrsken import KULTUR, TRAFIK

DOCUMENT = told_of_region("mal-utan-uppdrag")


def test_a_namnd_is_told_what_it_answers_for_and_has_no_uppdrag_for() -> None:
    lacking, unserved = tables(DOCUMENT)
    assert plain(lacking) == [["TN Trafiknämnden", "Fossilfritt 2030", "Klimat", "0"]]
    assert plain(unserved) == [["Fossilfritt 2030", "Klimat", "TN"], ["Lugn och ro", "Klimat", "ingen"]]


def test_nobody_is_blamed_whose_plan_is_not_at_hand() -> None:
    made = told_of_region("mal-utan-uppdrag", KULTUR)
    assert headings(made) == ["Mål som inget uppdrag har"]
    assert said(made) == [
        "0 av 4 mål saknar uppdrag från någon nämnd som svarar för det. Ingen plan är med här från RS och TN."
    ]


def test_when_all_mal_have_uppdrag_there_is_no_table() -> None:
    omrade = KULTUR.fokusomraden[0]
    uppdrag = (Uppdrag("allt", "Göra allt", mal=("kultur-nara", "resor", "fossilfritt", "lugn")),)
    plans = [replace(plan, fokusomraden=(replace(omrade, uppdrag=uppdrag),)) for plan in (KULTUR, TRAFIK)]
    made = told_of_region("mal-utan-uppdrag", *plans)
    assert not tables(made)
    assert said(made)[0].startswith("0 av 4 mål saknar uppdrag")


def test_without_what_was_decided_it_says_what_to_add() -> None:
    made = told_of_region("mal-utan-uppdrag", decided=())
    assert said(made) == ["Här finns ingen Mål och budget för 2025; lägg till 2025/mal-och-budget.toml."]


def test_each_row_is_about_the_plans_of_those_who_answer() -> None:
    lacking, unserved = tables(DOCUMENT)
    assert lacking.places == ((("2025/trafik", ""),),)
    assert unserved.places == ((("2025/trafik", ""),), ())
    assert tables(told_of_region("mal-utan-uppdrag", KULTUR))[0].places == ((), ())
