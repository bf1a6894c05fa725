"""What is left to do, and what is looked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from data.todo import Reason
from tui.action import ITEMS, Action

_review = partial(Action, group="Att göra")
_list = partial(Action, group="I listan Att göra", home="todo", palette=False)
_line = partial(Action, group="I listan Att göra", home="todo-list", palette=False)
_find = partial(Action, group="Hitta")
_seek = partial(Action, group="Hitta", home="search", palette=False)
_choose = partial(Action, group="Hitta", home="filter", palette=False)


def _reasons() -> Iterator[Action]:
    """One action for each reason that something is left to do, by number key."""
    told = {
        Reason.EJ_BEDOMD: "som inte är bedömda",
        Reason.SAKNAR_KOMMENTAR: "som saknar kommentar",
        Reason.INAKTUELL: "som är som i den senaste rapporten",
        Reason.ATT_SE_OVER: "där importen fick gissa",
    }
    for step, (reason, which) in enumerate(told.items(), 1):
        name = reason.name.lower().replace("_", "-")
        yield _list(f"lista-{name}", "only", (str(step),), name, f"Visa bara rader {which}.", argument=reason.name)


ACTIONS: tuple[Action, ...] = (
    _review(
        "att-gora", "reviewing.review", ("o",), "Att göra", "Visa allt som är kvar att göra, och varför.", footer=4
    ),
    _review(
        "nasta-att-gora", "reviewing.forward", ("n",), "Nästa", "Gå till nästa rad som har något kvar att göra."
    ),
    _review("forra-att-gora", "reviewing.back", ("N",), "Förra", "Gå till raden före som har något kvar att göra."),
    Action(
        "sedd",
        "reviewing.mark_seen",
        ("m",),
        "Markera sedd",
        "Markera det gissade på raden som sett.",
        "Att göra",
        kinds=ITEMS,
    ),
    _list("lista-ga-till", "go", ("enter",), "Gå till", "Gå till raden i trädet.", footer=1),
    _list("lista-sedd", "mark_seen", ("m",), "Markera sedd", "Markera gissningen som sedd.", footer=2),
    _list("lista-alla", "only", ("0",), "Alla", "Visa rader av alla skäl.", argument=""),
    *_reasons(),
    _list("lista-hjalp", "help", ("question_mark",), "Hjälp", "Visa hjälpen.", footer=4),
    _list("lista-stang", "close", ("escape", "o", "q"), "Stäng", "Stäng listan.", footer=3),
    _line("lista-upp", "cursor", ("up", "k"), "Upp", "Gå till raden ovanför.", argument="up"),
    _line("lista-ner", "cursor", ("down", "j"), "Ner", "Gå till raden under.", argument="down"),
    _line("lista-sida-upp", "cursor", ("pageup", "ctrl+u"), "Sida upp", "Gå en sida uppåt.", argument="page_up"),
    _line(
        "lista-sida-ner", "cursor", ("pagedown", "ctrl+d"), "Sida ner", "Gå en sida nedåt.", argument="page_down"
    ),
    _line("lista-forst", "cursor", ("home",), "Först", "Gå till första raden.", argument="home"),
    _line("lista-sist", "cursor", ("end", "G"), "Sist", "Gå till sista raden.", argument="end"),
    _find("sok", "finding.search", ("slash",), "Sök", "Sök bland namn, id och kommentarer.", footer=4),
    _find("filter", "finding.choose", ("f",), "Filter", "Visa bara rader med viss status, ansvarig med mera."),
    _find("nollstall-urval", "finding.clear", ("F",), "Visa allt", "Nollställ både sökning och filter."),
    _seek(
        "sok-upp",
        "move",
        ("up",),
        "Raden ovanför",
        "Medan du söker: gå till raden ovanför.",
        argument="up",
        footer=4,
    ),
    _seek(
        "sok-ner",
        "move",
        ("down",),
        "Raden under",
        "Medan du söker: gå till raden under.",
        argument="down",
        footer=3,
    ),
    _seek(
        "sok-behall",
        "leave",
        ("enter",),
        "Behåll",
        "Behåll sökningen och gå till trädet.",
        argument="keep",
        footer=1,
    ),
    _seek(
        "sok-bort", "leave", ("escape",), "Avbryt", "Ta bort sökningen och gå tillbaka.", argument="drop", footer=2
    ),
    _choose(
        "filter-valj", "turn", ("space",), "Välj", "I filtret: välj det markerade, eller ta bort det.", footer=1
    ),
    _choose("filter-falt", "next_field", ("tab",), "Datum", "Gå till fältet för en dag, eller tillbaka.", footer=3),
    _choose("filter-visa", "show", ("enter",), "Visa", "Visa det som är valt.", footer=2),
    _choose("filter-tom", "clear", ("0",), "Töm", "Välj inget.", footer=4),
    _choose("filter-stang", "close", ("escape",), "Stäng", "Stäng filtret som det var.", footer=5),
)
"""Its actions, in the order of the help."""
