"""Numbers in running Swedish text."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from data.numerals import COUNT, count, decimal, in_words, of


def test_counts_are_words_to_twelve_and_then_digits() -> None:
    assert [in_words(number, neuter=True) for number in (0, 1, 2, 12, 13, 205)] == (
        ["noll", "ett", "två", "tolv", "13", "205"]
    )
    assert in_words(1, neuter=False) == "en"


@pytest.mark.parametrize("neuter", [True, False])
def test_what_a_count_is_written_as_is_read_again(neuter: bool) -> None:
    for number in range(1000):
        written = in_words(number, neuter=neuter)
        assert re.fullmatch(COUNT, written)
        assert (count(written), count(written.upper())) == (number, number)


def test_numbers_that_are_compared_are_written_alike() -> None:
    assert of(2, 3, neuter=True) == "två av tre"
    assert of(1, 12, neuter=False) == "en av tolv"
    assert of(2, 13, neuter=True) == "2 av 13"


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (Decimal("2.990"), "2,990"),
        (Decimal("-1.5"), "−1,5"),
        (4, "4"),
        (-12, "−12"),
        (Decimal("1E+3"), "1000"),
        (Decimal("1e-7"), "0,0000001"),
        (10**20, "100000000000000000000"),
    ],
)
def test_a_number_keeps_every_digit_it_is_written_with(number: Decimal | int, told: str) -> None:
    assert decimal(number) == told
