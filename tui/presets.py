"""Whole sets of keys that a user may choose by name."""

from __future__ import annotations

from collections.abc import Mapping

Overrides = Mapping[str, tuple[str, ...]]
"""Keys, by Textual's names, for actions by name."""

PRESETS: Mapping[str, Overrides] = {
    "vim": {
        "upp": ("up", "k"),
        "ner": ("down", "j"),
        "fall-ihop": ("left", "h"),
        "fall-ut": ("right", "l"),
        "forst": ("home", "g"),
        "sist": ("end", "G"),
        "rulla-upp": ("up", "k"),
        "rulla-ner": ("down", "j"),
        "rulla-forst": ("home", "g"),
        "rulla-sist": ("end", "G"),
        "kommentar": ("c",),
        "historik": ("H",),
        "hoppa": ("w",),
        "checka-in": ("C",),
    }
}
"""Whole sets of keys, by the name they have in the settings; what a user chooses goes before them."""
