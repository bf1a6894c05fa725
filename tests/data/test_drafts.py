"""Drafts of comments, on disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.drafts import Draft, Drafts

PLAN = "2019/regionkontoret"


def test_a_draft_is_there_for_the_one_who_comes_back(tmp_path: Path) -> None:
    draft = Draft(PLAN, "vantrum", "Två är klara.", "Tre är kl")
    Drafts(tmp_path).save(draft)
    assert Drafts(tmp_path).read(PLAN, "vantrum") == draft
    assert Drafts(tmp_path).read(PLAN, "cykelgarage") is None


def test_a_later_draft_takes_the_place_of_the_first_and_leaves_nothing_else(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    for text in ("Tre", "Tre är", "Tre är klara."):
        drafts.save(Draft(PLAN, "vantrum", None, text))
    assert [draft.text for draft in drafts.all()] == ["Tre är klara."]
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_all_drafts_are_listed_by_plan_and_item(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    assert drafts.all() == ()
    for plan, id in ((PLAN, "b"), ("2018/x", "c"), (PLAN, "a")):
        drafts.save(Draft(plan, id, None, "…"))
    assert [(draft.plan, draft.id) for draft in drafts.all()] == [("2018/x", "c"), (PLAN, "a"), (PLAN, "b")]


def test_a_draft_is_removed_and_may_be_removed_twice(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.save(Draft(PLAN, "a", None, "x"))
    drafts.remove(PLAN, "a")
    drafts.remove(PLAN, "a")
    assert drafts.all() == ()


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[]", b'{"plan": 1}', b"\xff", b"[" * 100_000, b'{"plan":"a","id":"b"}']
)
def test_a_file_that_is_no_draft_hides_no_other(tmp_path: Path, raw: bytes) -> None:
    drafts = Drafts(tmp_path)
    drafts.save(Draft(PLAN, "a", None, "x"))
    (tmp_path / "trafikljus/utkast/skräp.json").write_bytes(raw)
    assert [draft.id for draft in drafts.all()] == ["a"]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.text(), st.none() | st.text(), st.text(st.characters()))
def test_any_text_comes_back_as_it_was(tmp_path: Path, plan: str, id: str, base: str | None, text: str) -> None:
    draft = Draft(plan, id, base, text)
    Drafts(tmp_path).save(draft)
    assert Drafts(tmp_path).read(plan, id) == draft
