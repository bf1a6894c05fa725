"""A PDF opened with care: broken, locked and oversized files are told in one line, before they cost anything.

What is packed in the file is unpacked once beforehand, up to a limit, since the reader itself has none.
"""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from data.faults import UnusableError
from data.importing.packages import refused

if TYPE_CHECKING:
    from pdfminer.pdfdocument import PDFDocument

MAX_BYTES = 20_000_000
"""A bilaga with pictures is some megabytes; without them some hundred kilobytes."""

MAX_PAGES = 500
"""A bilaga is some tens of pages; a region's all together two or three hundred."""

_SILENT = logging.NullHandler()
_MAX_UNPACKED = 300_000_000
_MOST_LAYERS = 3
_CHUNK = 65_536
_STREAM = re.compile(rb"stream\r?\n")
_ZLIB = b"\x78"

BROKEN = "filen är skadad; öppna den i en PDF-läsare, skriv ut den till en ny PDF, och läs in den"
_LOCKED = "filen är låst med lösenord; spara den utan, och läs in den"


@contextmanager
def opened(raw: bytes, file: str) -> Iterator[PDFDocument]:
    """Give the document in a PDF file. UnusableError when it is broken, locked or too large.

    Whatever a broken file makes the reader raise inside the context is told as the one fault that it is.
    """
    _check_size(raw, file)
    logging.getLogger("pdfminer").addHandler(_SILENT)  # what it has to say of a broken file is told as one line
    try:
        yield _document(raw, file)
    except UnusableError:
        raise
    except RecursionError:
        raise refused(file, BROKEN) from None
    except Exception as error:
        raise refused(file, BROKEN) from error


def _document(raw: bytes, file: str) -> PDFDocument:
    from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfparser import PDFParser

    try:
        return PDFDocument(PDFParser(BytesIO(raw)))
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise refused(file, _LOCKED) from None


def _check_size(raw: bytes, file: str) -> None:
    if len(raw) > MAX_BYTES:
        raise refused(file, f"filen är över {MAX_BYTES // 1_000_000} MB; spara den utan bilder, och läs in den")
    left = _MAX_UNPACKED
    for start in _STREAM.finditer(raw):
        left -= _unpacked_size(raw, start.end(), left)
        if left < 0:
            message = f"filen är över {_MAX_UNPACKED // 1_000_000} MB när den packats upp; spara den utan bilder"
            raise refused(file, message)


def _unpacked_size(raw: bytes, start: int, limit: int) -> int:
    """Return how large a stream is unpacked, layer by layer; above the limit it is enough to know that it is."""
    size = 0
    for _ in range(_MOST_LAYERS):
        unpacked = _unpacked(raw, start, limit + 1 - size)
        size += len(unpacked)
        if size > limit:
            break
        raw, start = unpacked, 0
    return size


def _unpacked(raw: bytes, start: int, limit: int) -> bytes:
    """Unpack what begins at a place, as far as it goes and up to a limit; nothing when it is not packed."""
    unpacker = zlib.decompressobj()
    parts: list[bytes] = []
    try:
        while raw.startswith(_ZLIB, start) or parts:
            part = unpacker.decompress(raw[start : start + _CHUNK], limit + 1)
            parts.append(part)
            limit -= len(part)
            start += _CHUNK
            if limit < 0 or unpacker.eof or start >= len(raw):
                break
    except zlib.error:
        pass  # the reader takes what comes before, too
    return b"".join(parts)
