"""A chart drawn with block characters: a line for each bar, with its label before it and its numbers after it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

from data.shares import shared
from data.status import EJ_BEDOMD, UPPDRAG
from data.wording import shortened
from exporters.dialects.wrapping import filled, unfilled
from exporters.document import Bar, Chart

LENGTH = 30
"""Characters of the longest bar."""

_LABEL = 30
_BLOCKS = dict(zip((*UPPDRAG.values, EJ_BEDOMD.value), "█▆▃░", strict=True))
"""Each status has a height of its own, as on the screen."""
_MORE = "▓▒▚▞▙▟"


def drawn(chart: Chart) -> Iterator[str]:
    """Give the lines of a chart: its title, the bars, and what their blocks mean."""
    others = cycle(_MORE)
    blocks = {status.value: _BLOCKS.get(status.value) or next(others) for status in chart.statuses}
    labels = [filled(shortened(bar.label, _LABEL)) for bar in chart.bars]
    widest = max(map(len, labels), default=0)
    longest = max((bar.total for bar in chart.bars), default=0)
    yield shortened(chart.title, 100)
    for label, bar in zip(labels, chart.bars, strict=True):
        yield unfilled(f"{label.ljust(widest)}  {_drawn_bar(bar, longest, blocks).ljust(LENGTH)}  {bar.told}")
    yield "  ".join(f"{blocks[status.value]} {status.short}" for status in chart.statuses)


def _drawn_bar(bar: Bar, longest: int, blocks: dict[str, str]) -> str:
    numbers = [number for _, number in bar.parts]
    length = -(-LENGTH * bar.total // longest) if longest else 0
    parts = zip(bar.parts, shared(length, numbers), strict=True)
    return "".join(blocks[status.value] * part for (status, _), part in parts)
