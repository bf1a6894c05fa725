"""A logo as a picture with points."""

from __future__ import annotations

import pytest

from data.look import Logo
from exporters.bitmap import bitmap
from exporters.render_error import RenderError

SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60">
<text x="10" y="40" font-size="26" font-family="{}">Norrskog</text></svg>"""


def drawn(svg: str) -> bytes:
    raw, media_type = bitmap(Logo(svg.encode(), "image/svg+xml", "Logga"))
    assert media_type == "image/png" and raw.startswith(b"\x89PNG")
    return raw


@pytest.mark.parametrize("face", ["DejaVu Sans", "DejaVu Serif", "Liberation Serif", "Arial", "Carlito", "serif"])
def test_the_faces_of_one_machine_make_no_difference(face: str) -> None:
    assert drawn(SVG.format(face)) == drawn(SVG.format("Finns inte"))


def test_text_is_drawn_with_the_faces_that_come_along() -> None:
    assert drawn(SVG.format("Source Sans 3")) != drawn(SVG.format("Source Sans 3").replace("Norrskog", ""))


def test_a_broken_drawing_is_told_in_one_line() -> None:
    with pytest.raises(RenderError, match="ingen hel SVG"):
        drawn("<svg")
