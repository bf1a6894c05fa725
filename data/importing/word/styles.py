"""The styles of a Word file, as far as they tell what a text is: a heading, a caption, a coloured sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from data.importing.word.parts import attribute, child, name

_HEADING = re.compile(r"(?:heading|rubrik) ?([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|innehåll|contents) ?(?:heading|[1-9]|$)|innehållsförteckning", re.IGNORECASE)
_MOST = 20
"""How many styles may build on each other; a circle of them ends here."""
_HIGHLIGHTS = {
    "yellow": "#FFFF00",
    "green": "#00FF00",
    "cyan": "#00FFFF",
    "magenta": "#FF00FF",
    "blue": "#0000FF",
    "red": "#FF0000",
    "darkBlue": "#000080",
    "darkCyan": "#008080",
    "darkGreen": "#008000",
    "darkMagenta": "#800080",
    "darkRed": "#800000",
    "darkYellow": "#808000",
    "darkGray": "#808080",
    "lightGray": "#C0C0C0",
}


class Styles:
    """What the styles say; all but the file's own tree is looked up by a style's id."""

    def __init__(self, tree: Element | None) -> None:
        every = () if tree is None else tree
        self._styles = {attribute(one, "styleId"): one for one in every if name(one) == "style"}

    def is_heading(self, paragraph: Element) -> bool:
        """Tell whether a paragraph is a heading."""
        for properties in self._properties(paragraph, "pPr", "pStyle"):
            level = attribute(child(properties, "outlineLvl"), "val")
            if level is not None:
                return level in tuple("012345678")
        return any(_HEADING.fullmatch(each) for each in self._names(paragraph))

    def numbered_level(self, paragraph: Element) -> int | None:
        """Return the level, from 0, of a heading that Word numbers by itself; None for any other paragraph."""
        if not self.is_heading(paragraph):
            return None
        numbers = [
            one for one in map(_list_number, self._properties(paragraph, "pPr", "pStyle")) if one is not None
        ]
        if not numbers or attribute(child(numbers[0], "numId"), "val") in (None, "0"):
            return None
        told = next(filter(None, (attribute(child(one, "ilvl"), "val") for one in numbers)), "")
        return int(told) if told in tuple("012345678") else self._outline_level(paragraph)

    def _outline_level(self, paragraph: Element) -> int:
        found = next(filter(None, map(_HEADING.fullmatch, self._names(paragraph))), None)
        return int(found[1]) - 1 if found else 0

    def is_contents(self, paragraph: Element) -> bool:
        """Tell whether a paragraph is a line of a table of contents."""
        return any(_CONTENTS.match(each) for each in self._names(paragraph))

    def grounds(self, run: Element) -> Iterator[str]:
        """Yield the colours that a run's text stands on, as ``#RRGGBB``, its own first."""
        for properties in self._properties(run, "rPr", "rStyle"):
            yield from fill(properties)
            highlight = attribute(child(properties, "highlight"), "val")
            if highlight in _HIGHLIGHTS:
                yield _HIGHLIGHTS[highlight]

    def ink(self, run: Element) -> str | None:
        """Return the colour of a run's text; None when nothing says it."""
        colours = (attribute(child(one, "color"), "val") for one in self._properties(run, "rPr", "rStyle"))
        return next((f"#{colour}" for colour in colours if colour is not None and len(colour) == 6), None)

    def _properties(self, element: Element, kind: str, link: str) -> Iterator[Element]:
        own = child(element, kind)
        if own is None:
            return
        yield own
        for style in self._chain(attribute(child(own, link), "val")):
            properties = child(style, kind)
            if properties is not None:
                yield properties

    def _names(self, paragraph: Element) -> Iterator[str]:
        id = attribute(child(paragraph, "pPr", "pStyle"), "val")
        for style in self._chain(id):
            yield attribute(child(style, "name"), "val") or ""

    def _chain(self, id: str | None) -> Iterator[Element]:
        for _ in range(_MOST):
            style = self._styles.get(id)
            if id is None or style is None:
                return
            yield style
            id = attribute(child(style, "basedOn"), "val")


def _list_number(properties: Element) -> Element | None:
    return child(properties, "numPr")


def fill(properties: Element | None) -> Iterator[str]:
    """Yield the colour of the shading in some properties, as ``#RRGGBB``."""
    colour = attribute(child(properties, "shd"), "fill")
    if colour is not None and re.fullmatch("[0-9A-Fa-f]{6}", colour):
        yield f"#{colour}"
