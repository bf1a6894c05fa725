"""Three versions of a file of tables into one, table by table: two people may each add one in the same place.

For `region.toml` and `mal-och-budget.toml`, whose tables are known by an id, a code or a name. A table is kept with
the comments directly above it, to the byte. What comes out is a guess until somebody has read it: a line of a text
that looks like a header is taken for one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_HEADER = re.compile(r"[ \t]*\[\[?([^\[\]]+)\]\]?")
_NAMES = ("id", "kod", "regel", "namn", "ar")
"""The keys that tell one table from its like; the first that it has, but a name goes with a year."""

_Key = tuple[object, ...]
MergeLines = Callable[[str, str, str], str | None]
"""Merges the lines of base, ours and theirs; None when they clash."""


@dataclass(frozen=True, slots=True)
class _Table:
    gap: str
    """The blank lines above it."""
    lines: str


_NONE = _Table("", "")


def merge_tables(base: str, ours: str, theirs: str, merge_lines: MergeLines) -> str | None:
    """Return the three texts as one; None when both sides have changed a table in ways that clash."""
    sides = [_tables(text) for text in (base, ours, theirs)]
    if any(side is None for side in sides):
        return None
    before, our, their = (side or {} for side in sides)
    made: dict[_Key, _Table] = {}
    for key in _order(our, their):
        old, mine, other = (side.get(key, _NONE) for side in (before, our, their))
        lines = _merged(old.lines, mine.lines, other.lines, merge_lines)
        if lines is None:
            return None
        if lines:
            made[key] = _Table(mine.gap if key in our else other.gap, lines)
    text = "".join(f"{table.gap}{table.lines}" for table in made.values())
    found = _tables(text)
    return text if found is not None and found.keys() == made.keys() else None


def _merged(base: str, ours: str, theirs: str, merge_lines: MergeLines) -> str | None:
    """Return one table's lines, where no lines is no table; None when the sides clash."""
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    return merge_lines(base, ours, theirs) if base and ours and theirs else None


def _order(ours: Mapping[_Key, _Table], theirs: Mapping[_Key, _Table]) -> list[_Key]:
    """Return the keys of both sides in our order, each that only theirs has after the one it stood after."""
    order = list(ours)
    above: _Key | None = None
    for key in theirs:
        if key not in ours:
            order.insert(0 if above is None else order.index(above) + 1, key)
        above = key
    return order


def _tables(text: str) -> dict[_Key, _Table] | None:
    """Return the tables of a text by what they are known by; None when two are known by the same."""
    found: dict[_Key, _Table] = {}
    known: dict[str, _Key] = {}
    """The last table of each kind."""
    for block in _blocks(text.splitlines(keepends=True)):
        lines = block.lstrip("\r\n")
        path = _path(lines)
        try:
            data = tomllib.loads(lines)
        except tomllib.TOMLDecodeError:
            return None
        above, _, _ = path.rpartition(".")
        key = (known.get(above, ()), path, *_identity(data, path))
        if key in found:
            return None
        known[path] = key
        ended = lines if lines.endswith("\n") else lines + "\n"
        found[key] = _Table(block[: len(block) - len(lines)], ended)
    return found


def _blocks(lines: list[str]) -> list[str]:
    """Return the lines in pieces, each with the blank lines and comments above a table; the first has no table."""
    starts = [0]
    for number, line in enumerate(lines):
        if _HEADER.match(line):
            start = number
            while start > starts[-1] and lines[start - 1].lstrip().startswith("#"):
                start -= 1
            while start > starts[-1] and not lines[start - 1].strip():
                start -= 1
            starts.append(start)
    return ["".join(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _path(lines: str) -> str:
    """Return a block's kind as its header has it, ``fokusomrade.mal``; empty where there is no header."""
    found = next(filter(None, map(_HEADER.match, lines.splitlines())), None)
    return ".".join(part.strip() for part in found[1].split(".")) if found else ""


def _identity(data: object, path: str) -> tuple[object, ...]:
    for part in filter(None, path.split(".")):
        data = data.get(part) if isinstance(data, dict) else None
        data = data[0] if isinstance(data, list) and data else data
    if not isinstance(data, dict) or not path:
        return ()
    named = next((name for name in _NAMES if name in data), None)
    return (data.get(named), data.get("ar")) if named == "namn" else (data.get(named),)
