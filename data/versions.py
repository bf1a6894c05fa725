"""What each version of a plan's file changed, told without reading the whole of it again.

A judgement touches the lines of one item. Where the bytes that differ between two versions lie within one record,
and these lines are sound by themselves, reading them tells what reading both files would: all else stands as it
stood. Everything else (an item that comes, goes or moves, a broken file) is read in full.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from dataclasses import dataclass

from data.changes import Change
from data.decoding import MAX_BYTES
from data.difference import diff, field_changes
from data.layout import scan
from data.plan import KINDS, Item, Plan
from data.plan_files import PlanFile, parsed
from data.rereading import remembered_item


@dataclass(frozen=True, slots=True)
class _Outline:
    """Where the records of a readable file begin, as byte offsets; each ends where the next begins."""

    starts: list[int]
    kinds: tuple[str, ...]


@dataclass(slots=True)
class Version:
    """A plan's file as it was once; read when something is asked about it."""

    raw: bytes
    path: str
    _file: PlanFile | None = None
    _outline: _Outline | None = None
    _sound: bool = False
    """Known to be readable without having been read as a whole."""

    @property
    def file(self) -> PlanFile:
        """All that is to be read in it."""
        if self._file is None:
            self._file = parsed(self.raw, self.path)
        return self._file

    @property
    def readable(self) -> bool:
        """Whether there is a plan in it."""
        return self._sound or self.file.plan is not None

    def changes_to(self, new: Version) -> list[Change] | None:
        """Return `diff` of the plans in this version, which is readable, and a new one; None: that is broken."""
        if self.raw == new.raw:
            new._sound, new._outline = True, self._outline
            return []
        if (told := self._within_one_record(new)) is not None:
            return told
        plan = new.file.plan
        return None if plan is None else diff(self.file.require_plan(), plan)

    def _within_one_record(self, new: Version) -> list[Change] | None:
        """Return the changes when one record's own lines are all that differs; None when that is not sure."""
        outline = self._outlined()
        if outline is None or len(new.raw) > MAX_BYTES:
            return None
        index = _first_touched(self.raw, new.raw, outline.starts)
        start, end = (*outline.starts, len(self.raw))[index : index + 2]
        rest = self.raw[end:]
        if outline.kinds[index] not in KINDS or len(new.raw) < start + len(rest) or not new.raw.endswith(rest):
            return None
        lines = new.raw[start : len(new.raw) - len(rest)]
        if rest and not lines.endswith(b"\n"):
            return None
        before = _item(outline.kinds[index], self.raw[start:end])
        after = _item(outline.kinds[index], lines)
        if before is None or after is None or before.id != after.id:
            return None
        shift = len(new.raw) - len(self.raw)
        moved = [later + shift for later in outline.starts[index + 1 :]]
        new._sound = True
        new._outline = _Outline(outline.starts[: index + 1] + moved, outline.kinds)
        return list(field_changes(after.id, before, after))

    def _outlined(self) -> _Outline | None:
        if self._outline is None:
            self._outline = _outline(self.file)
        return self._outline if self._outline.starts else None


def _outline(file: PlanFile) -> _Outline:
    """Return the outline of a file; an empty one when it has anything but a plan's own records."""
    layout = scan(file.text)
    records = layout.records[1:]
    plan = file.plan if file.plan is not None else Plan("", 0)
    plain = not file.raw.startswith(BOM_UTF8) and all(record.kind in KINDS for record in records)
    if not plain or sorted(record.id or "" for record in records) != sorted(plan.items):
        return _Outline([], ())
    starts, at = [0], 0
    for before, record in zip((0, *(record.start for record in records)), records, strict=False):
        at += len(file.text[before : record.start].encode("utf-8"))
        starts.append(at)
    return _Outline(starts, ("", *(record.kind for record in records)))


def _first_touched(old: bytes, new: bytes, starts: list[int]) -> int:
    """Return the first record that differs; lines that come in between two records belong to the one above."""
    same, differs = 0, len(starts)
    while differs - same > 1:
        middle = (same + differs) // 2
        if new.startswith(old[starts[same] : starts[middle]], starts[same]):
            same = middle
        else:
            differs = middle
    return same - 1 if same and new.endswith(old[starts[same] :]) else same


def _item(kind: str, lines: bytes) -> Item | None:
    """Return the item in a record's lines; None when there is a fault in them, or anything more."""
    try:
        item, findings = remembered_item(lines.decode("utf-8"), kind)
    except UnicodeDecodeError:
        return None
    return item if all(finding.warning for finding in findings) else None
