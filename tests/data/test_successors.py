"""What an older plan's fokusområden become: a name weighs more than a number, and doubt is told."""

from __future__ import annotations

import pytest

from data.mal import MalOchBudget, MalOmrade
from data.plan import Fokusomrade
from data.successors import Ground, successors


def became(
    names: dict[str, str], year: MalOchBudget, told: dict[str, str] | None = None
) -> list[tuple[str, Ground]]:
    found = successors([Fokusomrade(id, namn) for id, namn in names.items()], year, told or {})
    assert [one.old.id for one in found] == list(names)
    return [(one.new.id if one.new else "", one.ground) for one in found]


def test_the_same_name_is_found_whatever_its_number_case_and_blanks() -> None:
    year = MalOchBudget(2020, None, (MalOmrade("2.1", "Hållbara  resor"), MalOmrade("2.2", "Trygg vård")))
    assert became({"1.1": "Trygg vård", "1.2": "hållbara resor"}, year) == [
        ("2.2", Ground.SAME),
        ("2.1", Ground.SAME),
    ]


def test_when_numbers_are_dealt_out_anew_names_are_followed() -> None:
    year = MalOchBudget(2020, None, (MalOmrade("1.1", "Trygg vård"), MalOmrade("1.2", "Kultur")))
    assert became({"1.1": "Hållbara resor", "1.2": "Trygg vård"}, year) == [
        ("", Ground.NONE),
        ("1.1", Ground.SAME),
    ]


def test_an_id_that_nobody_else_has_by_name_is_followed_to_its_new_name() -> None:
    year = MalOchBudget(2020, None, (MalOmrade("resor", "Att röra sig fritt"), MalOmrade("vard", "Vård")))
    assert became({"resor": "Hållbart resande"}, year) == [("resor", Ground.SAME_ID)]


def test_a_name_reworded_is_followed_when_no_other_is_nearly_as_alike() -> None:
    year = MalOchBudget(2020, None, (MalOmrade("2.1", "En hög attraktivitet"), MalOmrade("2.2", "Kultur")))
    assert became({"1.1": "Hög attraktivitet"}, year) == [("2.1", Ground.ALIKE)]


@pytest.mark.parametrize(
    "names", [("God vård i norr", "God vård i söder"), ("Kultur", "Vatten")], ids=["two alike", "none alike"]
)
def test_in_doubt_it_stays_as_it_is(names: tuple[str, ...]) -> None:
    year = MalOchBudget(2020, None, tuple(MalOmrade(f"2.{n}", namn) for n, namn in enumerate(names, 1)))
    assert became({"1.1": "God vård i öst"}, year) == [("", Ground.NONE)]


def test_what_somebody_says_goes_before_all_else_and_two_may_become_one() -> None:
    year = MalOchBudget(2020, None, (MalOmrade("2.1", "Resor"), MalOmrade("2.2", "Vård")))
    told = {"1.1": "2.2", "1.2": "2.2", "1.3": ""}
    assert became({"1.1": "Resor", "1.2": "Kost", "1.3": "Vård"}, year, told) == [
        ("2.2", Ground.TOLD),
        ("2.2", Ground.TOLD),
        ("", Ground.TOLD),
    ]
