"""The styles of a report, all of them: whoever goes on with it in Word changes a style, not each paragraph.

Word's own styles keep their own names (``heading 1``), so that Word shows them in the reader's language.
"""

from __future__ import annotations

from data.look import Look
from exporters.document import Document, Table
from exporters.word.page import Page
from exporters.word.statuses import status_styles
from exporters.word.xml import DECLARATION, NAMESPACES, attribute

_FONT = "Calibri"
_MUTED, _LINE = "595959", "BFC7CE"
_HEADINGS = ((30, 360, 120), (25, 280, 100), (22, 240, 80), *((20, 200, 80),) * 6)
"""Size in half points, air above and below, of each level."""
_ROOMY, _CROWDED = (19, 198, 96), (15, 0, 40)
"""Of the text in tables: size in half points, how far what follows a sign stands in, and air to the sides."""
LEVELS = len(_HEADINGS)
"""How many levels of headings Word has."""


def font_of(look: Look) -> str:
    """Return what the text is set in."""
    return look.font or _FONT


def styles(document: Document, page: Page) -> str:
    """Return the part of the file that holds all styles."""
    look = document.look
    colour = look.accent[1:]
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}>{_defaults(font_of(look))}"
        f"{_own(colour, page)}{_headings(colour)}{_contents(page)}{_tables(colour, document)}"
        f"{status_styles(document)}</w:styles>"
    )


def _defaults(font: str) -> str:
    name = attribute(font)
    fonts = " ".join(f'w:{script}="{name}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="120" w:line="264" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _paragraph(  # noqa: PLR0913  what a style is made of
    id: str, name: str, paragraph: str = "", run: str = "", after: str = "Normal", *, own: bool = False
) -> str:
    custom = ' w:customStyle="1"' if own else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="{after}"/><w:uiPriority w:val="9"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _ink(colour: str) -> str:
    return f'<w:color w:val="{colour}"/>'


def _air(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def _tabs(*stops: tuple[str, int]) -> str:
    told = "".join(f'<w:tab w:val="{kind}" w:pos="{place}"/>' for kind, place in stops)
    return f"<w:tabs>{told}</w:tabs>"


def _own(colour: str, page: Page) -> str:
    thirds = _tabs(*(("left", page.room * part // 3) for part in (1, 2)))
    right = _tabs(("right", page.room))
    rule = f'<w:pBdr><w:{{}} w:val="single" w:sz="4" w:space="4" w:color="{_LINE}"/></w:pBdr>'
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
        + _paragraph(
            "Title", "Title", "<w:keepNext/>" + _air(0, 60), f"<w:b/>{_ink(colour)}{_size(40)}", "Subtitle"
        )
        + _paragraph("Subtitle", "Subtitle", _air(0, 240), f"{_ink(_MUTED)}{_size(24)}")
        + _paragraph("Header", "header", rule.format("bottom") + right + _air(0, 0), f"{_ink(_MUTED)}{_size(17)}")
        + _paragraph("Footer", "footer", rule.format("top") + right + _air(0, 0), f"{_ink(_MUTED)}{_size(17)}")
        + _paragraph("Caption", "caption", "<w:keepNext/>" + _air(120, 80), f"{_ink(_MUTED)}{_size(18)}")
        + _paragraph("Forklaring", "Förklaring", "<w:keepNext/>" + _air(120, 60), own=True)
        + _paragraph("Teckenforklaring", "Teckenförklaring", thirds + _air(0, 60), _size(19), own=True)
        + _paragraph("Bild", "Bild", "<w:keepNext/>" + _air(0, 200), own=True)
    )


def _headings(colour: str) -> str:
    return "".join(
        _paragraph(
            f"Heading{level + 1}",
            f"heading {level + 1}",
            f'<w:keepNext/><w:keepLines/>{_air(before, after)}<w:outlineLvl w:val="{level}"/>',
            f"<w:b/>{_ink(colour)}{_size(size)}",
        )
        for level, (size, before, after) in enumerate(_HEADINGS)
    )


def _contents(page: Page) -> str:
    dots = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{page.room}"/></w:tabs>'
    return _paragraph("TOCHeading", "TOC Heading", "<w:keepNext/>" + _air(240, 80), f"<w:b/>{_size(25)}") + "".join(
        _paragraph(f"TOC{level}", f"toc {level}", f'{dots}{_air(0, 40)}<w:ind w:left="{(level - 1) * 284}"/>')
        for level in (1, 2, 3)
    )


def _tables(colour: str, document: Document) -> str:
    crowded = any(isinstance(block, Table) and block.crowded for block in document.blocks)
    size, hanging, side = _CROWDED if crowded else _ROOMY

    def text(id: str, name: str, paragraph: str = "", run: str = "") -> str:
        return _paragraph(id, name, paragraph, f"{run}{_size(size)}", id, own=True)

    right = '<w:jc w:val="right"/>'
    head = f"<w:b/>{_ink('FFFFFF')}"
    edge = f'w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"'
    return (
        text("Tabelltext", "Tabelltext", _air(40, 60))
        + text("Tabelltal", "Tabelltal", _air(40, 60) + right)
        + text("Tabellrubrik", "Tabellrubrik", "<w:keepNext/>" + _air(60, 60), head)
        + text("TabellrubrikTal", "Tabellrubrik tal", "<w:keepNext/>" + _air(60, 60) + right, head)
        + text("Bedomning", "Bedömning", _air(40, 60) + f'<w:ind w:left="{hanging}" w:hanging="{hanging}"/>')
        + '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="Redovisning"><w:name w:val="Redovisning"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="40"/><w:qFormat/><w:tblPr><w:tblBorders>'
        f"<w:top {edge}/><w:bottom {edge}/><w:insideH {edge}/></w:tblBorders><w:tblCellMar>"
        f'<w:left w:w="{side}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
        '<w:tblStylePr w:type="lastRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
    )
