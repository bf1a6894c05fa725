"""The words of WordprocessingML: text, runs and paragraphs as strings of XML. Text goes in raw."""

from __future__ import annotations

import re

from data.plain_text import visible

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_BREAKS = re.compile(r"([\n\t])")
_BROKEN = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def escaped(text: str) -> str:
    """Return text as it may stand in an element, with what XML forbids or a reader would not see made visible."""
    return visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Return text as it may stand in an attribute: on one line."""
    return escaped(" ".join(text.split())).replace('"', "&quot;")


def run(text: str, style: str | None = None) -> str:
    """Return text with one style for characters; a newline is a line break."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    pieces = _BREAKS.split(escaped(text))
    inner = "".join(_BROKEN.get(piece) or f'<w:t xml:space="preserve">{piece}</w:t>' for piece in pieces if piece)
    return f"<w:r>{properties}{inner}</w:r>"


def paragraph(style: str, content: str = "") -> str:
    """Return a paragraph of runs with one style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def field(instruction: str, shown: str) -> str:
    """Return a field that Word keeps up to date, with what it shows until then."""
    return f'<w:fldSimple w:instr=" {instruction} ">{run(shown)}</w:fldSimple>'
