"""The tables of indikatorer in an årsredovisning: name, utfall and målvärde, with their unit.

A table begins with its heads, and goes on as long as rows end with numbers. A name, and a row, may run over several
lines; a line of words alone above a row is a heading in the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from data.importing.arsredovisning.heads import Head, heads_at
from data.importing.arsredovisning.indicator_rows import FoundIndikator, row_of, too_long
from data.importing.lines import Line
from data.importing.pages import HEADER
from data.importing.passages import Passage, ends_sentence, joined, sentences
from data.importing.result import LeftOut

GROUP = "rubrik i tabellen över indikatorer"
EMPTY = "tom cell i tabellen över indikatorer"
AGAIN = "indikatorn står här en gång till"

_LOWER = re.compile(r"\blägre\b[^.]{0,20}\bbättre\b", re.IGNORECASE)
_HIGHER = re.compile(r"\bhögre\b[^.]{0,20}\bbättre\b", re.IGNORECASE)


@dataclass
class Tables:
    """What was found in a section."""

    indikatorer: list[FoundIndikator] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    above: list[Passage] = field(default_factory=list)
    """What stands above the first table, or all where there is none."""
    below: list[Passage] = field(default_factory=list)
    """What stands below a table."""


def tables_in(passages: Sequence[Passage]) -> Tables:
    """Return the indikatorer of a section."""
    reader = _Reader()
    for passage in passages:
        reader.read(passage)
    reader.close()
    return reader.found


class _Reader:
    def __init__(self) -> None:
        self.found = Tables()
        self._head: Head | None = None
        self._waiting: list[Line] = []
        """Lines that may be the beginning of a row."""

    def read(self, passage: Passage) -> None:
        """Take the next passage."""
        if self._head and (ends_sentence(passage.text) or len(sentences(passage.text)) > 1):
            self.close()
        left: list[Line] = []
        lines = list(passage.lines)
        while lines:
            head, count = heads_at(lines)
            if head is not None:
                self._give_up_waiting()
                self._head = head
                self.found.left_out += [LeftOut(line.number, line.text, HEADER) for line in lines[:count]]
            elif self._head is not None:
                count = 1
                self._row(lines[0], self._head)
            else:
                count = 1
                left.append(lines[0])
            del lines[:count]
        if left:
            place = self.found.below if self.found.indikatorer else self.found.above
            place.append(Passage(tuple(left), passage.turned))

    def close(self) -> None:
        """End the table; what waits is no row."""
        self._give_up_waiting()
        self._head = None

    def _give_up_waiting(self) -> None:
        """Tell what lines are that begin no row: the rest of the last one's name, or a heading in the table."""
        last = self.found.indikatorer[-1] if self.found.indikatorer else None
        while self._waiting and last and _is_rest(self._waiting[0], last):
            line = self._waiting.pop(0)
            last.namn = joined([Line(last.line, last.namn), line])
            last.lines.append(line)
            last.doubts.append(f"gissat att namnet fortsätter med ”{line.text.strip()}”")
        self.found.left_out += [LeftOut(one.number, one.text, GROUP) for one in self._waiting]
        self._waiting.clear()

    def _row(self, line: Line, head: Head) -> None:
        if self._waiting and (line.text.strip()[:1].isupper() or too_long(self._waiting)):
            self._give_up_waiting()
        self._waiting.append(line)
        indikator = row_of(self._waiting, head)
        if indikator is not None:
            indikator.lines = list(self._waiting)
            self.found.indikatorer.append(indikator)
            self._waiting.clear()


def _is_rest(line: Line, before: FoundIndikator) -> bool:
    """Tell whether a line goes on with the name of the row right above it."""
    return line.number == before.lines[-1].number + 1 and line.text.strip()[:1].islower()


def direction(text: str) -> str | None:
    """Return which way is better, where a text tells it."""
    return "lagre" if _LOWER.search(text) else "hogre" if _HIGHER.search(text) else None


def the_same(found: Sequence[FoundIndikator]) -> tuple[list[FoundIndikator], list[FoundIndikator]]:
    """Return the indikatorer once each, as they are told with most decimals, and those that only say so again."""
    kept: list[FoundIndikator] = []
    again: list[FoundIndikator] = []
    for one in found:
        place = next((place for place, before in enumerate(kept) if _agree(one, before)), None)
        if place is None:
            kept.append(one)
            continue
        before = kept[place]
        finer, coarser = (one, before) if _exponent(one.utfall) < _exponent(before.utfall) else (before, one)
        finer.kommentar = finer.kommentar or coarser.kommentar
        finer.riktning = finer.riktning or coarser.riktning
        finer.matningar = finer.matningar or coarser.matningar
        kept[place] = finer
        again.append(coarser)
    return kept, again


def _agree(one: FoundIndikator, other: FoundIndikator) -> bool:
    same = one.namn.casefold() == other.namn.casefold()
    same = same and (one.enhet or "").casefold() == (other.enhet or "").casefold()
    return same and _rounds(one.utfall, other.utfall) and _rounds(one.malvarde, other.malvarde)


def _rounds(one: Decimal | int | str | None, other: Decimal | int | str | None) -> bool:
    """Tell whether two values are one, written with as many decimals as the coarser has."""
    if one is None or isinstance(one, str) or other is None or isinstance(other, str):
        return one == other
    coarser = max(_exponent(one), _exponent(other))
    return abs(Decimal(one) - Decimal(other)) <= Decimal(1).scaleb(coarser) / 2


def _exponent(value: Decimal | int | None) -> int:
    return int(Decimal(value or 0).as_tuple().exponent)
