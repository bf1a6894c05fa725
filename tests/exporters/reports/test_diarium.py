"""What became of it? Uppdrag by diarienummer, with what they came of, how they go and what is said of them."""

from __future__ import annotations

from dataclasses import replace

from data.plan import Fokusomrade, Plan, Uppdrag
from exporters.deliveries import deliveries
from exporters.material import Material
from tests.exporters.follow_up import plain, region, said, tables, told_of_region

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


def plan_of(ar: int, status: str) -> Plan:
    uppdrag = Uppdrag("scen", "Öppna en scen", status, diarienummer="KN 2024/7")
    return Plan("kultur", ar, fokusomraden=(Fokusomrade("1.1", "A", uppdrag=(uppdrag,)),))


def test_what_became_of_it_is_told_over_the_years_the_latest_first() -> None:
    made = told_of_region("diarium", plan_of(2024, "inte"), plan_of(2025, "delvis"))
    (table,) = tables(made)
    assert [column.head for column in table.columns][:2] == ["Ärende", "År"]
    assert [row[:3] for row in plain(table)] == [
        ["KN 2024/7", "2025", "▲ Delvis: Öppna en scen"],
        ["KN 2024/7", "2024", "■ Inte: Öppna en scen"],
    ]
    assert made.header == "Region Norrsken, 2024–2025"


def test_several_years_are_one_file() -> None:
    material = region(plan_of(2024, "inte"), plan_of(2025, "delvis"))
    (delivery,) = deliveries(material, ["diarium"], ["markdown"])
    assert delivery.file == "2024-2025-regionen-diarium.md"


def test_without_plans_there_is_no_file() -> None:
    assert deliveries(Material(()), ["diarium"], ["markdown"]) == ()


def test_where_nothing_came_of_anything_it_says_so() -> None:
    empty = Plan("kultur", 2024)
    assert said(told_of_region("diarium", empty, replace(empty, ar=2025))) == [
        "Inget uppdrag 2025 och 2024 har något diarienummer eller ursprung."
    ]
