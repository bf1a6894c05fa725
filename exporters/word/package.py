"""The file around its parts: python-docx knows how they are named, typed and packed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from exporters.same_zip import same_zip


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the file that the document, or another part, is related to."""

    id: str
    """The relationship's, as the part that has it names it."""
    file: str
    kind: str
    """Its content type."""
    relation: str
    raw: bytes
    pieces: tuple[Piece, ...] = ()
    """What it is itself related to."""


def styles(xml: str) -> Piece:
    """Return the part with all styles."""
    return Piece("styles", "/word/styles.xml", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, xml.encode())


def settings(xml: str) -> Piece:
    """Return the part with the settings."""
    kind, relation = CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS
    return Piece("settings", "/word/settings.xml", kind, relation, xml.encode())


def looks(theme: str, fonts: str) -> tuple[Piece, Piece]:
    """Return the parts with the theme and the table of typefaces."""
    return (
        Piece("theme", "/word/theme/theme1.xml", CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME, theme.encode()),
        Piece(
            "fonts",
            "/word/fontTable.xml",
            CONTENT_TYPE.WML_FONT_TABLE,
            RELATIONSHIP_TYPE.FONT_TABLE,
            fonts.encode(),
        ),
    )


def header(xml: str) -> Piece:
    """Return the part with what stands at the head of every page."""
    return Piece("header", "/word/header1.xml", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER, xml.encode())


def footer(xml: str) -> Piece:
    """Return the part with what stands at the foot of every page."""
    return Piece("footer", "/word/footer1.xml", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER, xml.encode())


def picture(raw: bytes, media_type: str) -> Piece:
    """Return a picture, ``image/png`` or ``image/jpeg``."""
    return Piece("logo", f"/word/media/logo.{media_type[6:]}", media_type, RELATIONSHIP_TYPE.IMAGE, raw)


def chart(number: int, xml: str, workbook: bytes) -> Piece:
    """Return a chart, with the workbook that holds its numbers and that it knows as ``workbook``."""
    sheet = f"/word/embeddings/diagram{number}.xlsx"
    numbers = Piece("workbook", sheet, CONTENT_TYPE.SML_SHEET, RELATIONSHIP_TYPE.PACKAGE, workbook)
    file = f"/word/charts/chart{number}.xml"
    return Piece(f"chart{number}", file, CONTENT_TYPE.DML_CHART, RELATIONSHIP_TYPE.CHART, xml.encode(), (numbers,))


def packed(document: str, pieces: Sequence[Piece], core: str, extended: str) -> bytes:
    """Return the file: the document, what it is related to, and what the file tells of itself."""
    kinds, relations = CONTENT_TYPE, RELATIONSHIP_TYPE
    whole = Piece("", "/word/document.xml", kinds.WML_DOCUMENT_MAIN, "", document.encode(), tuple(pieces))
    package = Package()
    package.relate_to(_part(whole, package), relations.OFFICE_DOCUMENT)
    for file, kind, relation, xml in (
        ("/docProps/core.xml", kinds.OPC_CORE_PROPERTIES, relations.CORE_PROPERTIES, core),
        ("/docProps/app.xml", kinds.OFC_EXTENDED_PROPERTIES, relations.EXTENDED_PROPERTIES, extended),
    ):
        package.relate_to(_part(Piece("", file, kind, relation, xml.encode()), package), relation)
    out = BytesIO()
    package.save(out)
    return same_zip(out.getvalue())


def _part(piece: Piece, package: Package) -> Part:
    part = Part(PackURI(piece.file), piece.kind, piece.raw, package)
    for below in piece.pieces:
        part.load_rel(below.relation, _part(below, package), below.id)
    return part
