"""Marks are kept by id: turned one by one, made into ranges, and told in the order of the plans."""

from __future__ import annotations

from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag
from tui.marks import Marks
from tui.rows import Rows, plan_rows

NAME = "2019/regionkontoret"
UPPDRAG = Uppdrag("a", "A", aktiviteter=(Aktivitet("a-1", "A1"), Aktivitet("a-2", "A2")))
PLAN = Plan("regionkontoret", 2019, fokusomraden=(Fokusomrade("1", "Ett", uppdrag=(UPPDRAG, Uppdrag("b", "B"))),))
ROWS = Rows({NAME: tuple(plan_rows(PLAN, frozenset({"", "1", "a"}), headed=True))})


def _ids(marks: Marks) -> list[str]:
    return [id for _, id in marks.within({NAME: PLAN})]


def test_the_row_of_a_plan_cannot_be_marked() -> None:
    marks = Marks()
    marks.turn(ROWS[0])
    assert not marks
    marks.extend(ROWS, 0, 1)
    assert _ids(marks) == ["1"]


def test_a_range_keeps_what_was_marked_before_it() -> None:
    marks = Marks()
    marks.turn(ROWS[5])
    marks.extend(ROWS, 1, 2)
    marks.extend(ROWS, 2, 3)
    assert _ids(marks) == ["1", "a", "a-1", "b"]
    marks.extend(ROWS, 3, 2)
    assert _ids(marks) == ["1", "a", "b"]


def test_a_range_turns_about_where_it_began() -> None:
    marks = Marks()
    marks.extend(ROWS, 3, 4)
    marks.extend(ROWS, 4, 3)
    marks.extend(ROWS, 3, 2)
    assert _ids(marks) == ["a", "a-1"]


def test_what_is_gone_is_not_told_and_comes_back_with_its_item() -> None:
    marks = Marks()
    marks.turn(ROWS[2])
    assert marks.within({NAME: Plan("regionkontoret", 2019)}) == []
    assert marks.within({}) == []
    assert _ids(marks) == ["a"]
    marks.clear()
    assert not marks
