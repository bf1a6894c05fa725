"""What goes with no other theme: git by hand, colours, who one is, leaving, help."""

from __future__ import annotations

from functools import partial

from tui.action import Action

_themes = partial(Action, group="Övrigt", home="themes", palette=False)
_who = partial(Action, group="Övrigt", home="identity", palette=False)
_helping = partial(Action, group="Övrigt", home="help", palette=False)
_other = partial(Action, group="Övrigt")

ACTIONS: tuple[Action, ...] = (
    _other("checka-in", "keeping.commit", ("c",), "Checka in", "Checka in det sparade i git utan att vänta."),
    _other("vem", "keeping.identity", ("i",), "Namn och e-post", "Ange namn och e-post för git."),
    _other(
        "stang-besked", "keeping.dismiss_notice", ("escape",), "Stäng", "Ta bort markeringarna, eller beskedet."
    ),
    _other("tema", "theme", ("t",), "Färger", "Välj färger: mörkt, ljust, hög kontrast eller terminalens egna."),
    _themes("farger-valj", "pick", ("enter",), "Välj", "Behåll de färger som visas.", footer=1),
    _themes("farger-stang", "close", ("escape",), "Stäng", "Gå tillbaka till färgerna som de var.", footer=2),
    _other(
        "kommandon",
        "command_palette",
        ("ctrl+p",),
        "Kommandon",
        "Sök bland alla kommandon.",
        footer=5,
        palette=False,
    ),
    _other("avsluta", "leave", ("q", "ctrl+q"), "Avsluta", "Spara och checka in det sista, och avsluta.", footer=6),
    _other("hjalp", "help", ("question_mark",), "Hjälp", "Visa hjälpen.", footer=9),
    _who("vem-spara", "save", ("enter",), "Spara", "Spara namn och e-post.", footer=1),
    _who("vem-nasta", "next_field", ("tab",), "Nästa fält", "Gå till nästa fält.", footer=2),
    _who("vem-senare", "close", ("escape",), "Senare", "Ange namn och e-post en annan gång.", footer=3),
    _helping("hjalp-bladdra", "page", ("pagedown",), "Bläddra", "Bläddra en sida framåt i hjälpen.", footer=2),
    _helping(
        "hjalp-stang", "close", ("escape", "question_mark", "q", "enter"), "Stäng", "Stäng hjälpen.", footer=1
    ),
)
"""Its actions, in the order of the help."""
