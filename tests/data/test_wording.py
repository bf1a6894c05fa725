"""Statuses and changes in running Swedish."""

from __future__ import annotations

from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG
from data.wording import with_status


def test_a_status_is_counted_in_the_singular_and_the_plural() -> None:
    told = [with_status(number, status) for status in (*UPPDRAG.statuses, EJ_BEDOMD) for number in (1, 2)]
    assert told == (
        ["1 uppfylls", "2 uppfylls", "1 delvis", "2 delvis", "1 inte", "2 inte", "1 ej bedömd", "2 ej bedömda"]
    )
    pausad, ej_startad, *_ = AKTIVITET.statuses
    assert [with_status(0, pausad), with_status(3, ej_startad)] == ["0 pausade", "3 ej startade"]
