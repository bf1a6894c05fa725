"""Which rows the tree has follows from the plans and from what is open."""

from __future__ import annotations

from dataclasses import replace

from data.plan import PLAN_ID, Aktivitet, Fokusomrade, Plan, Uppdrag
from tui.outline import Outline
from tui.rows import Broken

NAME = "2019/a"
UPPDRAG = Uppdrag("1.1-x", "X", aktiviteter=(Aktivitet("y", "Y"),))
PLAN = Plan("a", 2019, fokusomraden=(Fokusomrade("1.1", "Ett", uppdrag=(UPPDRAG,)), Fokusomrade("1.2", "Två")))


def _ids(outline: Outline, plan: Plan = PLAN) -> list[str]:
    return [row.id for row in outline.rows({NAME: plan}, ())]


def test_a_lone_plan_has_no_row_of_its_own() -> None:
    assert _ids(Outline()) == ["1.1", "1.2"]


def test_several_files_have_a_row_each_and_broken_ones_come_last() -> None:
    rows = Outline().rows({NAME: PLAN}, [Broken("2019/b.toml", ())])
    assert [(row.kind, row.plan) for row in rows] == [("plan", NAME), ("broken", "2019/b.toml")]


def test_what_is_open_stays_open_when_the_plan_is_another() -> None:
    outline = Outline()
    outline.set_open((NAME, "1.1"), True)
    assert _ids(outline) == ["1.1", "1.1-x", "1.2"]
    assert _ids(outline, replace(PLAN, fokusomraden=PLAN.fokusomraden[:1])) == ["1.1", "1.1-x"]
    outline.set_open((NAME, "1.1"), False)
    assert _ids(outline) == ["1.1", "1.2"]


def test_an_item_is_revealed_by_opening_all_above_it() -> None:
    outline = Outline()
    outline.reveal(PLAN, "y")
    assert _ids(outline) == ["1.1", "1.1-x", "y", "1.2"]


def test_all_can_be_opened_and_closed() -> None:
    outline = Outline()
    outline.open_all([PLAN])
    assert _ids(outline) == ["1.1", "1.1-x", "y", "1.2"]
    outline.close_all()
    assert _ids(outline) == ["1.1", "1.2"]


def test_only_what_has_something_below_can_be_opened() -> None:
    outline = Outline()
    outline.open_all([PLAN])
    assert [row.open for row in outline.rows({NAME: PLAN}, ())] == [True, True, None, None]


def test_the_rows_of_an_unchanged_plan_are_not_made_again() -> None:
    outline = Outline()
    other = Plan("b", 2019)
    before = outline.rows({NAME: PLAN, "2019/b": other}, ())
    after = outline.rows({NAME: PLAN, "2019/b": replace(other)}, ())
    assert before[0] is after[0]
    assert before[0].key == (NAME, PLAN_ID)
