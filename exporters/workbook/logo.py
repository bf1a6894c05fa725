"""A region's logo on a sheet, above the title."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from xlsxwriter.image import Image

from data.look import Logo
from data.plain_text import one_line
from exporters.bitmap import bitmap
from exporters.render_error import RenderError

_WIDEST, _HIGHEST, _DPI = 227, 57, 96
"""How large a logo is, in pixels: 6 cm wide or 1.5 cm high."""

_POINTS = 48
"""The height of the row that it stands in."""


def place_logo(sheet: Any, row: int, logo: Logo) -> None:
    """Put the logo in a row of its own. RenderError when it is no whole picture."""
    raw, _ = bitmap(logo)
    try:
        image = Image(BytesIO(raw))
        width, height = image.width * _DPI / image.x_dpi, image.height * _DPI / image.y_dpi
        scale = min(_WIDEST / width, _HIGHEST / height)
    except Exception as error:  # each form of picture has its own
        raise RenderError("logotypen är ingen hel PNG eller JPEG; välj en annan bild i rapport.toml") from error
    told = {"description": one_line(logo.alt), "x_scale": scale, "y_scale": scale, "object_position": 2}
    sheet.set_row(row, _POINTS)
    sheet.insert_image(row, 0, "", {**told, "image_data": BytesIO(raw)})
