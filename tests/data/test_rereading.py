"""Reading a text that is much like one read before tells what reading it in full does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.reading import read_plan
from data.rereading import remembered_item, reread
from data.writing import write
from tests.plans import plans, styled

PLAN = """\
forvaltning = "regionkontoret"
ar = 2019

[[fokusomrade]]
id = "2.1"
namn = "God vård"

  [[fokusomrade.uppdrag]]
  id = "cykelplan"
  namn = "Ta fram en cykelplan"

    [[fokusomrade.uppdrag.aktivitet]]
    id = "samrad"
    namn = "Håll samråd"

[[fokusomrade]]
id = "2.2"
namn = "Jämlik hälsa"

[[indikator]]
id = "nojdhet"
namn = "Andel nöjda"
"""

LINES = [
    "[[fokusomrade]]",
    "[[fokusomrade.uppdrag]]",
    "[[fokusomrade.uppdrag.aktivitet]]",
    "[[indikator]]",
    "[fokusomrade.uppdrag.eget]",
    "[fokusomrade]",
    "[eget]",
    "[[fokusomrade.uppdrag]] # så här",
    'uppdrag = [{id = "a", namn = "A"}]',
    "uppdrag = []",
    "fokusomrade = []",
    "indikator.namn = 3",
    'id = "cykelplan"',
    'namn = "En till"',
    "status = 'uppfylls'",
    "status = 'sent'",
    'kommentar = """',
    '"""',
    "kommentar = '''",
    "'''",
    "slut = 2019-02-30",
    "# en notering",
    "",
    "<<<<<<< HEAD",
    "\r",
]
"""What a file may get in it, whole or broken."""


@settings(max_examples=60)
@given(plans(max_fokusomraden=2, max_uppdrag=2, max_aktiviteter=2).flatmap(styled))
def test_a_sound_text_says_the_same(text: str) -> None:
    assert reread(text) == read_plan(text)


@settings(max_examples=300)
@given(st.lists(st.tuples(st.integers(0, 30), st.sampled_from(LINES), st.booleans()), max_size=4))
def test_a_text_that_somebody_has_been_in_says_the_same(edits: list[tuple[int, str, bool]]) -> None:
    lines = PLAN.split("\n")
    for place, line, in_place in edits:
        at = place % len(lines)
        lines[at : at + in_place] = [line]
    text = "\n".join(lines)
    assert reread(text, "2019/regionkontoret.toml") == read_plan(text, "2019/regionkontoret.toml")


@pytest.mark.parametrize("line", LINES)
def test_a_line_more_anywhere_is_read_as_it_is_in_full(line: str) -> None:
    lines = PLAN.split("\n")
    for at in range(len(lines)):
        text = "\n".join([*lines[:at], line, *lines[at:]])
        assert reread(text) == read_plan(text)


def test_a_plan_in_another_plans_file_is_told() -> None:
    told = reread(PLAN, "2019/kultur.toml")
    assert told.plan is None
    assert told == read_plan(PLAN, "2019/kultur.toml")


def test_only_the_item_that_was_changed_is_read_again() -> None:
    plan = read_plan(PLAN).plan
    assert plan is not None
    text = write(plan)
    reread(text)
    before = remembered_item.cache_info()
    changed = reread(text.replace("Håll samråd", "Håll två samråd"))
    after = remembered_item.cache_info()
    assert changed.plan is not None
    assert changed.plan.items["samrad"].namn == "Håll två samråd"
    assert after.misses - before.misses == 1
    assert after.hits - before.hits == len(plan.items) - 1
