"""A zip file made the same on any day and machine: Word's and Excel's files are zip files.

The parts are not packed, for packing differs between the zlib of one machine and that of another. A report is some
hundred kilobytes all the same, and Word and Excel pack it when they save it.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""As early as a zip file can tell."""
_UNIX = 3


def same_zip(raw: bytes) -> bytes:
    """Return a zip file with the same parts in the same order, and nothing of when or where it was made."""
    out = BytesIO()
    with ZipFile(BytesIO(raw)) as made, ZipFile(out, "w", ZIP_STORED) as same:
        for name in made.namelist():
            entry = ZipInfo(name, _FIRST_DAY)
            entry.create_system = _UNIX
            same.writestr(entry, made.read(name))
    return out.getvalue()
