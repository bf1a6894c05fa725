"""Reading a text that is much like one read before: an item whose lines have been read is not read again.

An edit or a merge touches few of a plan's items, and the versions of its history differ in one or two. A TOML text
is a row of statements, so a piece of it that is whole by itself means in its place what it means alone, but for the
table above that it belongs to. Where any piece is not one item's own record, or there is anything to tell of it,
the text is read in full, which also places every fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from data.faults import UnusableError
from data.plan import CHILD_FIELDS, HEADERS, KINDS, Item, Plan
from data.reading import Reading, expected, read_item, read_plan
from data.schema import Finding, plan_from
from data.toml_text import TomlError, loads, markers

_REMEMBERED = 4096
"""Items: some plans, each some hundred bytes of text."""

_TEXTS = 8
"""Whole texts: what a save or a merge has made is what is loaded next."""

_KIND_OF = {header: kind for kind, header in HEADERS.items()}
_HEADER = re.compile(rf"^[ \t]*\[\[({'|'.join(map(re.escape, _KIND_OF))})\]\][ \t]*\r?$", re.MULTILINE)
_OPENS = re.compile(r"\n[ \t]*\[")
"""What may be one more table: of the item's own, or one above it, which it must not open again."""

_ABOVE = {kind: getattr(owner, "KIND", "") for owner, names in CHILD_FIELDS.items() for kind in names}


def read(text: str, file: str = "") -> Plan:
    """Return the plan in a TOML text. UnusableError, with every fault, when it has any but warnings."""
    reading = reread(text, file)
    if reading.plan is None:
        raise UnusableError(reading.faults)
    return reading.plan


def reread(text: str, file: str = "") -> Reading:
    """Return what `read_plan` returns; the quicker, the more of the text has been read before."""
    plan = _put_together(text)
    of_file = (None, None) if plan is None else (plan.forvaltning, plan.ar)
    if plan is None or any(told not in (None, own) for told, own in zip(expected(file), of_file, strict=True)):
        return read_plan(text, file)
    return Reading(plan, ())


@lru_cache(maxsize=_REMEMBERED)
def remembered_item(lines: str, kind: str) -> tuple[Item | None, list[Finding]]:
    """Return what `read_item` returns."""
    return read_item(lines, KINDS[kind])


@dataclass(slots=True)
class _Open:
    """An item, or the plan, that more may come below."""

    owner: Any
    below: dict[str, list[_Open]] = field(default_factory=dict)

    def closed(self) -> Any:
        """Return it with all that has come below."""
        if not self.below:
            return self.owner
        names = CHILD_FIELDS[type(self.owner)]
        return replace(
            self.owner, **{names[kind]: tuple(one.closed() for one in ones) for kind, ones in self.below.items()}
        )


@lru_cache(maxsize=_TEXTS)
def _put_together(text: str) -> Plan | None:
    """Return the plan of a text in which each piece is sound by itself; None when one is not."""
    if markers(text):
        return None
    pieces = _pieces(text)
    top = _top(next(pieces)[1])
    if top is None:
        return None
    root = _Open(top)
    last = {"": root}
    ids: set[str] = set()
    for kind, lines in pieces:
        item, findings = remembered_item(lines, kind)
        above = last.get(_ABOVE[kind])
        if item is None or findings or above is None or item.id in ids or _OPENS.search(lines):
            return None
        ids.add(item.id)
        made = _Open(item)
        above.below.setdefault(kind, []).append(made)
        last[kind] = made
        for below in CHILD_FIELDS[type(item)]:
            last.pop(below, None)
    plan: Plan = root.closed()
    return plan


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Give each item's lines with its kind, from its header up to the next; first what stands before them all."""
    kind, start = "", 0
    for header in _HEADER.finditer(text):
        yield kind, text[start : header.start()]
        kind, start = _KIND_OF[header[1]], header.start()
    yield kind, text[start:]


@lru_cache(maxsize=_REMEMBERED)
def _top(lines: str) -> Plan | None:
    """Return a plan with nothing in it, of the lines that stand before its items."""
    try:
        data = loads(lines)
    except TomlError:
        return None
    plan, findings = plan_from(data)
    return None if findings or not CHILD_FIELDS[Plan].keys().isdisjoint(data) else plan
