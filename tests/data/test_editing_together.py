"""Several items edited at once: each goes where it would alone, none is lost, and all can be taken back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from data.changes import Change, inverse
from data.changing import changed
from data.editing import homes, siblings_of
from data.editing_together import Together, moves_into, removals, shifts, tops
from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag
from tests.plans import plans

PLAN = Plan(
    "regionkontoret",
    2025,
    fokusomraden=(
        Fokusomrade(
            "1.6",
            "Nära vård",
            uppdrag=(
                Uppdrag("a", "A", aktiviteter=(Aktivitet("a-1", "A1"), Aktivitet("a-2", "A2"))),
                Uppdrag("b", "B"),
                Uppdrag("c", "C", aktiviteter=(Aktivitet("c-1", "C1"),)),
            ),
        ),
        Fokusomrade("1.7", "Resor", uppdrag=(Uppdrag("d", "D"),)),
    ),
)


def _made(plan: Plan, together: Together) -> Plan:
    return changed(plan, _flat(together))


def _flat(together: Together) -> list[Change]:
    return [change for changes in together.values() for change in changes]


def _uppdrag(plan: Plan, omrade: str = "1.6") -> list[str]:
    return siblings_of(plan, omrade, "uppdrag")


def test_what_stands_below_another_goes_with_it() -> None:
    assert tops(PLAN, ["c-1", "a-2", "a", "d"]) == ["a", "c-1", "d"]


def test_several_are_removed_with_all_below_them() -> None:
    left = _made(PLAN, removals(PLAN, ["a-1", "a", "c-1"]))
    assert list(left.items) == ["1.6", "b", "c", "1.7", "d"]


def test_they_move_one_step_and_keep_their_order() -> None:
    assert _uppdrag(_made(PLAN, shifts(PLAN, ["b", "c"], -1))) == ["b", "c", "a"]
    assert _uppdrag(_made(PLAN, shifts(PLAN, ["a", "b"], 1))) == ["c", "a", "b"]
    assert _uppdrag(_made(PLAN, shifts(PLAN, ["a", "c"], -1))) == ["a", "c", "b"]


def test_at_the_edge_they_go_together_into_the_neighbour() -> None:
    moved = _made(PLAN, shifts(PLAN, ["b", "c"], 1))
    assert (_uppdrag(moved), _uppdrag(moved, "1.7")) == (["a"], ["b", "c", "d"])
    back = _made(moved, shifts(moved, ["b", "c"], -1))
    assert (_uppdrag(back), _uppdrag(back, "1.7")) == (["a", "b", "c"], ["d"])


def test_at_the_plans_own_edge_none_passes_another() -> None:
    assert shifts(PLAN, ["a", "b"], -1) == {}


def test_they_come_into_another_home_in_their_order() -> None:
    moved = _made(PLAN, moves_into(PLAN, ["c", "d", "a"], "1.7"))
    assert _uppdrag(moved, "1.7") == ["d", "a", "c"]


@settings(max_examples=40)
@given(st.data())
def test_whatever_is_done_together_is_taken_back_together(data: st.DataObject) -> None:
    plan = data.draw(plans())
    ids = data.draw(st.lists(st.sampled_from(list(plan.items)), max_size=4)) if plan.items else []
    edits = [removals(plan, ids), shifts(plan, ids, -1), shifts(plan, ids, 1)]
    for kind in ("uppdrag", "aktivitet"):
        same = [id for id in ids if kind == plan.items[id].KIND]
        if places := homes(plan, kind):
            edits.append(moves_into(plan, same, data.draw(st.sampled_from(places))))
    for edit in edits:
        after = _made(plan, edit)
        assert changed(after, inverse(_flat(edit))) == plan
    for edit in edits[1:]:
        assert sorted(_made(plan, edit).items) == sorted(plan.items)
