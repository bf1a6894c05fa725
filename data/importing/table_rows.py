"""From the rows of a bilaga's tables, three cells each, to fokusområden with uppdrag and aktiviteter.

Whatever the file is, its reader finds the tables, and gives each fokusområde as a `Section` with its rows:

    omraden(sections: Iterable[Section], file: str = "") -> list[FoundOmrade]
    plan_of(omraden, forvaltning, ar) -> tuple[Plan, tuple[Guess, ...]]      # in `found`

A reader keeps a row whole: what stands in a cell that goes on over a page break, or in cells that are merged, is
joined before, or comes as rows that say that they `continue` the one above.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from data.faults import Fault, UnusableError
from data.importing.found import NAMELESS, Doubt, Found, FoundOmrade, FoundUppdrag
from data.importing.judged_text import Judgement, Told, judgement, parted
from data.importing.lines import PARAGRAPH
from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG, Scale, Status

_GOES_ON = re.compile(r"[\s,–-]*\(?(?:forts\.?|fortsättning)\)?\Z", re.IGNORECASE)
"""What stands after a name that is told again where its row goes on."""
_UNNAMED = "Aktivitet utan namn"


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: what stands in its three cells, a paragraph each."""

    line: int
    """Where it stands in the source, from 1, in whatever the reader counts."""
    place: str
    """The same place as people find it: ``tabell 2, rad 3``, ``sida 4``."""
    uppdrag: tuple[Told, ...]
    kommentar: tuple[str, ...]
    aktiviteter: tuple[Told, ...]
    continues: bool = False
    """Whether it surely goes on with the uppdrag above; an empty first cell is only a sign of it."""
    doubts: tuple[str, ...] = ()
    """What the reader had to guess to make the row, in Swedish."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the rows of all tables under it."""

    line: int
    place: str
    number: str | None
    """What stands before its name, as ``1.1``; None where nothing does."""
    namn: str
    rows: tuple[TableRow, ...] = ()


def omraden(sections: Iterable[Section], file: str = "") -> list[FoundOmrade]:
    """Return the fokusområden. UnusableError, with one fault, when two have the same number.

    The same heading again right after itself goes on with its fokusområde.
    """
    found: list[FoundOmrade] = []
    places: dict[str, str] = {}
    for section in sections:
        same = found and (section.number, section.namn) == (found[-1].number, found[-1].namn)
        if not same:
            if section.number is not None and section.number in places:
                message = (
                    f"{section.number} {section.namn} står både vid {places[section.number]} och {section.place}; "
                    "läs in en förvaltning i taget, och ta bort det som står dubbelt"
                )
                raise UnusableError([Fault(file, section.line, 1, message)])
            found.append(FoundOmrade(section.line, section.namn, number=section.number))
            if section.number is None:
                message = f"gissat att ”{section.namn}”, som inte har något nummer, är ett fokusområde"
                found[-1].doubts.append(Doubt(section.line, section.place, message))
        if section.number is not None:
            places.setdefault(section.number, section.place)
        for row in section.rows:
            _take(found[-1].uppdrag, row)
    for omrade in found:
        for uppdrag in omrade.uppdrag:
            _give_comments(uppdrag)
    return found


def _take(uppdrag: list[FoundUppdrag], row: TableRow) -> None:
    """Add what a row says: an uppdrag or several, or more of the last one."""
    begun = [] if row.continues and uppdrag else list(_judged(row.uppdrag, UPPDRAG, one=True))
    if uppdrag and (not begun or _again(begun[0].text, uppdrag[-1].namn)):
        if not row.continues:
            _doubt(uppdrag[-1], row, "gissat att raden fortsätter uppdraget ovanför")
        first = uppdrag[-1]
    else:
        first = _new(row, begun[0] if begun else Judgement(None, ""))
        uppdrag.append(first)
    for other in begun[1:]:
        uppdrag.append(_new(row, other))
        _doubt(uppdrag[-1], row, "gissat att cellens kommentar och aktiviteter hör till uppdraget före")
    first.kommentar = PARAGRAPH.join(filter(None, (first.kommentar, *row.kommentar))) or None
    for doubt in row.doubts:
        _doubt(first, row, doubt)
    first.aktiviteter += [_found(row, one) for one in _judged(row.aktiviteter, AKTIVITET, one=False)]


