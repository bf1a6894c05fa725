"""`installningar.toml` as text: to settings, with every fault in its place, and back with another theme.

It is read before the first frame: what only a fault, or a key of one's own, needs is imported for that alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from data.decoding import decoded
from data.faults import Fault
from data.toml_text import TomlError, loads
from tui.presets import PRESETS
from tui.settings import Loaded, Settings
from tui.themes import THEMES


def _one_of(names: Iterable[str]) -> tuple[Callable[[Any], bool], str]:
    known = tuple(names)
    return (lambda value: value in known), "ett av " + ", ".join(known)


_DAY = 24 * 60


def _is_minutes(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _DAY


_YES_OR_NO = (lambda value: isinstance(value, bool)), "true eller false"
_KINDS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "tema": _one_of(theme.name for theme in THEMES),
    "ascii": _YES_OR_NO,
    "rorelse": _YES_OR_NO,
    "synka": (_is_minutes, f"ett antal minuter, 1 till {_DAY}, eller 0 för aldrig"),
    "forval": _one_of(PRESETS),
    "tangenter": ((lambda value: isinstance(value, dict)), "en tabell: [tangenter]"),
}
"""The keys that the file may have: what tells whether a value is right, and what is."""


def parsed(raw: bytes, file: str) -> Loaded:
    """Return the settings in a file's bytes, and every fault; what is faulty is left at its default."""
    text, faults = decoded(raw, file)
    if text is None:
        return Loaded(Settings(), faults)
    try:
        data = loads(text)
    except TomlError as error:
        return Loaded(Settings(), (Fault(file, error.line, error.column, str(error)),))
    return _Reader(data, text, file).loaded()


class _Reader:
    """One pass over the data, gathering faults."""

    def __init__(self, data: Mapping[str, Any], text: str, file: str) -> None:
        self._data, self._text, self._file = data, text, file
        self._faults: list[Fault] = []

    def loaded(self) -> Loaded:
        values: dict[str, Any] = {}
        for name, value in self._data.items():
            if name not in _KINDS:
                from tui.settings_keys import meant

                self._tell(name, f"inställningen {name} finns inte{meant(name, _KINDS)}")
                continue
            right, kind = _KINDS[name]
            if right(value):
                values[name] = value
            else:
                self._tell(name, f"{name} ska vara {kind}")
        if table := values.get("tangenter"):
            from tui.settings_keys import overrides

            faulty: list[tuple[str, str]] = []
            values["tangenter"] = overrides(table, values.get("forval"), faulty)
            for name, message in faulty:
                self._tell(name, message, "tangenter")
        return Loaded(Settings(**values), tuple(sorted(self._faults)))

    def _tell(self, name: str, message: str, table: str = "") -> None:
        from data.layout import scan

        layout = scan(self._text)
        path = (table,) if table else ()
        record = next((one for one in layout.records if one.path == path), layout.records[0])
        key = record.keys.get(name) or layout.records[0].keys.get(table or name)
        header = next((one for one in layout.records if one.path == (name,)), record)
        line, column = layout.line_and_column(key.name if key else header.header)
        self._faults.append(Fault(self._file, line, column, message))


def with_theme(raw: bytes, name: str) -> bytes:
    """Return a file's bytes with another theme in them. ValueError, in Swedish, when the file has a fault."""
    text, faults = decoded(raw, "")
    if text is None:
        raise ValueError(faults[0].message)
    try:
        before = loads(text)
    except TomlError as error:
        raise ValueError(str(error)) from error
    from data.layout import scan

    keys = scan(text).records[0].keys
    value = json.dumps(name)
    if "tema" in keys:
        text = text[: keys["tema"].value] + value + text[keys["tema"].value_end :]
    else:
        line_end = "\r\n" if "\r\n" in text else "\n"
        text = f"tema = {value}{line_end}" + text
    if loads(text) != {**before, "tema": name}:
        raise ValueError("temat går inte att skriva in; skriv det för hand")
    return text.encode()
