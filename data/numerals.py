"""Numbers as Swedish writes them: in words to twelve, and with a comma before the decimals."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

_WORDS = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")

_NUMBERS: Mapping[str, int] = {word: number for number, word in enumerate(_WORDS)} | {"en": 1}

COUNT = rf"(?:{'|'.join(_NUMBERS)}|[0-9]{{1,3}})"
"""A pattern for a count, in words as `in_words` gives it, in any case, or in digits."""

MINUS = "−"
"""The sign of a negative number, which no spreadsheet takes for the start of a formula."""


def in_words(number: int, *, neuter: bool) -> str:
    """Return a count as it stands before its noun: ``ett`` uppdrag, ``en`` aktivitet, ``tolv``, ``13``."""
    if number == 1 and not neuter:
        return "en"
    return _WORDS[number] if 0 <= number < len(_WORDS) else str(number)


def count(written: str) -> int:
    """Return the number that a text that `COUNT` matches stands for."""
    return int(written) if written.isdigit() else _NUMBERS[written.casefold()]


def of(part: int, whole: int, *, neuter: bool) -> str:
    """Return ``två av tre``; both in digits where one has to be, since the two are compared."""
    if whole >= len(_WORDS):
        return f"{part} av {whole}"
    return f"{in_words(part, neuter=neuter)} av {in_words(whole, neuter=neuter)}"


def decimal(number: Decimal | int) -> str:
    """Return a number to the digit: ``2,990``, ``−4``."""
    return f"{Decimal(number):f}".replace(".", ",").replace("-", MINUS)
