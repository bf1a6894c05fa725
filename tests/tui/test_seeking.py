"""After a change, only what has changed is looked through again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.changes import set_field
from data.changing import changed
from data.plan import Fokusomrade, Plan, Uppdrag
from data.status import UPPDRAG
from tests.plans import edited, plans
from tui import seeking
from tui.filtering import Since, Wanted
from tui.rows import Key
from tui.seeking import Found, Seeker

PLAN = Plan(
    "norr",
    2025,
    fokusomraden=(
        Fokusomrade("1", "Resor", uppdrag=(Uppdrag("cykel", "Bygga cykelgarage", "delvis"),)),
        Fokusomrade("2", "Vård", uppdrag=(Uppdrag("vantrum", "Göra väntrummen lugnare", "inte"),)),
    ),
)
PLANS = {plan.name: plan for plan in (PLAN, replace(PLAN, forvaltning="syd"), replace(PLAN, forvaltning="vast"))}
CYKEL = Wanted("cykel")
INTE = Wanted(statuses=frozenset({"inte"}))


class Watched:
    """A seeker that tells which plans it looks through."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._seeker = Seeker()
        self.looked: list[str] = []
        look = seeking._look

        def watched(asked: seeking._Looked, wanted: Wanted) -> seeking._Looked:
            self.looked.append(asked.plan.name)
            return look(asked, wanted)

        monkeypatch.setattr(seeking, "_look", watched)

    def find(self, named: dict[str, Plan], wanted: Wanted, stay: Key | None = None) -> Found:
        """Look for something, and forget what was looked through before."""
        self.looked.clear()
        result = self._seeker.find(named, wanted, stay)
        assert result is not None
        return result


@pytest.fixture
def seeker(monkeypatch: pytest.MonkeyPatch) -> Watched:
    return Watched(monkeypatch)


def judged(named: dict[str, Plan], name: str, id: str, status: str) -> dict[str, Plan]:
    """Return the plans after one judgement."""
    return {**named, name: changed(named[name], set_field(named[name], id, "status", status))}


@pytest.mark.parametrize("wanted", [CYKEL, INTE])
def test_a_judgement_lets_only_its_own_plan_be_looked_through_again(seeker: Watched, wanted: Wanted) -> None:
    before = seeker.find(PLANS, wanted)
    assert sorted(seeker.looked) == sorted(PLANS)
    after = seeker.find(judged(PLANS, "2025/syd", "vantrum", "uppfylls"), wanted)
    assert seeker.looked == ["2025/syd"]
    assert after.kept["2025/norr"] is before.kept["2025/norr"]
    assert seeker.looked == ["2025/syd"]


def test_nothing_is_looked_through_when_nothing_has_changed(seeker: Watched) -> None:
    before = seeker.find(PLANS, CYKEL)
    assert seeker.find(dict(PLANS), CYKEL) == before
    assert seeker.looked == []


def test_all_is_looked_through_when_something_else_is_wanted(seeker: Watched) -> None:
    seeker.find(PLANS, CYKEL)
    seeker.find(PLANS, Wanted("cykelg"))
    assert len(seeker.looked) == len(PLANS)


def test_another_point_in_time_to_compare_with_is_something_else_though_it_is_called_the_same(
    seeker: Watched,
) -> None:
    seeker.find(PLANS, Wanted(since=Since("2025-03-01", PLANS)))
    then = judged(PLANS, "2025/syd", "vantrum", "uppfylls")
    assert list(seeker.find(PLANS, Wanted(since=Since("2025-03-01", then))).kept) == ["2025/syd"]


def test_the_plans_that_the_cursor_leaves_and_comes_to_are_looked_through(seeker: Watched) -> None:
    seeker.find(PLANS, CYKEL, ("2025/norr", "vantrum"))
    found = seeker.find(PLANS, CYKEL, ("2025/vast", "vantrum"))
    assert seeker.looked == ["2025/norr", "2025/vast"]
    assert "vantrum" not in found.kept["2025/norr"].shown
    assert "vantrum" in found.kept["2025/vast"].shown


def test_a_word_that_a_change_takes_out_of_every_name_is_looked_for_by_its_letters_in_all(seeker: Watched) -> None:
    named = {**PLANS, "2025/syd": replace(PLAN, forvaltning="syd", fokusomraden=(Fokusomrade("3", "Byg"),))}
    assert list(seeker.find(named, Wanted("byg")).kept) == ["2025/norr", "2025/syd", "2025/vast"]
    assert list(seeker.find(named, Wanted("rsr")).kept) == ["2025/norr", "2025/vast"]
    spelled = {**named, "2025/syd": Plan("syd", 2025, fokusomraden=(Fokusomrade("3", "RSR"),))}
    assert list(seeker.find(spelled, Wanted("rsr")).kept) == ["2025/syd"]


@settings(max_examples=40)
@given(plans(), plans(), st.data())
def test_what_is_found_again_is_what_would_be_found_the_first_time(
    one: Plan, other: Plan, data: st.DataObject
) -> None:
    named = {"2019/a": replace(one, ar=2019, forvaltning="a"), "2019/b": replace(other, ar=2019, forvaltning="b")}
    statuses = frozenset(data.draw(st.sets(st.sampled_from(UPPDRAG.values))))
    wanted = Wanted(data.draw(st.text("abeörst ", max_size=4)), statuses)
    seeker = Seeker()
    seeker.find(named, wanted)
    named["2019/a"] = data.draw(edited(named["2019/a"]))
    again, anew = seeker.find(named, wanted), Seeker().find(named, wanted)
    assert again is not None and anew is not None
    assert (again.kept, again.count, again.best) == (anew.kept, anew.count, anew.best)
