"""Meeting what others have done: syncing, and choosing between two values."""

from __future__ import annotations

from functools import partial

from tui.action import Action

_clash = partial(Action, group="Konflikter")
_choice = partial(Action, group="Konflikter", home="conflict", palette=False)
_met = partial(Action, group="Synka", home="met", palette=False)
_stopped = partial(Action, group="Synka", home="stopped", palette=False)

ACTIONS: tuple[Action, ...] = (
    Action(
        "synka",
        "syncing.sync",
        ("s",),
        "Synka",
        "Hämta andras ändringar från servern, och skicka dina.",
        "Synka",
        footer=7,
    ),
    _met("synk-mitt", "choose", ("1",), "Behåll ditt", "I en synk: ditt gäller.", argument="ours", footer=1),
    _met(
        "synk-deras",
        "choose",
        ("2",),
        "Behåll deras",
        "I en synk: deras gäller.",
        argument="theirs",
        footer=2,
    ),
    _met(
        "synk-forra", "choose", ("left",), "Förra", "I en synk: visa konflikten före.", argument="before", footer=3
    ),
    _met("synk-senare", "close", ("escape",), "Senare", "I en synk: välj senare.", footer=4),
    _stopped("ta-emot", "accept", ("b",), "Ta emot", "Ta emot det som andra har tagit bort.", footer=1),
    _stopped("stopp-stang", "close", ("escape",), "Stäng", "Stäng; inget är ändrat.", footer=2),
    _clash(
        "konflikt",
        "conflicting.choose",
        ("exclamation_mark",),
        "Konflikt",
        "Välj mellan ditt värde och andras, eller läs varför synken stannade.",
    ),
    _choice("konflikt-mitt", "choose", ("1",), "Behåll ditt", "Behåll ditt värde.", argument="ours", footer=1),
    _choice(
        "konflikt-filens",
        "choose",
        ("2",),
        "Behåll filens",
        "Behåll det som står i filen.",
        argument="theirs",
        footer=2,
    ),
    _choice(
        "konflikt-bada",
        "choose",
        ("3",),
        "Båda",
        "Behåll båda texterna, filens först.",
        argument="both",
        footer=3,
    ),
    _choice("konflikt-senare", "close", ("escape",), "Senare", "Välj senare.", footer=4),
)
"""Its actions, in the order of the help."""
