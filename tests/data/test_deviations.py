"""What deviates: by the status that somebody has given, and nothing else."""

from __future__ import annotations

import pytest

from data.deviations import deviates, deviations
from data.plan import Aktivitet, Fokusomrade, Indikator, Item, Uppdrag
from data.status import AKTIVITET, UPPDRAG
from tests.norrsken import KULTUR, REPORTED


def test_three_of_an_aktivitets_and_two_of_an_uppdrags_statuses_deviate() -> None:
    uppdrag = [value for value in (None, *UPPDRAG.values) if deviates(Uppdrag("a", "A", value))]
    aktiviteter = [value for value in (None, *AKTIVITET.values) if deviates(Aktivitet("a", "A", value))]
    assert (uppdrag, aktiviteter) == (["delvis", "inte"], ["pausad", "foljer-delvis", "foljer-inte"])


@pytest.mark.parametrize("item", [Fokusomrade("a", "A", "inte"), Indikator("i", "I", 1, 2, riktning="hogre")])
def test_no_other_item_deviates(item: Item) -> None:
    assert not deviates(item)


def test_deviations_come_in_the_order_of_the_plan_with_where_they_stand() -> None:
    found = [(one.item.id, one.uppdrag.id, one.omrade.id) for one in deviations(KULTUR)]
    assert found == [("bokbuss-2", "bokbuss", "1.1"), ("digitalt", "digitalt", "1.1"), ("scen", "scen", "1.1")]


def test_who_answers_for_an_uppdrag_answers_for_its_aktiviteter_unless_somebody_else_does() -> None:
    assert [one.ansvarig for one in deviations(KULTUR)] == ["Sara Lind", None, None]
    assert [one.ansvarig for one in deviations(REPORTED)] == ["Sara Lind", None]
