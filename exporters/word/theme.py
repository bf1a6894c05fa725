"""The theme: the colours and typefaces that Word offers whoever goes on with the report."""

from __future__ import annotations

from data.look import Look
from data.status import AKTIVITET, UPPDRAG
from exporters.word.statuses import SIGNS
from exporters.word.styles import font_of
from exporters.word.xml import DECLARATION, NAMESPACES, attribute

_NAMED = {"dk1": "#1A1A1A", "lt1": "#FFFFFF", "dk2": "#44546A", "lt2": "#E7E6E6"}


def theme(look: Look) -> str:
    """Return the theme: a region's own colour first, and then those of the statuses."""
    status_colours = (status.colour for status in (*UPPDRAG.statuses, *AKTIVITET.statuses) if status.colour)
    accents = tuple(dict.fromkeys((look.accent, *status_colours)))
    named = _NAMED | {f"accent{place + 1}": accents[place % len(accents)] for place in range(6)}
    named |= {"hlink": look.accent, "folHlink": "#595959"}
    colours = "".join(f'<a:{name}><a:srgbClr val="{colour[1:]}"/></a:{name}>' for name, colour in named.items())
    face = f'<a:latin typeface="{attribute(font_of(look))}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Redovisning">'
        f'<a:themeElements><a:clrScheme name="Redovisning">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Redovisning"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Redovisning"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def font_table(look: Look) -> str:
    """Return the typefaces that the report is set in; those that a machine lacks, it replaces."""
    fonts = "".join(
        f'<w:font w:name="{attribute(font)}"><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        for font in dict.fromkeys((font_of(look), SIGNS))
    )
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{fonts}</w:fonts>"
