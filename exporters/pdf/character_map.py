"""Which characters a font file can draw, read from its table ``cmap`` (OpenType 1.9)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any

_SEGMENTS, _GROUPS = 4, 12
"""The two forms of subtables that every font of today has: for the first 65 536 characters, and for all."""

_LAST_OF_SEGMENTS = 0xFFFF


def characters(raw: bytes) -> set[int]:
    """Return the code points that a TrueType or OpenType font has a glyph for."""
    start = _table(raw, b"cmap")
    found: set[int] = set()
    (count,) = _unpacked(">H", raw, start + 2)
    for number in range(count):
        _, _, offset = _unpacked(">HHL", raw, start + 4 + 8 * number)
        (form,) = _unpacked(">H", raw, start + offset)
        if form == _SEGMENTS:
            found.update(_in_segments(raw, start + offset))
        elif form == _GROUPS:
            found.update(_in_groups(raw, start + offset))
    return found


def _unpacked(form: str, raw: bytes, offset: int) -> tuple[Any, ...]:
    return struct.unpack_from(form, raw, offset)


def _table(raw: bytes, wanted: bytes) -> int:
    (count,) = _unpacked(">H", raw, 4)
    for number in range(count):
        tag, _, offset, _ = _unpacked(">4sLLL", raw, 12 + 16 * number)
        if tag == wanted:
            return int(offset)
    raise ValueError(f"the font has no table {wanted!r}")


def _in_segments(raw: bytes, start: int) -> Iterator[int]:
    (doubled,) = _unpacked(">H", raw, start + 6)
    count = doubled // 2
    ends = _unpacked(f">{count}H", raw, start + 14)
    starts = _unpacked(f">{count}H", raw, start + 16 + doubled)
    deltas = _unpacked(f">{count}H", raw, start + 16 + 2 * doubled)
    ranges = start + 16 + 3 * doubled
    for number, (first, last, delta) in enumerate(zip(starts, ends, deltas, strict=True)):
        (offset,) = _unpacked(">H", raw, ranges + 2 * number)
        for code in range(first, min(last + 1, _LAST_OF_SEGMENTS)):
            glyph = code + delta
            if offset:
                (glyph,) = _unpacked(">H", raw, ranges + 2 * number + offset + 2 * (code - first))
            if glyph & 0xFFFF:
                yield code


def _in_groups(raw: bytes, start: int) -> Iterator[int]:
    (count,) = _unpacked(">L", raw, start + 12)
    for number in range(count):
        first, last, _ = _unpacked(">LLL", raw, start + 16 + 12 * number)
        yield from range(first, last + 1)
