"""The overview counts what the plans say: each uppdrag once, in its own cell and in the sums."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from data.counts import Counts, Parted, counts, parted
from data.overview import Column, overview, year_beside, years
from data.plan import Fokusomrade, Plan, Uppdrag
from data.status import EJ_BEDOMD, UPPDRAG
from tests.plans import plans


def omrade(id: str, *statuses: str | None, verdict: str | None = None) -> Fokusomrade:
    uppdrag = tuple(Uppdrag(f"{id}-{number}", "Något", status) for number, status in enumerate(statuses))
    return Fokusomrade(id, f"Område {id}", verdict, uppdrag=uppdrag)


NORR = Plan("norr", 2025, fokusomraden=(omrade("1.10", "uppfylls"), omrade("1.9", "delvis", None, verdict="inte")))
SYD = Plan("syd", 2025, fokusomraden=(omrade("1.9", "delvis", "uppfylls"), omrade("vard", "inte")))
OLD = Plan("norr", 2024, fokusomraden=(omrade("1.1", "inte"),))


def test_the_columns_stand_in_the_order_of_their_numbers_and_the_unnumbered_last() -> None:
    found = overview([NORR, SYD, OLD], 2025)
    assert found.columns == (
        Column("1.9", "Område 1.9"),
        Column("1.10", "Område 1.10"),
        Column("vard", "Område vard"),
    )


def test_a_cell_holds_the_counts_and_the_verdict_that_somebody_gave() -> None:
    cell = overview([NORR, SYD], 2025).lines[0].cells[0]
    assert cell is not None
    assert (cell.counts, cell.verdict) == ({"uppfylls": 0, "delvis": 1, "inte": 0, EJ_BEDOMD.value: 1}, "inte")


def test_a_plan_without_the_fokusomrade_has_no_cell_there() -> None:
    assert overview([NORR, SYD], 2025).lines[1].cells[1] is None


def test_the_sums_of_rows_and_columns_are_the_same_in_the_end() -> None:
    found = overview([NORR, SYD, OLD], 2025)
    assert [line.sum.total for line in found.lines] == [3, 3]
    assert [cell.total for cell in found.sums] == [4, 1, 1]
    assert found.sum.counts == {"uppfylls": 2, "delvis": 2, "inte": 1, EJ_BEDOMD.value: 1}
    assert found.sum.verdict is None


def test_the_years_come_newest_first() -> None:
    assert years([OLD, NORR, SYD]) == (2025, 2024)


def test_a_year_without_plans_is_an_empty_table() -> None:
    found = overview([NORR], 2031)
    assert (found.columns, found.lines, found.sum.total) == ((), (), 0)


def numbers(found: Parted) -> list[Counts]:
    return [found.shared, found.own, found.all]


@settings(max_examples=30)
@given(st.lists(plans(), max_size=4))
def test_every_uppdrag_is_counted_once_by_forvaltning_by_fokusomrade_and_by_sort(given: list[Plan]) -> None:
    named = [replace(plan, forvaltning=f"f{place}", ar=2025) for place, plan in enumerate(given)]
    found = overview(named, 2025)
    uppdrag = [one for plan in named for one in plan.uppdrag]
    sorts = [[one for one in uppdrag if one.regiongemensamt is shared] for shared in (True, False)]
    told = [counts(UPPDRAG, sort) for sort in (*sorts, uppdrag)]
    for cells in ([line.sum for line in found.lines], found.sums, [found.sum]):
        assert numbers(sum((cell.parted for cell in cells), parted(()))) == told
    assert sum(found.sum.counts.values()) == len(uppdrag)


def test_the_year_beside_is_one_that_there_are_plans_for() -> None:
    plans = [OLD, NORR, SYD]
    assert (year_beside(plans, 2024, "after"), year_beside(plans, 2025, "before")) == (2025, 2024)
    assert (year_beside(plans, 2025, "after"), year_beside(plans, 2024, "before")) == (2025, 2024)
    assert year_beside(plans, 1999, "after") == 1999
