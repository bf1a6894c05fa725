"""A Mål och budget as text → what was decided, with all that was guessed and left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from data.faults import Fault, UnusableError
from data.importing.lines import Line
from data.importing.mal.ids import Known, identities
from data.importing.mal.namnder import Namnder, is_group
from data.importing.mal.rows import AFTER, Row, rows_of
from data.importing.mal.tables import Omrade, Table, Tables, tables_of
from data.importing.passages import left_over, passages
from data.importing.result import Guess, LeftOut
from data.mal import Mal, MalOchBudget, MalOmrade
from data.region import Region

MAX_CHARACTERS = 5_000_000
"""A Mål och budget is 100 000, with its bilagor some times that; more is something else."""

PROSE = "text utanför tabellerna"
"""What is left out of a Mål och budget: all but the tables and the headings of their fokusområden."""

_PERIOD = re.compile(r"\b(20[0-9]{2})\s?[-–]\s?(20[0-9]{2})\b")


@dataclass(frozen=True, slots=True)
class ImportedMal:
    """What was decided, as a text tells it."""

    decided: MalOchBudget
    left_out: tuple[LeftOut, ...]
    guesses: tuple[Guess, ...]
    unknown_codes: tuple[str, ...]
    """Nämnder that the region does not know, as the text names them."""
    unknown_groups: tuple[str, ...]
    """Groups of nämnder that the region does not know for the year."""


def read_mal_och_budget(
    text: str,
    ar: int,
    region: Region | None = None,
    others: Mapping[int, MalOchBudget] | None = None,
    file: str = "",
) -> ImportedMal:
    """Read the tables of mål and nämnder in the text of a Mål och budget for a year.

    `others` is what was decided in other years: what is the same keeps its id. UnusableError, with one fault, when
    no table is found, or the text is larger than `MAX_CHARACTERS`.
    """
    if len(text) > MAX_CHARACTERS:
        raise UnusableError([Fault(file, 1, 1, "texten är över 5 MB; välj texten ur en Mål och budget")])
    lines, found, furniture = passages(text)
    tables = tables_of(found)
    reader = _Reader(tables, region)
    if not any(rows for _, rows in reader.omraden):
        message = "hittade ingen tabell med mål och nämnder; den ska ha rubrikraden ”Mål Nämnder”"
        raise UnusableError([Fault(file, 1, 1, message)])
    decided, guesses = _decided(reader.omraden, ar, _period(text, ar), others or {})
    guesses += _of_years(tables, ar, decided)
    noted = [*furniture, *tables.headers, *reader.left_out]
    left_out = [*noted, *left_over(lines, _known_lines(lines, reader.taken | tables.headings, noted), PROSE)]
    return ImportedMal(
        decided,
        tuple(sorted(left_out, key=lambda left: left.line)),
        tuple(sorted(guesses, key=lambda guess: guess.line)),
        *_unknown(decided, region),
    )


@dataclass
class _Reader:
    """Reads the rows of all tables."""

    tables: Tables
    region: Region | None
    omraden: list[tuple[Omrade, list[Row]]] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    """The numbers of the lines that rows stand on."""
    left_out: list[LeftOut] = field(default_factory=list)

    def __post_init__(self) -> None:
        all_tables = [table for omrade in self.tables.omraden for table in omrade.tables]
        namnder = Namnder(self.region, (passage for table in all_tables for passage in table.passages))
        for omrade in self.tables.omraden:
            self.omraden.append((omrade, [row for table in omrade.tables for row in self._rows(table, namnder)]))

    def _rows(self, table: Table, namnder: Namnder) -> list[Row]:
        given = [(passage, list(namnder.pieces(passage))) for passage in table.passages]
        rows, after = rows_of(piece for _, pieces in given for piece in pieces)
        loose = {id(piece) for row in after for piece in row.pieces}
        for passage, pieces in given:
            numbers = {line.number for line in passage.lines}
            if all(id(piece) in loose for piece in pieces):
                self.left_out += [LeftOut(line.number, line.text, AFTER) for line in passage.lines]
            else:
                self.taken |= numbers
                self.left_out += [LeftOut(one.number, one.text, AFTER) for one in pieces if id(one) in loose]
        for row in rows:
            self._doubt_codes(row, namnder)
        return rows

    def _doubt_codes(self, row: Row, namnder: Namnder) -> None:
        for code in row.namnder:
            if code in namnder.guessed:
                row.doubts.append((row.line, f"gissat att {code} är en nämnd"))


def _known_lines(lines: Iterable[Line], numbers: set[int], noted: Iterable[LeftOut]) -> set[Line]:
    known = numbers | {left.line for left in noted}
    return {line for line in lines if line.number in known}


def _decided(
    found: list[tuple[Omrade, list[Row]]], ar: int, period: str | None, others: Mapping[int, MalOchBudget]
) -> tuple[MalOchBudget, list[Guess]]:
    nearest = sorted(others.items(), key=lambda pair: (abs(pair[0] - ar), pair[0]))
    nearest = [(year, other) for year, other in nearest if year != ar]
    taken: set[str] = set()
    omraden = [Known(year, one.id, one.namn) for year, other in nearest for one in other.fokusomraden]
    of_omraden = identities([omrade.namn for omrade, _ in found], omraden, taken)
    mal = [Known(year, one.id, one.namn) for year, other in nearest for one in other.mal]
    of_mal = iter(identities([row.namn for _, rows in found for row in rows], mal, taken))
    guesses: list[Guess] = []
    made = []
    for (omrade, rows), own in zip(found, of_omraden, strict=True):
        doubts = [] if rows else [(omrade.line, "hittade inga mål under rubriken")]
        _note(guesses, own.id, omrade.line, own.doubt, doubts)
        below = []
        for row in rows:
            identity = next(of_mal)
            below.append(Mal(identity.id, row.namn, tuple(row.namnder)))
            _note(guesses, identity.id, row.line, identity.doubt, row.doubts)
        made.append(MalOmrade(own.id, omrade.namn, tuple(below)))
    return MalOchBudget(ar, period, tuple(made)), guesses


def _note(guesses: list[Guess], id: str, line: int, doubt: str | None, doubts: Iterable[tuple[int, str]]) -> None:
    every = [*([(line, doubt)] if doubt else []), *doubts]
    guesses += [Guess(number, id, f"rad {number}: {message}") for number, message in every]


def _of_years(tables: Tables, ar: int, decided: MalOchBudget) -> Iterator[Guess]:
    """Give a guess where a header row tells another year than the one that was asked for."""
    for year, line in tables.years:
        if year != ar:
            message = f"rad {line}: tabellens rubrik säger {year}; gissat att målen gäller {ar}"
            yield Guess(line, str(decided.ar), message)
            return


def _period(text: str, ar: int) -> str | None:
    """Return the years that the text names most often, of those that the year is among: ``2024–2028``."""
    told = Counter(
        (int(found[1]), int(found[2])) for found in _PERIOD.finditer(text) if int(found[1]) <= ar <= int(found[2])
    )
    beginning = Counter({years: times for years, times in told.items() if years[0] == ar and years[1] > ar}) or told
    return "–".join(map(str, beginning.most_common(1)[0][0])) if beginning else None


def _unknown(decided: MalOchBudget, region: Region | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if region is None:
        return (), ()
    named = dict.fromkeys(namnd for mal in decided.mal for namnd in mal.namnder)
    unknown = [name for name in named if not region.namnd(name) and not region.grupp(name, decided.ar)]
    return tuple(name for name in unknown if not is_group(name)), tuple(filter(is_group, unknown))
