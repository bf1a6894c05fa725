"""A Word or Excel file as the zip archive that it is: its parts, within limits, free of what XML can do harm with.

Nothing is taken on trust: sizes are counted while unpacking, and a part with a document type, which could define
entities that grow or point at other files, is refused, as is one in another encoding than UTF-8.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO

from data.faults import Fault, UnusableError

MAX_BYTES = 50_000_000
"""The largest file that is taken in: a report with its pictures is some megabytes."""

_MAX_UNPACKED = 200_000_000
_MAX_ENTRIES = 5_000
_XML = (".xml", ".rels")
_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml\s([^>]*)\?>)?")
_ENCODING = re.compile(rb"""encoding\s*=\s*["'](?!(?i:utf-8|us-ascii)["'])""")
_TO_THE_ROOT = re.compile(rb"(?:\s|(?><!--.*?-->)|(?><\?.*?\?>))*+<[A-Za-z_:\x80-\xff]", re.DOTALL)


def parts(raw: bytes, file: str) -> dict[str, bytes]:
    """Return what is in an Office file, by name. UnusableError when it is none, is too large or is not safe."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            return _parts(archive, file)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise refused(file, "filen är skadad; öppna den i Excel eller Word och spara den på nytt") from None


def refused(file: str, message: str) -> UnusableError:
    """Return what to raise for a file that as a whole cannot be used."""
    return UnusableError([Fault(file, 1, 1, message)])


def _parts(archive: zipfile.ZipFile, file: str) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > _MAX_ENTRIES or len({entry.filename for entry in entries}) < len(entries):
        raise refused(file, "filen är inte gjord av Excel eller Word; dess delar är för många eller dubbla")
    left = _MAX_UNPACKED
    held: dict[str, bytes] = {}
    for entry in entries:
        with archive.open(entry) as opened:
            part = opened.read(left + 1)
        left -= len(part)
        if left < 0:
            raise refused(file, f"filen är över {_MAX_UNPACKED // 1_000_000} MB när den packats upp; läs in mindre")
        if entry.filename.lower().endswith(_XML) and not _safe(part):
            raise refused(file, f'delen "{entry.filename[:80]}" har något som inte läses av säkerhetsskäl')
        held[entry.filename] = part
    return held


def _safe(part: bytes) -> bool:
    """Tell whether an XML part is UTF-8 and goes straight to its root element, with no document type before."""
    declared = _DECLARATION.match(part)
    if declared is None or _ENCODING.search(declared[1] or b""):
        return False
    return _TO_THE_ROOT.match(part, declared.end()) is not None
