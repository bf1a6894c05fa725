"""A table of contents that is filled in: a field that Word renews when asked to, and adds the pages to.

Only Word knows on which page a heading falls, so none is told before that; the entries lead there all the same.
Word is not told to renew it when the file is opened, for then it asks the reader first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporters.document import CONTENTS, Heading
from exporters.word.xml import paragraph, run

LEVELS = 3
"""How deep a table of contents goes."""
_INSTRUCTION = rf' TOC \o "1-{LEVELS}" \h \z \u '


def bookmark(number: int) -> str:
    """Return the name of the place that the entry of a heading leads to."""
    return f"_Toc{number:09}"


def contents(headings: Sequence[Heading]) -> str:
    """Return the table of contents of all headings, in their order; level 2 is the first of them."""
    entries = list(_entries(headings))
    if not entries:
        return ""
    begin = (
        f'{_mark("begin")}<w:r><w:instrText xml:space="preserve">{_INSTRUCTION}</w:instrText></w:r>'
        f"{_mark('separate')}"
    )
    last = len(entries) - 1
    lines = [
        paragraph(style, begin * (place == 0) + entry + _mark("end") * (place == last))
        for place, (style, entry) in enumerate(entries)
    ]
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{paragraph('TOCHeading', run(CONTENTS))}{''.join(lines)}"
        "</w:sdtContent></w:sdt>"
    )


def _entries(headings: Sequence[Heading]) -> Iterator[tuple[str, str]]:
    for number, heading in enumerate(headings):
        if heading.level - 1 <= LEVELS:
            link = f'<w:hyperlink w:anchor="{bookmark(number)}" w:history="1">{run(heading.told)}</w:hyperlink>'
            yield f"TOC{heading.level - 1}", link


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
