"""A table as one string of XML: cell by cell through python-docx takes ten times as long."""

from __future__ import annotations

from exporters.document import Cell, Column, Judged, Part, Table
from exporters.word.statuses import judged
from exporters.word.xml import attribute, paragraph, run

_EMPTY = paragraph("Tabelltext")
_LOOK, _LAST_ROW = 0x04A0, 0x0040
"""What of the table's style counts, as Word of old says it in a number; and what it adds for a last row of sums."""


def table(table: Table, room: int) -> str:
    """Return a table as wide as the room there is. Its first row comes again on every page."""
    widths = _widths(table.columns, room)
    heads = "Kolumner: " + ", ".join(column.head for column in table.columns)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(table.columns, row, widths) for row in table.rows)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Redovisning"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{_LOOK + _LAST_ROW * table.summed:04X}" w:firstRow="1" w:lastRow="{table.summed:d}" '
        'w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(table.caption)}"/>'
        f'<w:tblDescription w:val="{attribute(heads)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{_heads(table.columns, widths)}{rows}</w:tbl>"
    )


def _widths(columns: tuple[Column, ...], room: int) -> list[int]:
    whole = sum(column.share for column in columns)
    return [room * column.share // whole for column in columns]


def _heads(columns: tuple[Column, ...], widths: list[int]) -> str:
    cells = "".join(
        _cell(width, paragraph("TabellrubrikTal" if column.numeric else "Tabellrubrik", run(column.head)))
        for column, width in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(columns: tuple[Column, ...], row: tuple[Cell, ...], widths: list[int]) -> str:
    cells = (
        _cell(width, "".join(_part(part, column) for part in cell) or _EMPTY)
        for column, cell, width in zip(columns, row, widths, strict=True)
    )
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _part(part: Part, column: Column) -> str:
    if isinstance(part, Judged):
        return paragraph("Bedomning", judged(part))
    return paragraph("Tabelltal" if column.numeric else "Tabelltext", run(part))
