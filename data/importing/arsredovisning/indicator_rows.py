"""A row of a table of indikatorer, in one line or several: its name, outcomes and target, with their unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from data.importing.arsredovisning.heads import Head
from data.importing.columns import number
from data.importing.lines import Line
from data.importing.passages import joined
from data.numerals import decimal

NO_TARGET = "gissat att talet är utfallet och att målvärde saknas"
_UNIT = (
    r"(?:%|‰|procent(?:enheter)?|promille|mdkr|mnkr|tkr|mkr|kr|kronor|st|antal|dagar|timmar|minuter|min|år|poäng|index|"
    r"personer|besök|resor|km|mil|ton|kg|g|kwh|mwh|gwh|kvm|m2|m3|liter)"
)
_DECIMALS = r"[.,][0-9]{1,10}"
_THOUSANDS = r"[0-9]{1,3}(?:[ \u202f][0-9]{3}){1,5}"
_FIGURE = rf"[-−–+]?(?:{_THOUSANDS}|[0-9]{{1,18}}(?![0-9]))(?:{_DECIMALS})?"
"""As long as a plan's numbers may be; what is longer is no figure."""
_LIMIT = r"(?:(?P<lagst>minst|lägst|över|≥|>)|(?P<hogst>högst|max(?:imalt)?|under|≤|<))"
_NOTHING = r"[-–—]|\.\.|(?:uppgift )?saknas"
_NAME = r"(?P<namn>.*?\S)"
_TARGET = rf"(?:{_LIMIT}\s*)?(?P<mal>{_FIGURE})\s?(?P<malenhet>{_UNIT})?"
_ANY_TARGET = rf"(?:{_TARGET}|(?P<inget>{_NOTHING}))"
_IN_WORDS = r"(?P<ord>[^\W\d_][^0-9]{2,60})"
_LONGEST = 200


@dataclass
class FoundIndikator:
    """An indikator as a table has it."""

    line: int
    namn: str
    utfall: Decimal | int | None
    malvarde: Decimal | int | str | None = None
    enhet: str | None = None
    riktning: str | None = None
    kommentar: str | None = None
    when: str | None = None
    """What the outcome is of, where the table says it."""
    matningar: tuple[str, ...] = ()
    lines: list[Line] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    """What stood in cells that have nothing."""
    doubts: list[str] = field(default_factory=list)


def row_of(lines: Sequence[Line], head: Head) -> FoundIndikator | None:
    """Return the indikator that lines tell; None when they are no whole row."""
    text = joined(lines)
    if len(text) > _LONGEST:
        return None
    for told, columns, doubts in _ways(text, head, alone=len(lines) == 1):
        return _found(lines[0].number, told, columns, doubts)
    return None


def too_long(lines: Sequence[Line]) -> bool:
    """Tell whether lines are more than a row ever has."""
    return len(joined(lines)) > _LONGEST


def _ways(text: str, head: Head, *, alone: bool) -> Iterator[tuple[re.Match[str], Head, list[str]]]:
    """Give how a text can be read, the surest first: whole; without the earliest outcomes; as an outcome alone."""
    columns = head
    doubts: list[str] = []
    while True:
        for target in (_ANY_TARGET, _IN_WORDS) if alone and columns.columns[-1] is None else (_ANY_TARGET,):
            if told := _pattern(columns, target).fullmatch(text):
                yield told, columns, doubts
        earliest = [outcome for outcome in columns.outcomes if outcome != columns.latest]
        if not earliest:
            break
        columns = columns.without(earliest[0])
        doubts = [
            f"gissat att utfallet för {one.when} saknas" for one in head.outcomes if one not in columns.columns
        ]
    if None in head.columns and (told := _pattern(Head((columns.latest,)), "").fullmatch(text)):
        yield told, Head((columns.latest,)), [*doubts, NO_TARGET]


@lru_cache(maxsize=64)
def _pattern(head: Head, target: str) -> re.Pattern[str]:
    cells = [
        target
        if column is None
        else rf"(?:(?P<utfall{place}>{_FIGURE})\s?(?P<enhet{place}>{_UNIT})?|(?P<tomt{place}>{_NOTHING}))"
        for place, column in enumerate(head.columns)
    ]
    return re.compile(r"\s+".join([_NAME, *cells]), re.IGNORECASE)


def _found(line: int, told: re.Match[str], head: Head, doubts: list[str]) -> FoundIndikator | None:
    parts = told.groupdict()
    latest = head.columns.index(head.latest)
    outcomes = {place: parts[f"utfall{place}"] for place, column in enumerate(head.columns) if column is not None}
    units = [parts[f"enhet{place}"] for place in outcomes if parts[f"enhet{place}"]]
    target_unit = parts.get("malenhet")
    enhet = parts[f"enhet{latest}"] or next(iter(units), target_unit)
    if any(unit.casefold() != (enhet or "").casefold() for unit in units):
        return None
    malvarde: Decimal | int | str | None = None
    if parts.get("ord"):
        malvarde = parts["ord"].strip()
    elif parts.get("mal"):
        malvarde = _number(parts["mal"])
        if target_unit and (enhet or target_unit).casefold() != target_unit.casefold():
            malvarde = f"{parts['mal']} {target_unit}"
    earlier = [
        f"{column.when}: {decimal(_number(outcomes[place]))}"
        for place, column in enumerate(head.columns)
        if column is not None and place != latest and outcomes[place]
    ]
    utfall = _number(outcomes[latest]) if outcomes[latest] else None
    riktning = "hogre" if parts.get("lagst") else "lagre" if parts.get("hogst") else None
    empty = [text for name, text in parts.items() if text and name.startswith(("tomt", "inget"))]
    return FoundIndikator(
        line,
        parts["namn"],
        utfall,
        malvarde,
        enhet,
        riktning,
        when=head.latest.when,
        matningar=tuple(earlier),
        empty=empty,
        doubts=list(doubts),
    )


def _number(figure: str) -> Decimal | int:
    return number(figure.translate({ord(" "): None, 0x202F: None, ord("–"): "-", ord("+"): None}))
