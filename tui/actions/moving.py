"""Moving in the tree and in the panel beside it."""

from __future__ import annotations

from functools import partial

from tui.action import PLANS, Action

_move = partial(Action, group="Flytta", home="tree", palette=False)
_text = partial(Action, group="Detaljrutan", home="detail", palette=False)
_show = partial(Action, group="Flytta")

ACTIONS: tuple[Action, ...] = (
    _move("upp", "cursor", ("up", "J"), "Upp", "Gå till raden ovanför.", argument="up"),
    _move("ner", "cursor", ("down", "j"), "Ner", "Gå till raden under.", argument="down"),
    _move("fall-ihop", "close_row", ("left",), "Fäll ihop", "Fäll ihop raden, eller gå till den ovanför i nivå."),
    _move("fall-ut", "open_row", ("right",), "Fäll ut", "Fäll ut raden, eller gå in i den."),
    _move("sida-upp", "cursor", ("pageup",), "Sida upp", "Gå en sida uppåt.", argument="page_up"),
    _move("sida-ner", "cursor", ("pagedown",), "Sida ner", "Gå en sida nedåt.", argument="page_down"),
    _move("halv-upp", "cursor", ("ctrl+u",), "Halv sida upp", "Gå en halv sida uppåt.", argument="half_up"),
    _move("halv-ner", "cursor", ("ctrl+d",), "Halv sida ner", "Gå en halv sida nedåt.", argument="half_down"),
    _move("forst", "cursor", ("home",), "Först", "Gå till första raden.", argument="home"),
    _move("sist", "cursor", ("end", "G"), "Sist", "Gå till sista raden.", argument="end"),
    _show("byt-ruta", "moving.next_panel", ("tab",), "Byt ruta", "Växla mellan trädet och rutan med detaljer."),
    _show("hoppa", "moving.jump", ("g",), "Hoppa", "Visa en bokstav vid varje rad, och gå till den du trycker."),
    Action("hoppa-avbryt", "close", ("escape",), "Avbryt", "Hoppa ingenstans.", "Flytta", "jump", palette=False),
    _show(
        "vaxla-plan",
        "moving.toggle_row",
        ("enter",),
        "Fäll ut",
        "Fäll ut eller ihop en plan.",
        kinds=PLANS,
        footer=2,
    ),
    _show("fall-ut-alla", "moving.open_all", ("plus",), "Fäll ut alla", "Fäll ut alla rader."),
    _show("fall-ihop-alla", "moving.close_all", ("minus",), "Fäll ihop alla", "Fäll ihop alla rader."),
    _text("rulla-upp", "scroll_text", ("up", "J"), "Upp", "Rulla uppåt.", argument="up"),
    _text("rulla-ner", "scroll_text", ("down", "j"), "Ner", "Rulla nedåt.", argument="down"),
    _text("rulla-sida-upp", "scroll_text", ("pageup",), "Sida upp", "Rulla en sida uppåt.", argument="page_up"),
    _text("rulla-sida-ner", "scroll_text", ("pagedown",), "Sida ner", "Rulla en sida nedåt.", argument="page_down"),
    _text("rulla-forst", "scroll_text", ("home",), "Början", "Rulla till början.", argument="home"),
    _text("rulla-sist", "scroll_text", ("end", "G"), "Slutet", "Rulla till slutet.", argument="end"),
)
"""Its actions, in the order of the help."""
