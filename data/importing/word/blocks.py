"""What stands below each other in a document or a cell: paragraphs and tables, whatever is wrapped around them."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from data.importing.word.parts import child, name

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})


def unwrapped(element: Element, *wanted: str) -> Iterator[Element]:
    """Yield the children of these names, also those in content controls and tracked insertions."""
    for each in element:
        kind = name(each)
        if kind in wanted:
            yield each
        elif kind in _WRAPPERS:
            yield from unwrapped(each, *wanted)
        elif kind == "AlternateContent":
            choice = child(each, "Choice")
            shown = child(each, "Fallback") if choice is None else choice
            if shown is not None:
                yield from unwrapped(shown, *wanted)


def paragraphs(element: Element) -> Iterator[Element]:
    """Yield every paragraph, those in tables too."""
    for each in unwrapped(element, "p", "tbl", "tr", "tc"):
        if name(each) == "p":
            yield each
        else:
            yield from paragraphs(each)


def paragraphs_of(aside: Element) -> Iterator[Element]:
    """Yield the paragraphs of a page header or footer, or of every footnote or comment."""
    yield from paragraphs(aside)
    for note in aside:
        if name(note) in ("footnote", "endnote", "comment"):
            yield from paragraphs(note)
