"""How far each förvaltning has come, as counted from what is left to do in its plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from data.period import Period
from data.plan import Fokusomrade, Plan, Uppdrag
from data.region import Rapport
from exporters.report import document
from exporters.reports.framdrift import FRAMDRIFT
from tests.exporters.follow_up import plain, region, said, tables, told_of_region

DOCUMENT = told_of_region("framdrift")


def test_each_plan_has_a_row_with_all_that_is_left_and_the_region_their_sum() -> None:
    (table,) = tables(DOCUMENT)
    assert [column.head for column in table.columns] == [
        "Förvaltning",
        "Uppdrag",
        "Bedömda",
        "Andel, %",
        "Saknar kommentar",
        "Orörda",
        "Annat ej bedömt",
        "Att se över",
    ]
    assert plain(table) == [
        ["Kultur Norrsken", "4", "3", "75", "2", "1", "1", "0"],
        ["Norrskenstrafiken", "2", "2", "100", "1", "0", "1", "0"],
        ["Hela regionen", "6", "5", "83", "3", "1", "2", "0"],
    ]


def test_it_tells_how_many_plans_are_done() -> None:
    assert said(DOCUMENT)[1:] == ["Ingenting är kvar att göra i 0 av 2 planer."]
    uppdrag = Uppdrag("a", "Läsa högt", "uppfylls", "Varje lördag.")
    plan = Plan("kultur", 2025, fokusomraden=(Fokusomrade("1.1", "Närhet", "uppfylls", uppdrag=(uppdrag,)),))
    made = told_of_region("framdrift", plan)
    assert said(made)[1:] == ["Ingenting är kvar att göra i 1 av 1 plan."]
    assert len(tables(made)[0].rows) == 1


def test_it_tells_when_the_years_reports_are_to_be_done() -> None:
    deadlines = (
        Rapport(Period(2025, "ur2"), date(2025, 9, 22)),
        Rapport(Period(2025, "ur1"), date(2025, 5, 15)),
        Rapport(Period(2024, "ur1"), date(2024, 5, 13)),
    )
    material = region()
    assert material.region is not None
    made = document(FRAMDRIFT, replace(material, region=replace(material.region, rapporter=deadlines)))
    assert said(made)[1] == (
        "Uppföljningsrapport 1 2025 ska vara klar den 15 maj 2025"
        " och Uppföljningsrapport 2 2025 den 22 september 2025."
    )


def test_a_plan_without_uppdrag_has_no_share() -> None:
    assert plain(tables(told_of_region("framdrift", Plan("kultur", 2025)))[0])[0][3] == "–"


def test_each_row_but_the_sum_is_about_its_plan() -> None:
    (table,) = tables(DOCUMENT)
    assert table.places == ((("2025/kultur", ""),), (("2025/trafik", ""),), ())
