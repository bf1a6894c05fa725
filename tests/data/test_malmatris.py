"""The matrix has every mål with every nämnd once, and every uppdrag once in each view of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from data.mal import Mal, MalOchBudget, MalOmrade
from data.malmatris import NO_NAMND, Malmatris, answers_for, malmatris
from data.plan import Fokusomrade, Plan, Uppdrag
from data.region import Forvaltning, Grupp, Namnd, Region
from tests.norrsken import DECIDED, KULTUR, REGION, TRAFIK

FOUND = malmatris(DECIDED, REGION, [KULTUR, TRAFIK])


def squares(found: Malmatris) -> dict[tuple[str, str], tuple[bool, bool, list[str]]]:
    return {
        (row.mal.id, square.namnd): (square.assigned, square.missing, [uppdrag.id for uppdrag in square.uppdrag])
        for row in found.rows
        for square in row.squares
    }


def test_a_square_tells_who_answers_and_what_serves() -> None:
    found = squares(FOUND)
    assert found["kultur-nara", "KN"] == (True, False, ["bokbuss"])
    assert found["resor", "KN"] == (True, False, ["bokbuss"])
    assert found["resor", "TN"] == (True, False, ["turer"])
    assert found["fossilfritt", "TN"] == (True, True, [])
    assert found["kultur-nara", "TN"] == (False, False, [])


def test_a_namnd_without_a_plan_at_hand_lacks_uppdrag_but_nobody_knows_that_it_has_none() -> None:
    resor = FOUND.rows[1].squares[0]
    assert (resor.namnd, resor.lacking, resor.missing) == ("RS", True, False)


def test_the_namnder_stand_in_the_regions_order() -> None:
    assert FOUND.namnder == ("RS", "KN", "TN")


def test_uppdrag_are_told_apart_by_what_they_serve() -> None:
    (kultur, trafik) = FOUND.plans
    assert [uppdrag.id for uppdrag in kultur.decided] == ["bokbuss"]
    assert [uppdrag.id for uppdrag in kultur.unknown] == ["scen"]
    assert [uppdrag.id for uppdrag in kultur.none] == ["digitalt", "resfri"]
    assert [uppdrag.id for uppdrag in trafik.decided] == ["turer"]


def test_a_forvaltning_that_no_namnd_is_known_for_has_a_column_of_its_own() -> None:
    found = malmatris(DECIDED, replace(REGION, forvaltningar=()), [KULTUR])
    assert found.namnder == ("RS", "KN", "TN", NO_NAMND)
    assert squares(found)["resor", NO_NAMND] == (False, False, ["bokbuss"])


def test_plans_of_other_years_are_left_aside() -> None:
    assert malmatris(DECIDED, REGION, [replace(KULTUR, ar=2024)]).plans == ()


def test_a_group_is_resolved_for_its_year_and_each_namnd_comes_once() -> None:
    region = Region(
        "R",
        tuple(Namnd(kod, kod) for kod in "ABCD"),
        (Grupp("drift", ("A", "B"), 2024), Grupp("drift", ("B", "C"), 2025), Grupp("alla", ("A", "B", "C", "D"))),
    )
    mal = Mal("m", "M", ("B", "drift"))
    assert answers_for(mal, region, 2024) == ("B", "A")
    assert answers_for(mal, region, 2025) == ("B", "C")
    assert answers_for(Mal("m", "M", ("alla", "drift")), region, 2025) == ("A", "B", "C", "D")
    assert answers_for(mal, region, 2026) == ("B", "drift")
    assert answers_for(mal, None, 2025) == ("B", "drift")


_KODER = ("A", "B", "C", "X")
_NAMNDER = st.lists(st.sampled_from([*_KODER, "drift"]), max_size=4).map(tuple)


@st.composite
def regions(draw: st.DrawFn) -> Region:
    grupper = [Grupp("drift", tuple(draw(st.lists(st.sampled_from("ABC"), max_size=3, unique=True))), 2025)]
    forvaltningar = [Forvaltning(f"f{n}", f"F{n}", draw(st.sampled_from([None, "A", "B", "C"]))) for n in range(3)]
    return Region("R", tuple(Namnd(kod, kod) for kod in "ABC"), tuple(grupper), tuple(forvaltningar))


@st.composite
def years(draw: st.DrawFn) -> tuple[MalOchBudget, list[Plan]]:
    mal = [Mal(f"m{n}", f"M{n}", draw(_NAMNDER)) for n in range(draw(st.integers(0, 3)))]
    serves = st.lists(st.sampled_from(["m0", "m1", "m2", "okänt"]), max_size=3).map(tuple)
    plans = [
        Plan(
            f"f{n}",
            2025,
            fokusomraden=(
                Fokusomrade(
                    "1",
                    "O",
                    uppdrag=tuple(Uppdrag(f"u{k}", "U", mal=draw(serves)) for k in range(draw(st.integers(0, 3)))),
                ),
            ),
        )
        for n in range(draw(st.integers(0, 4)))
    ]
    return MalOchBudget(
        2025, None, (MalOmrade("o", "O", tuple(mal[:1])), MalOmrade("p", "P", tuple(mal[1:])))
    ), plans


@settings(max_examples=100)
@given(regions(), years())
def test_every_mal_meets_every_namnd_once_and_every_uppdrag_is_counted_once(
    region: Region, year: tuple[MalOchBudget, list[Plan]]
) -> None:
    decided, plans = year
    found = malmatris(decided, region, plans)
    pairs = [(row.mal.id, square.namnd) for row in found.rows for square in row.squares]
    assert pairs == [(mal.id, namnd) for mal in decided.mal for namnd in found.namnder]
    assert len(set(pairs)) == len(pairs)
    for row in found.rows:
        serving = [uppdrag for plan in plans for uppdrag in plan.uppdrag if row.mal.id in uppdrag.mal]
        assert Counter(map(id, row.uppdrag)) == Counter(map(id, serving))
        assert {square.namnd for square in row.squares if square.assigned} == {*answers_for(row.mal, region, 2025)}
    for plan, sorts in zip(plans, found.plans, strict=True):
        told = [*sorts.decided, *sorts.unknown, *sorts.none]
        assert sorted(map(id, told)) == sorted(map(id, plan.uppdrag))
