"""Contrast is what WCAG says it is, and a colour that is made legible is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.contrast import TEXT, contrast, legible, rgb, text_on

COLOURS = st.tuples(*[st.integers(0, 255)] * 3)


def test_black_on_white_has_the_contrast_that_wcag_says() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)


def test_grey_on_white_has_the_contrast_that_wcag_says() -> None:
    assert contrast(rgb("#767676"), rgb("#FFFFFF")) == pytest.approx(4.54, abs=0.01)


@given(COLOURS, COLOURS)
def test_what_is_made_legible_is(colour: tuple[int, ...], ground: tuple[int, ...]) -> None:
    made = legible("#" + "".join(f"{part:02X}" for part in colour), [ground], TEXT)
    assert contrast(rgb(made), ground) >= TEXT


def test_a_colour_that_is_seen_already_stays() -> None:
    assert legible("#A6192E", [(255, 255, 255)], TEXT) == "#a6192e"


@given(COLOURS)
def test_text_can_be_read_on_any_ground(ground: tuple[int, ...]) -> None:
    colour = "#" + "".join(f"{part:02X}" for part in ground)
    assert contrast(rgb(text_on(colour)), ground) >= TEXT
