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
class PlanText:
    """A text, and the plan that it reads as."""

    text: str
    plan: Plan

    @classmethod
    def of(cls, text: str) -> PlanText:
        """Read a text. UnusableError when it is no plan."""
        return cls(text, read(text))


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


def merge_texts(
    base: PlanText | None, ours: PlanText, theirs: PlanText, chosen: Collection[tuple[str, str]] = ()
) -> TextMerge:
    """Merge two texts made from the same one; `base` is None where both sides have written a new file.

    What is `chosen`, by id and field, is as ours has it. ValueError when the texts are different plans; WriteError
    when the result cannot be written without touching something else.
    """
    if ours.plan.name != theirs.plan.name:
        raise ValueError(f"{ours.plan.name} och {theirs.plan.name} är olika planer")
    if base is None:
        base = PlanText("", Plan(ours.plan.forvaltning, ours.plan.ar))
    merged = merge(base.plan, ours.plan, theirs.plan, chosen)
    if merged.plan == ours.plan and base.text in (theirs.text, "") and not merged.conflicts:
        return TextMerge(ours.text, ours.plan, ())
    if merged.plan == theirs.plan and ours.text in (base.text, theirs.text):
        return TextMerge(theirs.text, theirs.plan, merged.conflicts)
    our_parts = _parts(ours.text)
    text = edit(theirs.text, theirs.plan, _in_our_words(merged.changes, our_parts, ours.plan)).text
    woven = _woven(text, _parts(base.text), our_parts, _parts(theirs.text), _alike(ours.plan, merged.plan))
    if woven != text and _reads_as(woven, merged.plan):
        text = woven
    return TextMerge(text, merged.plan, merged.conflicts)


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
