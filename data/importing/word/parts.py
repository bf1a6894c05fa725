"""The XML of a Word file: its parts as trees, and names that are the same in both editions of the format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, fromstring

from data.importing.packages import parts, refused

MAX_XML = 20_000_000
"""The largest part that is made a tree of, which takes many times its room: a report of 500 pages is half of it."""

_MAIN = "word/document.xml"
_BROKEN = "filen är skadad; öppna den i Word och spara den på nytt"


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file's trees."""

    body: Element
    styles: Element | None
    asides: tuple[tuple[str, Element], ...]
    """What stands outside the body, each with what it is in Swedish: page headers, footnotes and the like."""


def opened(raw: bytes, file: str) -> WordFile:
    """Return the trees of a Word file. UnusableError when it is broken or not safe."""
    held = parts(raw, file)
    if _MAIN not in held:
        raise refused(file, "filen är inget Worddokument; spara den som .docx")
    body = next((child for child in _tree(held[_MAIN], file) if name(child) == "body"), None)
    if body is None:
        raise refused(file, _BROKEN)
    styles = _tree(held["word/styles.xml"], file) if "word/styles.xml" in held else None
    return WordFile(body, styles, tuple(_asides(held, file)))


def name(element: Element) -> str:
    """Return the name of an element without its namespace, which differs between editions of the format."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """Return what a path of names leads to, from child to child; None when it leads nowhere."""
    for step in path:
        if element is None:
            return None
        element = next((one for one in element if name(one) == step), None)
    return element


def attribute(element: Element | None, wanted: str) -> str | None:
    """Return an attribute by its name without namespace."""
    if element is None:
        return None
    return next((value for key, value in element.items() if key.rpartition("}")[2] == wanted), None)


def is_on(element: Element | None) -> bool:
    """Tell whether a property that is either on or off is on."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off")


def _tree(raw: bytes, file: str) -> Element:
    if len(raw) > MAX_XML:
        raise refused(file, f"filen har över {MAX_XML // 1_000_000} MB text; dela den, och läs in en del i taget")
    try:
        return fromstring(raw)  # noqa: S314  parts with a document type, hence entities, were refused
    except (ParseError, ValueError):
        raise refused(file, _BROKEN) from None


def _asides(held: Mapping[str, bytes], file: str) -> Iterator[tuple[str, Element]]:
    kinds = {"header": "sidhuvud", "footer": "sidfot", "footnotes": "fotnot", "endnotes": "slutnot"}
    for path in sorted(held):
        folder, _, part = path.rpartition("/")
        kind = "anteckning i marginalen" if part == "comments.xml" else kinds.get(part.rstrip("0123456789.xml"))
        if folder == "word" and part.endswith(".xml") and kind is not None:
            yield kind, _tree(held[path], file)
