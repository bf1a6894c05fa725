"""Whether some bytes are a picture that documents can hold: PNG, JPEG or SVG, whole and of modest size.

Nothing is drawn here. An SVG may hold no scripts, and may fetch nothing from elsewhere.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

MAX_SIDE = 5000
"""Pixels: a small file may hold a picture that takes all memory to draw."""

_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "{http://www.w3.org/2000/svg}"
_FORBIDDEN = frozenset({"script", "foreignObject", "iframe", "handler", "listener"})
_OWN = re.compile(r"\s*(?:#|data:image/)", re.IGNORECASE)
_FETCHES = re.compile(r"@import|url\(\s*['\"]?\s*(?!\s*['\"]?(?:#|data:image/))", re.IGNORECASE)


def media_type(raw: bytes) -> str:
    """Return what kind of picture the bytes are. ValueError, in Swedish, when they are none that can be used."""
    if raw.startswith(_PNG):
        _check_size(*_png_size(raw))
        return "image/png"
    if raw.startswith(b"\xff\xd8\xff"):
        _check_size(*_jpeg_size(raw))
        return "image/jpeg"
    if b"<svg" in raw or b":svg" in raw:
        _check_svg(raw)
        return "image/svg+xml"
    raise ValueError("är ingen bild i PNG, JPEG eller SVG")


def _check_size(width: int, height: int) -> None:
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        raise ValueError(f"är {width} × {height} bildpunkter; högst {MAX_SIDE} åt varje håll går att använda")


def _png_size(raw: bytes) -> tuple[int, int]:
    chunks = list(_png_chunks(raw))
    if not chunks or chunks[0][0] != b"IHDR" or len(chunks[0][1]) != 13 or chunks[-1][0] != b"IEND":
        raise ValueError("är en trasig PNG-bild; spara den på nytt")
    head = chunks[0][1]
    return int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")


def _png_chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give name and content of each chunk whose sum is right, up to the last."""
    at = len(_PNG)
    while at + 12 <= len(raw):
        end = at + 8 + int.from_bytes(raw[at : at + 4], "big")
        name, content, told = raw[at + 4 : at + 8], raw[at + 8 : end], raw[end : end + 4]
        if zlib.crc32(name + content).to_bytes(4, "big") != told:
            return
        yield name, content
        at = end + 4


def _jpeg_size(raw: bytes) -> tuple[int, int]:
    """Return width and height as the frame tells them."""
    at = 2
    while at + 9 <= len(raw) and raw[at] == 0xFF:
        marker, length = raw[at + 1], int.from_bytes(raw[at + 2 : at + 4], "big")
        if marker == 0xFF:  # a filler
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC} and b"\xff\xd9" in raw[-64:]:
            return int.from_bytes(raw[at + 7 : at + 9], "big"), int.from_bytes(raw[at + 5 : at + 7], "big")
        else:
            at += 2 + length
    raise ValueError("är en trasig JPEG-bild; spara den på nytt")


def _check_svg(raw: bytes) -> None:
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
        raise ValueError("har en DOCTYPE; spara bilden utan den")
    try:
        raw.decode("utf-8")
        root = ElementTree.fromstring(raw)  # noqa: S314 - its dangers lie in a DOCTYPE, and this has none
    except (UnicodeDecodeError, ElementTree.ParseError, ValueError) as error:
        raise ValueError("är en trasig SVG-bild; spara den på nytt") from error
    if root.tag != f"{_SVG}svg":
        raise ValueError("är ingen bild i PNG, JPEG eller SVG")
    for element in root.iter():
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        attributes = {key.rpartition("}")[2]: value for key, value in element.attrib.items()}
        if name in _FORBIDDEN or any(key.lower().startswith("on") for key in attributes):
            raise ValueError("innehåller skript; spara bilden utan dem")
        styles = (element.text or "" if name == "style" else "", *attributes.values())
        if not _OWN.match(attributes.get("href", "#")) or any(_FETCHES.search(style) for style in styles):
            raise ValueError("hämtar något utifrån; bädda in allt i bilden")
