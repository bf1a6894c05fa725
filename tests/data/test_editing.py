"""Edits of the plan itself: whatever is done fits the plan, loses nothing, and can be taken back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.changes import AddItem, Change, MoveItem, Place, inverse
from data.changing import changed
from data.editing import (
    addition,
    below,
    homes,
    last_place,
    move_into,
    place_of,
    removal,
    set_fields,
    shift,
    siblings_of,
)
from data.merge import merge
from data.plan import ID_PATTERN, KINDS, Aktivitet, Fokusomrade, Indikator, Item, Plan, Uppdrag
from data.rereading import read
from data.wording import with_all_below
from data.writing import apply
from tests.plans import plans, styled, texts

PLAN = Plan(
    "regionkontoret",
    2025,
    fokusomraden=(
        Fokusomrade(
            "1.6",
            "Nära vård",
            uppdrag=(
                Uppdrag(
                    "vantrum",
                    "Göra väntrummen lugnare",
                    aktiviteter=(Aktivitet("belysning", "Byta belysningen"), Aktivitet("vaggar", "Måla väggarna")),
                ),
                Uppdrag("telefon", "Korta telefonköerna"),
            ),
        ),
        Fokusomrade("1.7", "Hållbara resor", uppdrag=(Uppdrag("garage", "Bygga cykelgarage"),)),
    ),
    indikatorer=(Indikator("franvaro", "Sjukfrånvaro"),),
)


def _order(plan: Plan, parent: str, kind: str) -> list[str]:
    return siblings_of(plan, parent, kind)


def test_a_new_uppdrag_gets_an_id_from_its_name_and_stands_last() -> None:
    change = addition(PLAN, Uppdrag, last_place(PLAN, "1.6", "uppdrag"), {"namn": " Öppna fler drop-in-tider "})
    assert change == AddItem(
        Uppdrag("oppna-fler-drop-in-tider", "Öppna fler drop-in-tider"), Place("1.6", "telefon")
    )


def test_the_same_name_again_gets_an_id_of_its_own() -> None:
    first = addition(PLAN, Aktivitet, Place("telefon", None), {"namn": "Utreda"})
    second = addition(changed(PLAN, [first]), Aktivitet, Place("garage", None), {"namn": "Utreda"})
    assert (first.item.id, second.item.id) == ("utreda", "utreda-2")


def test_a_fokusomrade_among_numbered_ones_gets_the_next_number() -> None:
    change = addition(PLAN, Fokusomrade, Place("", "1.7"), {"namn": "Trygg ekonomi"})
    assert change.item.id == "1.8"


def test_a_fokusomrade_gets_no_number_where_its_siblings_have_none() -> None:
    named = Plan("x", 2025, fokusomraden=(Fokusomrade("vard", "Vård"), Fokusomrade("1.2", "Resor")))
    assert addition(named, Fokusomrade, Place("", "1.2"), {"namn": "Ekonomi"}).item.id == "ekonomi"
    assert addition(Plan("x", 2025), Fokusomrade, Place("", None), {"namn": "Ekonomi"}).item.id == "ekonomi"


def test_nothing_comes_in_without_a_name() -> None:
    with pytest.raises(ValueError, match="namn saknas"):
        addition(PLAN, Uppdrag, Place("1.6", None), {"namn": "  "})


def test_two_who_add_different_aktiviteter_to_one_uppdrag_do_not_meet() -> None:
    place = last_place(PLAN, "vantrum", "aktivitet")
    ours, theirs = (
        changed(PLAN, [addition(PLAN, Aktivitet, place, {"namn": namn})]) for namn in ("Sätta upp tavlor", "Städa")
    )
    merged = merge(PLAN, ours, theirs)
    assert merged.conflicts == ()
    assert len(merged.plan.items["vantrum"].children) == 4


def test_several_fields_are_set_at_once_and_the_id_stays_with_a_new_name() -> None:
    item = PLAN.items["telefon"]
    changes = set_fields(item, {"namn": "Svara i telefon", "ansvarig": "  ", "diarienummer": "RS 12", "mal": ()})
    after = changed(PLAN, changes).items["telefon"]
    assert after == Uppdrag("telefon", "Svara i telefon", diarienummer="RS 12")
    assert len(changes) == 2


def test_an_item_goes_up_and_down_among_its_siblings() -> None:
    assert _order(changed(PLAN, shift(PLAN, "telefon", -1)), "1.6", "uppdrag") == ["telefon", "vantrum"]
    assert _order(changed(PLAN, shift(PLAN, "vantrum", 1)), "1.6", "uppdrag") == ["telefon", "vantrum"]
    assert _order(changed(PLAN, shift(PLAN, "1.7", -1)), "", "fokusomrade") == ["1.7", "1.6"]


def test_past_the_edge_an_item_goes_into_the_neighbour() -> None:
    down = changed(PLAN, shift(PLAN, "telefon", 1))
    assert (_order(down, "1.6", "uppdrag"), _order(down, "1.7", "uppdrag")) == (["vantrum"], ["telefon", "garage"])
    up = changed(PLAN, shift(PLAN, "garage", -1))
    assert _order(up, "1.6", "uppdrag") == ["vantrum", "telefon", "garage"]


def test_at_the_plans_own_edge_nothing_moves() -> None:
    assert shift(PLAN, "1.6", -1) == shift(PLAN, "garage", 1) == shift(PLAN, "franvaro", 1) == []
    assert move_into(PLAN, "garage", "1.7") == []


def test_what_goes_with_an_item_is_told_in_swedish() -> None:
    told = [
        with_all_below(type(PLAN.items[id]), below(PLAN.items[id])) for id in ("1.6", "vantrum", "1.7", "telefon")
    ]
    assert told == [
        "fokusområdet, dess 2 uppdrag och 2 aktiviteter",
        "uppdraget och dess 2 aktiviteter",
        "fokusområdet och dess enda uppdrag",
        "uppdraget",
    ]


@given(st.data())
def test_every_edit_can_be_written_and_taken_back(data: st.DataObject) -> None:
    plan = data.draw(plans())
    text = data.draw(styled(plan))
    changes = _an_edit(data, plan)
    after = changed(plan, changes)
    assert read(apply(text, changes)) == after
    assert changed(after, inverse(changes)) == plan
    assert all(ID_PATTERN.fullmatch(id) for id in after.items)


@given(st.data())
def test_a_move_loses_and_renames_nothing(data: st.DataObject) -> None:
    plan = data.draw(plans())
    if not plan.items:
        return
    id = data.draw(st.sampled_from(list(plan.items)))
    step = data.draw(st.sampled_from([-1, 1]))
    changes = shift(plan, id, step)
    after = changed(plan, changes)
    assert set(after.items) == set(plan.items)
    assert shift(after, id, -step) == [
        MoveItem(c.id, c.new, c.old) for c in changes if isinstance(c, MoveItem)
    ] or (not changes)


@given(st.data())
def test_a_removal_takes_the_item_and_what_is_below_it_alone(data: st.DataObject) -> None:
    plan = data.draw(plans())
    if not plan.items:
        return
    item = plan.items[data.draw(st.sampled_from(list(plan.items)))]
    gone = set(plan.items) - set(changed(plan, removal(plan, item.id)).items)
    assert item.id in gone
    assert len(gone) == 1 + sum(below(item).values())


def _an_edit(data: st.DataObject, plan: Plan) -> list[Change]:
    kinds = [kind for kind in KINDS.values() if homes(plan, kind.KIND)]
    what = data.draw(st.sampled_from(["add", "shift", "into", "remove"]))
    if what == "add" or not plan.items:
        kind: type[Item] = data.draw(st.sampled_from(kinds))
        parent = data.draw(st.sampled_from(homes(plan, kind.KIND)))
        after = data.draw(st.sampled_from([None, *siblings_of(plan, parent, kind.KIND)]))
        return [addition(plan, kind, Place(parent, after), {"namn": data.draw(texts(1))})]
    id = data.draw(st.sampled_from(list(plan.items)))
    if what == "shift":
        return shift(plan, id, data.draw(st.sampled_from([-1, 1])))
    if what == "into":
        return move_into(plan, id, data.draw(st.sampled_from(homes(plan, plan.items[id].KIND))))
    assert place_of(plan, id).parent == plan.parents[id]
    return removal(plan, id)
