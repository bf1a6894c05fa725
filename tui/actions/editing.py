"""Writing comments and changing the plan, in forms and lists; undoing it."""

from __future__ import annotations

from functools import partial

from tui.action import ITEMS, Action

_write = partial(Action, group="Skriva", kinds=ITEMS)
_editor = partial(Action, group="Skriva", home="comment", palette=False)
_plan = partial(Action, group="Ändra planen", kinds=ITEMS)
_form = partial(Action, group="I formulär och listor", home="form", palette=False)
_chooser = partial(Action, group="I formulär och listor", home="chooser", palette=False)
_mal = partial(Action, group="I formulär och listor", home="mal", palette=False)
_row = partial(Action, group="I formulär och listor", home="list", palette=False)
_removal = partial(Action, group="I formulär och listor", home="removal", palette=False)
_undo = partial(Action, group="Ångra")

ACTIONS: tuple[Action, ...] = (
    _write("kommentar", "commenting.comment", ("k",), "Kommentar", "Skriv kommentaren.", footer=1),
    _write(
        "egen-editor",
        "commenting.comment_outside",
        ("e",),
        "Egen editor",
        "Skriv kommentaren i din editor ($EDITOR).",
    ),
    _editor("spara", "save", ("ctrl+s",), "Spara", "Spara kommentaren.", footer=1),
    _editor(
        "slang-utkast",
        "discard",
        ("ctrl+r",),
        "Släng utkast",
        "Släng det som är skrivet och ta tillbaka det sparade; ^Z ångrar.",
        footer=5,
    ),
    _editor("stang", "close", ("escape",), "Stäng, behåll utkast", "Stäng; texten blir kvar som utkast.", footer=2),
    _editor(
        "infoga-utkast",
        "draft",
        ("ctrl+g",),
        "Infoga text",
        "I ett fokusområde: skriv in meningar om hur uppdragen går, att arbeta vidare på.",
        argument="now",
        footer=3,
    ),
    _editor(
        "infoga-prognos",
        "draft",
        ("ctrl+o",),
        "Prognos",
        "I ett fokusområde: skriv in meningar om hur uppdragen bedöms gå för hela året.",
        argument="forecast",
        footer=4,
    ),
    _plan("lagg-till", "describing.add", ("a",), "Lägg till", "Lägg till något nytt här eller under.", kinds=None),
    _plan("byt-namn", "describing.rename", ("r", "f2"), "Byt namn", "Byt namn på raden; dess id är kvar."),
    _plan("uppgifter", "describing.details", ("p",), "Uppgifter", "Ändra radens uppgifter i ett formulär."),
    _plan(
        "flytta-upp",
        "arranging.up",
        ("alt+up", "left_square_bracket"),
        "Flytta upp",
        "Flytta raden, eller de markerade, upp.",
    ),
    _plan(
        "flytta-ner",
        "arranging.down",
        ("alt+down", "right_square_bracket"),
        "Flytta ner",
        "Flytta raden, eller de markerade, ner.",
    ),
    _plan(
        "flytta-till",
        "arranging.move",
        ("M",),
        "Flytta till",
        "Flytta raden, eller de markerade, till ett annat uppdrag eller fokusområde.",
        kinds=frozenset({"uppdrag", "aktivitet"}),
    ),
    _plan(
        "ta-bort",
        "removing.remove",
        ("d", "delete"),
        "Ta bort",
        "Ta bort raden, eller de markerade, med allt under.",
    ),
    _form("formular-spara", "save", ("ctrl+s",), "Spara", "Spara formuläret, när inget i det är fel.", footer=1),
    _form(
        "formular-slang",
        "discard",
        ("ctrl+r",),
        "Släng utkast",
        "Släng det som är ändrat i formuläret; en gång till tar tillbaka det.",
        footer=4,
    ),
    _form("formular-nasta", "next_field", ("tab",), "Nästa fält", "Gå till nästa fält.", footer=2),
    _form("formular-stang", "close", ("escape",), "Stäng", "Stäng formuläret; det blir kvar som utkast.", footer=3),
    _row("listrad-upp", "cursor_up", ("up", "k"), "Upp", "Gå till raden ovanför i listan."),
    _row("listrad-ner", "cursor_down", ("down", "j"), "Ner", "Gå till raden under i listan."),
    _row("listrad-sida-upp", "page_up", ("pageup", "ctrl+u"), "Sida upp", "Gå en sida uppåt i listan."),
    _row("listrad-sida-ner", "page_down", ("pagedown", "ctrl+d"), "Sida ner", "Gå en sida nedåt i listan."),
    _row("listrad-forst", "first", ("home",), "Först", "Gå till den första raden i listan."),
    _row("listrad-sist", "last", ("end", "G"), "Sist", "Gå till den sista raden i listan."),
    _chooser("valj-rad", "pick", ("enter",), "Välj", "Välj raden i listan.", footer=1),
    _chooser("valj-stang", "close", ("escape",), "Stäng", "Stäng listan utan att välja.", footer=2),
    _mal("mal-valj", "pick", ("enter",), "Välj", "Välj eller välj bort målet.", footer=1),
    _mal("mal-klar", "done", ("ctrl+s",), "Klar", "Behåll de valda målen.", footer=2),
    _mal("mal-stang", "close", ("escape",), "Avbryt", "Låt målen vara som de var.", footer=3),
    _removal("ta-bort-ja", "remove", ("b",), "Ta bort", "Bekräfta: ta bort raden och allt under den.", footer=1),
    _removal("ta-bort-nej", "close", ("escape", "n"), "Behåll", "Ta inte bort något.", footer=2),
    _undo("angra", "undoing.undo", ("u",), "Ångra", "Ångra den senaste ändringen.", footer=3),
    _undo("gor-om", "undoing.redo", ("U",), "Gör om", "Gör om det som ångrades.", footer=9),
)
"""Its actions, in the order of the help."""
