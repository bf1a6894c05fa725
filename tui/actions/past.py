"""Looking back: the history, and plans as they were."""

from __future__ import annotations

from functools import partial

from tui.action import Action

_history = partial(Action, group="I historiken", home="history", palette=False)
_entries = partial(Action, group="I historiken", home="entries", palette=False)
_past = partial(Action, group="I planen som den var", home="past", palette=False)

ACTIONS: tuple[Action, ...] = (
    _entries("handelse-upp", "cursor", ("up", "k"), "Upp", "Gå till det som hände efteråt.", argument="up"),
    _entries("handelse-ner", "cursor", ("down", "j"), "Ner", "Gå till det som hände före.", argument="down"),
    _entries("handelse-sida-upp", "cursor", ("pageup",), "Sida upp", "Gå en sida uppåt.", argument="page_up"),
    _entries("handelse-sida-ner", "cursor", ("pagedown",), "Sida ner", "Gå en sida nedåt.", argument="page_down"),
    _entries("handelse-forst", "cursor", ("home",), "Först", "Gå till det senaste.", argument="home"),
    _entries("handelse-sist", "cursor", ("end",), "Sist", "Gå till det äldsta.", argument="end"),
    _history("oppna-da", "open", ("enter",), "Som det var", "Öppna planen som den var då.", footer=1),
    _history(
        "vy-fore", "view", ("left",), "Förra vyn", "Växla mellan raden, planen och rapporter.", argument="before"
    ),
    _history("vy-efter", "view", ("right",), "Nästa vy", "Växla åt andra hållet.", argument="after", footer=2),
    _history("historik-ruta", "next_pane", ("tab",), "Byt ruta", "Växla mellan listan och texten.", footer=3),
    _history("historik-hjalp", "help", ("question_mark",), "Hjälp", "Visa hjälpen.", footer=5),
    _history("historik-stang", "close", ("escape", "h", "q"), "Stäng", "Gå tillbaka till trädet.", footer=4),
    _past("tillbaka", "back", ("escape",), "Tillbaka", "Gå tillbaka till historiken.", footer=1),
    _past(
        "aterstall", "restore", ("R",), "Återställ", "Ge dagens rad den status eller kommentar den hade.", footer=2
    ),
)
"""Its actions, in the order of the help."""
