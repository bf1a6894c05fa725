"""Who is outrun waits the longer the more there are who come through; who is told to stop waits no more."""

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


def test_the_more_who_come_through_the_longer_is_the_wait_up_to_a_limit(asked: list[float]) -> None:
    pace = Pace(lambda: False)
    for others in (0, 1, 2, 10, 100):
        pace.wait(0.25, others)
    assert asked == [1, 1, 2, 10, 60]


def test_after_a_change_of_our_own_there_is_hardly_a_wait_and_no_defeat(asked: list[float]) -> None:
    pace = Pace(lambda: False)
    pace.breathe()
    pace.wait(0.25, 1)
    assert asked[0] < 0.1 < asked[1] == 1


def test_who_is_told_to_stop_waits_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(random, "uniform", lambda _shortest, longest: longest)
    monkeypatch.setattr(time, "sleep", slept.append)
    Pace(lambda: bool(slept)).wait(1_000, 1)
    assert len(slept) == 1
