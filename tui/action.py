"""An action as a value: what it is called, which keys run it, what answers it and where it applies."""

from __future__ import annotations

from dataclasses import dataclass

ROW_KINDS = frozenset({"plan", "fokusomrade", "uppdrag", "aktivitet", "indikator", "broken"})
"""The kinds of row that the tree can have."""

PLANS = frozenset({"plan"})
"""The kind that stands for a whole plan."""

ITEMS = frozenset({"fokusomrade", "uppdrag", "aktivitet", "indikator"})
"""The kinds that stand for an item of a plan."""

JUDGED = frozenset({"fokusomrade", "uppdrag", "aktivitet"})
"""The kinds that have a status."""

SHOWN_KEYS = {
    "up": "Upp",
    "down": "Ner",
    "left": "Vänster",
    "right": "Höger",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "question_mark": "?",
    "slash": "/",
    "plus": "+",
    "delete": "Del",
    "alt+up": "Alt+Upp",
    "alt+down": "Alt+Ner",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "minus": "-",
    "full_stop": ".",
    "exclamation_mark": "!",
    "space": "Mellanslag",
    "shift+up": "Skift+Upp",
    "shift+down": "Skift+Ner",
}
"""How keys are written for people, where Textual's own name is not what stands on the key."""


def shown_key(key: str) -> str:
    """Return a key, by Textual's name, as people read it: ``ctrl+y`` as ``^Y``."""
    if key in SHOWN_KEYS:
        return SHOWN_KEYS[key]
    if len(key) == len("ctrl+y") and key.startswith("ctrl+"):
        return f"^{key[-1].upper()}"
    return key.upper() if key[:1] == "f" and key[1:].isdigit() else key


@dataclass(frozen=True, slots=True)
class Action:
    """Something a user can do, told once."""

    name: str
    """A stable name in Swedish without diacritics: ``kommentar``."""
    method: str
    """What does it: a ``room.function`` of `tui.verbs`, or the ``action_…`` method of `home`."""
    keys: tuple[str, ...]
    """Textual's names of the keys."""
    label: str
    """One or two words, for the footer."""
    help: str
    """One sentence, for the help and the palette."""
    group: str
    """The heading it stands under in the help."""
    home: str = "main"
    """Which part answers it: ``main``, ``tree``, ``detail``, or a dialog: ``comment``, ``review``."""
    argument: str | None = None
    """What the method is given."""
    kinds: frozenset[str] | None = None
    """The kinds of row it works on; None: always."""
    footer: int = 0
    """Its rank in the footer, 1 first; 0 is not there."""
    palette: bool = True
    """Whether the command palette offers it."""

    @property
    def run(self) -> str:
        """The action as Textual writes it: ``do('kommentar')``, ``cursor('up')``."""
        if "." in self.method:
            return f"do({self.name!r})"
        return f"{self.method}({self.argument!r})" if self.argument is not None else self.method

    @property
    def shown_keys(self) -> str:
        """The keys as people read them."""
        return " ".join(map(shown_key, self.keys))

    def applies(self, kind: str | None) -> bool:
        """Tell whether it works on a row of this kind; None: there is no row."""
        return self.kinds is None or kind in self.kinds
