"""Rules on what time has passed by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data.git import Repository
from data.history import Event, read_history
from data.plan import Aktivitet, Plan, Uppdrag
from data.writing import write
from tests.conftest import run_git
from tests.data.checks.looking import found, lines, plan_of


def uppdrag(status: str | None, kommentar: str | None) -> Plan:
    return plan_of(Uppdrag("a", "A", status, kommentar))


def committed(folder: Path, *plans: Plan) -> tuple[Event, ...]:
    """Commit the versions of a plan one after the other, and return their history."""
    (folder / "2025").mkdir()
    run_git(folder, "init", "--quiet")
    for number, plan in enumerate(plans):
        (folder / "2025/kultur.toml").write_text(write(plan), encoding="utf-8", newline="\n")
        run_git(folder, "add", ".")
        when = f"2025-0{number + 1}-10T12:00:00 +0100"
        run_git(folder, "commit", "--quiet", "--message", "x", "--date", when)
    return read_history(Repository(folder), "2025/kultur").events


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def test_a_comment_older_than_its_status_is_told_with_both_days(folder: Path) -> None:
    now = uppdrag("uppfylls", "Bussen är beställd.")
    past = committed(folder, uppdrag("delvis", "Bussen är beställd."), now)
    (remark,) = found(now, rule="gammal-kommentar", past=past)
    assert remark.message == (
        "status ändrades från uppfylls delvis 2025-02-10, kommentaren är från 2025-01-10; "
        "läs om den och skriv vad som har hänt"
    )
    assert lines(now, [remark]) == ['kommentar = "Bussen är beställd."']


@pytest.mark.parametrize(
    "versions",
    [
        [uppdrag("delvis", "Beställd."), uppdrag("uppfylls", "Bussen rullar.")],
        [uppdrag("delvis", "Beställd."), uppdrag("uppfylls", "Beställd."), uppdrag("uppfylls", "Bussen rullar.")],
        [uppdrag(None, "Beställd."), uppdrag("uppfylls", "Beställd.")],
        [uppdrag("delvis", "Beställd."), uppdrag("uppfylls", None)],
        [uppdrag("uppfylls", "Beställd.")],
    ],
    ids=["in one commit", "comment afterwards", "first judgement", "no comment", "one version"],
)
def test_a_comment_written_with_its_status_or_after_it_is_not(folder: Path, versions: list[Plan]) -> None:
    assert found(versions[-1], rule="gammal-kommentar", past=committed(folder, *versions)) == []


def test_what_is_not_committed_yet_is_left_alone(folder: Path) -> None:
    past = committed(folder, uppdrag("delvis", "Beställd."), uppdrag("uppfylls", "Beställd."))
    assert found(uppdrag("uppfylls", "Bussen rullar."), rule="gammal-kommentar", past=past) == []
    assert found(uppdrag("inte", "Beställd."), rule="gammal-kommentar", past=past) == []
    assert len(found(uppdrag("uppfylls", "Beställd."), rule="gammal-kommentar", past=past)) == 1


def test_where_there_is_no_history_nothing_is_known() -> None:
    assert found(uppdrag("uppfylls", "Beställd."), rule="gammal-kommentar") == []


def ending(day: date, status: str | None = "pagar", ar: int = 2025) -> Plan:
    return replace(plan_of(Uppdrag("a", "A", aktiviteter=(Aktivitet("a-1", "A1", status, slut=day),))), ar=ar)


def test_an_end_that_has_passed_is_told() -> None:
    plan = ending(date(2025, 10, 5))
    (remark,) = found(plan, rule="passerat-slut")
    assert remark.message == "slutdatumet 2025-10-05 har passerat, men status är pågår; ändra det ena"
    assert lines(plan, [remark]) == ["slut = 2025-10-05"]


@pytest.mark.parametrize("status", [None, "delvis", "inte"])
def test_an_uppdrag_that_is_not_fulfilled_at_its_end_is_told(status: str | None) -> None:
    assert len(found(plan_of(Uppdrag("a", "A", status, slut=date(2025, 9, 1))), rule="passerat-slut")) == 1


@pytest.mark.parametrize(
    "plan",
    [
        ending(date(2025, 10, 6)),
        ending(date(2025, 3, 1), "klar"),
        ending(date(2025, 3, 1), ar=2024),
        plan_of(Uppdrag("a", "A", "uppfylls", slut=date(2025, 3, 1))),
        plan_of(Uppdrag("a", "A", start=date(2025, 3, 1))),
    ],
    ids=["the last day", "done", "after the plan's year", "fulfilled", "no end"],
)
def test_an_end_that_is_kept_or_not_here_yet_is_not(plan: Plan) -> None:
    assert found(plan, rule="passerat-slut") == []


def test_an_end_within_an_earlier_year_is_told_for_that_year() -> None:
    assert len(found(ending(date(2024, 12, 31), ar=2024), rule="passerat-slut")) == 1
