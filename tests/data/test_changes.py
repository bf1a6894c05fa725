"""The laws of the one notion of change, on values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.changes import AddItem, MoveItem, Place, SetField, inverse, set_field
from data.changing import changed
from data.difference import diff
from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag
from tests.plans import edited, plans

pairs = plans().flatmap(lambda plan: st.tuples(st.just(plan), edited(plan)))
strangers = st.tuples(plans(), plans())

PLAN = Plan(
    "kultur",
    2025,
    fokusomraden=(
        Fokusomrade(
            "1.1", "Ett", uppdrag=(Uppdrag("a", "A", aktiviteter=(Aktivitet("a-1", "A1"),)), Uppdrag("b", "B"))
        ),
        Fokusomrade("1.2", "Två"),
    ),
)


@given(pairs | strangers)
def test_the_difference_makes_the_old_plan_into_the_new(pair: tuple[Plan, Plan]) -> None:
    old, new = pair
    assert changed(old, diff(old, new)) == new


@given(plans())
def test_a_plan_does_not_differ_from_itself(plan: Plan) -> None:
    assert diff(plan, plan) == []


@given(pairs | strangers)
def test_the_inverse_takes_every_change_back(pair: tuple[Plan, Plan]) -> None:
    old, new = pair
    changes = diff(old, new)
    assert changed(new, inverse(changes)) == old
    assert inverse(inverse(changes)) == changes


def test_a_move_is_one_change_and_leaves_the_others_where_they_are() -> None:
    moved = changed(PLAN, [MoveItem("a", Place("1.1", None), Place("1.2", None))])
    assert diff(PLAN, moved) == [MoveItem("a", Place("1.1", None), Place("1.2", None))]
    assert moved.parents["a-1"] == "a"


def test_a_judgement_is_one_field() -> None:
    assert set_field(PLAN, "a", "status", "delvis") == [SetField("a", "status", None, "delvis")]
    assert set_field(PLAN, "a", "status", None) == []


def test_an_id_that_names_another_kind_of_item_is_removed_and_added() -> None:
    other = Plan("kultur", 2025, fokusomraden=(Fokusomrade("a", "Nu ett fokusområde"),))
    assert changed(PLAN, diff(PLAN, other)) == other


@pytest.mark.parametrize(
    "change",
    [
        SetField("finns-inte", "status", None, "delvis"),
        AddItem(Uppdrag("a", "A igen"), Place("1.1", None)),
        AddItem(Uppdrag("c", "C"), Place("a", None)),
        MoveItem("a", Place("1.1", None), Place("1.1", "finns-inte")),
        MoveItem("finns-inte", Place("1.1", None), Place("1.1", None)),
    ],
)
def test_a_change_that_does_not_fit_is_refused(change: SetField | AddItem | MoveItem) -> None:
    with pytest.raises(ValueError, match="finns"):
        changed(PLAN, [change])
