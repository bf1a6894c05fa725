"""A chart of stacked bars as geometry: what an SVG draws, in per cent across and in pixels down.

Across it follows the width of the screen, so that its text is as large on a phone as on a wide one.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from data.plain_text import one_line
from data.status import Status
from exporters.document import Bar, Chart

_LINE, _BAR, _GAP = 18, 24, 14
_LETTERS = 38
"""As many as stand beside each other on a screen of 320 px."""
_MOST_LINES = 2
_ROOM_FOR_NUMBER, _ROOM_FOR_SIGN = 9.0, 16.0
"""Per cent of the width, on the smallest screen, that a number needs, and a sign before it."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A number of one status, as a part of a bar."""

    status: Status
    x: str
    width: str
    middle: str
    told: str
    """What is written in it; empty where there is no room."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a bar's label."""

    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A bar: its label above it."""

    label: tuple[Line, ...]
    y: int
    middle: int
    height: int
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """All bars, and how high they are together."""

    height: int
    bars: tuple[Drawn, ...]


def drawing(chart: Chart) -> Drawing:
    """Return where everything in a chart is drawn; the longest bar takes the whole width."""
    whole = max((bar.total for bar in chart.bars), default=0) or 1
    drawn: list[Drawn] = []
    y = 0
    for bar in chart.bars:
        drawn.append(_drawn(bar, y, whole))
        y = drawn[-1].y + _BAR + _GAP
    return Drawing(max(y - _GAP, 0), tuple(drawn))


def _drawn(bar: Bar, y: int, whole: int) -> Drawn:
    shown = textwrap.wrap(one_line(bar.label), _LETTERS, max_lines=_MOST_LINES, placeholder=" …")
    label = tuple(Line(y + number * _LINE - 5, text) for number, text in enumerate(shown, start=1))
    top = y + len(label) * _LINE
    return Drawn(label, top, top + _BAR // 2, _BAR, tuple(_segments(bar, whole)))


def _segments(bar: Bar, whole: int) -> Iterator[Segment]:
    start = 0
    for status, number in bar.parts:
        share = 100 * number / whole
        told = str(number) if share >= _ROOM_FOR_NUMBER else ""
        if share >= _ROOM_FOR_SIGN:
            told = f"{status.sign} {told}"
        left = 100 * start / whole
        yield Segment(status, _percent(left), _percent(share), _percent(left + share / 2), told)
        start += number


def _percent(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") + "%"
