"""A Bilaga 2 as a PDF → a plan, with everything in the file either in it or listed as left out.

A tagged file tells its tables itself. In others they are found by where the text stands, between the rules.
"""

from __future__ import annotations

from data.importing.pdf.glyphs import pages
from data.importing.pdf.opening import opened
from data.importing.pdf.placed import read_placed
from data.importing.pdf.structure import structure
from data.importing.pdf.tagged import TaggedReader
from data.importing.result import Imported
from data.importing.sections import Sections

UNIT = "sida"
"""What the lines of guesses and of what is left out count."""

_OURS = b"Typst"


def read_bilaga(raw: bytes, forvaltning: str, ar: int, file: str = "") -> Imported:
    """Read a Bilaga 2 in a PDF into the plan of this förvaltning and year.

    UnusableError, with one fault, when the file is broken, locked, too large, without text, no bilaga or more than
    one förvaltning's.
    """
    found = Sections(UNIT)
    with opened(raw, file) as document:
        drawn = pages(document, file)
        root = structure(document)
        if root is not None:
            exact = any(info.get("Creator", b"").startswith(_OURS) for info in document.info)
            TaggedReader(drawn, root, found, exact=exact)
    if not found.sections:
        found = Sections(UNIT)
        read_placed(drawn, found)
    return found.imported(forvaltning, ar, file)
