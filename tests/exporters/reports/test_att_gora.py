"""What is left to do stands fokusområde by fokusområde, after how far the work has come."""

from __future__ import annotations

from dataclasses import replace

from data.plan import Fokusomrade, Plan, Uppdrag
from data.todo import judged
from exporters.reports.att_gora import ATT_GORA
from tests.exporters.follow_up import headings, plain, said, subject, tables, told
from tests.norrsken import KULTUR

DOCUMENT = told("att-gora")


def test_it_begins_with_how_many_uppdrag_are_judged() -> None:
    assert said(DOCUMENT) == [f"Uppdrag: {judged(KULTUR)}."] == ["Uppdrag: 3 av 4 bedömda."]


def test_the_first_table_has_progress_and_each_reason_by_fokusomrade() -> None:
    table = tables(DOCUMENT)[0]
    assert [column.head for column in table.columns[3:]] == (
        ["Ej bedömd", "Saknar kommentar", "Orörd sedan senaste rapporten", "Att se över efter importen"]
    )
    assert plain(table) == [
        ["1.1 Närhet", "3", "3", "0", "1", "1", "0"],
        ["1.2 Klimat", "1", "0", "2", "1", "0", "0"],
        ["Summa", "4", "3", "2", "2", "1", "0"],
    ]


def test_each_item_is_listed_once_with_all_its_reasons() -> None:
    assert headings(DOCUMENT) == ["1.1 Närhet", "1.2 Klimat"]
    _, narhet, klimat = tables(DOCUMENT)
    assert plain(narhet) == [
        ["▲ Delvis: Låna ut digitalt", "Uppdrag", "", "orörd sedan senaste rapporten"],
        ["■ Inte: Öppna en scen", "Uppdrag", "", "saknar kommentar"],
    ]
    assert plain(klimat) == [
        ["? Ej bedömd: 1.2 Klimat", "Fokusområde", "", "ej bedömd"],
        ["? Ej bedömd: Mötas utan att resa", "Uppdrag", "", "ej bedömd och saknar kommentar"],
    ]


def test_without_an_earlier_report_nothing_is_stale() -> None:
    assert ATT_GORA.compares
    table = tables(told("att-gora", subject(earlier=None)))[0]
    assert plain(table)[-1] == ["Summa", "4", "3", "2", "2", "0", "0"]


def test_a_plan_with_nothing_left_says_so() -> None:
    done = Uppdrag("a", "Läsa högt", "uppfylls", "Varje lördag.")
    plan = Plan("kultur", 2025, fokusomraden=(Fokusomrade("1.1", "Närhet", "uppfylls", uppdrag=(done,)),))
    found = told("att-gora", subject(plan))
    assert said(found) == ["Uppdrag: 1 av 1 bedömda. Ingenting är kvar att göra."]
    assert not tables(found)
    assert headings(told("att-gora", subject(replace(plan, fokusomraden=())))) == []
