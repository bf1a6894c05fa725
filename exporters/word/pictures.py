"""A region's logo as a picture in Word."""

from __future__ import annotations

from exporters.render_error import RenderError
from exporters.word.xml import attribute

_WIDEST, _HIGHEST = 2_160_000, 540_000
"""How large a logo is, in one direction or the other: 6 cm wide or 1.5 cm high; 360 000 to the centimetre."""


def drawing(raw: bytes, alt: str, id: str, number: int) -> str:
    """Return the run that shows a picture as large as a logo is."""
    from docx.image.image import Image

    try:
        image = Image.from_blob(raw)
    except Exception as error:  # each form of picture has its own
        raise RenderError("logotypen är ingen hel PNG eller JPEG; välj en annan bild i rapport.toml") from error
    scale = min(_WIDEST / image.width, _HIGHEST / image.height)
    size = f'cx="{round(image.width * scale)}" cy="{round(image.height * scale)}"'
    picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="Logotyp" descr="{attribute(alt)}"/><a:graphic>'
        f'<a:graphicData uri="{picture}"><pic:pic xmlns:pic="{picture}"><pic:nvPicPr><pic:cNvPr id="{number}" '
        'name="Logotyp"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
