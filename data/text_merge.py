"""Three versions of a plan's text into one: fields are merged as a plan's, lines as their writers left them.

A record that one side alone has touched is that side's, to the byte, with the comments that belong to it. One that
both have touched is theirs with our fields spliced in, and our new comments above it. What stands alone between
records follows the record below it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from data.changes import AddItem, Change
from data.faults import UnusableError
from data.layout import Record, scan
from data.merge import Conflict, bare, merge
from data.plan import PLAN_ID, Plan
from data.reading import read
from data.writing import edit

_TAIL = "\0tail"
"""What stands after the last record, as if a record of this id came there."""


@dataclass(frozen=True, slots=True)
class TextMerge:
    """What came out. Where there are conflicts, the text keeps theirs."""

    text: str
    plan: Plan
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A record of a text, or its tail."""

    gap: str
    """What stands between it and the record before."""
    block: str
    comments: tuple[str, ...]
    """Every comment in it, each with its #: those on lines of their own, and those behind values."""


def merge_texts(base: str | None, ours: str, theirs: str, chosen: Collection[tuple[str, str]] = ()) -> TextMerge:
    """Merge two texts made from the same one; `base` is None where both sides have written a new file.

    What is `chosen`, by id and field, is as ours has it. UnusableError when a text is no plan; ValueError when the
    texts are different plans; WriteError when the result cannot be written without touching something else.
    """
    our_plan, their_plan = read(ours), read(theirs)
    if our_plan.name != their_plan.name:
        raise ValueError(f"{our_plan.name} och {their_plan.name} är olika planer")
    base_plan = Plan(our_plan.forvaltning, our_plan.ar) if base is None else read(base)
    merged = merge(base_plan, our_plan, their_plan, chosen)
    if merged.plan == our_plan and base in (theirs, None) and not merged.conflicts:
        return TextMerge(ours, our_plan, ())
    if merged.plan == their_plan and (ours in (base, theirs)):
        return TextMerge(theirs, their_plan, merged.conflicts)
    our_parts = _parts(ours)
    text = edit(theirs, their_plan, _in_our_words(merged.changes, our_parts, our_plan)).text
    woven = _woven(text, _parts(base or ""), our_parts, _parts(theirs), _alike(our_plan, merged.plan))
    return TextMerge(woven if _reads_as(woven, merged.plan) else text, merged.plan, merged.conflicts)


def _in_our_words(changes: Sequence[Change], parts: Mapping[str, _Part], plan: Plan) -> list[Change]:
    """Let what we have added come with the lines that we wrote."""

    def worded(change: Change) -> Change:
        if not isinstance(change, AddItem) or bare(plan.items.get(change.item.id)) != bare(change.item):
            return change
        block = parts[change.item.id].block if change.item.id in parts else ""
        return replace(change, source=block) if block.endswith("\n") and "\r" not in block else change

    return [worded(change) for change in changes]


def _alike(ours: Plan, merged: Plan) -> set[str]:
    """Return the ids of what is in the merged plan as we have it, and the plan's own where its fields are ours."""
    same = {id for id, item in merged.items.items() if bare(item) == bare(ours.items.get(id))}
    return same | ({PLAN_ID} if ours.extra == merged.extra else set())


def _parts(text: str) -> dict[str, _Part]:
    return dict(_each_part(text))


def _each_part(text: str) -> Iterator[tuple[str, _Part]]:
    position = 0
    for number, record in enumerate(scan(text).records):
        gap = text[position : record.start]
        comments = (*_comments_in(gap), *_comments_of(text, record))
        id = record.id if number else PLAN_ID
        yield f"\0{number}" if id is None else id, _Part(gap, text[record.start : record.end], comments)
        position = record.end
    yield _TAIL, _Part(text[position:], "", _comments_in(text[position:]))


def _comments_of(text: str, record: Record) -> tuple[str, ...]:
    """Return a record's comments; what looks like one inside a value is none."""
    keys = sorted(record.keys.values(), key=lambda key: key.start)
    starts = [record.start, *(key.end for key in keys)]
    between = "".join(text[start:end] for start, end in zip(starts, [key.start for key in keys], strict=False))
    return (*_comments_in(between), *(key.comment.rstrip() for key in keys if key.comment))


def _comments_in(lines: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines.splitlines() if line.lstrip().startswith("#"))


def _woven(
    text: str,
    base: Mapping[str, _Part],
    ours: Mapping[str, _Part],
    theirs: Mapping[str, _Part],
    alike: Collection[str],
) -> str:
    """Return the text with our lines where we alone have touched them, and with our comments everywhere."""
    nothing = _Part("", "", ())
    newline = "\r\n" if "\r\n" in text else "\n"
    pieces: list[str] = []
    for id, part in _each_part(text):
        old, our, their = (parts.get(id, nothing) for parts in (base, ours, theirs))
        gap, block = part.gap, part.block
        if id in ours and our.gap != old.gap == their.gap:
            gap = our.gap
        if id in alike and their.block in (old.block, "") and our.block.endswith("\n"):
            block = our.block
        new = [one for one in our.comments if one not in old.comments and one not in gap + block]
        pieces += [gap, *(comment + newline for comment in new), block]
    return "".join(pieces)


def _reads_as(text: str, plan: Plan) -> bool:
    try:
        return read(text) == plan
    except UnusableError:
        return False
