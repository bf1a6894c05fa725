"""Three versions of a plan's text into one: fields are merged as a plan's, lines as their writers left them.

A record that one side alone has touched is that side's, to the byte, with the comments that belong to it. One that
both have touched is theirs with our fields spliced in, and our new comments above it. What stands alone between
records follows the record below it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from data.changes import AddItem, Change, SetField, bare
from data.faults import UnusableError
from data.layout import Record, scan
from data.merge import Conflict, Merge, merge
from data.plan import PLAN_ID, Plan
from data.rereading import read
from data.writing import WriteError, edit, written

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


@dataclass(frozen=True)
class _Part:
    """A record of a text, or its tail."""

    gap: str
    """What stands between it and the record before."""
    block: str
    text: str = ""
    record: Record | None = None

    @cached_property
    def above(self) -> tuple[str, ...]:
        """The comments in the gap, each with its #."""
        return _comments_in(self.gap)

    @cached_property
    def within(self) -> tuple[str, ...]:
        """The comments in the record: those on lines of their own, and those behind values."""
        return () if self.record is None else _comments_of(self.text, self.record)

    def says(self, other: _Part) -> bool:
        """Return whether the two have the same lines."""
        return self.gap == other.gap and self.block == other.block


_NOTHING = _Part("", "")


def merge_texts(
    base: PlanText | None,
    ours: PlanText,
    theirs: PlanText,
    chosen: Collection[tuple[str, str]] = (),
) -> TextMerge:
    """Merge two texts made from the same one; `base` is None where both sides have written a new file.

    What is `chosen`, by id and field, is as ours has it. ValueError when the texts are different plans; WriteError
    when what comes out cannot be written without touching more.
    """
    merged = merge_plans(base, ours, theirs, chosen)
    return TextMerge(merged_text(merged, base, ours, theirs), merged.plan, merged.conflicts)


def merge_plans(
    base: PlanText | None,
    ours: PlanText,
    theirs: PlanText,
    chosen: Collection[tuple[str, str]] = (),
    others: Collection[Plan] = (),
) -> Merge:
    """Return what `merge_texts` makes of the plans, with no text yet; `others` are as in `merge`. ValueError."""
    if ours.plan.name != theirs.plan.name:
        raise ValueError(f"{ours.plan.name} och {theirs.plan.name} är olika planer")
    return merge(_start(base, ours).plan, ours.plan, theirs.plan, chosen, others)


def _start(base: PlanText | None, ours: PlanText) -> PlanText:
    return PlanText("", Plan(ours.plan.forvaltning, ours.plan.ar)) if base is None else base


def merged_text(merged: Merge, base: PlanText | None, ours: PlanText, theirs: PlanText) -> str:
    """Return the text of what `merge_plans` made of these. WriteError."""
    base = _start(base, ours)
    if merged.plan == ours.plan and theirs.text in (base.text, ours.text) and not merged.conflicts:
        return ours.text
    if merged.plan == theirs.plan and ours.text in (base.text, theirs.text):
        return theirs.text
    sides = _Sides(_parts(base.text), _parts(ours.text), _parts(theirs.text), _alike(ours.plan, merged.plan))
    changes = _in_our_words(merged.changes, sides.ours, ours.plan)
    return _together(theirs, changes, sides, merged.plan)


@dataclass(frozen=True, slots=True)
class _Sides:
    """The parts of each text by id, and the ids of what is in the merged plan as we have it."""

    base: Mapping[str, _Part]
    ours: Mapping[str, _Part]
    theirs: Mapping[str, _Part]
    alike: Collection[str]

    def is_ours(self, id: str) -> bool:
        """Return whether the lines of a record are to be ours: we alone have touched them, or written them."""
        our, old, their = (parts.get(id, _NOTHING) for parts in (self.ours, self.base, self.theirs))
        return id in self.alike and their.block in (old.block, "") and our.block.endswith("\n")


def _together(theirs: PlanText, changes: Sequence[Change], sides: _Sides, meant: Plan) -> str:
    """Return their text with our changes and lines; without our lines where these do not fit. WriteError."""
    rest = [change for change in changes if not (isinstance(change, SetField) and sides.is_ours(change.id))]
    with suppress(WriteError):
        text = _woven(written(theirs.text, rest)[0], sides)
        if _reads_as(text, meant):
            return text
    text = edit(theirs.text, theirs.plan, changes).text
    woven = _woven(text, sides)
    return woven if woven != text and _reads_as(woven, meant) else text


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
        id = record.id if number else PLAN_ID
        part = _Part(text[position : record.start], text[record.start : record.end], text, record)
        yield f"\0{number}" if id is None else id, part
        position = record.end
    yield _TAIL, _Part(text[position:], "")


def _comments_of(text: str, record: Record) -> tuple[str, ...]:
    """Return a record's comments; what looks like one inside a value is none."""
    keys = sorted(record.keys.values(), key=lambda key: key.start)
    starts = [record.start, *(key.end for key in keys)]
    between = "".join(text[start:end] for start, end in zip(starts, [key.start for key in keys], strict=False))
    below = takewhile(_is_comment, text[starts[-1] : record.end].splitlines(keepends=True))
    lines = _comments_in(between + "".join(below))
    return (*lines, *(key.comment.rstrip() for key in keys if key.comment))


def _comments_in(lines: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines.splitlines() if _is_comment(line))


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _woven(text: str, sides: _Sides) -> str:
    """Return the text with our lines where we alone have touched them, and with our comments everywhere."""
    newline = "\r\n" if "\r\n" in text else "\n"
    pieces: list[str] = []
    for id, part in _each_part(text):
        old, our, their = (parts.get(id, _NOTHING) for parts in (sides.base, sides.ours, sides.theirs))
        gap = our if id in sides.ours and our.gap != old.gap == their.gap else part
        block = our if sides.is_ours(id) else part
        new = () if our.says(old) else _lacking(our, old, (*gap.above, *block.within))
        pieces += [gap.gap, *(comment + newline for comment in new), block.block]
    return "".join(pieces)


def _lacking(our: _Part, old: _Part, there: Sequence[str]) -> Iterator[str]:
    """Give the comments that we have made and that are not there, each as often as it is lacking."""
    own, before, here = Counter((*our.above, *our.within)), Counter((*old.above, *old.within)), Counter(there)
    for comment, number in own.items():
        yield from [comment] * (number - max(before[comment], here[comment]))


def _reads_as(text: str, plan: Plan) -> bool:
    try:
        return read(text) == plan
    except UnusableError:
        return False
