"""Where verdict and counts pull apart: pointed out by the counts alone."""

from __future__ import annotations

import pytest

from data.counts import Counts
from data.verdicts import pulls_apart


def counted(uppfylls: int = 0, delvis: int = 0, inte: int = 0, unjudged: int = 0) -> Counts:
    return {"uppfylls": uppfylls, "delvis": delvis, "inte": inte, "ej-bedomd": unjudged}


CASES = [
    ("uppfylls", counted(2, 1), False),
    ("uppfylls", counted(1, 2), True),
    ("uppfylls", counted(1, 1), False),
    ("uppfylls", counted(1, 0, 1), True),
    ("uppfylls", counted(2, 1, 1), True),
    ("uppfylls", counted(0, 2, unjudged=4), True),
    ("uppfylls", counted(3, 0, 2), False),
    ("uppfylls", counted(3, 0, 1, unjudged=9), False),
    ("delvis", counted(0, 2, 1), False),
    ("delvis", counted(1, 0, 1), False),
    ("delvis", counted(0, 3), False),
    ("delvis", counted(3), True),
    ("delvis", counted(inte=3), True),
    ("inte", counted(0, 1, 2), False),
    ("inte", counted(0, 2, 1), True),
    ("inte", counted(0, 1, 1), False),
    ("inte", counted(1, 0, 1), True),
]


@pytest.mark.parametrize(("verdict", "found", "apart"), CASES)
def test_a_verdict_wants_half_of_the_judged_uppdrag_behind_it(verdict: str, found: Counts, apart: bool) -> None:
    assert pulls_apart(verdict, found) is apart


@pytest.mark.parametrize("verdict", ["uppfylls", "delvis", "inte"])
def test_a_verdict_on_what_nobody_has_judged_pulls_apart_from_nothing(verdict: str) -> None:
    assert not pulls_apart(verdict, counted(unjudged=2))


@pytest.mark.parametrize("verdict", ["uppfylls", "delvis", "inte"])
def test_a_fokusomrade_without_uppdrag_is_anybodys_to_judge(verdict: str) -> None:
    assert not pulls_apart(verdict, counted())


def test_without_a_verdict_there_is_nothing_to_compare() -> None:
    assert not pulls_apart(None, counted(inte=5))
