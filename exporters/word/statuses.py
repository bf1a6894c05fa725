"""A status in Word: its sign on a ground of its colour, in a style of its own, and then its word."""

from __future__ import annotations

from collections.abc import Iterator

from data.contrast import text_on
from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG, Status
from exporters.document import Document, Judged, Legend, Table, each_once
from exporters.word.xml import run

SIGNS = "Segoe UI Symbol"
"""The typeface of the signs, which few others have; where it is missing, the machine has another that does."""
WORD = "Bedomningsord"
"""The style of a status's word."""


def style_of(status: Status) -> str:
    """Return the id of the style that a status's sign has."""
    return f"Status-{status.value}"


def status_styles(document: Document) -> str:
    """Return the styles of a document's statuses, and of those it may get when somebody goes on with it.

    The sign is dark or light, whichever is read on its colour.
    """
    every = each_once((*UPPDRAG.statuses, *AKTIVITET.statuses, EJ_BEDOMD, *_told_in(document)))
    return "".join(_style(status) for status in every) + (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{WORD}"><w:name w:val="Bedömningsord"/>'
        '<w:uiPriority w:val="11"/><w:qFormat/><w:rPr><w:b/></w:rPr></w:style>'
    )


def sign(status: Status) -> str:
    """Return the sign of a status."""
    return run(status.sign, style_of(status))


def judged(part: Judged) -> str:
    """Return a judged text: sign and word, and then what they judge."""
    before = f"{sign(part.status)}{run(f' {part.status.short}', WORD)}"
    return f"{before}{run(f': {part.text}')}" if part.text else before


def _told_in(document: Document) -> Iterator[Status]:
    for block in document.blocks:
        if isinstance(block, Legend):
            yield from block.statuses
        elif isinstance(block, Table):
            parts = (part for row in block.rows for cell in row for part in cell)
            yield from (part.status for part in parts if isinstance(part, Judged))


def _style(status: Status) -> str:
    ground = status.colour or "#FFFFFF"
    edge = (status.colour or "#595959")[1:]
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_of(status)}">'
        f'<w:name w:val="Status {status.short.lower()}"/><w:uiPriority w:val="10"/><w:qFormat/><w:rPr>'
        f'<w:rFonts w:ascii="{SIGNS}" w:hAnsi="{SIGNS}" w:eastAsia="{SIGNS}" w:cs="{SIGNS}"/>'
        f'<w:color w:val="{text_on(ground)[1:]}"/><w:sz w:val="17"/><w:szCs w:val="17"/>'
        f'<w:bdr w:val="single" w:sz="8" w:space="0" w:color="{edge}"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{ground[1:]}"/></w:rPr></w:style>'
    )
