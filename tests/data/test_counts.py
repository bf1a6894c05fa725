"""Counting statuses."""

from __future__ import annotations

from data.counts import counts
from data.plan import Aktivitet, Uppdrag
from data.status import AKTIVITET, UPPDRAG


def test_every_status_is_counted_and_what_nobody_has_is_zero() -> None:
    statuses = ["uppfylls", "inte", None, "uppfylls"]
    items = [Uppdrag(id=str(number), namn="Ett uppdrag", status=status) for number, status in enumerate(statuses)]
    assert counts(UPPDRAG, items) == {"uppfylls": 2, "delvis": 0, "inte": 1, "ej-bedomd": 1}


def test_nothing_is_counted_in_the_order_of_the_scale_with_unjudged_last() -> None:
    assert list(counts(AKTIVITET, ())) == [*AKTIVITET.values, "ej-bedomd"]
    assert sum(counts(AKTIVITET, [Aktivitet(id="a", namn="En aktivitet")]).values()) == 1
