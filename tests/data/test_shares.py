"""A length is shared out whole, and nothing there is any of disappears."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data.shares import shared

numbers = st.lists(st.integers(0, 500), min_size=1, max_size=7)


@given(st.integers(1, 60), numbers)
def test_the_parts_fill_the_length_and_follow_the_numbers(width: int, numbers: list[int]) -> None:
    parts = shared(width, numbers)
    assert sum(parts) == (width if any(numbers) else 0)
    if width >= len(numbers):
        assert [part > 0 for part in parts] == [number > 0 for number in numbers]


def test_parts_that_come_out_even_are_exact() -> None:
    assert shared(10, [3, 0, 1, 1]) == [6, 0, 2, 2]


def test_there_is_nothing_to_share_of_nothing() -> None:
    assert shared(10, [0, 0]) == shared(0, [1, 2]) == [0, 0]
