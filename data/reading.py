"""From TOML to a `Plan`, with every fault in the file found in one pass and told by line and column.

tomllib reads; the layout is scanned only when there is a fault to place. The form of the file is told in
docs/format.md. A warning (an unknown key, say) leaves the plan usable, and what was not understood is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from data.decoding import decoded
from data.faults import Fault
from data.layout import Layout, scan
from data.plan import CHILD_FIELDS, HEADERS, Item, Plan
from data.schema import Finding, Path, item_from, plan_from
from data.toml_text import MERGE, TomlError, line_and_column, loads, markers


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out of a file: the plan, unless a fault made it unusable, and all that was found."""

    plan: Plan | None
    faults: tuple[Fault, ...]


def read_plan_bytes(raw: bytes, file: str = "") -> Reading:
    """Read a file's bytes: UTF-8, at most `MAX_BYTES`. A BOM is told, and gone when the file is next saved."""
    text, faults = decoded(raw, file)
    if text is None:
        return Reading(None, faults)
    reading = read_plan(text, file)
    return Reading(reading.plan, (*faults, *reading.faults))


def read_plan(text: str, file: str = "") -> Reading:
    """Read a TOML text. `file` is what faults call it; a name like ``2019/x.toml`` must agree with the plan."""
    faults = [Fault(file, *line_and_column(text, offset), MERGE) for offset in markers(text)]
    if faults:
        return Reading(None, tuple(faults))
    try:
        data = loads(text)
    except TomlError as error:
        return Reading(None, tuple(sorted(set(_syntax_faults(text, file, error)))))
    plan, findings = plan_from(data, *expected(file))
    told = _placed(findings, text, file)
    broken = plan is None or any(not fault.warning for fault in told)
    return Reading(None if broken else plan, tuple(sorted(told)))


def read_item(text: str, kind: type[Item]) -> tuple[Item | None, list[Finding]]:
    """Read the lines of one item's own record; return it and all findings. None when there is anything more."""
    nothing: tuple[None, list[Finding]] = None, []
    if markers(text):
        return nothing
    try:
        table = loads(text)
    except TomlError:
        return nothing
    found: Any = table
    for name in HEADERS[kind.KIND].split("."):
        if not isinstance(found, dict) or found.keys() != {name}:
            return nothing
        found = found[name]
    if not isinstance(found, list) or len(found) != 1 or not CHILD_FIELDS[kind].keys().isdisjoint(found[0]):
        return nothing
    return item_from(found[0], kind)


def _placed(findings: list[Finding], text: str, file: str) -> list[Fault]:
    """Give findings their line and column; the text is scanned only when there are any."""
    faults = []
    for found in findings:
        layout = scan(text)
        record = layout.records[_record(layout, found.path)]
        key = record.keys.get(found.key)
        message = found.message
        if found.first is not None:
            first = layout.records[_record(layout, found.first)]
            message += f" (det första står på rad {layout.line_and_column(first.header)[0]})"
        faults.append(
            Fault(file, *layout.line_and_column(key.name if key else record.header), message, found.warning)
        )
    return faults


def _record(layout: Layout, path: Path) -> int:
    """Return the index of the record at a path such as (("fokusomrade", 0), ("uppdrag", 3))."""
    index = 0
    for kind, ordinal in path:
        children = layout.children(index, kind)
        if ordinal >= len(children):
            return index
        index = children[ordinal]
    return index


def expected(file: str) -> tuple[str | None, int | None]:
    """Return the forvaltning and the year that a file's path says it is the plan of."""
    path = PurePosixPath(file.replace("\\", "/"))
    if re.fullmatch(r"[0-9]{4}", path.parent.name) and path.suffix == ".toml":
        return path.stem, int(path.parent.name)
    return None, None


def _syntax_faults(text: str, file: str, error: TomlError) -> list[Fault]:
    """Tell a syntax fault, then blank its line and read on, so that one pass finds them all."""
    faults: list[Fault] = []
    lines = text.split("\n")
    last_line = 0
    for _ in range(100):
        if error.only_there and error.line <= last_line:
            return faults
        faults.append(Fault(file, error.line, error.column, str(error)))
        if not error.only_there:
            return faults
        last_line = error.line
        lines[last_line - 1] = ""
        try:
            data = loads("\n".join(lines))
        except TomlError as next_error:
            error = next_error
            continue
        findings = [found for found in plan_from(data, *expected(file))[1] if not found.missing]
        return faults + _placed(findings, "\n".join(lines), file)
    return faults
