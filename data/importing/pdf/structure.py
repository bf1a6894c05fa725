"""The structure of a tagged PDF: its elements as a tree, each with the marked pieces of pages that are its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

if TYPE_CHECKING:
    from pdfminer.pdfdocument import PDFDocument

MAX_ELEMENTS = 500_000
"""How many elements are read; a bilaga has some thousand."""

_MAX_DEPTH = 60

Mark = tuple[int | None, int]
"""The number of a page in the file, and that of a marked piece of it."""


@dataclass(slots=True)
class Element:
    """One element: ``Table``, ``P`` …"""

    kind: str
    """Its standard name, whatever the file calls it."""
    alt: str | None = None
    """What it says to who cannot see it."""
    children: list[Element | Mark] = field(default_factory=list)

    def elements(self) -> Iterator[Element]:
        """Yield its children that are elements."""
        return (child for child in self.children if isinstance(child, Element))


def structure(document: PDFDocument) -> Element | None:
    """Return the root of a document's structure; None when it has none."""
    root = resolve1(document.catalog.get("StructTreeRoot"))
    if not isinstance(root, dict):
        return None
    roles = resolve1(root.get("RoleMap"))
    reader = _Reader(roles if isinstance(roles, dict) else {})
    top = Element("Document")
    reader.read(root.get("K"), None, top, 0)
    return top if top.children else None


class _Reader:
    """Goes through the tree; an element that comes twice is read once."""

    def __init__(self, roles: dict[str, Any]) -> None:
        self._roles = roles
        self._seen: set[int] = set()
        self._count = 0

    def read(self, told: Any, page: int | None, parent: Element, depth: int) -> None:
        """Read what stands below an element into it."""
        self._count += 1
        if depth > _MAX_DEPTH or self._count > MAX_ELEMENTS:
            raise ValueError("the structure is deeper or larger than that of any bilaga")
        if isinstance(told, PDFObjRef):
            if told.objid in self._seen:
                return
            self._seen.add(told.objid)
            told = resolve1(told)
        if isinstance(told, list):
            for each in told:
                self.read(each, page, parent, depth + 1)
        elif isinstance(told, int):
            parent.children.append((page, told))
        elif isinstance(told, dict):
            self._dictionary(told, page, parent, depth)

    def _dictionary(self, told: dict[str, Any], page: int | None, parent: Element, depth: int) -> None:
        own = told.get("Pg")
        page = own.objid if isinstance(own, PDFObjRef) else page
        mark = resolve1(told.get("MCID"))
        if "S" in told:
            element = Element(self._kind(told["S"]), _string(told.get("Alt")))
            parent.children.append(element)
            self.read(told.get("K"), page, element, depth + 1)
        elif isinstance(mark, int):
            parent.children.append((page, mark))

    def _kind(self, told: Any) -> str:
        """Return the standard name of an element's kind."""
        name = _name(resolve1(told))
        for _ in range(len(self._roles)):
            if name not in self._roles:
                break
            name = _name(resolve1(self._roles[name]))
        return name


def _name(told: Any) -> str:
    if not isinstance(told, PSLiteral):
        return ""
    return decode_text(told.name) if isinstance(told.name, bytes) else told.name


def _string(told: Any) -> str | None:
    told = resolve1(told)
    return decode_text(told) if isinstance(told, bytes) else None
