"""What a Word file tells of itself: title, owner, what it was made from, and how Word is to treat it."""

from __future__ import annotations

from data.plain_text import one_line
from exporters.document import DRAFT, Document
from exporters.word.xml import DECLARATION, NAMESPACES, escaped

_LONGEST = 255
"""How long a property may be, for Word and for python-docx."""
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def core(document: Document) -> str:
    """Return the properties that any program shows. The dates are the provenance's: never today's."""
    made = document.provenance
    said = {
        "dc:title": document.title,
        "dc:subject": document.whose,
        "dc:creator": document.owner,
        "cp:keywords": ", ".join(filter(None, (made.source, made.commit))) if made else None,
        "dc:description": made.told if made else None,
        "cp:lastModifiedBy": document.owner,
        "dc:language": "sv-SE",
        "cp:contentStatus": DRAFT if document.draft else None,
    }
    texts = "".join(f"<{name}>{_text(value)}</{name}>" for name, value in said.items() if value)
    day = made.date if made else None
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
        if day
    )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{texts}<cp:revision>1</cp:revision>{dates}</cp:coreProperties>"
    )


def extended() -> str:
    """Return the properties that tell which program made the file."""
    return f'{DECLARATION}<Properties xmlns="{_EXTENDED}"><Application>trafikljus</Application></Properties>'


def settings() -> str:
    """Return how Word treats the file: as one of today's, in Swedish, with words hyphenated."""
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="1134"/>'
        '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="284"/>'
        '<w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="sv-SE"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def _text(value: str) -> str:
    told = one_line(value)
    return escaped(told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…")
