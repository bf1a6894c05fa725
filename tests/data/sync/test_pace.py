"""Who is outrun waits the longer the more often it happens, up to a limit; who is told to stop waits no more."""

from __future__ import annotations

import random
import time

import pytest

from data.sync.pace import Pace


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The longest that each wait could have been; none is waited."""
    longest: list[float] = []

    def least(_shortest: float, longest_: float) -> float:
        longest.append(longest_)
        return 0

    monkeypatch.setattr(random, "uniform", least)
    return longest


def test_each_further_defeat_may_cost_twice_the_wait_up_to_a_limit(asked: list[float]) -> None:
    pace = Pace(lambda: False)
    for _ in range(8):
        pace.wait(0.25)
    assert asked == [1, 2, 4, 8, 16, 32, 60, 60]


def test_after_a_change_of_our_own_there_is_hardly_a_wait_and_no_defeat(asked: list[float]) -> None:
    pace = Pace(lambda: False)
    pace.breathe()
    pace.wait(0.25)
    assert asked[0] < 0.1 < asked[1] == 1


def test_who_is_told_to_stop_waits_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(random, "uniform", lambda _shortest, longest: longest)
    monkeypatch.setattr(time, "sleep", slept.append)
    Pace(lambda: bool(slept)).wait(1_000)
    assert len(slept) == 1
