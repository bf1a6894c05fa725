"""What is found in real plans, where they are at hand: the known cases, and next to nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from data.checks.run import Remark
from data.importing.arsredovisning.report import read_arsredovisning
from data.importing.bilaga_text import read_bilaga
from data.layout import scan
from data.plan import Plan
from data.writing import write
from tests.data.checks.looking import found

UNDERLAG = Path(__file__).parents[3].parent / "shared" / "underlag"
BILAGA = UNDERLAG / "001_ad1299b816753fba.txt"
REPORT = UNDERLAG / "004_b3cf64bef8b31b81.txt"


@pytest.fixture(scope="module")
def plan() -> Plan:
    if not BILAGA.is_file():
        pytest.skip("the real bilaga is not at hand")
    return read_bilaga(BILAGA.read_text(encoding="utf-8"), "regionkontoret", 2019).plan


def ordinals(plan: Plan, remarks: list[Remark]) -> dict[str, list[int]]:
    """Return, by rule, which uppdrag of the plan the remarks are on, from 1."""
    layout = scan(write(plan))
    starts = [layout.line_and_column(layout.records[layout.by_id[one.id]].header)[0] for one in plan.uppdrag]
    told: dict[str, list[int]] = {}
    for remark in remarks:
        told.setdefault(remark.rule, []).append(sum(start <= remark.line for start in starts))
    return told


def test_the_known_cases_are_found_and_nothing_else(plan: Plan) -> None:
    assert ordinals(plan, found(plan)) == {
        "avbruten-kommentar": [9],
        "samma-kommentar": [10, 47, 48, 49],
        "samma-namn": [20, 49],
    }


def test_few_comments_speak_of_trouble_even_if_all_were_green(plan: Plan) -> None:
    omraden = (
        replace(omrade, uppdrag=tuple(replace(uppdrag, status="uppfylls") for uppdrag in omrade.uppdrag))
        for omrade in plan.fokusomraden
    )
    told = Counter(remark.rule for remark in found(replace(plan, fokusomraden=tuple(omraden))))
    assert told["kommentar-mot-status"] == 2


@pytest.mark.skipif(not REPORT.is_file(), reason="the real årsredovisning is not at hand")
def test_an_earlier_report_counts_uppdrag_that_it_does_not_name() -> None:
    plan = read_arsredovisning(REPORT.read_text(encoding="utf-8"), "regionkontoret", 2020).plan
    remarks = found(plan)
    layout = scan(write(plan))
    starts = [layout.line_and_column(layout.records[layout.by_id[one.id]].header)[0] for one in plan.fokusomraden]
    told: dict[str, list[int]] = {}
    for one in remarks:
        told.setdefault(one.rule, []).append(sum(start <= one.line for start in starts))
    assert told == {"antal-i-text": [3, 4, 5, 6], "bedomning-mot-antal": [4], "samma-kommentar": [9]}
