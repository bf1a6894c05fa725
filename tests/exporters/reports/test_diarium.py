"""What became of it? Uppdrag by diarienummer, with what they came of, how they go and what is said of them."""

from __future__ import annotations

from dataclasses import replace

from data.plan import Fokusomrade, Plan, Uppdrag
from tests.exporters.follow_up import plain, said, tables, told_of_region

DOCUMENT = told_of_region("diarium")


def test_each_uppdrag_that_came_of_something_is_there_with_its_status_and_comment() -> None:
    (table,) = tables(DOCUMENT)
    assert plain(table) == [
        ["TN 2024/9", "● Uppfylls: Bygga laddstationer", "Norrskenstrafiken", "Invigda i juni."],
        ["TN 2024/112\nBeslut i nämnden", "▲ Delvis: Köra alla turer", "Norrskenstrafiken", ""],
        ["Utan diarienummer\nInterpellation", "■ Inte: Öppna en scen", "Kultur Norrsken", ""],
    ]


def test_numbers_stand_as_people_read_them() -> None:
    numbers = ["rs 2019/10", "RS 2019/9", "RS 2018/100", "AN 1", "2019/7", "RS2019/1"]
    uppdrag = tuple(Uppdrag(f"u{n}", "Ett", diarienummer=number) for n, number in enumerate(numbers))
    plan = Plan("kultur", 2025, fokusomraden=(Fokusomrade("1.1", "A", uppdrag=uppdrag),))
    (table,) = tables(told_of_region("diarium", plan))
    assert [row[0] for row in plain(table)] == [
        "2019/7",
        "AN 1",
        "RS 2018/100",
        "RS2019/1",
        "RS 2019/9",
        "rs 2019/10",
    ]


def test_years_have_a_list_each_and_say_when_there_is_none() -> None:
    empty = Plan("kultur", 2024)
    made = told_of_region("diarium", empty, replace(empty, ar=2025))
    assert said(made) == [
        "Inget uppdrag 2025 har något diarienummer eller ursprung.",
        "Inget uppdrag 2024 har något diarienummer eller ursprung.",
    ]
