"""A chart of Excel's own, stacked bars of statuses, with the numbers in cells above it."""

from __future__ import annotations

from typing import Any

from data.contrast import text_on
from data.wording import shortened
from exporters.document import Chart
from exporters.workbook.book import Writer, put
from exporters.workbook.colours import LINE

_UNJUDGED = "#BFBFBF"
_EDGE = "#404040"
_LABEL, _DESCRIPTION = 200, 2000
_WIDTH, _BAR, _AROUND, _ROW = 900, 34, 130, 20
"""Sizes in pixels: of the chart, of a bar, of what stands around the bars, of a row."""


def write_chart(writer: Writer, sheet: Any, row: int, chart: Chart) -> int:
    """Write the numbers and draw the chart below them; return the row after. Nothing is drawn of no numbers."""
    statuses = chart.statuses
    if not statuses:
        return row
    frame = {"text_wrap": True, "border": 1, "border_color": LINE}
    label, number = writer.format(**frame), writer.format(**frame, align="right")
    frame |= {"bold": True, "bg_color": writer.colour, "font_color": text_on(writer.colour)}
    put(sheet, row, 0, shortened(chart.title, _LABEL), writer.format(**frame))
    for at, status in enumerate(statuses, start=1):
        put(sheet, row, at, f"{status.sign} {status.short}", writer.format(**frame, align="right"))
    for below, bar in enumerate(chart.bars, start=1):
        put(sheet, row + below, 0, shortened(bar.label, _LABEL), label)
        counts = {status.value: count for status, count in bar.parts}
        for at, status in enumerate(statuses, start=1):
            sheet.write_number(row + below, at, counts.get(status.value, 0), number)
    last = row + len(chart.bars)
    height = _BAR * len(chart.bars) + _AROUND
    told = {"description": shortened(f"{chart.title}. {chart.description}", _DESCRIPTION), "object_position": 2}
    sheet.insert_chart(last + 2, 0, _drawn(writer, sheet.name, row, chart, height), told)
    return last + 3 + height // _ROW


def _drawn(writer: Writer, sheet: str, row: int, chart: Chart, height: int) -> Any:
    drawn = writer.chart()
    first, last = row + 1, row + len(chart.bars)
    for at, status in enumerate(chart.statuses, start=1):
        drawn.add_series(
            {
                "name": [sheet, row, at],
                "categories": [sheet, first, 0, last, 0],
                "values": [sheet, first, at, last, at],
                "fill": {"color": status.colour or _UNJUDGED},
                "border": {"color": _EDGE},
                "gap": 40,
            }
        )
    drawn.set_title({"name": [sheet, row, 0], "name_font": {"size": 14}})
    drawn.set_legend({"position": "bottom"})
    drawn.set_y_axis({"reverse": True})
    drawn.set_x_axis({"major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}, "num_format": "0"})
    drawn.set_size({"width": _WIDTH, "height": height})
    return drawn
