"""What a user may call a key in the settings: what stands on it, what the help calls it, or Textual's own name."""

from __future__ import annotations

import string
import unicodedata
from functools import lru_cache

from tui.action import SHOWN_KEYS

_NAMED = (
    {"up", "down", "left", "right", "home", "end", "pageup", "pagedown"}
    | {"enter", "escape", "tab", "space", "backspace", "delete", "insert"}
    | {f"f{number}" for number in range(1, 13)}
)
"""The keys that give no character, and those that are called by a word."""

_MODIFIERS = frozenset({"alt", "ctrl", "shift"})
_WRITTEN = {shown.lower(): key for key, shown in SHOWN_KEYS.items()}


def key_named(word: str) -> str | None:
    """Return Textual's name of the key that a user means; None when there is none by that name."""
    if len(word) == 1:
        return _of_character(word)
    word = word.lower()
    return _WRITTEN.get(word) or _in_full(f"ctrl+{word[1:]}" if word.startswith("^") else word)


def is_typed(key: str) -> bool:
    """Tell whether a key, by Textual's name, writes a character in a text field."""
    return key == "space" or len(key) == 1 or key in _punctuation()


def _of_character(char: str) -> str | None:
    """Return the name of the key that gives one character."""
    from textual.keys import KEY_NAME_REPLACEMENTS

    if char == " ":
        return "space"
    if char.isalnum():
        return char
    if not char.isprintable():
        return None
    name = unicodedata.name(char, "").lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name) or None


@lru_cache(maxsize=1)
def _punctuation() -> frozenset[str]:
    return frozenset(name for char in string.punctuation + "§½´¨¤°" if (name := _of_character(char)))


def _in_full(word: str) -> str | None:
    """Return a name such as ``ctrl+f5`` in the order that Textual writes it: modifiers by the alphabet."""
    *modifiers, key = word.split("+")
    if not set(modifiers) <= _MODIFIERS or len(set(modifiers)) < len(modifiers):
        return None
    letter = len(key) == 1 and key.isalnum() and bool(modifiers) and "shift" not in modifiers
    if not (letter or key in _NAMED or (not modifiers and key in _punctuation())):
        return None
    return "+".join([*sorted(modifiers), key])
