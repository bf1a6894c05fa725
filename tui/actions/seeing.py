"""Seeing the whole: the overview and the målmatris."""

from __future__ import annotations

from functools import partial

from tui.action import ROW_KINDS, Action

_see = partial(Action, group="Se tillbaka och se helheten", kinds=ROW_KINDS - {"broken"})
_region = partial(Action, group="Se tillbaka och se helheten")
_overview = partial(Action, group="I översikten", home="overview", palette=False)
_matrix = partial(Action, group="I målmatrisen", home="malmatris", palette=False)
_report = partial(Action, group="I framdrift, mål utan uppdrag och trend", home="report", palette=False)
_row = partial(Action, group="I framdrift, mål utan uppdrag och trend", home="report-list", palette=False)
_table = partial(Action, group="I översikten och målmatrisen", home="table", palette=False)

ACTIONS: tuple[Action, ...] = (
    _see("oversikt", "seeing.overview", ("v",), "Översikt", "Visa alla förvaltningar och fokusområden för ett år."),
    _see(
        "malmatris",
        "seeing.malmatris",
        ("V",),
        "Målmatris",
        "Visa årets mål nämnd för nämnd, och var uppdrag saknas.",
    ),
    _region(
        "framdrift",
        "seeing.report",
        ("P",),
        "Framdrift",
        "Visa hur långt varje förvaltning har kommit med rapporten.",
        argument="framdrift",
    ),
    _region(
        "mal-utan-uppdrag",
        "seeing.report",
        ("L",),
        "Mål utan uppdrag",
        "Visa de mål som en nämnd svarar för och inte har uppdrag för.",
        argument="mal-utan-uppdrag",
    ),
    _region(
        "trend",
        "seeing.report",
        ("T",),
        "Trend",
        "Visa hur uppdragen har gått från en stängd rapport till nästa.",
        argument="trend",
    ),
    _see("historik", "seeing.history", ("h",), "Historik", "Visa vem som har ändrat raden, när och hur.", footer=7),
    _see("allt-sett", "seeing.see_all", ("S",), "Allt sett", "Markera allt som andra har ändrat som sett."),
    _table("tabell-upp", "cursor", ("up", "k"), "Upp", "Gå till raden ovanför.", argument="up"),
    _table("tabell-ner", "cursor", ("down", "j"), "Ner", "Gå till raden under.", argument="down"),
    _table("tabell-vanster", "cursor", ("left", "h"), "Vänster", "Gå en kolumn åt vänster.", argument="left"),
    _table("tabell-hoger", "cursor", ("right", "l"), "Höger", "Gå en kolumn åt höger.", argument="right"),
    _table("tabell-sida-upp", "cursor", ("pageup",), "Sida upp", "Gå en sida uppåt.", argument="page_up"),
    _table("tabell-sida-ner", "cursor", ("pagedown",), "Sida ner", "Gå en sida nedåt.", argument="page_down"),
    _table("tabell-forst", "cursor", ("home",), "Först", "Gå till första kolumnen.", argument="home"),
    _table("tabell-sist", "cursor", ("end",), "Sist", "Gå till summorna.", argument="end"),
    _overview("oversikt-ga-till", "go", ("enter",), "Gå till", "Gå till fokusområdet i trädet.", footer=1),
    _overview("ar-fore", "year", ("p",), "Året före", "Visa året före.", argument="before", footer=2),
    _overview("ar-efter", "year", ("n",), "Året efter", "Visa året efter.", argument="after", footer=3),
    _overview("oversikt-hjalp", "help", ("question_mark",), "Hjälp", "Visa hjälpen.", footer=5),
    _overview("oversikt-stang", "close", ("escape", "v", "q"), "Stäng", "Gå tillbaka till trädet.", footer=4),
    _matrix(
        "matris-ga-till",
        "go",
        ("enter",),
        "Gå till",
        "Gå till målets uppdrag hos nämnden; saknas de, till nämndens plan.",
        footer=1,
    ),
    _matrix("matris-ar-fore", "year", ("p",), "Året före", "Visa året före.", argument="before", footer=2),
    _matrix("matris-ar-efter", "year", ("n",), "Året efter", "Visa året efter.", argument="after", footer=3),
    _matrix("matris-hjalp", "help", ("question_mark",), "Hjälp", "Visa hjälpen.", footer=5),
    _matrix("matris-stang", "close", ("escape", "V", "q"), "Stäng", "Gå tillbaka till trädet.", footer=4),
    _report(
        "rapport-ga-till",
        "go",
        ("enter",),
        "Gå till",
        "Gå till planen eller raden som rapporten talar om.",
        footer=1,
    ),
    _report("rapport-fore", "view", ("left", "h"), "Förra", "Visa rapporten till vänster.", argument="before"),
    _report(
        "rapport-efter", "view", ("right", "l"), "Nästa", "Visa rapporten till höger.", argument="after", footer=2
    ),
    _report("rapport-ar-fore", "year", ("p",), "Året före", "Visa året före.", argument="before", footer=4),
    _report("rapport-ar-efter", "year", ("n",), "Året efter", "Visa året efter.", argument="after", footer=5),
    _report("rapport-hjalp", "help", ("question_mark",), "Hjälp", "Visa hjälpen.", footer=6),
    _report("rapport-stang", "close", ("escape", "q"), "Stäng", "Gå tillbaka till trädet.", footer=3),
    _row("rapport-upp", "cursor", ("up", "k"), "Upp", "Gå till raden ovanför.", argument="up"),
    _row("rapport-ner", "cursor", ("down", "j"), "Ner", "Gå till raden under.", argument="down"),
    _row("rapport-sida-upp", "cursor", ("pageup", "ctrl+u"), "Sida upp", "Gå en sida uppåt.", argument="page_up"),
    _row(
        "rapport-sida-ner", "cursor", ("pagedown", "ctrl+d"), "Sida ner", "Gå en sida nedåt.", argument="page_down"
    ),
    _row("rapport-forst", "cursor", ("home",), "Först", "Gå till första raden.", argument="home"),
    _row("rapport-sist", "cursor", ("end", "G"), "Sist", "Gå till sista raden.", argument="end"),
)
"""Its actions, in the order of the help."""
