"""Where things stand in a TOML text: records, their keys and the comments that go with them, to the character.

tomllib tells what a file says but not where, and tomlkit gives a comment above a record to the record before it.
This scanner keeps only positions. It expects a text that tomllib accepts; what it says of another is a best effort.

A *record* is a table with the keys below its header. Its block begins with the comment lines that stand directly
above the header, and ends after its last key, the comments directly below that, and its own sub-tables. What
stands alone between blank lines (a heading in a comment, say) belongs to no record and stays where it is.
"""

from __future__ import annotations

import re
import threading
import tomllib
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from data.plan import HEADERS, PLAN_ID
from data.toml_text import line_and_column

# Only single characters are repeated possessively: Python before 3.11.5 loses its way in a group that is.
_BASIC = r'''"[^"\\\n]*+(?:\\.[^"\\\n]*+)*"'''
_LITERAL = r"'[^'\n]*+'"
_SIMPLE_KEY = rf"(?:[A-Za-z0-9_-]++|{_BASIC}|{_LITERAL})"
_KEY = rf"{_SIMPLE_KEY}(?:[ \t]*+\.[ \t]*+{_SIMPLE_KEY})*"
_STRING = (
    r'''(?:"""[^"\\]*+(?:(?:\\.|"{1,2}+(?!"))[^"\\]*+)*"{3,5}+|'''
    rf"""'''[^']*+(?:'{{1,2}}+(?!')[^']*+)*'{{3,5}}+|{_BASIC}|{_LITERAL})"""
)
_STATEMENT = re.compile(
    rf"""[ \t]*+(?:
        (?P<blank>\r?\n|\Z)
      | (?P<comment>\#[^\n]*+(?:\n|\Z))
      | (?P<open>\[\[?)[ \t]*+(?P<path>{_KEY})[ \t]*+\]\]?[^\n]*+(?:\n|\Z)
      | (?P<key>{_KEY})[ \t]*+=[ \t]*+
    )""",
    re.VERBOSE | re.DOTALL,
)
_VALUE = re.compile(rf"{_STRING}|[^\s\[\]{{}},#\"'][^#\n,\]}}]*", re.DOTALL)
_NESTED = re.compile(rf"{_STRING}|(?P<open>[\[{{])|(?P<close>[\]}}])|\#[^\n]*+|[^\[\]{{}}\"'#]++", re.DOTALL)
_REST = re.compile(r"[ \t]*+(?P<comment>\#[^\r\n]*+)?[^\n]*+(?:\n|\Z)")
_NAME = re.compile(_SIMPLE_KEY, re.DOTALL)

_NAMES = 256
"""Keys and headers remembered: a plan has a dozen, over and over."""

_KIND_OF_PATH = {tuple(header.split(".")): kind for kind, header in HEADERS.items()}


@dataclass(frozen=True, slots=True)
class Key:
    """One ``name = value`` line, as character offsets into the text."""

    start: int
    """Where the line starts, before any indentation."""
    name: int
    """Where the name starts."""
    value: int
    """Where the value starts."""
    value_end: int
    end: int
    """After the line's newline."""
    comment: str
    """The comment behind the value, with its #; empty when there is none."""


@dataclass(slots=True)
class Record:
    """One table: an item of the plan, the plan's own keys (kind ""), or one that is nobody's (kind "?")."""

    kind: str
    path: tuple[str, ...]
    start: int
    """Where its leading comment starts, or else its header's line."""
    header: int
    """Where the bracket stands; 0 for the plan's own keys."""
    body: int
    """After the header's line."""
    end: int
    """After the last line that belongs to it, its sub-tables' included but not its children's."""
    parent: int = 0
    """The index of the record above it."""
    keys: dict[str, Key] = field(default_factory=dict)
    """Its own keys by name, dotted ones under their first part."""
    id: str | None = None


@dataclass(frozen=True)
class Layout:
    """All records of a text, in order; the first is the plan itself."""

    text: str
    records: tuple[Record, ...]
    by_id: Mapping[str, int]
    """Index of each item's record, by id."""

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Return the place of a character as line and column from 1."""
        return line_and_column(self.text, offset)

    def subtree(self, index: int) -> list[int]:
        """Return the indexes of a record and of everything below it, in file order."""
        found = {index}
        for other in range(index + 1, len(self.records)):
            if self.records[other].parent in found:
                found.add(other)
        return sorted(found)

    def children(self, index: int, kind: str) -> list[int]:
        """Return the indexes of the records of one kind directly below a record."""
        return self._children.get((index, kind), [])

    @cached_property
    def _children(self) -> Mapping[tuple[int, str], list[int]]:
        children: dict[tuple[int, str], list[int]] = {}
        for i, record in enumerate(self.records):
            children.setdefault((record.parent, record.kind), []).append(i)
        return children


_REMEMBERED = 4


class _Recent(threading.local):
    """The layouts of the last few texts, each thread's by itself: a text is edited step by step."""

    def __init__(self) -> None:
        self.layouts: dict[str, Layout] = {}


_recent = _Recent()


def scan(text: str) -> Layout:
    """Return the layout of a text."""
    known = _recent.layouts.get(text)
    if known is not None:
        return known
    scanner = _Scanner(text)
    scanner.run()
    return _remembered(text, scanner.finish())


