"""Changes made to a TOML text, to the character: what is not changed stays as somebody wrote it.

A field is a splice of its value. An item comes, goes and moves with its own lines: its leading comment, its keys,
its sub-tables, and no other's. Blank lines, indentation and line ends are as the file has them. Every edit is read
again, and compared with the plan that was meant, before anybody gets to see it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from data.changes import AddItem, Change, MoveItem, Place, RemoveItem, SetField
from data.changing import changed
from data.faults import UnusableError
from data.layout import Key, Layout, Record, scan, spliced
from data.plan import HEADERS, KINDS, Item, Plan, own_fields
from data.rereading import read
from data.toml_values import key_literal, literal, text_literal

_ORDER = {"": own_fields(Plan)} | {kind: ("id", *own_fields(item)) for kind, item in KINDS.items()}
"""The keys that a table of each kind may have, in the order in which they are written."""


class WriteError(Exception):
    """The text cannot be changed so without touching what is not to be touched; says why, in Swedish."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A text after an edit, the plan it reads as, and the changes with the lines of what was removed."""

    text: str
    plan: Plan
    changes: tuple[Change, ...]


def apply(text: str, changes: Sequence[Change]) -> str:
    """Return the text with the changes made. UnusableError when it is no plan; WriteError as in `edit`."""
    return edit(text, read(text), changes).text


def edit(text: str, plan: Plan, changes: Sequence[Change]) -> Edited:
    """Make changes to a text that reads as `plan`.

    WriteError when the place is written in a way that cannot be edited (a table on one line, say), or when the
    result would not read as the plan that the changes mean. ValueError when a change does not fit the plan.
    """
    meant = changed(plan, changes)
    text, made = written(text, changes)
    try:
        same = read(text) == meant
    except UnusableError as error:
        why = next(fault.message for fault in error.faults if not fault.warning)
        raise WriteError(f"ändringen går inte att skriva i filen: {why}") from error
    if not same:
        raise WriteError("ändringen går inte att skriva i filen utan att något annat ändras; gör den för hand")
    return Edited(text, meant, tuple(made))


def written(text: str, changes: Sequence[Change]) -> tuple[str, list[Change]]:
    """Return what `edit` returns, for one who reads the text himself before anybody gets to see it. WriteError."""
    made: list[Change] = []
    for fields, change in _batched(changes):
        text = _set(text, fields)
        made += fields
        if change is not None:
            text, done = _step(text, change)
            made.append(done)
    return text, made


def write(plan: Plan) -> str:
    """Return a new file's text for a plan."""
    blocks = ["".join(f"{name} = {literal(getattr(plan, name))}\n" for name in own_fields(Plan))]
    blocks[0] += "".join(f"{key_literal(name)} = {literal(value)}\n" for name, value in plan.extra)
    blocks += [_block(item, "\n") for item in plan.items.values()]
    return "\n".join(blocks)


def _batched(changes: Sequence[Change]) -> Iterator[tuple[list[SetField], Change | None]]:
    """Yield runs of different fields, which one look at the layout serves, each with the change that ends it."""
    run: dict[tuple[str, str], SetField] = {}
    for change in changes:
        if not isinstance(change, SetField):
            yield list(run.values()), change
            run = {}
            continue
        if (change.id, change.field) in run:
            yield list(run.values()), None
            run = {}
        run[change.id, change.field] = change
    yield list(run.values()), None


def _step(text: str, change: Change) -> tuple[str, Change]:
    match change:
        case AddItem(item, place, source):
            return _paste(text, item.KIND, place, source or _block_like(text, item, place)), change
        case RemoveItem(item):
            layout = scan(text)  # below it may stand tables of its own that this program does not know
            rest, block = _cut(text, layout.subtree(_index(layout, item.id)))
            return rest, replace(change, source=block)
        case MoveItem(id, _, new):
            layout = scan(text)
            index = _index(layout, id)
            rest, block = _cut(text, layout.subtree(index))
            return _paste(rest, layout.records[index].kind, new, block), change
        case _:
            return _set(text, [change]), change


def _index(layout: Layout, id: str) -> int:
    if id not in layout.by_id:
        raise WriteError(f"{id} står inte i en egen tabell i filen; skriv den med [[ ]] så går den att ändra här")
    return layout.by_id[id]


# Fields


def _set(text: str, fields: Sequence[SetField]) -> str:
    """Set fields that are all different, each by a splice of its own."""
    splices = [splice for change in fields if (splice := _splice(scan(text), change))]
    if len(splices) == 1:
        return spliced(scan(text), *splices[0]).text
    pieces, position = [], 0
    for start, end, written in sorted(splices, key=lambda splice: splice[:2]):
        pieces += [text[position:start], written]
        position = end
    return "".join([*pieces, text[position:]])


def _splice(layout: Layout, change: SetField) -> tuple[int, int, str] | None:
    """Return what is put in the place of which part of the text; None when there is nothing to do."""
    text, name, value = layout.text, change.field, change.new
    record = layout.records[_index(layout, change.id)]
    key = record.keys.get(name)
    if key is None:
        return None if value is None else _new_key(text, record, name, value)
    written = text[key.name : key.value].rstrip().removesuffix("=").rstrip()
    if written not in (name, f'"{name}"', f"'{name}'", key_literal(name)):
        line, _ = layout.line_and_column(key.start)
        raise WriteError(
            f"{name} är skrivet med punkt på rad {line}; skriv det i en egen tabell så går det att ändra här"
        )
    if value is None:
        kept = text[key.start : key.name] + key.comment + _line_end(text, key.end) if key.comment else ""
        return key.start, key.end, kept
    return (
        key.value,
        key.value_end,
        _value(name, record.kind, value, _newline(text), text[key.value : key.value_end]),
    )


