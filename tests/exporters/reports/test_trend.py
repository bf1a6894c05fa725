"""Trend: each closed report of the year beside what is reported now, and fair to plans that have closed fewer."""

from __future__ import annotations

from dataclasses import replace

from data.period import Period
from data.status import UPPDRAG
from exporters.material import Earlier, Material
from exporters.report import document
from exporters.reports.trend import TREND, steps
from tests.exporters.follow_up import below, charts, headings, plain, said, subject, tables
from tests.norrsken import KULTUR, REPORTED, TRAFIK

MARCH = Earlier(Period(2025, "m03"), replace(REPORTED, fokusomraden=REPORTED.fokusomraden[:1]))
SPRING = Earlier(Period(2025, "ur1-rattelse-1"), REPORTED)
FOLLOWED = replace(subject(KULTUR), closed=(MARCH, SPRING))
OTHER = replace(subject(TRAFIK, earlier=None), closed=(Earlier(Period(2025, "ur1"), TRAFIK),))


def test_reports_stand_in_the_order_of_the_year_and_a_corrected_one_beside_the_others_first() -> None:
    found = steps([OTHER, FOLLOWED])
    assert [(step.label, list(step.plans)) for step in found] == [
        ("Månadsrapport mars 2025", ["Kultur Norrsken"]),
        ("Uppföljningsrapport 1 2025", ["Norrskenstrafiken", "Kultur Norrsken"]),
        ("Den här rapporten", ["Norrskenstrafiken", "Kultur Norrsken"]),
    ]


def test_every_uppdrag_of_every_report_is_counted_once_in_each_table() -> None:
    made = document(TREND, Material((FOLLOWED, OTHER)))
    whole, plans, omraden = (plain(table) for table in tables(made))
    assert [row[:2] + row[-1:] for row in whole] == [
        ["Månadsrapport mars 2025", "1", "4"],
        ["Uppföljningsrapport 1 2025", "2", "6"],
        ["Den här rapporten", "2", "6"],
    ]
    for label, _, *numbers in whole:
        for table in (plans, omraden):
            rows = [list(map(int, row[2:])) for row in table if row[1] == label]
            assert [sum(column) for column in zip(*rows, strict=True)] == list(map(int, numbers))


def test_a_fokusomrade_that_was_not_there_yet_has_no_row_then() -> None:
    (klimat,) = [row for row in plain(tables(document(TREND, Material((FOLLOWED,))))[-1]) if "mars" in row[1]]
    assert klimat[0] == "1.1 Närhet"


def test_the_chart_has_a_bar_for_each_report() -> None:
    (chart,) = charts(document(TREND, Material((FOLLOWED,))))
    assert [bar.label for bar in chart.bars] == [step.label for step in steps([FOLLOWED])]
    assert all(status in (*UPPDRAG.statuses, UPPDRAG.of(None)) for status in chart.statuses)


def test_one_plan_has_no_table_of_plans_and_reports_that_all_have_closed_need_no_caution() -> None:
    made = document(TREND, Material((FOLLOWED,)))
    assert headings(made) == ["Alla uppdrag", "Fokusområden"]
    assert not said(made)
    assert "lika många planer" in said(document(TREND, Material((FOLLOWED, OTHER))))[0]
    assert below(document(TREND, Material((FOLLOWED, OTHER))), "Förvaltningar")


def test_without_a_closed_report_it_says_so() -> None:
    made = document(TREND, Material((subject(earlier=None),)))
    assert said(made) == [
        "Ingen rapport har stängts än för det här året. Stäng en med ”trafikljus close”, så finns något att följa."
    ]
    assert not tables(made)


def test_rows_are_about_plans_and_about_fokusomraden_that_plans_have_now() -> None:
    gone = replace(SPRING, plan=replace(REPORTED, fokusomraden=(replace(REPORTED.fokusomraden[0], id="9.9"),)))
    whole, plans, omraden = tables(document(TREND, Material((replace(FOLLOWED, closed=(gone,)), OTHER))))
    assert whole.places == ()
    assert dict.fromkeys(plans.places) == {(("2025/kultur", ""),): None, (("2025/trafik", ""),): None}
    by_name = {row[0]: places for row, places in zip(plain(omraden), omraden.places, strict=True)}
    assert by_name["1.1 Närhet"] == (("2025/kultur", "1.1"), ("2025/trafik", "1.1"))
    assert by_name["9.9 Närhet"] == ()
