"""`installningar.toml` as text: to settings, with every fault in its place, and back with another theme."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from data.faults import Fault
from data.layout import scan
from data.reading import decoded
from data.toml_text import TomlError, loads
from tui.action import Action
from tui.actions import ACTIONS
from tui.key_names import key_named
from tui.keymap import PRESETS, Clash, clashes, keymap, untypable
from tui.settings import Loaded, Settings
from tui.themes import THEMES

_ACTIONS = {action.name: action for action in ACTIONS}
_RESERVED = frozenset({"ctrl+c"})
"""Keys that always mean the same: this one leaves."""


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
                self._tell(name, f"inställningen {name} finns inte{_meant(name, _KINDS)}")
                continue
            right, kind = _KINDS[name]
            if right(value):
                values[name] = value
            else:
                self._tell(name, f"{name} ska vara {kind}")
        preset = values.get("forval")
        values["tangenter"] = self._overrides(values.get("tangenter", {}), preset)
        return Loaded(Settings(**values), tuple(sorted(self._faults)))

    def _overrides(self, table: Mapping[str, Any], preset: str | None) -> dict[str, tuple[str, ...]]:
        """Return the user's own keys; none of them when one is wrong, for the others may lean on it."""
        before = len(self._faults)
        found = {name: self._keys(name, value) for name, value in table.items()}
        if len(self._faults) == before:
            for clash in clashes(keymap(found, preset).actions):
                self._tell_clash(clash, found)
        return found if len(self._faults) == before else {}

    def _keys(self, name: str, value: Any) -> tuple[str, ...]:
        """Return the keys of one line, by Textual's names, telling those that cannot be."""
        if name not in _ACTIONS:
            self._tell(name, f"åtgärden {name} finns inte{_meant(name, _ACTIONS)}", "tangenter")
            return ()
        words = [value] if isinstance(value, str) else value
        if not (isinstance(words, list) and words and all(isinstance(word, str) for word in words)):
            self._tell(name, f'{name} ska vara en tangent, "x", eller flera, ["x", "f5"]', "tangenter")
            return ()
        keys: list[str] = []
        for word in words:
            key, wrong = _key(_ACTIONS[name], word)
            if wrong:
                self._tell(name, f"{word} {wrong}", "tangenter")
            keys.append(key)
        return tuple(dict.fromkeys(keys))

    def _tell_clash(self, clash: Clash, found: Mapping[str, Any]) -> None:
        mine, other = clash.action, clash.other
        if mine.name not in found:
            mine, other = other, mine
        message = (
            f"tangenten {clash.key} hör redan till {other.name} ({other.label}); ge någon av dem en annan tangent"
        )
        self._tell(mine.name, message, "tangenter")

    def _tell(self, name: str, message: str, table: str = "") -> None:
        layout = scan(self._text)
        path = (table,) if table else ()
        record = next((one for one in layout.records if one.path == path), layout.records[0])
        key = record.keys.get(name) or layout.records[0].keys.get(table or name)
        header = next((one for one in layout.records if one.path == (name,)), record)
        line, column = layout.line_and_column(key.name if key else header.header)
        self._faults.append(Fault(self._file, line, column, message))


def _key(action: Action, word: str) -> tuple[str, str]:
    """Return the key that a word means, by Textual's name, or why it cannot run the action."""
    key = key_named(word)
    if key is None:
        return "", "är ingen tangent; skriv till exempel x, X, ?, f5, ctrl+r"
    if key in _RESERVED:
        return "", "avslutar alltid; välj en annan tangent"
    if untypable(action, key):
        return "", "skriver ett tecken i texten; välj till exempel f5, ctrl+r"
    return key, ""


def _meant(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), n=1)
    return f"; menade du {near[0]}?" if near else "; se trafikljus keys" if name not in _KINDS else ""


def with_theme(raw: bytes, name: str) -> bytes:
    """Return a file's bytes with another theme in them. ValueError, in Swedish, when the file has a fault."""
    text, faults = decoded(raw, "")
    if text is None:
        raise ValueError(faults[0].message)
    try:
        before = loads(text)
    except TomlError as error:
        raise ValueError(str(error)) from error
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
