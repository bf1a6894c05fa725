"""Stacked bars as a chart of Word's own, with its numbers in a workbook inside, so that it can be edited."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from data.contrast import text_on
from data.plain_text import one_line
from data.status import Status
from exporters.document import Bar, Chart
from exporters.same_zip import same_zip
from exporters.word.xml import DECLARATION, attribute, escaped

_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_UNJUDGED = "#FFFFFF"
"""The bar of a status that has no colour; a line goes around it."""
_MILLIMETRE = 36_000
_BAR, _AROUND, _HIGHEST = 9, 22, 220
"""How high a bar is, what stands around the bars, and a whole chart at most; in millimetres."""


def chart_xml(chart: Chart, font: str, workbook: str) -> str:
    """Return the part of the file that is a chart; `workbook` is the id of its relationship to the numbers."""
    series = "".join(_series(chart, place, status) for place, status in enumerate(chart.statuses))
    return (
        f'{DECLARATION}<c:chartSpace {_NAMESPACES}><c:roundedCorners val="0"/><c:chart>'
        '<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/>'
        f'<c:grouping val="stacked"/><c:varyColors val="0"/>{series}<c:gapWidth val="40"/><c:overlap val="100"/>'
        '<c:axId val="1"/><c:axId val="2"/></c:barChart>'
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling><c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="b"/>'
        '<c:crossAx val="1"/></c:valAx></c:plotArea>'
        '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"><a:solidFill><a:srgbClr val="1A1A1A"/></a:solidFill>'
        f'<a:latin typeface="{attribute(font)}"/></a:defRPr></a:pPr><a:endParaRPr lang="sv-SE"/></a:p></c:txPr>'
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def workbook(chart: Chart) -> bytes:
    """Return the chart's numbers as an Excel file: a row for each bar, a column for each status."""
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(1980, 1, 1)})
        sheet = book.add_worksheet("Blad1")
        for column, status in enumerate(chart.statuses, start=1):
            sheet.write_string(0, column, _name(status))
        for row, bar in enumerate(chart.bars, start=1):
            sheet.write_string(row, 0, _label(bar))
            for column, status in enumerate(chart.statuses, start=1):
                sheet.write_number(row, column, dict(bar.parts).get(status, 0))
    return same_zip(out.getvalue())


def drawing(chart: Chart, id: str, number: int, room: int) -> str:
    """Return the run that shows a chart, as wide as the `room` in twentieths of a point."""
    height = min(_AROUND + _BAR * len(chart.bars), _HIGHEST) * _MILLIMETRE
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{room * 635}" '
        f'cy="{height}"/><wp:docPr id="{number}" name="Diagram {number}" title="{attribute(chart.title)}" '
        f'descr="{attribute(chart.description)}"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart '
        f'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{id}"/></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def _name(status: Status) -> str:
    return f"{status.sign} {status.short}"


def _label(bar: Bar) -> str:
    return one_line(bar.label)[:255]


def _series(chart: Chart, place: int, status: Status) -> str:
    last = len(chart.bars) + 1
    column = chr(ord("B") + place)
    ground = status.colour or _UNJUDGED
    labels = "".join(
        f'<c:pt idx="{row}"><c:v>{escaped(_label(bar))}</c:v></c:pt>' for row, bar in enumerate(chart.bars)
    )
    numbers = "".join(
        f'<c:pt idx="{row}"><c:v>{dict(bar.parts)[status]}</c:v></c:pt>'
        for row, bar in enumerate(chart.bars)
        if status in dict(bar.parts)
    )
    count = f'<c:ptCount val="{len(chart.bars)}"/>'
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:strRef><c:f>Blad1!${column}$1</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{_name(status)}</c:v></c:pt></c:strCache></c:strRef>'
        f'</c:tx><c:spPr><a:solidFill><a:srgbClr val="{ground[1:]}"/></a:solidFill><a:ln w="6350"><a:solidFill>'
        '<a:srgbClr val="1A1A1A"/></a:solidFill></a:ln></c:spPr><c:invertIfNegative val="0"/>'
        '<c:dLbls><c:numFmt formatCode="0;;" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>'
        f'<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900" b="1"><a:solidFill>'
        f'<a:srgbClr val="{text_on(ground)[1:]}"/>'
        '</a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="sv-SE"/></a:p></c:txPr><c:showLegendKey val="0"/>'
        '<c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
        '<c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat><c:strRef><c:f>Blad1!$A$2:$A${last}</c:f><c:strCache>{count}{labels}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Blad1!${column}$2:${column}${last}</c:f><c:numCache>"
        f"<c:formatCode>General</c:formatCode>{count}{numbers}</c:numCache></c:numRef></c:val></c:ser>"
    )
