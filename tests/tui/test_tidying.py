"""Memory is looked through when the app has been left alone, and not before."""

from __future__ import annotations

import gc

import pytest

from tui import tidying
from tui.tidying import Tidying, keep_for_rests


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every look through all the memory, while much has become old since the last."""
    times: list[str] = []
    monkeypatch.setattr(tidying.gc, "collect", lambda: times.append("now"))
    monkeypatch.setattr(tidying.gc, "get_count", lambda: (0, 0, 10))
    return times


def test_a_rest_is_a_time_to_look(looked: list[str]) -> None:
    Tidying()._look()
    assert looked == ["now"]


def test_a_key_puts_it_off_until_the_next_rest(looked: list[str]) -> None:
    tidy = Tidying()
    tidy.touched()
    tidy._look()
    assert looked == []
    tidy._look()
    assert looked == ["now"]


def test_nothing_is_looked_through_while_little_is_new(looked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tidying.gc, "get_count", lambda: (0, 0, 9))
    Tidying()._look()
    assert looked == []


def test_python_itself_then_looks_only_among_what_is_new() -> None:
    before = gc.get_threshold()
    try:
        keep_for_rests()
        assert gc.get_threshold()[:2] == before[:2]
        assert gc.get_threshold()[2] > 1_000_000
    finally:
        gc.set_threshold(*before)
