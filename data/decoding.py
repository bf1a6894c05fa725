"""A file's bytes as text: UTF-8, of a plan's size."""

from __future__ import annotations

from codecs import BOM_UTF8

from data.faults import Fault

MAX_BYTES = 2_000_000
"""A plan of the usual size is 80 KB; more than this is not a plan that somebody wrote."""


def decoded(raw: bytes, file: str) -> tuple[str | None, tuple[Fault, ...]]:
    """Return a file's text without its BOM, or None, and what was wrong with its bytes."""
    if len(raw) > MAX_BYTES:
        return None, (Fault(file, 1, 1, "filen är över 2 MB; en plan är mycket mindre"),)
    faults: tuple[Fault, ...] = ()
    if raw.startswith(BOM_UTF8):
        raw = raw[len(BOM_UTF8) :]
        faults = (Fault(file, 1, 1, "filen börjar med en BOM; den tas bort när filen sparas", warning=True),)
    try:
        return raw.decode("utf-8"), faults
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"tecknet 0x{raw[error.start]:02x} är inte UTF-8; spara filen som UTF-8"
        return None, (*faults, Fault(file, line, column, message))
