"""The XML of a workbook's parts: walked once, by local names; and the codes that Excel has for characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from xml.parsers import expat

Attributes = Mapping[str, str]

_CODED = re.compile("_x([0-9A-Fa-f]{4})_")
_SURROGATE = re.compile("[\ud800-\udfff]")


def walk(
    part: bytes,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Tell of each element and text of a part, in order, names without their prefixes. ExpatError, ValueError."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = lambda name, attributes: start(
        name.rpartition(":")[2], {key.rpartition(":")[2]: value for key, value in attributes.items()}
    )
    if end is not None:
        closing = end
        parser.EndElementHandler = lambda name: closing(name.rpartition(":")[2])
    if text is not None:
        parser.CharacterDataHandler = text
    parser.Parse(part, True)


def plain(coded: str) -> str:
    """Return the text that a workbook means: each ``_x0041_`` is a character. Half a character is U+FFFD."""
    if "_x" not in coded:
        return coded
    text = _CODED.sub(lambda found: chr(int(found[1], 16)), coded)
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _refuse(*_: object) -> None:
    raise ValueError("en dokumenttyp")
