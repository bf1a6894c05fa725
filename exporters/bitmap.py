"""A region's logo for formats that take no SVG: that is drawn as a PNG, the same whatever faces the machine has."""

from __future__ import annotations

from data.look import Logo
from exporters.pdf.faces import FOLDER
from exporters.render_error import RenderError

_SVG = '#set page(width: auto, height: auto, margin: 0pt, fill: none)\n#image(bytes(sys.inputs.svg), format: "svg")'
_SHARP = 300
"""Points to the inch in a picture made of an SVG."""


def bitmap(logo: Logo) -> tuple[bytes, str]:
    """Return a logo as a PNG or a JPEG, and its media type. RenderError when it cannot be drawn."""
    if logo.media_type != "image/svg+xml":
        return logo.raw, logo.media_type
    import typst

    try:
        png = typst.compile(
            _SVG.encode(),
            format="png",
            ppi=_SHARP,
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=[FOLDER]),
            sys_inputs={"svg": logo.raw.decode()},
        )
    except (typst.TypstError, UnicodeDecodeError) as error:
        raise RenderError("logotypen är ingen hel SVG; välj en annan bild i rapport.toml") from error
    return bytes(png), "image/png"
