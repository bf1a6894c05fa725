"""What deviates is listed with where it stands, who answers for it and what is said of it."""

from __future__ import annotations

from data.plan import Plan
from tests.exporters.follow_up import headings, plain, said, subject, tables, told
from tests.norrsken import TRAFIK

DOCUMENT = told("avvikelser")


def test_it_begins_with_how_much_deviates() -> None:
    assert said(DOCUMENT) == ["2 av 4 uppdrag och 1 av 2 aktiviteter avviker."]


def test_uppdrag_and_aktiviteter_have_a_table_each() -> None:
    assert headings(DOCUMENT) == ["Uppdrag", "Aktiviteter"]
    uppdrag, aktiviteter = tables(DOCUMENT)
    assert plain(uppdrag) == [
        ["▲ Delvis: Låna ut digitalt", "1.1 Närhet", "", "Avtalet är försenat."],
        ["■ Inte: Öppna en scen", "1.1 Närhet", "", ""],
    ]
    assert plain(aktiviteter) == [
        [
            "◆ Inte plan: Anställa förare",
            "Köra bokbuss i fjällen",
            "1.1 Närhet",
            "Sara Lind",
            "En tjänst är vakant.",
        ]
    ]


def test_a_sort_of_which_nothing_deviates_is_left_out() -> None:
    assert headings(told("avvikelser", subject(TRAFIK))) == ["Uppdrag"]


def test_a_plan_where_nothing_deviates_says_just_that() -> None:
    found = told("avvikelser", subject(Plan("kultur", 2025)))
    assert said(found) == ["0 av 0 uppdrag och 0 av 0 aktiviteter avviker."]
    assert not tables(found)
