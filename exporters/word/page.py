"""The page: its size and margins, and what stands at its head and foot."""

from __future__ import annotations

from dataclasses import dataclass

from exporters.document import DRAFT, Document
from exporters.word.xml import DECLARATION, NAMESPACES, field, paragraph, run


@dataclass(frozen=True, slots=True)
class Page:
    """An A4 page; all measures are in twentieths of a point."""

    width: int
    height: int
    side: int = 1134
    """The margins to the left and right: 2 cm."""

    @property
    def room(self) -> int:
        """How wide the text is."""
        return self.width - 2 * self.side


UPRIGHT, WIDE = Page(11906, 16838), Page(16838, 11906)


def page_for(document: Document) -> Page:
    """Return the page that the document's tables fit on."""
    return WIDE if document.wide else UPRIGHT


def section(page: Page, header: str, footer: str) -> str:
    """Return the properties of the document's one section; `header` and `footer` are ids of relationships."""
    turned = ' w:orient="landscape"' if page is WIDE else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>'
        f'<w:footerReference w:type="default" r:id="{footer}"/>'
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"{turned}/>'
        f'<w:pgMar w:top="1418" w:right="{page.side}" w:bottom="1247" w:left="{page.side}" '
        'w:header="680" w:footer="567" w:gutter="0"/></w:sectPr>'
    )


def header(document: Document) -> str:
    """Return what stands at the head of every page."""
    draft = f"<w:r><w:tab/></w:r>{run(DRAFT, 'Strong')}" if document.draft else ""
    told = paragraph("Header", run(document.header) + draft)
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{told}</w:hdr>"


def footer(document: Document) -> str:
    """Return what stands at the foot of every page: what the document was made from, and which page of how many."""
    number = f"<w:r><w:tab/></w:r>{field('PAGE', '1')}{run('(')}{field('NUMPAGES', '1')}{run(')')}"
    told = paragraph("Footer", run(document.footer) + number)
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{told}</w:ftr>"
