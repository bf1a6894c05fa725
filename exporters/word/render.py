"""From a document to a Word file: its blocks one after another, and around them all that Word wants to know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.status import Status
from exporters.bitmap import bitmap
from exporters.document import Block, Chart, Document, Heading, Legend, Paragraph, Table
from exporters.word import charts, page, pictures, properties
from exporters.word.contents import bookmark, contents
from exporters.word.package import Piece, chart, footer, header, looks, packed, picture, settings, styles
from exporters.word.statuses import sign
from exporters.word.styles import LEVELS, font_of
from exporters.word.styles import styles as all_styles
from exporters.word.tables import table
from exporters.word.theme import font_table, theme
from exporters.word.xml import DECLARATION, NAMESPACES, field, paragraph, run


def word(document: Document) -> bytes:
    """Return a document as a Word file, the same bytes for the same document."""
    paper = page.page_for(document)
    pieces = [
        styles(all_styles(document, paper)),
        settings(properties.settings()),
        *looks(theme(document.look), font_table(document.look)),
        header(page.header(document)),
        footer(page.footer(document)),
    ]
    body = "".join(_Body(document, paper, pieces).xml())
    xml = (
        f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}{page.section(paper, 'header', 'footer')}</w:body>"
        "</w:document>"
    )
    return packed(xml, pieces, properties.core(document), properties.extended())


class _Body:
    """What stands in the document, from the top; pictures and charts are added to the file's pieces."""

    def __init__(self, document: Document, paper: page.Page, pieces: list[Piece]) -> None:
        self.document = document
        self.room = paper.room
        self.pieces = pieces
        self.headings = self.tables = self.charts = 0
        self.heading = ""

    def xml(self) -> Iterator[str]:
        """Yield every block."""
        document = self.document
        if document.look.logo is not None:
            raw, media_type = bitmap(document.look.logo)
            self.pieces.append(picture(raw, media_type))
            yield paragraph("Bild", pictures.drawing(raw, document.look.logo.alt, "logo", 1))
        yield paragraph("Title", run(document.title))
        yield paragraph("Subtitle", run(document.whose))
        if document.contents:
            yield contents(document.headings)
        for block in document.blocks:
            yield from self._block(block)
        if isinstance(document.blocks[-1], Table):
            yield paragraph("Normal")  # Word wants a paragraph last

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield paragraph("Normal", run(block.text))
            case Legend():
                yield paragraph("Forklaring", run(block.intro))
                for start in range(0, len(block.statuses), block.per_line):
                    yield _legend_line(block.statuses[start : start + block.per_line])
            case Table():
                self.tables += 1
                yield paragraph("Caption", self._caption("Tabell", self.tables, block.caption))
                yield table(block, self.room)
            case Chart():
                self.charts += 1
                yield paragraph("Caption", self._caption("Diagram", self.charts, block.title))
                yield paragraph("Bild", self._chart(block))

    def _heading(self, heading: Heading) -> str:
        self.heading = heading.told
        told = run(heading.told)
        if self.document.contents:
            told = (
                f'<w:bookmarkStart w:id="{self.headings}" w:name="{bookmark(self.headings)}"/>{told}'
                f'<w:bookmarkEnd w:id="{self.headings}"/>'
            )
        self.headings += 1
        return paragraph(f"Heading{min(heading.level - 1, LEVELS)}", told)

    def _caption(self, kind: str, number: int, text: str) -> str:
        """Return a caption that Word numbers; what the heading right above says is not said again."""
        rest = text.removeprefix(f"{self.heading}: ")
        told = rest[:1].upper() + rest[1:] if rest != text else text
        return run(f"{kind} ") + field(rf"SEQ {kind} \* ARABIC", str(number)) + run(f". {told}")

    def _chart(self, block: Chart) -> str:
        xml = charts.chart_xml(block, font_of(self.document.look), "workbook")
        piece = chart(self.charts, xml, charts.workbook(block))
        self.pieces.append(piece)
        return charts.drawing(block, piece.id, 1 + self.charts, self.room)


def _legend_line(statuses: Sequence[Status]) -> str:
    told = (f"{sign(status)}{run(f' {status.label}')}" for status in statuses)
    return paragraph("Teckenforklaring", "<w:r><w:tab/></w:r>".join(told))
