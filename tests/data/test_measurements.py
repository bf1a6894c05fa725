"""Outcomes over time stand in the order of time, as a line that is highest where they are, and in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.measurements import ASCII_LEVELS, LEVELS, Measured, line, measured, trend
from data.plan import Indikator


def indikator(*matningar: str, utfall: Decimal | int | None = None, riktning: str | None = None) -> Indikator:
    return Indikator("i", "I", utfall, riktning=riktning, matningar=matningar)


def test_dated_outcomes_stand_in_the_order_of_time_with_a_whole_year_last_in_it() -> None:
    found = measured(indikator("2020-01: 5", "2019: 4,5", "2019-04-30: 2", "2019-04: 3", utfall=Decimal("6.10")))
    assert [one.told for one in found] == ["2019-04-30: 2", "2019-04: 3", "2019: 4,5", "2020-01: 5", "utfall: 6,10"]


def test_outcomes_that_are_not_all_dated_stay_as_they_stand() -> None:
    found = measured(indikator("våren 2019 : −2,5", "2018: -3"))
    assert [one.told for one in found] == ["våren 2019: −2,5", "2018: −3"]


@pytest.mark.parametrize(
    ("values", "drawn", "in_ascii"),
    [
        ([1, 2, 3], "▁▅█", "_-'"),
        ([3, 1, 1], "█▁▁", "'__"),
        ([4, 4], "▄▄", ".."),
        ([-1, 0], "▁█", "_'"),
        ([7], "", ""),
        ([], "", ""),
    ],
)
def test_the_line_is_as_high_as_each_outcome_is_among_the_others(
    values: list[int], drawn: str, in_ascii: str
) -> None:
    found = [Measured("2019", Decimal(value)) for value in values]
    assert line(found) == drawn
    assert line(found, ASCII_LEVELS) == in_ascii


@given(st.lists(st.decimals(-(10**19), 10**19, places=9), min_size=2, max_size=12))
def test_a_higher_outcome_is_never_drawn_lower(values: list[Decimal]) -> None:
    drawn = line([Measured("x", value) for value in values])
    pairs = sorted(zip(values, (LEVELS.index(char) for char in drawn), strict=True))
    assert [level for _, level in pairs] == sorted(level for _, level in pairs)
    if len(set(values)) > 1:
        assert (drawn[values.index(min(values))], drawn[values.index(max(values))]) == (LEVELS[0], LEVELS[-1])


@pytest.mark.parametrize(
    ("matningar", "utfall", "riktning", "told"),
    [
        (("2018: 1",), 2, "hogre", "stiger, åt rätt håll"),
        (("2018: 1",), 2, "lagre", "stiger, åt fel håll"),
        (("2018: 2", "2019: 2"), 1, "lagre", "sjunker, åt rätt håll"),
        (("2018: 2",), 1, None, "sjunker"),
        (("2018: 2", "2019: 4"), 3, "hogre", "varierar, högre än 2018, åt rätt håll"),
        (("2018: 2", "2019: 4"), 1, "hogre", "varierar, lägre än 2018, åt fel håll"),
        (("2018: 2", "2019: 4"), 2, "hogre", "varierar, som 2018"),
        (("2018: 2,0",), 2, "hogre", "oförändrad"),
        (("2018: 2",), None, "hogre", ""),
        ((), 2, "hogre", ""),
    ],
)
def test_the_trend_is_told_in_words_and_judged_by_the_direction_alone(
    matningar: tuple[str, ...], utfall: int | None, riktning: str | None, told: str
) -> None:
    assert trend(indikator(*matningar, utfall=utfall, riktning=riktning)) == told
