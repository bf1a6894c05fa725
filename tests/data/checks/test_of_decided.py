"""Rules on plans beside what fullmäktige has decided."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.mal import Mal, MalOchBudget, MalOmrade, read_mal
from data.mal_writing import write_mal
from data.plan import Fokusomrade, Plan, Uppdrag
from tests.data.checks.looking import found, lines, plan_of
from tests.norrsken import DECIDED, KULTUR, REGION, TRAFIK

MAL_TEXT = write_mal(DECIDED)


def lacking(*plans: Plan, decided: MalOchBudget = DECIDED, broken: tuple[str, ...] = ()) -> list[tuple[int, str]]:
    told = found(*plans, rule="mal-utan-uppdrag", decided=decided, region=REGION, mal_text=MAL_TEXT, broken=broken)
    return [(remark.line, remark.message) for remark in told]


def test_a_mal_that_nobody_serves_in_a_namnd_with_a_plan_is_told_where_it_was_decided() -> None:
    (told,) = lacking(KULTUR, TRAFIK)
    assert told == (
        MAL_TEXT.split("\n").index('namnder = ["TN"]') + 1,
        "målet ”Fossilfritt 2030” har inget uppdrag från TN; lägg till ett, eller låt ett som finns peka på målet",
    )


def test_a_namnd_without_a_plan_at_hand_is_not_told_to_lack_anything() -> None:
    assert lacking(KULTUR) == []


def test_nor_is_one_with_another_plan_that_cannot_be_read() -> None:
    assert lacking(KULTUR, TRAFIK, broken=("2025/trafik.toml",)) == []
    assert len(lacking(KULTUR, TRAFIK, broken=("2024/trafik.toml", "rapport.toml"))) == 1


def test_all_namnder_that_lack_an_uppdrag_are_told_in_one_line() -> None:
    idle = replace(TRAFIK, fokusomraden=())
    told = [message for _, message in lacking(replace(KULTUR, fokusomraden=()), idle)]
    assert [message.partition(" har inget")[0] for message in told] == [
        "målet ”Kultur nära alla”",
        "målet ”Resor som går att lita på”",
        "målet ”Fossilfritt 2030”",
    ]
    assert "från KN och TN;" in told[1]


def test_a_mal_can_have_the_rule_silenced_on_it() -> None:
    decided, faults = read_mal(MAL_TEXT.replace('["TN"]', '["TN"]\ntysta = ["mal-utan-uppdrag: börjar 2026"]'))
    assert decided is not None and faults == ()
    assert lacking(KULTUR, TRAFIK, decided=decided) == []


def test_a_namnd_that_the_region_does_not_know_is_told_once_where_it_stands_first() -> None:
    namnder = ("RS", "XN", "alla nämnder")
    mal = tuple(Mal(f"m{n}", f"Mål {n}", namnder) for n in range(3))
    decided = MalOchBudget(2025, None, (MalOmrade("n", "Närhet", mal),))
    text = write_mal(decided)
    told = found(TRAFIK, rule="okand-namnd", decided=decided, region=REGION, mal_text=text)
    assert {(remark.line, remark.message) for remark in told} == {
        (
            text.split("\n").index('namnder = ["RS", "XN", "alla nämnder"]') + 1,
            f"”{name}” (också för två mål till) är varken [[namnd]] eller [[grupp]] i region.toml för 2025; "
            "lägg till den, eller rätta namnet",
        )
        for name in ("XN", "alla nämnder")
    }


def test_an_uppdrag_that_serves_what_was_not_decided_is_told_at_the_mal() -> None:
    (told,) = found(KULTUR, rule="okant-mal", decided=DECIDED)
    assert told.message == 'målet "teater" finns inte i 2025/mal-och-budget.toml; välj ett som finns där'
    assert lines(KULTUR, [told]) == ['teater"]']


def test_uppdrag_that_serve_no_mal_are_told_one_by_one() -> None:
    told = found(KULTUR, rule="uppdrag-utan-mal", decided=DECIDED)
    assert lines(KULTUR, told) == ["[[fokusomrade.uppdrag]]"] * 2


def test_a_plan_in_which_nothing_serves_any_mal_is_told_once() -> None:
    (told,) = found(plan_of(Uppdrag("a", "A"), Uppdrag("b", "B")), rule="uppdrag-utan-mal", decided=DECIDED)
    assert (told.line, told.message) == (
        1,
        "inget uppdrag i planen pekar på något mål i 2025/mal-och-budget.toml; välj mål",
    )


@pytest.mark.parametrize("decided", [None, MalOchBudget(2025), replace(DECIDED, ar=2024)])
def test_without_decided_mal_nothing_is_asked_of_the_plans(decided: MalOchBudget | None) -> None:
    rules = {remark.rule for remark in found(KULTUR, TRAFIK, decided=decided)}
    assert not rules & {"uppdrag-utan-mal", "fokusomrade-namn", "mal-utan-uppdrag"}


def test_a_fokusomrade_has_the_name_that_was_decided() -> None:
    plan = Plan(
        "kultur",
        2025,
        fokusomraden=(
            Fokusomrade("1.1", "Närhet"),
            Fokusomrade("klimat", "Miljö"),
            Fokusomrade("1.3", "Närheten"),
            Fokusomrade("1.4", "Egna lokaler"),
            Fokusomrade("1.5", "Klimp"),
        ),
    )
    told = found(plan, rule="fokusomrade-namn", decided=DECIDED)
    assert [remark.message for remark in told] == [
        "fokusområdet heter ”Klimat” i 2025/mal-och-budget.toml; ändra det ena",
        "fokusområdet heter ”Närhet” i 2025/mal-och-budget.toml; ändra det ena",
        "fokusområdet finns inte i 2025/mal-och-budget.toml; ändra det ena",
        "fokusområdet finns inte i 2025/mal-och-budget.toml; ändra det ena",
    ]
    assert [line.partition(" = ")[0] for line in lines(plan, told)] == ["namn"] * 4


def test_a_mal_with_a_silence_that_gives_no_reason_is_a_fault() -> None:
    decided, faults = read_mal(MAL_TEXT.replace('["TN"]', '["TN"]\ntysta = ["mal-utan-uppdrag"]'))
    assert decided is None
    assert "tysta ska vara regeln och skälet" in faults[0].message


def test_a_mal_knows_what_is_silenced_on_it() -> None:
    assert Mal("m", "M").tysta == ()
