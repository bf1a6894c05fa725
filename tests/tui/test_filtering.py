"""What is looked for is found with all that it stands in, in the order of the files, and nothing else shows."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from data.changes import set_field
from data.changing import changed
from data.plan import PLAN_ID, Aktivitet, Fokusomrade, Indikator, Plan, Uppdrag
from data.status import EJ_BEDOMD
from tests.plans import plans
from tui.filtering import STATUSES, Since, Wanted, choices, passing
from tui.outline import Outline, kept
from tui.rows import Key
from tui.seeking import Seeker

CYKEL = Uppdrag(
    "cykel",
    "Bygga cykelgarage",
    "delvis",
    ansvarig="Trafik",
    aktiviteter=(Aktivitet("cykel-1", "Mäta upp platsen"), Aktivitet("cykel-2", "Upphandla", ansvarig="Inköp")),
)
VANTRUM = Uppdrag("vantrum", "Göra väntrummen lugnare", "inte", kommentar="Färgen är slut.")
PLAN = Plan(
    "norr",
    2025,
    fokusomraden=(
        Fokusomrade("1", "Resor", "delvis", uppdrag=(CYKEL,)),
        Fokusomrade("2", "Vård", uppdrag=(VANTRUM,)),
    ),
    indikatorer=(Indikator("restid", "Restid", 31),),
)
OTHER = replace(PLAN, forvaltning="syd")
NAME = PLAN.name


def _ids(wanted: Wanted, *those: Plan, stay: Key | None = None) -> list[str]:
    named = {plan.name: plan for plan in those or (PLAN,)}
    outline = Outline()
    result = Seeker().find(named, wanted, stay)
    assert result is not None
    outline.look(result.kept)
    return [row.id for row in outline.rows(named, ())]


def test_a_hit_shows_with_what_it_stands_in() -> None:
    assert _ids(Wanted("mäta")) == ["1", "cykel", "cykel-1"]


def test_a_comment_is_found_too() -> None:
    assert _ids(Wanted("färgen")) == ["2", "vantrum"]


def test_plans_without_hits_do_not_show() -> None:
    other = replace(OTHER, fokusomraden=())
    assert _ids(Wanted("mäta"), PLAN, other) == [PLAN_ID, "1", "cykel", "cykel-1"]


def test_a_status_passes_what_has_it_and_unjudged_is_one_too() -> None:
    assert list(passing(PLAN, Wanted(statuses=frozenset({"delvis"})))) == ["1", "cykel"]
    assert list(passing(PLAN, Wanted(statuses=frozenset({EJ_BEDOMD.value})))) == ["cykel-1", "cykel-2", "2"]


def test_an_aktivitet_that_names_nobody_is_its_uppdrags() -> None:
    assert list(passing(PLAN, Wanted(ansvariga=frozenset({"Trafik"})))) == ["cykel", "cykel-1"]


def test_parts_of_a_filter_and_a_search_are_all_to_be_met() -> None:
    wanted = Wanted("u", statuses=frozenset({EJ_BEDOMD.value}), fokusomraden=frozenset({"Resor"}))
    assert _ids(wanted) == ["1", "cykel", "cykel-1", "cykel-2"]
    assert _ids(replace(wanted, ansvariga=frozenset({"Inköp"}))) == ["1", "cykel", "cykel-2"]


def test_changed_since_tells_what_is_not_as_it_was_then() -> None:
    now = changed(PLAN, [*set_field(PLAN, "cykel-2", "status", "klar"), *set_field(PLAN, "restid", "utfall", 30)])
    since = Since("2025-03-01", {NAME: PLAN})
    assert list(passing(now, Wanted(since=since))) == ["cykel-2", "restid"]
    assert list(passing(PLAN, Wanted(since=since))) == []
    assert list(passing(OTHER, Wanted(since=since))) == []


def test_the_row_of_the_cursor_stays_even_when_it_is_not_found() -> None:
    assert _ids(Wanted("mäta"), stay=(NAME, "vantrum")) == ["1", "cykel", "cykel-1", "2", "vantrum"]


def test_a_search_goes_to_its_best_hit_and_a_filter_to_its_first() -> None:
    named = {OTHER.name: replace(OTHER, fokusomraden=()), NAME: PLAN}
    searched = Seeker().find(named, Wanted("upphandla"))
    filtered = Seeker().find(named, Wanted(statuses=frozenset({"inte"})))
    assert searched is not None
    assert filtered is not None
    assert (searched.best, searched.count) == ((NAME, "cykel-2"), 1)
    assert (filtered.best, filtered.count) == ((NAME, "vantrum"), 1)


def test_a_search_that_is_no_longer_wanted_stops() -> None:
    assert Seeker().find({NAME: PLAN}, Wanted("mäta"), go_on=lambda: False) is None


def test_what_was_found_can_be_closed_and_opened_and_shows_all_it_has_when_it_holds_no_hit() -> None:
    outline = Outline()
    outline.look({NAME: kept(PLAN, ["cykel"])})

    def ids() -> list[str]:
        return [row.id for row in outline.rows({NAME: PLAN}, ())]

    assert ids() == ["1", "cykel"]
    outline.set_open((NAME, "cykel"), True)
    assert ids() == ["1", "cykel", "cykel-1", "cykel-2"]
    outline.set_open((NAME, "1"), False)
    assert ids() == ["1"]
    outline.open_all([PLAN])
    assert ids() == ["1", "cykel"]
    outline.close_all()
    assert ids() == ["1"]


def test_what_is_gone_to_shows_among_what_was_found() -> None:
    outline = Outline()
    outline.look({NAME: kept(PLAN, ["cykel-2"])})
    outline.reveal(PLAN, "vantrum")
    assert [row.id for row in outline.rows({NAME: PLAN}, ())] == ["1", "cykel", "cykel-2", "2", "vantrum"]


def test_the_choices_are_those_that_the_plans_have() -> None:
    assert choices([PLAN, OTHER]).ansvariga == ("Inköp", "Trafik")
    assert choices([PLAN, OTHER]).fokusomraden == ("Resor", "Vård")


def test_a_filter_is_told_in_words() -> None:
    wanted = Wanted(
        "x",
        frozenset({"inte", "delvis", EJ_BEDOMD.value}),
        frozenset({"Trafik"}),
        frozenset({"Vård"}),
        Since("2025-03-01", {}),
    )
    assert wanted.chips() == [
        "delvis, inte, ej bedömd",
        "ansvarig Trafik",
        "fokusområde Vård",
        "ändrat sedan 2025-03-01",
    ]


def test_every_status_has_a_word_of_its_own() -> None:
    assert len({status.short.lower() for status in STATUSES}) == len(STATUSES)


@settings(max_examples=60)
@given(plans(), st.data())
def test_every_hit_shows_below_all_that_it_stands_in_and_in_the_order_of_the_file(
    plan: Plan, data: st.DataObject
) -> None:
    hits = data.draw(st.sets(st.sampled_from(sorted(plan.items)))) if plan.items else set()
    outline = Outline()
    outline.open_all([plan])
    named = {plan.name: plan}
    before = list(outline.rows(named, ()))
    outline.look({plan.name: kept(plan, hits)})
    rows = [row.id for row in outline.rows(named, ())]
    expected = set(hits)
    for id in hits:
        while (id := plan.parents[id]) != PLAN_ID:
            expected.add(id)
    assert rows == [id for id in plan.items if id in expected]
    outline.look(None)
    assert list(outline.rows(named, ())) == before


@settings(max_examples=40)
@given(plans(), st.sets(st.sampled_from([status.value for status in STATUSES])))
def test_a_filter_finds_what_has_one_of_its_statuses_and_nothing_else(plan: Plan, statuses: set[str]) -> None:
    passed = set(passing(plan, Wanted(statuses=frozenset(statuses))))
    for id, item in plan.items.items():
        if isinstance(item, Indikator):
            assert (id in passed) is False
        else:
            assert (id in passed) is (not statuses or (item.status or EJ_BEDOMD.value) in statuses)
