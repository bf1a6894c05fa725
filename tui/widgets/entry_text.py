"""What is told about one line of a history: who, when, from what to what, and a text's words before and after."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.style import Style

from data.changes import Change, SetField, by_item
from data.history import Event
from data.plain_text import one_line, visible
from data.plan import Plan
from data.reports import Report
from data.word_diff import Piece, word_diff
from tui.glyphs import Glyphs, heading
from tui.keymap import key
from tui.life import Entry, Life
from tui.moments import full_moment

_BOLD, _DIM = Style(bold=True), Style(dim=True)
_ADDED, _REMOVED = Style(underline=True, bold=True), Style(strike=True, dim=True)
_MOST_ITEMS = 200
"""More items than this that changed at once are counted, not told."""


def entry_text(entry: Entry, life: Life, glyphs: Glyphs, signed: str = "") -> Content:
    """Return all that is known about an entry; `signed`: what is told of its signature."""
    lines = [
        Content.styled(visible(one_line(entry.who)), _BOLD),
        Content.styled(f"{full_moment(entry.when)} {glyphs.dot} {entry.short}", _DIM),
    ]
    if signed:
        lines.append(Content.styled(f"{signed[:1].upper()}{signed[1:]}", _DIM))
    if entry.report is not None:
        lines += _report(entry.report)
    if entry.event is not None:
        lines += _event(entry.event, life, glyphs)
    return Content("\n").join(lines)


def _report(report: Report) -> Iterator[Content]:
    yield Content("")
    yield Content.styled(one_line(report.title), _BOLD)
    yield Content(visible(report.message))
    yield Content("")
    yield Content(f"{key('oppna-da')} visar planen som den rapporterades.")


def _event(event: Event, life: Life, glyphs: Glyphs) -> Iterator[Content]:
    if event.cut:
        yield Content("")
        yield Content("Historiken är avkortad här: det som hände tidigare finns inte i den här kopian av arkivet.")
        yield Content("git fetch --unshallow hämtar resten.")
    if event.fault is not None:
        yield Content("")
        yield Content(f"Filen gick inte att läsa: {visible(str(event.fault))}")
    by_id = by_item(event.changes)
    for id, changes in list(by_id.items())[:_MOST_ITEMS]:
        owner = life.owner(id)
        yield Content("")
        yield Content.styled("Planen" if isinstance(owner, Plan) else one_line(heading(owner)), _BOLD)
        for change in changes:
            yield from _change(change, life, glyphs)
    if len(by_id) > _MOST_ITEMS:
        yield Content("")
        yield Content(f"… och {len(by_id) - _MOST_ITEMS} rader till")


def _change(change: Change, life: Life, glyphs: Glyphs) -> Iterator[Content]:
    told = visible(life.told([change]))
    told = told[:1].upper() + told[1:]
    if not isinstance(change, SetField) or not _is_text(change):
        yield Content(told)
    else:
        yield Content(f"{told}:")
        old, new = (visible((value or "").strip("\n")) for value in (change.old, change.new))
        if change.old is None:
            yield Content(new)
        elif change.new is None:
            yield Content.styled(old, _REMOVED)
        else:
            yield Content.assemble(*(_piece(piece, glyphs) for piece in word_diff(old, new)))


def _is_text(change: SetField) -> bool:
    """Tell whether a field's values are texts that the phrase about it does not spell out."""
    texts = [value for value in (change.old, change.new) if value is not None]
    return all(isinstance(value, str) for value in texts) and (
        change.field == "kommentar" or any(len(value) > 40 for value in texts)
    )


def _piece(piece: Piece, glyphs: Glyphs) -> Content:
    """Return a run of text; what is new stands in ``[+…]``, what is gone in ``[−…]``, legible without any style."""
    if piece.kind == "same" or not piece.text.strip():
        return Content(piece.text)
    text = piece.text.strip()
    start = piece.text.index(text)
    before, after = piece.text[:start], piece.text[start + len(text) :]
    if piece.kind == "added":
        return Content.assemble(before, "[+", (text, _ADDED), "]", after)
    minus = "-" if glyphs.ascii else "−"
    return Content.assemble(before, f"[{minus}", (text, _REMOVED), "]", after or " ")
