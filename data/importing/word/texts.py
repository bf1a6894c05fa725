"""The text of a paragraph as its reader sees it, what tells a status beside it, and what stands in it unseen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from data.importing.judged_text import Told
from data.importing.word.parts import attribute, child, is_on, name
from data.importing.word.styles import Styles, fill

STRUCK, HIDDEN, BOX = "struken text, en spårad ändring", "dold text", "textruta"

_SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "ptab": "\t"}
_SYMBOLS = {
    ("Wingdings", 0x6C): "●",
    ("Wingdings", 0x6E): "■",
    ("Wingdings", 0x75): "◆",
    ("Wingdings", 0xA1): "○",
    ("Wingdings", 0xFC): "✓",
    ("Wingdings 3", 0x70): "▲",
    ("Wingdings 3", 0x7D): "►",
}
"""Signs that a font of pictures draws instead of letters; others come as what they stand for there."""
_ASIDE = {"del": STRUCK, "moveFrom": STRUCK}
_SILENT = frozenset({"pPr", "rPr", "instrText", "delInstrText", "fldChar", "commentReference", "annotationRef"})
_PICTURES = frozenset({"drawing", "pict", "object"})


_PICTURE = "\x1e"
"""Where a picture stands in a text; XML can hold no such character."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a paragraph says."""

    marked: str
    """Its text, with a mark where each picture stands."""
    pictures: tuple[str, ...]
    """The texts of the pictures, empty where one has none."""
    colours: tuple[str, ...]
    """Colours that may tell a status, as ``#RRGGBB``."""
    unseen: tuple[tuple[str, str], ...]
    """Texts that are no part of it, each with what it is."""

    @property
    def text(self) -> str:
        """Its text."""
        return self.marked.replace(_PICTURE, "")

    @property
    def told(self) -> list[Told]:
        """Its text with what tells a status: a part for each picture that a new line begins with."""
        first, *after = self.marked.split(_PICTURE)
        texts: list[str] = [first]
        hints: list[list[str]] = [[]]
        for picture, text in zip(self.pictures, after, strict=True):
            if texts[-1].rstrip(" \xa0").endswith("\n") and texts[-1].strip():
                texts.append("")
                hints.append([])
            texts[-1] += text
            hints[-1].append(picture)
        hints[0] += self.colours
        return [Told(text, tuple(beside)) for text, beside in zip(texts, hints, strict=True)]


def said(paragraph: Element, styles: Styles) -> Said:
    """Return what a paragraph says."""
    reader = _Reader(styles)
    reader.read(paragraph)
    colours = (*reader.colours, *fill(child(paragraph, "pPr")))
    return Said("".join(reader.texts), tuple(reader.pictures), colours, tuple(reader.unseen))


def plain(element: Element) -> str:
    """Return all text below an element on one line, whatever becomes of it."""
    pieces = (one.text or "" if name(one) in ("t", "delText") else " " for one in element.iter())
    return " ".join("".join(pieces).split())


class _Reader:
    """Goes through a paragraph and notes what it finds."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._begun = False
        self.texts: list[str] = []
        self.pictures: list[str] = []
        self.colours: list[str] = []
        self.unseen: list[tuple[str, str]] = []

    def read(self, element: Element) -> None:
        """Read everything in an element that is not a run itself."""
        for each in _seen(element):
            kind = name(each)
            if kind == "r":
                self._run(each)
            elif kind in _ASIDE:
                self._leave(_ASIDE[kind], each)
            elif kind not in _SILENT:
                self.read(each)

    def _run(self, run: Element) -> None:
        if is_on(child(run, "rPr", "vanish")):
            self._leave(HIDDEN, run)
            return
        pieces = "".join(self._pieces(run))
        self.texts.append(pieces)
        if not pieces.strip(_PICTURE).strip():
            return
        first, self._begun = not self._begun, True
        bare = not any(char.isalnum() for char in pieces)
        if first or bare:
            self.colours += self._styles.grounds(run)
            ink = self._styles.ink(run) if bare else None
            if ink is not None:
                self.colours.append(ink)

    def _pieces(self, run: Element) -> Iterator[str]:
        for each in _seen(run):
            kind = name(each)
            if kind == "t":
                yield each.text or ""
            elif kind == "br":
                yield "" if attribute(each, "type") in ("page", "column") else "\n"
            elif kind == "sym":
                yield _symbol(each)
            elif kind == "delText":
                self._leave(STRUCK, each)
            elif kind in _PICTURES:
                yield from self._picture(each)
            else:
                yield _SIGNS.get(kind, "")

    def _picture(self, picture: Element) -> Iterator[str]:
        texts: list[str] = []
        drawn = False
        for one in picture.iter():
            kind = name(one)
            drawn = drawn or kind in ("blip", "imagedata")
            if kind in ("docPr", "shape", "rect", "oval"):
                texts += filter(None, (attribute(one, key) for key in ("descr", "alt", "title")))
            elif kind == "txbxContent":
                self._leave(BOX, one)
        if texts or drawn:
            self.pictures.append(". ".join(dict.fromkeys(texts)))
            yield _PICTURE

    def _leave(self, kind: str, element: Element) -> None:
        text = plain(element)
        if text:
            self.unseen.append((kind, text))


def _seen(element: Element) -> Iterable[Element]:
    """Yield an element's children, of two ways to show the same thing only the first."""
    for each in element:
        if name(each) == "AlternateContent":
            choice = child(each, "Choice")
            shown = child(each, "Fallback") if choice is None else choice
            yield from () if shown is None else shown
        else:
            yield each


def _symbol(symbol: Element) -> str:
    try:
        code = int(attribute(symbol, "char") or "", 16)
    except ValueError:
        return ""
    known = _SYMBOLS.get((attribute(symbol, "font") or "", code & 0xFF))
    return known or (chr(code) if 0x20 <= code < 0xD800 else "•")