def _again(text: str, namn: str) -> bool:
    """Tell whether a text is a name told again, with a word for going on after it."""
    told = _GOES_ON.sub("", text[-40:])
    return len(told) < len(text[-40:]) and text[:-40] + told == namn


def _new(row: TableRow, one: Judgement) -> FoundUppdrag:
    found = _found(row, one, NAMELESS)
    return FoundUppdrag(row.line, found.namn, found.status, doubts=found.doubts)


def _found(row: TableRow, one: Judgement, nameless: str = _UNNAMED) -> Found:
    namn = one.text.strip()
    found = Found(row.line, namn or nameless, _value(one.status))
    for doubt in (one.doubt, None if namn else "hittade inget namn"):
        if doubt is not None:
            _doubt(found, row, doubt)
    return found


def _value(status: Status | None) -> str | None:
    return None if status in (None, EJ_BEDOMD) else status.value


def _doubt(found: Found, row: TableRow, message: str) -> None:
    found.doubts.append(Doubt(row.line, row.place, message))


def _judged(cell: Sequence[Told], scale: Scale, *, one: bool) -> Iterator[Judgement]:
    """Yield what a cell tells: one text, unless several have a status of their own, or one for each paragraph."""
    parts = (part for paragraph in cell for part in (parted(paragraph, scale) if not one else (paragraph,)))
    told = [judgement(part, scale) for part in parts if part.text.strip() or part.hints]
    told = [each for each in told if each.text.strip() or each.status is not None]
    marked = any(each.status is not None for each in told)
    current: Judgement | None = None
    for each in told:
        if current is None:
            current = each
        elif _goes_on(current, each, one=one, marked=marked):
            current = _joined(current, each)
        else:
            yield current
            current = each
            if marked and each.status is None:
                doubt = "gissat att stycket, som inte har någon status, är en aktivitet för sig"
                current = Judgement(None, each.text, each.doubt or doubt)
    if current is not None:
        yield current


def _goes_on(current: Judgement, each: Judgement, *, one: bool, marked: bool) -> bool:
    """Tell whether a paragraph belongs with the one before it."""
    if each.status is not None:
        return one and current.status is None
    return one or not current.text or (marked and each.text[:1].islower())


def _joined(one: Judgement, more: Judgement) -> Judgement:
    """Return two paragraphs as one; a status that stands alone goes with the text after it."""
    text = " ".join(filter(None, (one.text.strip(), more.text.strip())))
    doubt = one.doubt or more.doubt
    if one.text and more.text and doubt is None:
        doubt = f"gissat att ”{' '.join(more.text.split()[:4])}” fortsätter stycket före"
    return Judgement(one.status or more.status, text, doubt)


def _give_comments(uppdrag: FoundUppdrag) -> None:
    """Give each aktivitet the comment on it, which our reports lead by its name and put last in the kommentar."""
    if uppdrag.kommentar is None:
        return
    own: list[str] = []
    kept = own
    rest = uppdrag.aktiviteter
    comments: list[tuple[Found, list[str]]] = []
    for paragraph in uppdrag.kommentar.split(PARAGRAPH):
        led = next((one for one in rest if paragraph.startswith(f"{one.namn}: ")), None)
        if led is not None:
            rest = rest[rest.index(led) + 1 :]
            kept = []
            comments.append((led, kept))
        kept.append(paragraph if led is None else paragraph.removeprefix(f"{led.namn}: "))
    uppdrag.kommentar = PARAGRAPH.join(own).strip() or None
    for aktivitet, paragraphs in comments:
        aktivitet.kommentar = PARAGRAPH.join(paragraphs).strip() or None
