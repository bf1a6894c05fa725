"""The keys that a user has chosen in the settings: to keys as Textual names them, or what is wrong with each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from tui.action import Action
from tui.actions import ACTIONS
from tui.key_names import key_named
from tui.keymap import Clash, clashes, keymap, untypable

_ACTIONS = {action.name: action for action in ACTIONS}
_RESERVED = frozenset({"ctrl+c"})
"""Keys that always mean the same: this one leaves."""

Faulty = list[tuple[str, str]]
"""Names of actions, and what is wrong with their keys."""


def overrides(table: Mapping[str, Any], preset: str | None, faulty: Faulty) -> dict[str, tuple[str, ...]]:
    """Return the user's own keys; none of them when one is wrong, for the others may lean on it."""
    found = {name: _keys(name, value, faulty) for name, value in table.items()}
    if not faulty:
        faulty += [_told(clash, found) for clash in clashes(keymap(found, preset).actions)]
    return {} if faulty else found


def meant(name: str, known: Iterable[str]) -> str:
    """Return what to say after a name that does not exist: which is most like it, or where they are listed."""
    near = get_close_matches(name, list(known), n=1)
    return f"; menade du {near[0]}?" if near else "; se trafikljus keys"


def _keys(name: str, value: Any, faulty: Faulty) -> tuple[str, ...]:
    """Return the keys of one line, by Textual's names, telling those that cannot be."""
    if name not in _ACTIONS:
        faulty.append((name, f"åtgärden {name} finns inte{meant(name, _ACTIONS)}"))
        return ()
    words = [value] if isinstance(value, str) else value
    if not (isinstance(words, list) and words and all(isinstance(word, str) for word in words)):
        faulty.append((name, f'{name} ska vara en tangent, "x", eller flera, ["x", "f5"]'))
        return ()
    keys: list[str] = []
    for word in words:
        key, wrong = _key(_ACTIONS[name], word)
        if wrong:
            faulty.append((name, f"{word} {wrong}"))
        keys.append(key)
    return tuple(dict.fromkeys(keys))


def _told(clash: Clash, found: Mapping[str, Any]) -> tuple[str, str]:
    mine, other = clash.action, clash.other
    if mine.name not in found:
        mine, other = other, mine
    message = f"tangenten {clash.key} hör redan till {other.name} ({other.label}); ge någon av dem en annan tangent"
    return mine.name, message


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