def _value(name: str, kind: str, value: Any, newline: str, old: str = "") -> str:
    if isinstance(value, str) and name in _ORDER[kind]:
        return text_literal(value, newline, old)
    return literal(value)


def _new_key(text: str, record: Record, name: str, value: Any) -> tuple[int, int, str]:
    """Return a new key's line, after the nearest key that comes before it in the usual order."""
    newline = _newline(text)
    order = _ORDER[record.kind]
    before = order[: order.index(name)] if name in order else tuple(record.keys)
    anchors = [record.keys[known] for known in before if known in record.keys]
    end = max((key.end for key in anchors), default=record.body)
    model: Key | None = anchors[-1] if anchors else next(iter(record.keys.values()), None)
    indent = text[model.start : model.name] if model else _indent(text, record.header)
    line = f"{indent}{key_literal(name)} = {_value(name, record.kind, value, newline)}{newline}"
    if end and not text[:end].endswith("\n"):
        line = newline + line.removesuffix(newline)
    return end, end, line


# Items


def _cut(text: str, indexes: Sequence[int]) -> tuple[str, str]:
    """Take records out of a text; return what is left and their lines."""
    layout = scan(text)
    records = [layout.records[index] for index in indexes]
    newline = _newline(text)
    spans: list[tuple[int, int]] = []
    for record in records:
        if spans and not text[spans[-1][1] : record.start].strip():
            spans[-1] = (spans[-1][0], record.end)
        else:
            spans.append((record.start, record.end))
    lines = [text[start:end] for start, end in spans]
    block = newline.join(piece if piece.endswith("\n") else piece + newline for piece in lines)
    for start, end in reversed(spans):
        text = _without(text, start, end)
    return text, block


def _without(text: str, start: int, end: int) -> str:
    """Take lines out, with the blank lines after them if some stand before; at the end of the file, with those."""
    after = end
    while (line_end := text.find("\n", after)) >= 0 and not text[after:line_end].strip():
        after = line_end + 1
    if start and not _blanks_before(text, start) and text[after:].strip():
        return text[:start] + text[end:]
    if text[after:].strip():
        return text[:start] + text[after:]
    kept = text[:start].rstrip(" \t\r\n")
    return text[: _after_line(text, len(kept))] if kept else ""


def _paste(text: str, kind: str, place: Place, block: str) -> str:
    """Put an item's lines into a text at its place, with the blank lines that stand around its like."""
    layout = scan(text)
    position = _position(layout, kind, place)
    newline = _newline(text)
    before, after = text[:position], text[position:]
    blanks = newline * max(_blank_lines(layout, kind), _ends_in_comment(before))
    if before and not before.endswith("\n"):
        return before + newline + blanks + block.rstrip("\r\n") + after
    gap = newline if _ends_in_comment(block) and after.partition("\n")[0].strip() else ""
    return before + (blanks if before else "") + block + gap + after


def _ends_in_comment(lines: str) -> bool:
    """Return whether the last line is a comment, which would become that of what is put directly below it."""
    return lines.rstrip("\r\n").rpartition("\n")[2].lstrip().startswith("#")


def _position(layout: Layout, kind: str, place: Place) -> int:
    """Return the offset, at the end of a record, after which an item that comes to a place is put."""
    if place.after is not None:
        return layout.records[layout.subtree(_index(layout, place.after))[-1]].end
    parent = _index(layout, place.parent)
    if kind == "indikator":
        siblings = layout.children(parent, kind)
        return layout.records[siblings[0] - 1 if siblings else -1].end
    return layout.records[parent].end


def _blank_lines(layout: Layout, kind: str) -> int:
    """Return how many blank lines stand before items of a kind: the fewest seen, one where there are none."""
    counts = [
        _blanks_before(layout.text, layout.records[n].start)
        for n in range(1, len(layout.records))
        if layout.records[n].kind == kind
    ] or [_blanks_before(layout.text, record.start) for record in layout.records[1:2]]
    return min(counts, default=1)


def _blanks_before(text: str, position: int) -> int:
    count = 0
    while position > 0:
        line_start = text.rfind("\n", 0, position - 1) + 1
        if text[line_start:position].strip():
            break
        count, position = count + 1, line_start
    return count


def _block_like(text: str, item: Item, place: Place) -> str:
    """Return a new item's lines, indented as its like are in the file."""
    layout = scan(text)
    like = [record for record in layout.records if record.kind == item.KIND]
    siblings = [record for record in like if record.parent == layout.by_id.get(place.parent, 0)]
    if not like:
        return _block(item, _newline(text))
    model = (siblings or like)[0]
    key = next(iter(model.keys.values()), None)
    indent = _indent(text, model.header)
    return _block(item, _newline(text), indent, text[key.start : key.name] if key else indent)


def _block(item: Item, newline: str, indent: str = "", key_indent: str = "") -> str:
    lines = [f"{indent}[[{HEADERS[item.KIND]}]]", f"{key_indent}id = {literal(item.id)}"]
    for name in own_fields(type(item)):
        value = getattr(item, name)
        if value is not None and value is not False and value != ():
            lines.append(f"{key_indent}{name} = {_value(name, item.KIND, value, newline)}")
    lines += [f"{key_indent}{key_literal(name)} = {literal(value)}" for name, value in item.extra]
    return newline.join(lines) + newline


# Lines


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text[: text.find("\n") + 1] else "\n"


def _indent(text: str, position: int) -> str:
    return text[text.rfind("\n", 0, position) + 1 : position]


def _line_end(text: str, end: int) -> str:
    return "\r\n" if text[:end].endswith("\r\n") else "\n" if text[:end].endswith("\n") else ""


def _after_line(text: str, position: int) -> int:
    newline = text.find("\n", position)
    return len(text) if newline < 0 else newline + 1
