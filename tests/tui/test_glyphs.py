"""Signs and colours: seen on dark and on light, and never the colour alone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from data.contrast import SHAPE, contrast, rgb
from data.plan import Fokusomrade, Uppdrag
from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG
from tui.glyphs import Glyphs, Ground, heading, legible, measure, tally

COLOURS = sorted({status.colour for status in (*UPPDRAG.statuses, *AKTIVITET.statuses) if status.colour})
GROUNDS = {
    Ground.DARK: ("#121212", "#1e1e1e", "#272727", "#000000"),
    Ground.LIGHT: ("#e0e0e0", "#d8d8d8", "#ffffff"),
    Ground.UNKNOWN: ("#000000", "#ffffff"),
}


@pytest.mark.parametrize("on", Ground)
@pytest.mark.parametrize("colour", COLOURS)
def test_every_sign_is_seen_on_every_ground(colour: str, on: Ground) -> None:
    for ground in GROUNDS[on]:
        assert contrast(rgb(legible(colour, on)), rgb(ground)) >= SHAPE


@pytest.mark.parametrize("ascii", [True, False])
def test_each_step_of_a_scale_has_a_sign_of_its_own(ascii: bool) -> None:
    for scale in (UPPDRAG, AKTIVITET):
        signs = [Glyphs(ascii).sign(status) for status in (*scale.statuses, EJ_BEDOMD)]
        assert len(set(signs)) == len(signs)
        assert not ascii or all(sign.isascii() for sign in signs)


def test_counts_stand_in_the_order_of_the_legend_with_the_unjudged_last() -> None:
    omrade = Fokusomrade("a", "A", uppdrag=(Uppdrag("b", "B", "inte"), Uppdrag("c", "C")))
    assert [(status.value, count) for status, count in tally([omrade])] == [
        ("uppfylls", 0),
        ("delvis", 0),
        ("inte", 1),
        ("ej-bedomd", 1),
    ]


def test_a_numbered_fokusomrade_is_told_with_its_number() -> None:
    assert heading(Fokusomrade("1.1", "Nära vård")) == "1.1 Nära vård"
    assert heading(Fokusomrade("nara-vard", "Nära vård")) == "Nära vård"


def test_a_figure_is_written_in_swedish() -> None:
    assert measure(Decimal("4.10"), "%") == "4,10 %"
    assert measure(-3, "mnkr") == "−3 mnkr"
    assert measure(None, "%") == ""


def test_a_target_in_words_is_shown_to_the_letter() -> None:
    assert measure("minst 90.5", "%") == "minst 90.5 %"
