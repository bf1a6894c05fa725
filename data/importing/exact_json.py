"""JSON that loses nothing of what TOML can say: decimals to the digit, dates, and NaN and infinity.

What JSON has no form for stands as ``{"$toml": "2019-08-31"}``; a key of the file's own that begins with ``$`` gets
one ``$`` more; ``null`` says that the key is absent. Characters that a terminal would obey or hide are written as
``\\u`` escapes, which mean the same.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

_TAG = "$toml"
_TAGGED = re.compile(r"[0-9T:.+Z-]+|-?(?:inf|nan)")
_HIDDEN = re.compile(
    "[\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_BLANK = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*"')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_WORDS = {"true": True, "false": False, "null": None}
_WORD = re.compile("|".join(_WORDS))
_MAX_DEPTH = 30
_MAX_DIGITS = 1000

Spot = tuple[str | int, ...]
"""Where a value stands: keys and ordinals from the top: ``("fokusomrade", 0, "status")``."""


class JsonError(Exception):
    """A JSON text that cannot be read: what is wrong, and where in the text."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


def dumps(value: Any, *, indent: str = "") -> str:
    """Return plain data (dicts, lists and TOML's values) as JSON: on one line, or indented."""
    return _written(value, indent, "\n" if indent else "")


def _written(value: Any, indent: str, newline: str) -> str:
    deeper = newline + indent if newline else ""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            return _HIDDEN.sub(_coded, json.dumps(value, ensure_ascii=False))
        case Decimal() if value.is_finite():
            digits = str(value)
            return digits if re.search("[.E]", digits) else f"{digits}.0"
        case Decimal():
            return _tagged(str(value).lower().replace("infinity", "inf"))
        case datetime() | date() | time():
            return _tagged(value.isoformat())
        case Mapping():
            pairs = [
                f"{_written('$' * name.startswith('$') + name, '', '')}: {_written(held, indent, deeper)}"
                for name, held in value.items()
            ]
            return _bracketed("{}", pairs, newline, deeper)
        case _:
            return _bracketed("[]", [_written(held, indent, deeper) for held in value], newline, deeper)


def _tagged(literal: str) -> str:
    return f'{{"{_TAG}": "{literal}"}}'


def _bracketed(brackets: str, items: list[str], newline: str, deeper: str) -> str:
    if not items:
        return brackets
    between = f",{deeper}" if newline else ", "
    return f"{brackets[0]}{deeper}{between.join(items)}{newline}{brackets[1]}"


def _coded(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]


def loads(text: str) -> tuple[Any, dict[Spot, int]]:
    """Return the data in a JSON text, and where each part of it stands. JsonError when it is not JSON."""
    parser = _Parser(text)
    value, end = parser.value(parser.skip(0), ())
    if parser.skip(end) < len(text):
        raise JsonError("här står något mer efter slutet; ta bort det", parser.skip(end))
    return value, parser.places


class _Parser:
    """One pass over a JSON text that keeps the place of everything."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places: dict[Spot, int] = {}

    def skip(self, at: int) -> int:
        found = _BLANK.match(self.text, at)
        return found.end() if found else at

    def value(self, at: int, spot: Spot) -> tuple[Any, int]:
        self.places.setdefault(spot, at)
        if len(spot) > _MAX_DEPTH:
            raise JsonError("för många nivåer; skriv det plattare", at)
        match self.text[at : at + 1]:
            case "{":
                return self._object(at, spot)
            case "[":
                return self._array(at, spot)
            case '"':
                return self._string(at)
        return self._scalar(at)

    def _object(self, at: int, spot: Spot) -> tuple[Any, int]:
        held: dict[str, Any] = {}

        def member(at: int) -> int:
            if self.text[at : at + 1] != '"':
                raise JsonError("här ska ett namn inom citattecken stå", at)
            name, end = self._string(at)
            if name in held:
                raise JsonError(f'"{name}" står två gånger; ta bort det ena', at)
            self.places[*spot, name] = at
            colon = self.skip(end)
            if self.text[colon : colon + 1] != ":":
                raise JsonError("det saknas ett kolon efter namnet", colon)
            held[name], end = self.value(self.skip(colon + 1), (*spot, name))
            return end

        end = self._members(at, "}", member)
        if list(held) == [_TAG]:
            return _untagged(held[_TAG], at), end
        told = {name: value for name, value in held.items() if value is not None}
        return {name[1:] if name.startswith("$") else name: value for name, value in told.items()}, end

    def _array(self, at: int, spot: Spot) -> tuple[Any, int]:
        held: list[Any] = []

        def member(at: int) -> int:
            value, end = self.value(at, (*spot, len(held)))
            if value is None:
                raise JsonError("null kan inte stå i en lista", at)
            held.append(value)
            return end

        return held, self._members(at, "]", member)

    def _members(self, at: int, closing: str, member: Callable[[int], int]) -> int:
        """Read members with commas between until the closing bracket; return where it ends."""
        position = self.skip(at + 1)
        if self.text[position : position + 1] == closing:
            return position + 1
        while True:
            position = self.skip(member(position))
            sign = self.text[position : position + 1]
            if sign == closing:
                return position + 1
            if sign != ",":
                raise JsonError(f"här ska ett komma eller {closing} stå", position)
            position = self.skip(position + 1)

    def _string(self, at: int) -> tuple[str, int]:
        found = _STRING.match(self.text, at)
        if not found:
            raise JsonError("texten saknar sitt avslutande citattecken", at)
        try:
            value: str = json.loads(found[0])
            value.encode()
        except ValueError:
            raise JsonError("texten har ett tecken som inte finns", at) from None
        return value, found.end()

    def _scalar(self, at: int) -> tuple[Any, int]:
        if word := _WORD.match(self.text, at):
            return _WORDS[word[0]], word.end()
        found = _NUMBER.match(self.text, at)
        if not found:
            raise JsonError("här ska ett värde stå", at)
        if len(found[0]) > _MAX_DIGITS:
            raise JsonError("talet har för många siffror", at)
        try:
            value = Decimal(found[0]) if found[1] or found[2] else int(found[0])
        except InvalidOperation as error:  # an exponent beyond what Decimal has
            raise JsonError("talet är för stort eller för litet", at) from error
        return value, found.end()


def _untagged(literal: Any, at: int) -> Any:
    if isinstance(literal, str) and _TAGGED.fullmatch(literal):
        try:
            return tomllib.loads(f"x = {literal}", parse_float=Decimal)["x"]
        except tomllib.TOMLDecodeError:
            pass
    raise JsonError(f'värdet efter "{_TAG}" är inget datum', at)
