"""TOML text to data, by tomllib; whatever is wrong with its form is told in Swedish, at its line and column."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from typing import Any

_MARKER = re.compile(r"^(?:<<<<<<<|>>>>>>>)(?: .*)?$", re.MULTILINE)

MERGE = (
    "här står ett märke från en git-sammanslagning som inte är löst; välj sida och ta bort raderna <<<, === och >>>"
)
"""What is told of a line that git has left where a merge met a conflict."""

_TOO_DEEP = "filen har för många hakparenteser inuti varandra; skriv den plattare"
_TOO_LONG = "talet är för långt; skriv ett kortare"
_LONG_NUMBER = re.compile(r"[0-9][0-9_]{4000,}|[0-9][eE][+-]?[0-9_]{7,}")
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$")

_SWEDISH = {
    "Expected '=' after a key": "det saknas ett likhetstecken efter namnet",
    "Invalid value": "värdet går inte att läsa; skriv text inom citattecken",
    "Invalid date": "datumet finns inte; skriv ett som finns, till exempel 2019-08-31",
    "Expected newline or end of document": "här står något mer efter värdet; skriv en uppgift per rad",
    "Cannot overwrite a value": "samma namn står två gånger; ta bort det ena",
    "Cannot declare": "samma tabell står två gånger; skriv [[ ]] runt det som får upprepas",
    "Unterminated string": "texten saknar sitt avslutande citattecken",
    'Expected \'"""\'': "texten saknar sina avslutande citattecken (tre i rad)",
    "Expected \"'''\"": "texten saknar sina avslutande citattecken (tre i rad)",
    "Illegal character '\\n'": "texten saknar sitt avslutande citattecken på raden",
    "Illegal character": "här står ett tecken som inte får stå i filen",
    "Unescaped '\\'": "skriv omvänt snedstreck dubbelt (\\\\)",
    "Unclosed array": "listan saknar sin avslutande hakparentes",
    "Expected ']": "rubriken saknar sin avslutande hakparentes",
    "Invalid initial character": "raden börjar inte med ett namn eller en rubrik",
    "Invalid statement": "raden går inte att läsa; en uppgift skrivs namn = värde",
}


class TomlError(ValueError):
    """The first thing that is wrong with a text's form; the message says what, in Swedish."""

    def __init__(self, message: str, line: int, column: int, *, only_there: bool = False) -> None:
        super().__init__(message)
        self.line = line
        self.column = column
        self.only_there = only_there
        """Whether it is wrong on that very line, so that the rest may be read without it."""


def loads(text: str) -> dict[str, Any]:
    """Return the data in a TOML text, its numbers with the decimals they are written with. TomlError."""
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except RecursionError as error:
        raise TomlError(_TOO_DEEP, 1, 1) from error
    except (ValueError, ArithmeticError) as error:  # tomllib lets the limits of int and Decimal through
        raise _told(error, text) from error


def markers(text: str) -> list[int]:
    """Return where the lines stand that git has left where a merge met a conflict; most often there are none."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:  # many times as fast as the pattern
        return []
    return [found.start() for found in _MARKER.finditer(text)]


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return the place of a character as line and column from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _told(error: Exception, text: str) -> TomlError:
    if left := markers(text):
        return TomlError(MERGE, *line_and_column(text, left[0]))
    if not isinstance(error, tomllib.TOMLDecodeError):
        number = _LONG_NUMBER.search(text)
        return TomlError(_TOO_LONG, *line_and_column(text, number.start() if number else 0))
    message = str(error)
    told = next((swedish for english, swedish in _SWEDISH.items() if message.startswith(english)), None)
    told = told or "filen följer inte TOML här"
    if place := _PLACE.search(message):
        return TomlError(told, int(place[1]), int(place[2]), only_there=True)
    # Something is open when the file ends: what opened last is where to look.
    marks = ('"""', "'''") if "citattecken" in told else ("[", "{")
    return TomlError(told, *line_and_column(text, max(0, *(text.rfind(mark) for mark in marks))))
