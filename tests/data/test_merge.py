"""The laws of merging, and the cases that people meet."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from data.changes import Change, MoveItem, Place, RemoveItem, SetField, field_value
from data.changing import changed
from data.difference import diff
from data.merge import ITEM, PLACE, Conflict, Merge, merge
from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag
from data.rereading import read
from data.writing import write
from tests.plans import edited, plans

small = plans(max_fokusomraden=2, max_uppdrag=2, max_aktiviteter=2)
one_side = small.flatmap(lambda base: st.tuples(st.just(base), edited(base)))
two_sides = small.flatmap(lambda base: st.tuples(st.just(base), edited(base), edited(base)))


SETS = ("mal", "att_se_over", "tysta", "matningar")


def told(plan: Plan) -> dict[str, object]:
    """The plan without its order: every item, its fields and where it stands."""
    sets = {
        id: {name: set(getattr(item, name)) for name in SETS if hasattr(item, name)}
        for id, item in plan.items.items()
    }
    bare = {
        id: replace(item, **dict.fromkeys(sets[id], ()), **_no_children(item)) for id, item in plan.items.items()
    }
    return {"items": bare, "sets": sets, "parents": dict(plan.parents), "extra": plan.extra}


def _no_children(item: object) -> dict[str, tuple[()]]:
    return {name: () for name in ("uppdrag", "aktiviteter") if hasattr(item, name)}


def mirrored(conflict: Conflict) -> Conflict:
    return replace(conflict, ours=conflict.theirs, theirs=conflict.ours)


@given(one_side)
def test_what_one_side_alone_has_made_is_the_result(pair: tuple[Plan, Plan]) -> None:
    base, side = pair
    assert merge(base, side, base) == Merge(side, tuple(diff(base, side)), ())
    assert merge(base, base, side) == Merge(side, (), ())


@given(one_side)
def test_what_both_sides_have_made_alike_is_no_conflict(pair: tuple[Plan, Plan]) -> None:
    base, side = pair
    assert merge(base, side, side) == Merge(side, (), ())


@settings(max_examples=200)
@given(two_sides)
def test_it_does_not_matter_who_is_ours_but_for_order(sides: tuple[Plan, Plan, Plan]) -> None:
    base, ours, theirs = sides
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert {(c.id, c.field) for c in one.conflicts} == {(c.id, c.field) for c in other.conflicts}
    assert [c for c in one.conflicts if mirrored(c) not in other.conflicts] == []
    if not one.conflicts:
        assert told(one.plan) == told(other.plan)


@settings(max_examples=200)
@given(two_sides)
def test_no_id_is_lost_that_nobody_removed(sides: tuple[Plan, Plan, Plan]) -> None:
    base, ours, theirs = sides
    merged = merge(base, ours, theirs)
    for id in {*ours.items, *theirs.items}:
        removed = id in base.items and not (id in ours.items and id in theirs.items)
        assert id in merged.plan.items or removed or merged.conflicts
    assert set(merged.plan.items) <= {*ours.items, *theirs.items}
    assert changed(theirs, merged.changes) == merged.plan
    assert read(write(merged.plan)) == merged.plan


@settings(max_examples=50)
@given(two_sides, st.data())
def test_what_is_chosen_is_as_ours_and_all_else_as_it_was(
    sides: tuple[Plan, Plan, Plan], data: st.DataObject
) -> None:
    base, ours, theirs = sides
    first = merge(base, ours, theirs)
    chosen = data.draw(st.sets(st.sampled_from([c.about for c in first.conflicts]))) if first.conflicts else set()
    again = merge(base, ours, theirs, chosen)
    for id, field in chosen - {conflict.about for conflict in again.conflicts}:
        if field == ITEM:
            assert (id in again.plan.items) == (id in ours.items)
        elif field == PLACE:
            assert again.plan.parents.get(id) in (ours.parents[id], None)
        elif id in again.plan.items:
            assert field_value(again.plan.items[id], field) == field_value(ours.items[id], field)
    if not chosen:
        assert again == first
    assert changed(theirs, again.changes) == again.plan
    assert read(write(again.plan)) == again.plan


@settings(max_examples=50)
@given(two_sides)
def test_a_merge_merged_again_with_either_side_stays(sides: tuple[Plan, Plan, Plan]) -> None:
    """As when the others take in our merge, or we merge anew because somebody was quicker."""
    base, ours, theirs = sides
    merged = merge(base, ours, theirs).plan
    assert merge(theirs, merged, theirs) == Merge(merged, tuple(diff(theirs, merged)), ())
    assert merge(theirs, theirs, merged).plan == merged
    assert merge(ours, ours, merged).plan == merged


@settings(max_examples=50)
@given(small.flatmap(lambda base: st.tuples(st.just(base), *[edited(base, 3) for _ in range(3)])))
def test_three_people_lose_nothing_in_whatever_order_they_merge(sides: tuple[Plan, Plan, Plan, Plan]) -> None:
    """Each merges with what Bo has sent first: one of them first, and then the other."""
    base, anna, bo, cia = sides
    ways = []
    for one, other in ((anna, cia), (cia, anna)):
        first = merge(base, one, bo)
        second = merge(base, other, first.plan)
        ways.append((second.plan, first.conflicts or second.conflicts))
    if not any(conflicts for _, conflicts in ways):
        assert told(ways[0][0]) == told(ways[1][0])


@settings(max_examples=50)
@given(two_sides.flatmap(lambda sides: st.tuples(st.just(sides), edited(sides[0], 3))))
def test_where_several_starts_tell_different_stories_nothing_is_chosen_in_silence(
    given: tuple[tuple[Plan, Plan, Plan], Plan],
) -> None:
    (base, ours, theirs), other = given
    merged = merge(base, ours, theirs, others=[other])
    if not merged.conflicts:
        for start in (base, other):
            alone = merge(start, ours, theirs)
            assert alone.conflicts == () and told(alone.plan) == told(merged.plan)
    swapped = merge(base, theirs, ours, others=[other])
    assert {c.about for c in merged.conflicts} == {c.about for c in swapped.conflicts}
    assert merge(base, ours, theirs, others=[base]) == merge(base, ours, theirs)


CYKEL = Uppdrag("cykel", "Ta fram regional cykelplan", "uppfylls", mal=("a", "b"))
BUSS = Uppdrag("buss", "Ny busslinje", aktiviteter=(Aktivitet("buss-1", "Upphandla fordon"),))
BASE = Plan(
    "regionkontoret", 2019, (), (Fokusomrade("1.1", "Ett", uppdrag=(CYKEL, BUSS)), Fokusomrade("1.2", "Två"))
)


def after(*changes: Change) -> Plan:
    return changed(BASE, changes)


def test_different_fields_of_one_item_merge() -> None:
    ours = after(SetField("cykel", "status", "uppfylls", "delvis"))
    theirs = after(SetField("cykel", "kommentar", None, "På remiss."))
    merged = merge(BASE, ours, theirs)
    assert merged.conflicts == ()
    assert merged.changes == (SetField("cykel", "status", "uppfylls", "delvis"),)
    assert merged.plan.items["cykel"] == replace(CYKEL, status="delvis", kommentar="På remiss.")


def test_the_same_field_changed_to_different_values_is_a_conflict_and_theirs_stays() -> None:
    ours = after(SetField("cykel", "status", "uppfylls", "delvis"))
    theirs = after(SetField("cykel", "status", "uppfylls", "inte"))
    merged = merge(BASE, ours, theirs)
    assert merged.conflicts == (Conflict("cykel", "status", "uppfylls", "delvis", "inte"),)
    assert merged.plan == theirs


def test_lists_merge_as_sets() -> None:
    ours = after(SetField("cykel", "mal", ("a", "b"), ("b", "c")))
    theirs = after(SetField("cykel", "mal", ("a", "b"), ("a", "b", "d")))
    merged = merge(BASE, ours, theirs)
    assert merged.conflicts == ()
    assert merged.plan.items["cykel"] == replace(CYKEL, mal=("b", "d", "c"))


def test_a_removal_against_a_change_is_a_conflict() -> None:
    ours = after(RemoveItem(CYKEL, Place("1.1", None)))
    theirs = after(SetField("cykel", "status", "uppfylls", "inte"))
    merged = merge(BASE, ours, theirs)
    assert merged.conflicts == (Conflict("cykel", ITEM, CYKEL, None, replace(CYKEL, status="inte")),)
    assert merged.plan == theirs
    assert merge(BASE, theirs, ours).plan == ours


def test_something_put_below_what_the_other_removed_is_a_conflict() -> None:
    ours = changed(BASE, diff(BASE, replace(BASE, fokusomraden=BASE.fokusomraden[:1])))
    theirs = after(MoveItem("cykel", Place("1.1", None), Place("1.2", None)))
    merged = merge(BASE, ours, theirs)
    assert [(conflict.id, conflict.field) for conflict in merged.conflicts] == [("1.2", ITEM)]
    assert merged.plan == theirs
    other = merge(BASE, theirs, ours)
    assert [(conflict.id, conflict.field) for conflict in other.conflicts] == [("1.2", ITEM)]
    assert other.plan == ours


def test_an_addition_against_an_unequal_addition_is_a_conflict() -> None:
    def added(name: str) -> Plan:
        omrade = replace(BASE.fokusomraden[1], uppdrag=(Uppdrag("ny", name),))
        return replace(BASE, fokusomraden=(BASE.fokusomraden[0], omrade))

    assert merge(BASE, added("A"), added("A")).conflicts == ()
    merged = merge(BASE, added("A"), added("B"))
    assert merged.conflicts == (Conflict("ny", ITEM, None, Uppdrag("ny", "A"), Uppdrag("ny", "B")),)
    assert merged.plan == added("B")


def test_moves_to_different_places_are_a_conflict_and_a_move_and_a_change_are_not() -> None:
    start = replace(BASE, fokusomraden=(*BASE.fokusomraden, Fokusomrade("1.3", "Tre")))
    ours = changed(start, [MoveItem("buss", Place("1.1", "cykel"), Place("1.2", None))])
    theirs = changed(start, [MoveItem("buss", Place("1.1", "cykel"), Place("1.3", None))])
    assert merge(start, ours, theirs).conflicts == (Conflict("buss", PLACE, "1.1", "1.2", "1.3"),)
    renamed = changed(start, [SetField("buss-1", "namn", "Upphandla fordon", "Upphandla bussar")])
    merged = merge(start, ours, renamed)
    assert merged.conflicts == ()
    assert merged.plan.parents["buss"] == "1.2"
    assert merged.plan.items["buss-1"].namn == "Upphandla bussar"


def test_what_each_side_added_stands_after_what_it_stood_after() -> None:
    def with_uppdrag(*ids: str) -> Plan:
        return Plan("x", 2019, (), (Fokusomrade("1", "Ett", uppdrag=tuple(Uppdrag(id, id) for id in ids)),))

    merged = merge(
        with_uppdrag("a", "b", "c"), with_uppdrag("a", "o", "b", "c"), with_uppdrag("t", "a", "b", "c", "u")
    )
    assert [one.id for one in merged.plan.uppdrag] == ["t", "a", "o", "b", "c", "u"]
