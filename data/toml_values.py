"""How values are written in TOML: new ones plainly, changed ones in the style that the old one had.

tomlkit writes strings, keys and dates; numbers keep their decimals, and tables within tables go on one line.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from data.schema import canonical
from data.toml_text import markers
from data.unknown_values import Table


def literal(value: Any) -> str:
    """Return a value of any kind as TOML on one line."""
    import tomlkit

    match value:
        case str():
            return _basic(value)
        case Table(pairs):
            return "{" + ", ".join(f"{key_literal(name)} = {literal(held)}" for name, held in pairs) + "}"
        case tuple():
            return "[" + ", ".join(map(literal, value)) + "]"
        case Decimal():
            return str(value) if value.is_finite() else str(float(value))
        case _:
            return str(tomlkit.item(value).as_string())


def key_literal(name: str) -> str:
    """Return a key as TOML, with quotes where it needs them."""
    import tomlkit

    return tomlkit.key(name).as_string()


def text_literal(value: str, newline: str, old: str = "") -> str:
    """Return one of the plan's own texts as TOML, in the style of the old literal where it can hold the new text.

    Blank ends mean nothing in these texts, so one of several lines may begin and end on lines of its own. Text that
    looks like what git leaves of a conflict never begins a line: it would be taken for that.
    """
    for candidate in _candidates(value, old):
        written = candidate.replace("\n", newline)
        if not markers(written) and _reads_as(written, value):
            return written
    return _basic(value)


def _candidates(value: str, old: str) -> Iterator[str]:
    quote = old[:3] if old[:3] in ('"""', "'''") else old[:1]
    if quote in ('"""', "'''"):
        content = old[3:-3]
        before = "\n" * content.startswith(("\n", "\r\n"))
        after = _last_line(content) if "\n" in content and not content[content.rfind("\n") :].strip() else ""
        if quote == "'''":
            yield f"'''{before}{value}{after}'''"
        yield f'"""{before}{_multiline(value)}{after}"""'
    elif quote == "'":
        yield f"'{value}'"
    if "\n" in value:
        yield f'"""\n{_multiline(value)}\n"""'


def _last_line(content: str) -> str:
    return "\n" + content[content.rfind("\n") + 1 :]


def _reads_as(written: str, value: str) -> bool:
    try:
        return bool(canonical(tomllib.loads(f"x = {written}")["x"]) == value)
    except tomllib.TOMLDecodeError:
        return False


def _basic(value: str) -> str:
    from tomlkit.items import String, StringType

    return String.from_raw(value, StringType.SLB).as_string()


def _multiline(value: str) -> str:
    from tomlkit.items import String, StringType

    return String.from_raw(value, StringType.MLB).as_string()[3:-3]
