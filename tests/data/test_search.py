"""Searching names, ids and comments."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from data.folding import fold
from data.plan import Fokusomrade, Plan, Uppdrag
from data.search import Search
from tests.plans import plans


def plan_of(*uppdrag: Uppdrag, forvaltning: str = "regionkontoret") -> Plan:
    return Plan(forvaltning, 2019, fokusomraden=(Fokusomrade("1.1", "Nära vård", uppdrag=uppdrag),))


PLAN = plan_of(
    Uppdrag("vantrum", "Göra väntrummen lugnare", kommentar="Två av fem är målade."),
    Uppdrag("cykelgarage", "Bygga cykelgarage vid sjukhuset"),
    Uppdrag("var", "Vara värd för mässan"),
    Uppdrag("e-tjanst", "Ta fram en e-tjänst", kommentar="Väntar på cykelgaraget."),
)


def found(query: str, plan: Plan = PLAN) -> list[str]:
    """Return the ids of the hits, best first."""
    scores = Search().search({plan.name: plan}, query).get(plan.name, {})
    return sorted(scores, key=lambda hit: -scores[hit])


def test_case_and_the_marks_on_letters_do_not_matter() -> None:
    assert found("VANTRUM") == found("väntrum") == ["vantrum"]


def test_a_name_written_as_the_query_comes_before_one_that_only_sounds_like_it() -> None:
    both = plan_of(Uppdrag("a", "Halla fast"), Uppdrag("b", "Hålla fast"))
    assert found("hålla", both) == ["b", "a"]
    assert found("halla", both) == ["a", "b"]


def test_all_words_must_be_found_each_wherever_it_stands() -> None:
    assert found("lugnare väntrum") == ["vantrum"]
    assert found("lugnare målade") == ["vantrum"]
    assert found("lugnare cykelgarage") == []


def test_an_uppdrag_is_found_by_its_diarienummer_and_its_ursprung() -> None:
    both = plan_of(
        Uppdrag("a", "Bygga ut", diarienummer="RS 2024/0022", ursprung="Interpellation om bussar"),
        Uppdrag("b", "Riva 2024", kommentar="Se RS 2024/0022.", diarienummer="RS 2023/0022"),
    )
    assert found("RS 2024/0022", both) == ["a", "b"]
    assert found("2023/0022", both) == ["b"]
    assert found("interpellation", both) == ["a"]


def test_a_name_comes_before_a_comment_and_a_whole_id_before_all() -> None:
    assert found("cykelgarage") == ["cykelgarage", "e-tjanst"]
    assert found("var")[0] == "var"


def test_letters_that_stand_near_each_other_are_enough_when_nothing_is_written_so() -> None:
    assert found("vntrm") == ["vantrum"]
    assert found("ckgr") == ["cykelgarage"]


def test_the_first_letters_of_words_find_a_name() -> None:
    assert found("bcv") == ["cykelgarage"]


def test_one_letter_finds_only_what_begins_with_it() -> None:
    assert set(found("l")) == {"vantrum"}
    assert set(found("v")) == {"1.1", "vantrum", "cykelgarage", "var"}


def test_an_id_is_found_as_it_is_written() -> None:
    assert found("e-tjanst")[0] == "e-tjanst"


def test_a_short_word_of_a_phrase_is_looked_for_in_comments_too_but_never_alone() -> None:
    plan = plan_of(Uppdrag("x", "Måla", kommentar="Två av fem är klara."))
    assert found("två av fem", plan) == ["x"]
    assert found("av", plan) == []


def test_nothing_is_found_by_blanks_and_signs_alone() -> None:
    assert found("  ") == found("- .") == []


def test_hits_come_from_every_plan_and_follow_a_plan_that_changes() -> None:
    search = Search()
    both = {PLAN.name: PLAN, "2019/sjukhuset": plan_of(Uppdrag("x", "Bygga garage"), forvaltning="sjukhuset")}
    hits = search.search(both, "bygga")
    assert {name: list(scores) for name, scores in hits.items()} == {
        "2019/regionkontoret": ["cykelgarage"],
        "2019/sjukhuset": ["x"],
    }
    both["2019/sjukhuset"] = plan_of(Uppdrag("x", "Riva garage"), forvaltning="sjukhuset")
    assert list(search.search(both, "riva")["2019/sjukhuset"]) == ["x"]
    del both["2019/sjukhuset"]
    assert search.search(both, "riva") == {PLAN.name: {}}


@settings(max_examples=60)
@given(plans(), st.data())
def test_every_word_of_a_name_or_comment_finds_its_item(plan: Plan, data: st.DataObject) -> None:
    if not plan.items:
        return
    item = plan.items[data.draw(st.sampled_from(list(plan.items)))]
    words = [word for word in (item.namn + " " + (item.kommentar or "")).split() if len(fold(word).strip()) > 2]
    for word in words:
        assert item.id in found(word, plan)


def test_a_search_that_is_no_longer_wanted_stops_at_the_next_plan_and_is_taken_up_again() -> None:
    plans = {f"2019/{id}": Plan(id, 2019, fokusomraden=(Fokusomrade("1", "Klimat"),)) for id in ("a", "b", "c")}
    search, asked = Search(), []

    def twice() -> bool:
        asked.append(None)
        return len(asked) <= 2

    assert search.search(plans, "klimat", twice) is None
    assert len(asked) == 3
    assert [list(scores) for scores in (search.search(plans, "klimat") or {}).values()] == [["1"]] * 3
