"""A document as the template takes it: plain values, every text drawable, every status a number in one list."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from data.look import Logo, Look
from data.status import Status
from data.wording import with_status
from exporters.document import (
    CONTENTS,
    DRAFT,
    Bar,
    Block,
    Cell,
    Chart,
    Document,
    Heading,
    Judged,
    Legend,
    Paragraph,
    Part,
    Table,
)
from exporters.pdf.faces import FAMILIES, USUAL, drawable

UNDATED = date(1970, 1, 1)
"""The date of a document whose provenance has none: PDF/A demands one, and today's would change its bytes."""

LONGEST_LINE = 10_000
"""How many characters a title, a heading or the words for a picture keep: PDF/A has no string over 32 767 bytes."""

LONGEST_MARGIN = 200
"""How many characters there is room for at the head and foot of a page, and at the head of a column."""

_INK = "#595959"
_MOST_WHOLE, _SHORT = 15, 60
"""How many rows of how many characters a cell a table of sums may have and yet never be broken across pages."""
_LINE_END = "\u00a0\n"
"""A line break somebody made ends with a hard space, which no line broken by the program does: so it can be told
apart when the text is read out of the PDF again."""
_FORMATS = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}


def content(document: Document) -> dict[str, Any]:
    """Return all that the template needs to set a document."""
    statuses: dict[Status, int] = {}
    blocks = [_block(block, statuses) for block in document.blocks]
    day = document_date(document)
    return {
        "title": _line(document.title),
        "owner": _line(document.owner),
        "description": _line(f"{document.whose}. {document.footer}"),
        "whose": _line(document.whose),
        "header": _line(document.header, LONGEST_MARGIN),
        "footer": _line(document.footer, LONGEST_MARGIN),
        "draft": DRAFT if document.draft else None,
        "contents": CONTENTS if document.contents else None,
        "date": [day.year, day.month, day.day],
        "lang": document.lang,
        "region": "SE",
        "wide": document.wide,
        "look": _look(document.look),
        "blocks": blocks,
        "statuses": [_status(status) for status in statuses],
    }


def document_date(document: Document) -> date:
    """Return the day that a document is of."""
    return (document.provenance.date if document.provenance else None) or UNDATED


def _line(text: str, longest: int = LONGEST_LINE) -> str:
    line = drawable(text).replace("\n", " ")
    return line if len(line) <= longest else line[: longest - 1] + "…"


def _text(text: str) -> str:
    return drawable(text).replace("\n", _LINE_END)


def _block(block: Block, statuses: dict[Status, int]) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level - 1, "text": _line(block.told)}
        case Paragraph():
            return {"kind": "paragraph", "text": _text(block.text)}
        case Legend():
            entries = [(_index(status, statuses), status.label) for status in block.statuses]
            return {"kind": "legend", "intro": _line(block.intro), "columns": block.per_line, "entries": entries}
        case Table():
            return _table(block, statuses)
        case Chart():
            return {
                "kind": "chart",
                "title": _line(block.title),
                "alt": _line(block.description),
                "bars": [_bar(bar, statuses) for bar in block.bars],
            }


def _table(table: Table, statuses: dict[Status, int]) -> dict[str, Any]:
    return {
        "kind": "table",
        "shares": [column.share for column in table.columns],
        "numeric": [column.numeric for column in table.columns],
        "heads": [_line(column.head, LONGEST_MARGIN) for column in table.columns],
        "summed": table.summed,
        "whole": table.summed and len(table.rows) <= _MOST_WHOLE and all(map(_is_short, table.rows)),
        "cells": [_cell(cell, statuses) for row in table.rows for cell in row],
    }


def _is_short(row: tuple[Cell, ...]) -> bool:
    texts = [part.text if isinstance(part, Judged) else part for cell in row for part in cell]
    return len(texts) <= len(row) and all(len(text) <= _SHORT and "\n" not in text for text in texts)


def _cell(cell: Cell, statuses: dict[Status, int]) -> list[Any]:
    return [_part(part, statuses) for part in cell]


def _part(part: Part, statuses: dict[Status, int]) -> str | tuple[int, str]:
    return (_index(part.status, statuses), _text(part.text)) if isinstance(part, Judged) else _text(part)


def _bar(bar: Bar, statuses: dict[Status, int]) -> dict[str, Any]:
    parts = [(_index(status, statuses), number, with_status(number, status)) for status, number in bar.parts]
    return {"label": _line(bar.label), "told": bar.told, "total": bar.total, "parts": parts}


def _index(status: Status, statuses: dict[Status, int]) -> int:
    return statuses.setdefault(status, len(statuses))


def _status(status: Status) -> Mapping[str, str | None]:
    return {
        "sign": status.sign,
        "short": status.short,
        "colour": status.colour,
        "outline": _darker(status.colour or _INK),
    }


def _darker(colour: str) -> str:
    """Return the colour of the line around a shape: enough darker for amber to stand out from white at 3:1."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{part * 3 // 5:02x}" for part in parts)


def _look(look: Look) -> dict[str, Any]:
    fonts = [look.font, USUAL] if look.font in FAMILIES and look.font != USUAL else [USUAL]
    return {"colour": look.accent, "fonts": fonts, "logo": look.logo and _logo(look.logo)}


def _logo(logo: Logo) -> dict[str, Any]:
    return {"raw": list(logo.raw), "format": _FORMATS[logo.media_type], "alt": _line(logo.alt)}
