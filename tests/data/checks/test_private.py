"""Rules on what should not be published."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.plan import Aktivitet, Fokusomrade, Indikator, Plan, Uppdrag
from tests.data.checks.looking import found, lines, with_comments

NUMBER = "19121212-1212"
ADDRESS = "sara.lind@exempel.se"


@pytest.mark.parametrize("text", [f"Ring {NUMBER}.", "Hon heter 121212-1212", "1212121212, enligt akten"])
def test_a_personnummer_is_told_where_it_stands_and_never_repeated(text: str) -> None:
    plan = with_comments(f"Allt är klart.\n{text}")
    (remark,) = found(plan, rule="personnummer")
    assert lines(plan, [remark])[0].startswith(("1912", "1212"))
    assert "1212" not in str(remark).partition(": ")[2]


@pytest.mark.parametrize("text", ["Dnr 121212-1213", "Org.nr 556036-0793", "Tel 0912-121212", "Konto 991212-1212"])
def test_other_numbers_are_not(text: str) -> None:
    assert found(with_comments(text), rule="personnummer") == []


@pytest.mark.parametrize("text", [f"Skriv till {ADDRESS}.", f"({ADDRESS})", f"<{ADDRESS}>", "a_b+c@x-y.z.museum"])
def test_an_address_is_told_and_not_repeated(text: str) -> None:
    plan = with_comments(text)
    (remark,) = found(plan, rule="e-post")
    assert "@" in lines(plan, [remark])[0]
    assert "@" not in remark.message


@pytest.mark.parametrize("text", ["Mötet är kl. 10 @ Tärna", "@region", "a@b", "pris 3@4 kr", "x@y..se"])
def test_other_signs_at_are_not(text: str) -> None:
    assert found(with_comments(text), rule="e-post") == []


def test_every_text_of_a_plan_is_looked_at() -> None:
    plan = Plan(
        "kultur",
        2025,
        (("kontakt", ADDRESS),),
        (
            Fokusomrade(
                "1",
                f"Fråga {ADDRESS}",
                kommentar=ADDRESS,
                uppdrag=(
                    Uppdrag(
                        "u",
                        "U",
                        ansvarig=ADDRESS,
                        ursprung=ADDRESS,
                        tysta=(f"samma-namn: {ADDRESS} vet",),
                        extra=(("källa", ADDRESS),),
                        aktiviteter=(Aktivitet("a", "A", kommentar=ADDRESS),),
                    ),
                ),
            ),
        ),
        (Indikator("i", "I", enhet=ADDRESS, malvarde=ADDRESS),),
    )
    told = found(plan, rule="e-post")
    assert len(told) == 10
    assert all(line.startswith(ADDRESS) for line in lines(plan, told))


def test_a_long_run_of_letters_takes_no_long_time() -> None:
    text = "a" * 200_000 + "@"
    assert found(with_comments(text), rule="e-post") == []


def test_each_number_is_a_finding_of_its_own() -> None:
    plan = with_comments(f"{NUMBER} och {NUMBER}")
    assert len({remark.column for remark in found(plan, rule="personnummer")}) == 2
    assert found(replace(plan, fokusomraden=()), rule="personnummer") == []
