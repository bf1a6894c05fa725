"""A zip file made the same on any day and system: Word's and Excel's files are zip files."""

from __future__ import annotations

import struct
from io import BytesIO
from zipfile import ZipFile

_DATE = struct.pack("<HH", 0, 1 << 5 | 1)
"""Midnight on the first of January 1980, as early as a zip file can tell."""
_UNIX = 3
_ENTRY = 46
"""How long an entry of the directory is, besides its name, extra field and comment."""


def same_zip(raw: bytes) -> bytes:
    """Return a zip file, as Python's zipfile writes it, without the time and the system it was made on.

    The packed data stay as they are.
    """
    whole = bytearray(raw)
    with ZipFile(BytesIO(raw)) as archive:
        entries, at = archive.infolist(), archive.start_dir
    for entry in entries:
        whole[entry.header_offset + 10 : entry.header_offset + 14] = _DATE
        whole[at + 5] = _UNIX
        whole[at + 12 : at + 16] = _DATE
        at += _ENTRY + sum(struct.unpack_from("<HHH", whole, at + 28))
    return bytes(whole)
