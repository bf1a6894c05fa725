"""Merging texts: fields as in the merge of plans, lines and comments as their writers left them."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.difference import diff
from data.layout import scan
from data.merge import merge
from data.plan import Plan
from data.rereading import read
from data.text_merge import PlanText, TextMerge, merge_plans, merged_text
from data.text_merge import merge_texts as merge_read
from data.writing import WriteError, apply
from tests.plans import edited, plans, styled

BASE = """\
forvaltning = "regionkontoret"
ar = 2019

# Först det viktigaste.

[[fokusomrade]]
id = "1.1"
namn = "Hög attraktivitet"

  # Beslutad i mars.
  [[fokusomrade.uppdrag]]
  id = "cykelplan"
  namn = "Ta fram regional cykelplan"
  status = "uppfylls"    # preliminärt

  [[fokusomrade.uppdrag]]
  id = 'busslinje'
  namn = 'Ny busslinje'
"""


def merge_texts(base: str | None, ours: str, theirs: str, chosen: Collection[tuple[str, str]] = ()) -> TextMerge:
    """Read the texts, and merge them."""
    read_base = None if base is None else PlanText.of(base)
    return merge_read(read_base, PlanText.of(ours), PlanText.of(theirs), chosen)


@st.composite
def sides(draw: st.DrawFn) -> tuple[str, str, str]:
    """Return a text as somebody wrote it, and what two people have made of it."""
    plan = draw(plans(max_fokusomraden=2, max_uppdrag=2, max_aktiviteter=1))
    base = draw(styled(plan))

    def side() -> str:
        try:
            return apply(base, diff(plan, draw(edited(plan, 4))))
        except WriteError:
            return base

    return base, side(), side()


@given(sides())
def test_what_one_side_alone_has_made_is_the_result_to_the_byte(texts: tuple[str, str, str]) -> None:
    base, side, _ = texts
    assert merge_texts(base, side, base).text == side
    assert merge_texts(base, base, side).text == side
    assert merge_texts(base, side, side).text == side


@settings(max_examples=150)
@given(sides())
def test_the_text_reads_as_the_merged_plan(texts: tuple[str, str, str]) -> None:
    base, ours, theirs = texts
    expected = merge(*map(read, texts))
    merged = merge_texts(base, ours, theirs)
    assert (read(merged.text), merged.plan) == (expected.plan, expected.plan)
    assert merged.conflicts == expected.conflicts


@settings(max_examples=150)
@given(sides(), st.data())
def test_no_comment_of_either_side_is_lost(texts: tuple[str, str, str], data: st.DataObject) -> None:
    base, ours, theirs = texts

    def noted(text: str, note: str) -> tuple[str, str | None]:
        record = data.draw(st.sampled_from(scan(text).records))
        end = "\r\n" if "\r\n" in text else "\n"
        keys = sorted(record.keys.values(), key=lambda key: key.start)
        place = data.draw(st.sampled_from([record.start, *(key.start for key in keys)]))
        if keys and data.draw(st.booleans()):  # below the last one
            place, note = keys[-1].end, note + end
            note = note if text[:place].endswith("\n") else end + note
        return text[:place] + note + end + text[place:], record.id

    (ours, about_ours), (theirs, about_theirs) = noted(ours, "# vår notering"), noted(theirs, "# deras notering")
    merged = merge_texts(base, ours, theirs)
    assert merged.plan == merge(*map(read, (base, ours, theirs))).plan
    for note, about in (("# vår notering", about_ours), ("# deras notering", about_theirs)):
        assert note in merged.text or (about is not None and about not in merged.plan.items)


@settings(max_examples=50)
@given(sides(), st.data())
def test_what_is_chosen_is_written_as_it_is_merged(texts: tuple[str, str, str], data: st.DataObject) -> None:
    base, ours, theirs = texts
    met = [conflict.about for conflict in merge_texts(base, ours, theirs).conflicts]
    chosen = data.draw(st.sets(st.sampled_from(met))) if met else set()
    other = data.draw(edited(read(base), 2))
    for starts in ((), (other,)):
        expected = merge(*map(read, texts), chosen, starts)
        versions = tuple(map(PlanText.of, texts))
        merged = merge_plans(*versions, chosen, starts)
        text = merged_text(merged, *versions)
        assert (read(text), merged.conflicts) == (expected.plan, expected.conflicts)


@settings(max_examples=100)
@given(sides())
def test_choosing_ours_for_every_conflict_leaves_none_but_about_what_has_no_place(
    texts: tuple[str, str, str],
) -> None:
    base, ours, theirs = texts
    conflicts = merge_texts(base, ours, theirs).conflicts
    chosen = {conflict.about for conflict in conflicts}
    again = merge_texts(base, ours, theirs, chosen)
    assert {conflict.about for conflict in again.conflicts} <= chosen
    for id, field in chosen - {conflict.about for conflict in again.conflicts}:
        if field and field != "plats" and id in again.plan.items and id in read(ours).items:
            kept, our = again.plan.items[id], read(ours).items[id]
            assert getattr(kept, field, dict(kept.extra).get(field)) == getattr(
                our, field, dict(our.extra).get(field)
            )


def test_a_record_that_one_side_alone_has_touched_is_that_sides_own() -> None:
    ours = BASE.replace("  # Beslutad i mars.\n", "  # Beslutad i mars, klubbad i maj.\n")
    theirs = BASE.replace("'Ny busslinje'\n", "'Ny busslinje till sjukhuset'\nstatus = \"delvis\"\n")
    merged = merge_texts(BASE, ours, theirs).text
    assert merged == theirs.replace("i mars.", "i mars, klubbad i maj.")


def test_two_fields_of_one_record_go_together_with_both_sides_comments() -> None:
    ours = BASE.replace('"uppfylls"    # preliminärt', '"delvis"    # ändrat av Åsa')
    theirs = BASE.replace('namn = "Ta fram regional cykelplan"', 'namn = "Ta fram cykelplan"  # kortare')
    merged = merge_texts(BASE, ours, theirs).text
    assert 'status = "delvis"' in merged and 'namn = "Ta fram cykelplan"  # kortare' in merged
    assert "# ändrat av Åsa" in merged


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("# klart", "# klart i maj"),  # a part of theirs
        ("# preliminärt", ""),  # as behind a value that is there already
        ("# Ny busslinje", "kommentar = 'Se # Ny busslinje'"),  # a part of a value
    ],
)
def test_a_comment_of_ours_stands_though_its_words_are_there_already(ours: str, theirs: str) -> None:
    def side(line: str, namn: str) -> str:
        return BASE.replace('namn = "Ta fram regional cykelplan"\n', f'namn = "{namn}"\n  {line}\n')

    merged = merge_texts(BASE, side(ours, "Ta fram regional cykelplan"), side(theirs, "Ta fram cykelplan")).text
    lines = [line.strip() for line in merged.split("\n")]
    assert ours in lines and theirs in lines and 'status = "uppfylls"    # preliminärt' in lines


def test_what_we_have_added_stands_as_we_wrote_it() -> None:
    ours = BASE + "\n  # Nytt i höst.\n  [[fokusomrade.uppdrag]]\n  id = 'tag'\n  namn = 'Fler tåg'\n"
    theirs = BASE.replace('namn = "Hög attraktivitet"', 'namn = "Hög attraktivitet"\nstatus = "delvis"')
    merged = merge_texts(BASE, ours, theirs).text
    assert merged == theirs + "\n  # Nytt i höst.\n  [[fokusomrade.uppdrag]]\n  id = 'tag'\n  namn = 'Fler tåg'\n"


def test_a_file_that_both_have_written_anew_is_merged_from_nothing() -> None:
    ours = BASE.replace("  # Beslutad i mars.\n", "")
    merged = merge_texts(None, ours, BASE)
    assert (read(merged.text), merged.conflicts) == (read(BASE), ())


def test_comments_of_both_stay_in_a_file_that_both_have_written_anew() -> None:
    ours, theirs = (BASE.replace("# Först det viktigaste.", f"# {name} började.") for name in ("Vi", "De"))
    for one, other in ((ours, theirs), (BASE, theirs.replace("# De började.", "# De började.\n# Sist."))):
        merged = merge_texts(None, one, other).text
        assert all(line in merged for text in (one, other) for line in text.splitlines() if line.startswith("#"))


def test_different_plans_are_not_merged() -> None:
    with pytest.raises(ValueError, match="olika planer"):
        merge_texts(None, BASE, BASE.replace("2019", "2020"))


def test_a_conflict_keeps_theirs_until_ours_is_chosen() -> None:
    ours, theirs = (BASE.replace('"uppfylls"', f'"{status}"') for status in ("delvis", "inte"))
    merged = merge_texts(BASE, ours, theirs)
    assert [conflict.about for conflict in merged.conflicts] == [("cykelplan", "status")]
    assert merged.text == theirs
    assert merge_texts(BASE, ours, theirs, {("cykelplan", "status")}).text == ours


def test_an_item_added_under_one_that_was_removed_comes_back_with_it_when_that_is_chosen() -> None:
    item = "\n    [[fokusomrade.uppdrag.aktivitet]]\n    id = 'a-1'\n    namn = 'Resa'\n"
    removed = BASE[: BASE.index("\n  [[fokusomrade.uppdrag]]\n  id = 'busslinje'")]
    merged = merge_texts(BASE, BASE + item, removed)
    assert {conflict.id for conflict in merged.conflicts} >= {"busslinje"}
    again = merge_texts(BASE, BASE + item, removed, {conflict.about for conflict in merged.conflicts})
    assert again.conflicts == () and isinstance(again.plan, Plan)
    assert {"busslinje", "a-1"} <= set(again.plan.items)
