"""The tables of indikatorer in an årsredovisning: name, utfall and målvärde, with their unit.

A table begins with a header row that names the three, and goes on as long as rows end with numbers. A name, and a
row, may run over several lines; a line of words alone above a row is a heading in the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from data.importing.columns import number
from data.importing.lines import Line
from data.importing.pages import HEADER
from data.importing.passages import Passage, ends_sentence, joined, sentences
from data.importing.result import LeftOut

GROUP = "rubrik i tabellen över indikatorer"
AGAIN = "indikatorn står här en gång till"

_HEADER = re.compile(
    r"(?:(?P<grupp>grupp|område|perspektiv)\s+)?(?:indikator(?:er)?|nyckeltal|mått)\s+(?:ack(?:umulerat)?\.?\s+)?"
    r"(?:utfall|resultat)(?:\s+20[0-9]{2})?\s+(?:målvärden?|målnivå|mål)(?:\s+20[0-9]{2})?",
    re.IGNORECASE,
)
_UNIT = (
    r"(?:%|‰|procent(?:enheter)?|promille|mdkr|mnkr|tkr|mkr|kr|kronor|st|antal|dagar|timmar|minuter|min|år|poäng|index|"
    r"personer|besök|resor|km|mil|ton|kg|g|kwh|mwh|gwh|kvm|m2|m3|liter)"
)
_FIGURE = r"[-−–+]?[0-9]{1,3}(?:[ \u202f][0-9]{3})+(?:,[0-9]+)?|[-−–+]?[0-9]+(?:[.,][0-9]+)?"
_LIMIT = r"(?:(?P<lagst>minst|lägst|över|≥|>)|(?P<hogst>högst|max(?:imalt)?|under|≤|<))"
_BOTH = re.compile(
    rf"(?P<namn>.*?\S)\s+(?P<utfall>{_FIGURE})\s?(?P<enhet>{_UNIT})?\s+"
    rf"(?:{_LIMIT}\s*)?(?P<mal>{_FIGURE})\s?(?P<malenhet>{_UNIT})?",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"(?P<namn>.*?\S)\s+(?P<utfall>{_FIGURE})\s?(?P<enhet>{_UNIT})?\s+(?P<mal>[^\W\d_][^0-9]{{2,60}})",
    re.IGNORECASE,
)
_ONE = re.compile(rf"(?P<namn>.*?\S)\s+(?P<utfall>{_FIGURE})\s?(?P<enhet>{_UNIT})?", re.IGNORECASE)
_LOWER = re.compile(r"\blägre\b[^.]{0,20}\bbättre\b", re.IGNORECASE)
_HIGHER = re.compile(r"\bhögre\b[^.]{0,20}\bbättre\b", re.IGNORECASE)
_LONGEST = 200


@dataclass
class FoundIndikator:
    """An indikator as a table has it."""

    line: int
    namn: str
    utfall: Decimal | int
    malvarde: Decimal | int | str | None = None
    enhet: str | None = None
    riktning: str | None = None
    kommentar: str | None = None
    lines: list[Line] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


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
        self._open = False
        self._waiting: list[Line] = []
        """Lines that may be the beginning of a row."""

    def read(self, passage: Passage) -> None:
        """Take the next passage."""
        if self._open and (ends_sentence(passage.text) or len(sentences(passage.text)) > 1):
            self.close()
        left: list[Line] = []
        for line in passage.lines:
            if _HEADER.fullmatch(joined([line])):
                self._waiting.clear()
                self._open = True
                self.found.left_out.append(LeftOut(line.number, line.text, HEADER))
            elif self._open:
                self._row(line)
            else:
                left.append(line)
        if left:
            place = self.found.below if self.found.indikatorer else self.found.above
            place.append(Passage(tuple(left), passage.turned))

    def close(self) -> None:
        """End the table; what waits is no row."""
        self._open = False
        self._waiting.clear()

    def _row(self, line: Line) -> None:
        if self._waiting and (line.text.strip()[:1].isupper() or len(joined(self._waiting)) > _LONGEST):
            self.found.left_out += [LeftOut(one.number, one.text, GROUP) for one in self._waiting]
            self._waiting.clear()
        self._waiting.append(line)
        indikator = _read(self._waiting)
        if indikator is not None:
            indikator.lines = list(self._waiting)
            self.found.indikatorer.append(indikator)
            self._waiting.clear()


def _read(lines: Sequence[Line]) -> FoundIndikator | None:
    text, line = joined(lines), lines[0].number
    if len(text) > _LONGEST:
        return None
    if told := _BOTH.fullmatch(text):
        units = told["enhet"], told["malenhet"]
        malvarde: Decimal | int | str = _number(told["mal"])
        if units[1] and (units[0] or units[1]).casefold() != units[1].casefold():
            malvarde = f"{told['mal']} {units[1]}"
        riktning = "hogre" if told["lagst"] else "lagre" if told["hogst"] else None
        found = FoundIndikator(
            line, told["namn"], _number(told["utfall"]), malvarde, units[0] or units[1], riktning
        )
    elif len(lines) == 1 and (told := _WORDS.fullmatch(text)):
        found = FoundIndikator(line, told["namn"], _number(told["utfall"]), told["mal"].strip(), told["enhet"])
    elif told := _ONE.fullmatch(text):
        found = FoundIndikator(line, told["namn"], _number(told["utfall"]), None, told["enhet"])
        found.doubts.append("gissat att talet är utfallet och att målvärde saknas")
    else:
        return None
    return found


def _number(figure: str) -> Decimal | int:
    return number(figure.translate({ord(" "): None, 0x202F: None, ord("–"): "-", ord("+"): None}))


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


def _exponent(value: Decimal | int) -> int:
    return int(Decimal(value).as_tuple().exponent)