def spliced(layout: Layout, start: int, end: int, written: str) -> Layout:
    """Return the layout after a part of one record was written anew; the other records are not looked at again."""
    text = layout.text[:start] + written + layout.text[end:]
    index = max(0, bisect_left(layout.records, start, key=lambda record: record.start) - 1)
    old, later = layout.records[index], layout.records[index + 1 :]
    by = len(written) - (end - start)
    until = later[0].start + by if later else len(text)
    scanner = _Scanner(text[old.start : until])
    scanner.run()
    found = [record for record in scanner.records if record.path == old.path]
    alone = len(found) == 1 and len(scanner.records) == 1 + bool(index)
    if end > until - by or not alone or (later and scanner.comments is not None):
        return scan(text)  # What was written may belong to another record.
    scanner.finish()
    new = replace(_moved(found[0], old.start), parent=old.parent)
    return _remembered(text, [*layout.records[:index], new, *(_moved(record, by) for record in later)])


def _remembered(text: str, records: list[Record]) -> Layout:
    by_id = {record.id: i for i, record in reversed(list(enumerate(records))) if record.id is not None}
    layout = Layout(text, tuple(records), {PLAN_ID: 0, **by_id})
    layouts = _recent.layouts
    while len(layouts) >= _REMEMBERED:
        del layouts[next(iter(layouts))]
    layouts[text] = layout
    return layout


def _moved(record: Record, by: int) -> Record:
    keys = {
        name: Key(key.start + by, key.name + by, key.value + by, key.value_end + by, key.end + by, key.comment)
        for name, key in record.keys.items()
    }
    start, header, body, end = record.start + by, record.header + by, record.body + by, record.end + by
    return Record(record.kind, record.path, start, header, body, end, record.parent, keys, record.id)


class _Scanner:
    """One walk through the text, a statement at a time."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.records = [Record("", (), 0, 0, 0, 0)]
        self.owner = self.records[0]
        self.target: Record | None = self.records[0]
        self.last_of_kind = {"": 0}
        self.comments: int | None = None
        """Where the comment lines directly above start."""
        self.attached = False
        """Whether those comment lines stand directly below the owner's last key."""

    def run(self) -> None:
        position, text = 0, self.text
        while position < len(text):
            found = _STATEMENT.match(text, position)
            if found is None:
                position = self._skip_line(position)
            elif found["key"] is not None:
                position = self._key(position, found)
            elif found["open"] is not None:
                self._header(position, found)
                position = found.end()
            else:
                self._between(position, found)
                position = max(found.end(), position + 1)

    def finish(self) -> list[Record]:
        """Return the records of the whole text: what stands last in it belongs to nobody after it."""
        self._settle_comments(len(self.text))
        return self.records

    def _skip_line(self, position: int) -> int:
        newline = self.text.find("\n", position)
        return len(self.text) if newline < 0 else newline + 1

    def _between(self, position: int, found: re.Match[str]) -> None:
        if found["blank"] is not None:
            self._settle_comments(position)
        elif self.comments is None:
            self.comments = position
            self.attached = position == self.owner.end and position > 0

    def _settle_comments(self, position: int) -> None:
        """A blank line ends a run of comments: directly below a key they are the owner's, else nobody's."""
        if self.comments is not None and self.attached:
            self.owner.end = position
        self.comments = None

    def _header(self, position: int, found: re.Match[str]) -> None:
        start = position if self.comments is None else self.comments
        self.comments = None
        path = _names(found["path"])
        kind = _KIND_OF_PATH.get(path, "?") if found["open"] == "[[" else "?"
        above = self.owner.path
        if kind == "?" and above and len(path) > len(above) and path[: len(above)] == above:
            self.target = None
            self.owner.end = found.end()
            return
        record = Record(kind, path, start, found.start("open"), found.end(), found.end())
        record.parent = self.last_of_kind.get(_parent_kind(path), 0)
        if kind != "?":
            self.last_of_kind[kind] = len(self.records)
        self.records.append(record)
        self.owner = self.target = record

    def _key(self, position: int, found: re.Match[str]) -> int:
        value, value_end = found.end(), _value_end(self.text, found.end())
        rest = _REST.match(self.text, value_end)
        end = rest.end() if rest else len(self.text)
        if self.target is not None:
            name = _names(found["key"])[0]
            comment = (rest["comment"] or "") if rest else ""
            key = Key(position, found.start("key"), value, value_end, end, comment)
            self.target.keys.setdefault(name, key)
            if name == "id" and self.target.kind not in ("", "?"):
                self.target.id = _string(self.text[value:value_end])
        self.owner.end = end
        self.comments = None
        return end


def _value_end(text: str, position: int) -> int:
    if text[position : position + 1] in ("[", "{"):
        depth = 0
        while token := _NESTED.match(text, position):
            position = token.end()
            depth += (token["open"] is not None) - (token["close"] is not None)
            if depth == 0:
                break
        return position
    found = _VALUE.match(text, position)
    if found is None:
        return position
    return position + len(found[0].rstrip())


@lru_cache(maxsize=_NAMES)
def _names(path: str) -> tuple[str, ...]:
    return tuple(_string(part) if part[0] in "\"'" else part for part in _NAME.findall(path))


@lru_cache(maxsize=_NAMES)
def _parent_kind(path: tuple[str, ...]) -> str:
    """Return the kind of the nearest known table that a header's path stands below."""
    return next((_KIND_OF_PATH[path[:n]] for n in range(len(path) - 1, 0, -1) if path[:n] in _KIND_OF_PATH), "")


def _string(raw: str) -> str:
    if raw[:1] in ("'", '"') and "\\" not in raw and raw[:3] not in ("'''", '"""'):
        return raw[1:-1]
    try:
        return str(tomllib.loads(f"x = {raw}")["x"])
    except tomllib.TOMLDecodeError:
        return raw
