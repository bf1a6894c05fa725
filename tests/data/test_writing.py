"""The laws of editing a file: what is meant is changed, and nothing else, to the byte."""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.changes import AddItem, MoveItem, Place, RemoveItem, SetField, inverse, set_field
from data.changing import changed
from data.difference import diff
from data.editing import removal
from data.layout import scan
from data.plan import Fokusomrade, Plan, Uppdrag
from data.rereading import read
from data.writing import WriteError, apply, edit, write
from tests.plans import edited, edits, plans, styled

files = plans(max_uppdrag=2, max_aktiviteter=2).flatmap(lambda plan: st.tuples(st.just(plan), styled(plan)))
edited_files = files.flatmap(lambda pair: st.tuples(*map(st.just, pair), edited(pair[0], max_edits=3)))


@given(plans())
def test_a_new_file_reads_as_its_plan(plan: Plan) -> None:
    assert read(write(plan)) == plan


@given(files)
def test_a_file_in_any_style_reads_as_its_plan(file: tuple[Plan, str]) -> None:
    plan, text = file
    assert read(text) == plan


@given(edited_files)
def test_the_changes_are_what_the_file_then_says(case: tuple[Plan, str, Plan]) -> None:
    old, text, new = case
    assert read(apply(text, diff(old, new))) == new


@given(edited_files)
def test_undone_changes_read_as_the_file_did(case: tuple[Plan, str, Plan]) -> None:
    old, text, new = case
    done = edit(text, old, diff(old, new))
    assert read(apply(done.text, inverse(done.changes))) == old


@given(files)
def test_no_change_leaves_every_byte(file: tuple[Plan, str]) -> None:
    plan, text = file
    assert apply(text, diff(plan, plan)) == text


@given(files, st.data())
def test_setting_a_field_touches_no_byte_outside_its_value(file: tuple[Plan, str], data: st.DataObject) -> None:
    plan, text = file
    if not plan.items:
        return
    item = plan.items[data.draw(st.sampled_from(list(plan.items)))]
    value = data.draw(st.sampled_from(["kort", "två\n\nstycken", "'\"\\"]))
    new = apply(text, set_field(plan, item.id, "kommentar", value))
    start = same_from_start(text, new)
    end = len(text) - same_from_start(text[start:][::-1], new[start:][::-1])
    key = scan(text).records[scan(text).by_id[item.id]].keys.get("kommentar")
    assert start == end if key is None else (key.value <= start <= end <= key.value_end)


