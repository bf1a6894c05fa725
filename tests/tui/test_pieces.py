"""Many lines are as one list, in pieces that are made when they are looked at."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.plan import Plan
from tests.plans import plans
from tui.outline import kept, untouched_rows
from tui.pieces import Lazy
from tui.rows import Row, Rows


def some(plan: str, count: int) -> tuple[Row, ...]:
    """Return so many rows of a plan."""
    return tuple(Row(plan, f"{n}", "plan", 0, None, Plan("a", 2019)) for n in range(count))


@settings(max_examples=60)
@given(st.lists(st.integers(0, 4), max_size=5), st.data())
def test_pieces_are_as_one_list(lengths: list[int], data: st.DataObject) -> None:
    pieces = {f"2019/{n}": some(f"2019/{n}", length) for n, length in enumerate(lengths)}
    flat = [row for piece in pieces.values() for row in piece]
    rows = Rows(pieces)
    assert list(rows) == flat
    assert len(rows) == len(flat)
    assert [rows[place] for place in range(-len(flat), len(flat))] == flat * 2
    cut = data.draw(st.slices(len(flat)))
    assert list(rows[cut]) == flat[cut]
    assert [rows.place(row.key) for row in flat] == list(range(len(flat)))


def test_what_is_not_there_has_no_place() -> None:
    rows = Rows({"2019/a": some("2019/a", 2)})
    assert rows.place(("2019/a", "9")) is None
    assert rows.place(("2019/b", "1")) is None
    for place in (2, -3):
        with pytest.raises(IndexError):
            rows[place]


def test_rows_are_the_same_while_every_plan_has_the_very_piece_it_had() -> None:
    one, other = some("2019/a", 2), some("2019/b", 2)
    rows = Rows({"2019/a": one, "2019/b": other})
    assert rows.same(Rows({"2019/a": one, "2019/c": (), "2019/b": other}))
    assert not rows.same(Rows({"2019/a": one}))
    assert not rows.same(Rows({"2019/a": one, "2019/b": some("2019/b", 3)[:2]}))


def test_rows_that_nobody_looks_at_are_not_made() -> None:
    made: list[str] = []

    def make(name: str) -> tuple[Row, ...]:
        made.append(name)
        return some(name, 3)

    names = ("2019/a", "2019/b", "2019/c")
    rows = Rows({name: Lazy(3, lambda name=name: make(name)) for name in names})  # type: ignore[misc]
    assert len(rows) == 9
    assert rows[4].key == rows[rows.place(("2019/b", "1")) or 0].key == ("2019/b", "1")
    assert made == ["2019/b"]


@settings(max_examples=60)
@given(plans(), st.data(), st.booleans())
def test_it_is_known_how_many_rows_there_are_before_they_are_made(
    plan: Plan, data: st.DataObject, headed: bool
) -> None:
    hits = data.draw(st.sets(st.sampled_from(sorted(plan.items)))) if plan.items else set()
    rows = untouched_rows(plan, kept(plan, hits), headed=headed)
    assert len(rows) == len(list(rows))
