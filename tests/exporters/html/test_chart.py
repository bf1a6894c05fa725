"""A chart's bars lie one after the other, as long as their numbers, and say what there is room for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG
from exporters.document import Bar, Chart
from exporters.html.chart import drawing
from tests.exporters.corpus import TEXTS

STATUSES = (*UPPDRAG.statuses, *AKTIVITET.statuses, EJ_BEDOMD)
BARS = st.builds(
    Bar,
    st.sampled_from([*TEXTS.values()]),
    st.lists(st.tuples(st.sampled_from(STATUSES), st.integers(1, 2000)), max_size=6).map(tuple),
)


def number(percent: str) -> float:
    return float(percent.removesuffix("%"))


@given(st.lists(BARS, max_size=5).map(tuple))
def test_every_bar_is_within_the_picture_and_below_the_one_before(bars: tuple[Bar, ...]) -> None:
    drawn = drawing(Chart("t", "d", bars))
    below = 0
    for bar in drawn.bars:
        assert all(below < line.y < bar.y for line in bar.label)
        below = bar.y + bar.height
        assert below <= drawn.height
        end = 0.0
        for segment in bar.segments:
            assert abs(number(segment.x) - end) < 0.01
            end = number(segment.x) + number(segment.width)
        assert end < 100.01


def test_a_bar_is_as_long_as_its_number() -> None:
    chart = Chart("t", "d", (Bar("a", ((STATUSES[0], 8),)), Bar("b", ((STATUSES[0], 1), (STATUSES[1], 1)))))
    first, second = drawing(chart).bars
    assert [segment.width for segment in first.segments] == ["100%"]
    assert [(segment.x, segment.width) for segment in second.segments] == [("0%", "12.5%"), ("12.5%", "12.5%")]


def test_a_sign_and_a_number_are_written_where_there_is_room() -> None:
    chart = Chart("t", "d", (Bar("a", ((STATUSES[0], 80), (STATUSES[1], 12), (STATUSES[2], 8))),))
    (bar,) = drawing(chart).bars
    assert [segment.told for segment in bar.segments] == ["● 80", "12", ""]


def test_a_long_label_takes_two_lines_and_no_more() -> None:
    (bar,) = drawing(Chart("t", "d", (Bar("Fokusområde " * 40, ()),))).bars
    assert len(bar.label) == 2
    assert bar.label[1].text.endswith("…")


def test_no_bars_have_no_height() -> None:
    assert drawing(Chart("t", "d", ())).height == 0
