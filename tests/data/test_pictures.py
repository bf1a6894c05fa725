"""A picture for documents is whole, of modest size, and fetches nothing."""

from __future__ import annotations

import struct
import zlib

import pytest

from data.pictures import media_type


def png(width: int = 2, height: int = 2) -> bytes:
    """A PNG in one grey tone."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\x80" * min(width, 100)) * min(height, 100)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def jpeg(width: int = 2, height: int = 2) -> bytes:
    """The frame of a JPEG, without its content."""
    frame = struct.pack(">BBHBHHB", 0xFF, 0xC0, 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\0" + b"\1" * 9 + frame + b"\xff\xd9"


def svg(inside: str = "", start: str = "") -> bytes:
    return f'{start}<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{inside}</svg>'.encode()


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (png(), "image/png"),
        (png(5000, 5000), "image/png"),
        (jpeg(), "image/jpeg"),
        (svg(), "image/svg+xml"),
        (svg(start='<?xml version="1.0" encoding="UTF-8"?>\n<!-- ritad -->\n'), "image/svg+xml"),
        (
            svg('<style>a{fill:url(#g)}</style><a href="#x"/><image href="data:image/png;base64,AA"/>'),
            "image/svg+xml",
        ),
        (b'<s:svg xmlns:s="http://www.w3.org/2000/svg"/>', "image/svg+xml"),
    ],
)
def test_what_can_be_used_is_known_by_its_content(raw: bytes, kind: str) -> None:
    assert media_type(raw) == kind


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "ingen bild i PNG, JPEG eller SVG"),
        (b"GIF89a", "ingen bild"),
        (b"<html><svg/></html>", "ingen bild"),
        (png()[:-5], "trasig PNG"),
        (png().replace(b"IDAT", b"IDAX"), "trasig PNG"),
        (png(5001, 2), "5001 × 2 bildpunkter"),
        (png(0, 2), "0 × 2 bildpunkter"),
        (jpeg()[:-2], "trasig JPEG"),
        (b"\xff\xd8\xff", "trasig JPEG"),
        (b"\xff\xd8\xff\xff" + b"\xff" * 50, "trasig JPEG"),
        (jpeg(2, 60000), "2 × 60000 bildpunkter"),
        (b"<svg", "trasig SVG"),
        (b"\xff<svg/>", "trasig SVG"),
        (svg(start='<!DOCTYPE svg [<!ENTITY a "b">]>'), "DOCTYPE"),
        (svg("<script>x()</script>"), "skript"),
        (svg('<g onload="x()"/>'), "skript"),
        (svg("<foreignObject/>"), "skript"),
        (svg('<image href="https://exempel.se/x.png"/>'), "utifrån"),
        (svg('<image xmlns:x="http://www.w3.org/1999/xlink" x:href="x.png"/>'), "utifrån"),
        (svg('<g style="fill:url(http://exempel.se/x)"/>'), "utifrån"),
        (svg("<style>@import 'x.css';</style>"), "utifrån"),
        (svg('<g fill="url( &quot;x.svg#g&quot;)"/>'), "utifrån"),
    ],
)
def test_what_cannot_is_told(raw: bytes, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        media_type(raw)