def same_from_start(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


@given(files, st.data())
def test_an_item_that_goes_and_comes_back_is_the_same_lines(file: tuple[Plan, str], data: st.DataObject) -> None:
    plan, text = file
    if not plan.items:
        return
    item = plan.items[data.draw(st.sampled_from(list(plan.items)))]
    done = edit(text, plan, removal(plan, item.id))
    back = apply(done.text, inverse(done.changes))
    assert sorted(line.strip() for line in back.splitlines() if line.strip()) == sorted(
        line.strip() for line in text.splitlines() if line.strip()
    )


@given(files, st.data())
def test_line_ends_stay_as_the_file_has_them(file: tuple[Plan, str], data: st.DataObject) -> None:
    plan, text = file
    new = apply(text, data.draw(edits(plan, "ny")))
    assert ("\r\n" in new) == ("\r\n" in text)
    assert ("\r\n" not in text) or "\n" not in new.replace("\r\n", "")


FILE = '''\
# Regionkontorets plan
forvaltning = "regionkontoret"
ar = 2025

# Attraktivitet är störst
[[fokusomrade]]
id = "1.1"
namn = 'Hög attraktivitet'

  # cykel: fråga Ingrid
  [[fokusomrade.uppdrag]]
  id = "cykel"
  namn = "Cykelplan"   # kort namn
  status = "delvis"    # osäkert
  kommentar = """
  På remiss.

  Klart i vår.
  """

    # första steget
    [[fokusomrade.uppdrag.aktivitet]]
    id = "cykel-1"
    namn = "Kartlägg"

  # --- Resten är nytt i år ---

  # bredband är klart
  [[fokusomrade.uppdrag]]
  id = "bredband"
  namn = "Bredband"
  # slut på bredband

[[indikator]]
id = "sjuk"
namn = "Sjukfrånvaro"
utfall = 2.90'''


def lines_of(old: str, new: str) -> list[str]:
    """Return the lines that differ, as a diff tells them."""
    told = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
    return [line for line in told if not line.startswith(("---", "+++", "@@"))]


def changes_to(name: str, value: Any, id: str = "cykel") -> list[str]:
    return lines_of(FILE, apply(FILE, set_field(read(FILE), id, name, value)))


def test_a_status_changes_its_value_only() -> None:
    assert changes_to("status", "uppfylls") == [
        '-  status = "delvis"    # osäkert',
        '+  status = "uppfylls"    # osäkert',
    ]


def test_a_status_taken_away_leaves_the_comment_behind_it() -> None:
    assert changes_to("status", None) == ['-  status = "delvis"    # osäkert', "+  # osäkert"]


def test_a_new_status_comes_after_the_name_indented_as_it() -> None:
    assert changes_to("status", "pagar", "cykel-1") == ['+    status = "pagar"']


def test_a_multi_line_comment_stays_multi_line() -> None:
    assert changes_to("kommentar", "Klart.") == ["-  På remiss.", "-", "-  Klart i vår.", "+Klart."]


def test_a_literal_string_keeps_its_quotes_where_it_can() -> None:
    assert changes_to("namn", "C:\\plan", "1.1")[1] == "+namn = 'C:\\plan'"
    assert changes_to("namn", "Anna's", "1.1")[1] == '+namn = "Anna\'s"'


def test_an_uppdrag_goes_with_its_own_comment_and_no_other() -> None:
    plan = read(FILE)
    left = apply(FILE, removal(plan, "bredband"))
    assert lines_of(FILE, left) == [
        "-  # bredband är klart",
        "-  [[fokusomrade.uppdrag]]",
        '-  id = "bredband"',
        '-  namn = "Bredband"',
        "-  # slut på bredband",
        "-",
    ]


def test_a_moved_uppdrag_takes_its_aktiviteter_and_comments_along() -> None:
    plan = read(FILE)
    goal = changed(plan, diff(plan, _swapped(plan)))
    moved = apply(FILE, diff(plan, goal))
    assert (
        moved.index("# bredband är klart") < moved.index("# cykel: fråga Ingrid") < moved.index("# första steget")
    )
    assert sorted(moved.splitlines()) == sorted(FILE.splitlines())


def _swapped(plan: Plan) -> Plan:
    omrade = plan.fokusomraden[0]
    return replace(plan, fokusomraden=(replace(omrade, uppdrag=omrade.uppdrag[::-1]),))


def test_a_new_uppdrag_is_indented_and_spaced_as_its_like() -> None:
    text = apply(FILE, [AddItem(Uppdrag("tag", "Tåg"), Place("1.1", "cykel"))])
    assert lines_of(FILE, text) == ["+  [[fokusomrade.uppdrag]]", '+  id = "tag"', '+  namn = "Tåg"', "+"]


def test_a_number_keeps_its_decimals() -> None:
    assert str(read(FILE).indikatorer[0].utfall) == "2.90"


def test_an_item_on_one_line_is_read_but_not_edited() -> None:
    text = 'forvaltning = "x"\nar = 2025\nfokusomrade = [{id = "1.1", namn = "Ett"}]\n'
    plan = read(text)
    with pytest.raises(WriteError, match="egen tabell"):
        apply(text, set_field(plan, "1.1", "status", "delvis"))


def test_a_removal_carries_its_lines_for_the_way_back() -> None:
    plan = read(FILE)
    done = edit(FILE, plan, removal(plan, "bredband"))
    assert isinstance(done.changes[0], RemoveItem)
    assert "# bredband är klart" in done.changes[0].source
    back = apply(done.text, inverse(done.changes))
    assert sorted(back.splitlines()) == sorted(FILE.splitlines())


def test_an_unknown_key_can_be_changed_like_any_other() -> None:
    text = FILE.replace("ar = 2025\n", "ar = 2025\nversion = 1.10\n")
    assert lines_of(text, apply(text, [SetField("", "version", None, "två")])) == [
        "-version = 1.10",
        '+version = "två"',
    ]


DENSE = """\
forvaltning = "x"
ar = 2025
[[fokusomrade]]
id = "1"
namn = "Ett"
# slut på ett
"""
UPPDRAG = '[[fokusomrade.uppdrag]]\nid = "{0}"\nnamn = "{0}"\n'


def test_what_comes_below_a_closing_comment_does_not_take_it() -> None:
    text = DENSE + "\n[[fokusomrade]]\n" + 'id = "2"\nnamn = "Två"\n' + UPPDRAG.format("a") + UPPDRAG.format("b")
    added = apply(text, [AddItem(Uppdrag("ny", "Ny"), Place("1", None))])
    assert "# slut på ett\n\n[[fokusomrade.uppdrag]]\n" in added


def test_a_closing_comment_that_is_moved_is_not_taken_by_what_comes_below() -> None:
    text = DENSE + "\n" + UPPDRAG.format("a") + UPPDRAG.format("b") + UPPDRAG.format("c") + "# slut på c\n"
    moved = apply(text, [MoveItem("c", Place("1", "b"), Place("1", "a"))])
    assert [item.id for item in read(moved).uppdrag] == ["a", "c", "b"]
    assert "# slut på c\n\n[[fokusomrade.uppdrag]]" in moved
    assert apply(moved, removal(read(moved), "c")).count("slut på c") == 0


def test_a_heading_below_an_item_that_goes_keeps_its_distance() -> None:
    heading = "\n# --- Resten ---\n\n"
    text = DENSE + "\n" + UPPDRAG.format("a") + UPPDRAG.format("b") + heading + UPPDRAG.format("c")
    plan = read(text)
    left = apply(text, removal(plan, "b"))
    assert UPPDRAG.format("a") + heading in left
    assert heading in apply(left, removal(read(left), "a"))


def test_an_item_goes_with_a_table_of_its_own_that_stands_further_down() -> None:
    far = '[[indikator]]\nid = "i"\nnamn = "I"\n[fokusomrade.uppdrag.eget]\nx = 1\n'
    text = DENSE + "\n" + UPPDRAG.format("a") + far
    plan = read(text)
    done = edit(text, plan, removal(plan, "a"))
    assert "eget" not in done.text
    assert read(apply(done.text, inverse(done.changes))) == plan


def test_why_an_edit_cannot_be_written_is_told_and_not_a_warning() -> None:
    text = FILE.replace("ar = 2025\n", "ar = 2025\neget = 1\n")
    deep: Any = 1
    for _ in range(20):
        deep = (deep,)
    with pytest.raises(WriteError, match="för många nivåer"):
        apply(text, [SetField("", "annat", None, deep)])


@pytest.mark.parametrize("name", ['a"b', "a=b", "a\\b", "rad\nett"])
def test_a_key_that_needs_escapes_can_be_set_changed_and_taken_away(name: str) -> None:
    once = apply(FILE, [SetField("cykel", name, None, 1)])
    twice = apply(once, [SetField("cykel", name, 1, 2)])
    assert dict(read(twice).items["cykel"].extra) == {name: 2}
    assert apply(twice, [SetField("cykel", name, 2, None)]) == FILE


def test_a_text_that_looks_like_a_conflict_of_gits_is_no_conflict_when_it_is_read_again() -> None:
    plan = Plan("rk", 2019, fokusomraden=(Fokusomrade("1", "Hälsa", kommentar="Före\n<<<<<<< HEAD\n>>>>>>>"),))
    assert read(write(plan)) == plan
