"""An indikator is judged from its target and its direction, or honestly not at all."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.indicators import MISSED, REACHED, UNKNOWN, outcome
from data.plan import Indikator
from data.status import Status

CASES = [
    (Decimal("2.99"), Decimal("4.0"), "lagre", REACHED),
    (Decimal("2.99"), Decimal("4.0"), "hogre", MISSED),
    (5, 4, "hogre", REACHED),
    (5, 4, "lagre", MISSED),
    (Decimal("4.00"), 4, "hogre", REACHED),
    (Decimal("4.00"), 4, "lagre", REACHED),
    (Decimal("0.1") + Decimal("0.2"), Decimal("0.3"), "lagre", REACHED),
    (None, 4, "hogre", UNKNOWN),
    (4, None, "hogre", UNKNOWN),
    (4, "fler än i fjol", "hogre", UNKNOWN),
    (4, "4", "hogre", UNKNOWN),
    (4, 4, None, UNKNOWN),
]


@pytest.mark.parametrize(("utfall", "malvarde", "riktning", "status"), CASES)
def test_an_indikator_reaches_its_target_or_not_or_nobody_can_tell(
    utfall: Any, malvarde: Any, riktning: str | None, status: Status
) -> None:
    assert outcome(Indikator("i", "I", utfall, malvarde, riktning=riktning)) is status


numbers = st.integers(-50, 50) | st.decimals(-50, 50, places=2)


@given(numbers, numbers)
def test_turning_the_direction_turns_the_judgement_unless_the_target_is_just_met(
    utfall: Decimal | int, malvarde: Decimal | int
) -> None:
    both = {outcome(Indikator("i", "I", utfall, malvarde, riktning=way)) for way in ("hogre", "lagre")}
    assert both == ({REACHED} if utfall == malvarde else {REACHED, MISSED})
