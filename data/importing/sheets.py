"""An Excel workbook → its sheets, as rows of cells that know their place. What it shows counts, not how.

Read straight from the parts of the file, so that every text comes out to the character (openpyxl leaves Excel's
codes such as ``_x0001_`` as they are, and takes ``x005F_`` out of any text) and no odd file can make it read on.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from xml.parsers import expat

from data.importing.number_formats import NumberFormat, number_format
from data.importing.packages import parts, refused
from data.importing.sheet_rows import Book, Row, sheet_rows
from data.importing.workbook_xml import Attributes, plain, walk
from data.plain_text import one_line

_DAMAGED = "filen är skadad; öppna den i Excel och spara den på nytt"


def sheets(raw: bytes, file: str) -> list[list[Row]]:
    """Return the sheets of a workbook that have anything on them. UnusableError when it is none, or not safe."""
    held = parts(raw, file)
    try:
        return _sheets(held, file)
    except (expat.ExpatError, KeyError, ValueError, IndexError, OverflowError):
        raise refused(file, _DAMAGED) from None


def _sheets(held: Mapping[str, bytes], file: str) -> list[list[Row]]:
    (workbook,) = _related(held, "", "officeDocument").values()
    names: dict[str, str] = {}
    epochs: list[bool] = []

    def start(tag: str, attributes: Attributes) -> None:
        if tag == "sheet":
            names[attributes["id"]] = attributes["name"]
        elif tag == "workbookPr":
            epochs.append(attributes.get("date1904") in ("1", "true"))

    walk(held[workbook], start)
    texts = [text for part in _related(held, workbook, "sharedStrings").values() for text in _texts(held[part])]
    formats = [form for part in _related(held, workbook, "styles").values() for form in _formats(held[part])]
    book = Book(file, texts, formats, any(epochs))
    found = _related(held, workbook, "worksheet")
    rows = [sheet_rows(held[found[id]], one_line(name) or "?", book) for id, name in names.items() if id in found]
    return [each for each in rows if each]


def _related(held: Mapping[str, bytes], part: str, kind: str) -> dict[str, str]:
    """Return the parts of a kind that a part (or, when empty, the file) points at, by the ids it has for them."""
    folder, name = posixpath.split(part)
    related: dict[str, str] = {}

    def start(tag: str, attributes: Attributes) -> None:
        if tag == "Relationship" and attributes["Type"].endswith(f"/{kind}"):
            target = attributes["Target"]
            related[attributes["Id"]] = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")

    walk(held[posixpath.join(folder, "_rels", f"{name}.rels")], start)
    return related


def _texts(part: bytes) -> list[str]:
    """Return the texts that cells point at."""
    texts: list[str] = []
    pieces: list[str] = []
    said: list[str] = []
    inside: set[str] = set()

    def start(tag: str, _attributes: Attributes) -> None:
        inside.add(tag)
        if tag == "si":
            said.clear()

    def text(text: str) -> None:
        if "t" in inside and "rPh" not in inside:
            pieces.append(text)

    def end(tag: str) -> None:
        inside.discard(tag)
        if tag == "t":
            said.append(plain("".join(pieces)))
            pieces.clear()
        elif tag == "si":
            texts.append("".join(said))

    walk(part, start, end, text)
    return texts


def _formats(part: bytes) -> list[NumberFormat]:
    """Return how the numbers of cells are shown, by the number of the style."""
    codes: dict[int, str] = {}
    ids: list[int] = []
    inside: set[str] = set()

    def start(tag: str, attributes: Attributes) -> None:
        inside.add(tag)
        if tag == "numFmt" and "numFmts" in inside:
            codes[int(attributes["numFmtId"])] = attributes["formatCode"]
        elif tag == "xf" and "cellXfs" in inside:
            ids.append(int(attributes.get("numFmtId", "0")))

    walk(part, start, inside.discard)
    return [number_format(id, codes.get(id)) for id in ids]
