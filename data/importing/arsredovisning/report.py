"""An årsredovisning as text → a plan, with every character either in it or listed as left out.

One chapter tells of the fokusområden: 2.1 is a fokusområde, 2.1.1 an uppdrag that the förvaltningar share, and the
headings without numbers are the förvaltning's own uppdrag; they come after the shared one that they stand below.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from data.faults import Fault, UnusableError
from data.ids import slug
from data.importing.arsredovisning.indicator_rows import FoundIndikator
from data.importing.arsredovisning.indicators import (
    AGAIN,
    EMPTY,
    Tables,
    direction,
    tables_in,
    the_same,
)
from data.importing.arsredovisning.outline import Section, below, sections_of
from data.importing.arsredovisning.units import Unit, Widths, units_of, widths
from data.importing.arsredovisning.verdicts import verdicts
from data.importing.found import Doubt, FoundOmrade, FoundUppdrag, plan_of
from data.importing.lines import PARAGRAPH, Line
from data.importing.passages import dropped_hyphens, left_over, passages
from data.importing.result import Guess, Imported, LeftOut
from data.plan import Indikator, Plan
from data.region import Region

MAX_CHARACTERS = 2_000_000
"""An årsredovisning of a förvaltning is 70 000; more than this is something else."""

_YEAR = re.compile("20[0-9]{2}")

CHAPTER = "kapitelrubrik"
OUTSIDE = "text utanför fokusområdena"

_OMRADE, _SHARED = 2, 3
"""How many parts the numbers of fokusområden and of regiongemensamma uppdrag have."""


def read_arsredovisning(text: str, forvaltning: str, ar: int, file: str = "") -> Imported:
    """Read the text of a förvaltning's årsredovisning into its plan for the year.

    UnusableError, with one fault, when no chapter tells of fokusområden, or the text is over `MAX_CHARACTERS`.
    """
    if len(text) > MAX_CHARACTERS:
        raise UnusableError([Fault(file, 1, 1, "texten är över 2 MB; välj texten ur en årsredovisning")])
    lines, found, furniture = passages(text)
    sections = sections_of(found)
    chapter = _chapter(sections)
    if chapter is None:
        message = "hittade inget kapitel om fokusområden, med rubriker som 2 Fokusområden, 2.1 och 2.1.1"
        raise UnusableError([Fault(file, 1, 1, message)])
    told = list(below(sections, (chapter,)))
    reader = _Reader(widths(passage for section in told for passage in section.passages))
    omraden = [
        reader.omrade(section, list(below(told, section.number))) for section in told if _level(section) == _OMRADE
    ]
    for section in sections:
        if section.number[0] != chapter or _level(section) == 1:
            reader.outside(section, is_chapter=section.number == (chapter,))
    plan, guesses = plan_of(omraden, forvaltning, ar)
    made, more_guesses = _indikatorer(reader.indikatorer(), plan)
    noted = [*furniture, *reader.left_out]
    left_out = [*noted, *_rest(lines, noted, reader.taken)]
    return Imported(
        replace(plan, indikatorer=tuple(made)),
        tuple(sorted(left_out, key=lambda left: left.line)),
        tuple(sorted([*guesses, *more_guesses], key=lambda guess: guess.line)),
    )


def told_forvaltning(text: str, region: Region) -> str | None:
    """Return the id of the förvaltning that a text names most, by far; None when it is not plain."""
    folded = text.casefold()
    named = Counter({one.id: folded.count(one.namn.casefold()) for one in region.forvaltningar}).most_common(2)
    (first, most), (_, next_most) = (*named, ("", 0), ("", 0))[:2]
    return first if most > 2 * next_most else None


def _chapter(sections: Sequence[Section]) -> int | None:
    """Return the number of the chapter on fokusområden: by its heading, or by what its sections say."""
    by_name = (one for one in sections if len(one.number) == 1 and "fokusområde" in one.namn.casefold())
    by_text = (one for one in sections if _level(one) == _OMRADE and _tells_verdict(one))
    chosen = next(by_name, None) or next(by_text, None)
    if chosen is None or not any(_level(one) == _OMRADE for one in below(sections, chosen.number[:1])):
        return None
    return chosen.number[0]


def _tells_verdict(section: Section) -> bool:
    return bool(section.passages) and verdicts(section.passages[0].text, ()).omrade is not None


def _level(section: Section) -> int:
    return len(section.number)


def _rest(lines: Iterable[Line], noted: Iterable[LeftOut], taken: set[Line]) -> list[LeftOut]:
    whole = {(left.line, left.text) for left in noted}
    known = {line for line in lines if line in taken or (line.number, line.text) in whole}
    return left_over(lines, known, OUTSIDE)


@dataclass
class _Reader:
    """Reads the sections: those on fokusområden whole, of the others the tables of indikatorer."""

    widths: Widths
    found: list[FoundIndikator] = field(default_factory=list)
    taken: set[Line] = field(default_factory=set)
    left_out: list[LeftOut] = field(default_factory=list)

    def omrade(self, section: Section, within: Sequence[Section]) -> FoundOmrade:
        """Return a fokusområde with all below it."""
        found = FoundOmrade(section.line, section.namn, number=section.id)
        self._take(section.heading)
        found.kommentar, found.uppdrag = self._below(section)
        shared = []
        for one in within:
            uppdrag = FoundUppdrag(one.line, one.namn, number=one.id, regiongemensamt=_level(one) == _SHARED)
            self._take(one.heading)
            uppdrag.kommentar, own = self._below(one)
            found.uppdrag += [uppdrag, *own]
            shared += [uppdrag] if uppdrag.regiongemensamt else []
        told = verdicts(found.kommentar or "", [uppdrag.namn for uppdrag in shared])
        found.status = told.omrade
        _doubt(found, told.doubts)
        for place, uppdrag in enumerate(shared):
            uppdrag.status = told.uppdrag.get(place)
            _doubt(uppdrag, [told.guessed[place]] if place in told.guessed else [])
        return found

    def _below(self, section: Section) -> tuple[str | None, list[FoundUppdrag]]:
        """Return the text that stands first in a section, and the uppdrag that its headings name."""
        first: list[Unit] = []
        uppdrag: list[tuple[FoundUppdrag, list[Unit]]] = []
        tables = self._tables(section)
        for unit in units_of([*tables.above, *tables.below], self.widths):
            self._take(unit.lines)
            if unit.heading:
                uppdrag.append((FoundUppdrag(unit.lines[0].number, unit.text), []))
                uppdrag[-1][0].doubts += [_at(line, message) for line, message in unit.doubts]
            else:
                (uppdrag[-1][1] if uppdrag else first).append(unit)
        for found, units in uppdrag:
            found.kommentar = _kommentar(units)
            if not units:
                _doubt(found, ["hittade ingen text under rubriken"])
        return _kommentar(first), [found for found, _ in uppdrag]

    def outside(self, section: Section, *, is_chapter: bool) -> None:
        """Take the tables of another section; the text below the table of one indikator is its kommentar."""
        if is_chapter:
            self.left_out += [LeftOut(line.number, line.text, CHAPTER) for line in section.heading]
        tables = self._tables(section)
        if len(tables.indikatorer) == 1:
            (indikator,) = tables.indikatorer
            units = units_of(tables.below, self.widths)
            for unit in units:
                self._take(unit.lines)
            indikator.kommentar = _kommentar(units)
            indikator.riktning = indikator.riktning or direction(indikator.kommentar or "")

    def _tables(self, section: Section) -> Tables:
        tables = tables_in(section.passages)
        self.found += tables.indikatorer
        self.left_out += tables.left_out
        return tables

    def indikatorer(self) -> list[FoundIndikator]:
        """Return every indikator once; the rows that say the same again are left out."""
        kept, again = the_same(self.found)
        for one in kept:
            self._take(one.lines)
            self.left_out += [LeftOut(one.line, text, EMPTY) for text in one.empty]
        self.left_out += [LeftOut(line.number, line.text, AGAIN) for one in again for line in one.lines]
        return kept

    def _take(self, lines: Sequence[Line]) -> None:
        self.taken.update(lines)
        self.left_out += dropped_hyphens(lines)


def _kommentar(units: Iterable[Unit]) -> str | None:
    return PARAGRAPH.join(unit.text for unit in units) or None


def _doubt(found: FoundOmrade | FoundUppdrag, messages: Iterable[str]) -> None:
    found.doubts += [_at(found.line, message) for message in messages]


def _at(line: int, message: str) -> Doubt:
    return Doubt(line, f"rad {line}", message)


def _indikatorer(found: Iterable[FoundIndikator], plan: Plan) -> tuple[list[Indikator], list[Guess]]:
    taken = set(plan.items)
    made: list[Indikator] = []
    guesses: list[Guess] = []
    for one in found:
        id = slug(one.namn, taken)
        if any(one.namn.casefold() == before.namn.casefold() for before in made):
            one.doubts.append("gissat att det är en annan indikator än den med samma namn")
        if _YEAR.fullmatch(one.when or "") and one.when != str(plan.ar):
            one.doubts.append(f"gissat att utfallet för {one.when} är det för {plan.ar}")
        taken.add(id)
        made.append(
            Indikator(
                id,
                one.namn,
                utfall=one.utfall,
                malvarde=one.malvarde,
                enhet=one.enhet,
                riktning=one.riktning,
                kommentar=one.kommentar,
                matningar=one.matningar,
            )
        )
        guesses += [Guess(one.line, id, f"rad {one.line}: {message}") for message in one.doubts]
    return made, guesses
