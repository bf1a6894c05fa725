"""Two states of a plan side by side: every item is in just the sorts of change it has had, or in none."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from data.comparison import above, compare
from data.plan import Plan
from tests.norrsken import KULTUR, REPORTED
from tests.plans import edited, plans


def test_each_sort_of_change_is_told_by_itself() -> None:
    found = compare(REPORTED, KULTUR)
    assert [change.id for change in found.rejudged] == ["1.1", "bokbuss", "bokbuss-1"]
    assert [(change.id, change.field) for change in found.edited] == [
        ("1.1", "kommentar"),
        ("bokbuss", "kommentar"),
    ]
    assert [item.id for item in found.new] == ["bokbuss-2", "scen", "nojd"]
    assert [item.id for item in found.gone] == ["utstallning"]
    assert [change.id for change in found.moved] == ["resfri"]
    assert [item.id for item in found.untouched] == ["digitalt", "1.2", "lan", "fukt"]


def test_an_uppdrag_is_at_rest_only_when_its_aktiviteter_are() -> None:
    assert [uppdrag.id for uppdrag in compare(KULTUR, KULTUR).at_rest] == [uppdrag.id for uppdrag in KULTUR.uppdrag]
    first = KULTUR.fokusomraden[0]
    bokbuss, *others = first.uppdrag
    fewer = replace(bokbuss, aktiviteter=bokbuss.aktiviteter[:1])
    plan = replace(KULTUR, fokusomraden=(replace(first, uppdrag=(fewer, *others)), *KULTUR.fokusomraden[1:]))
    for one, other in ((KULTUR, plan), (plan, KULTUR)):
        assert "bokbuss" not in [uppdrag.id for uppdrag in compare(one, other).at_rest]


def test_the_year_of_the_plan_is_no_change_to_any_item() -> None:
    found = compare(KULTUR, replace(KULTUR, ar=2026))
    assert not (found.new or found.gone or found.moved or found.rejudged or found.edited)


def test_what_an_item_stands_below_comes_from_the_top() -> None:
    assert [item.id for item in above(KULTUR, "bokbuss-1")] == ["1.1", "bokbuss"]
    assert above(KULTUR, "lan") == ()


@settings(max_examples=60)
@given(st.data(), plans())
def test_every_item_is_touched_or_untouched_and_never_both(data: st.DataObject, then: Plan) -> None:
    now = data.draw(edited(then))
    found = compare(then, now)
    touched = {item.id for item in (*found.new, *found.gone)}
    touched |= {change.id for change in (*found.moved, *found.rejudged, *found.edited)}
    untouched = {item.id for item in found.untouched}
    assert touched.isdisjoint(untouched)
    assert touched | untouched == {*then.items, *now.items}
    assert all(now.parents[id] == then.parents[id] for id in untouched)
