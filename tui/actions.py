"""The one registry of actions: key, name, help and where it applies.

Key bindings, the footer, the command palette and the help are all made from `ACTIONS`; nothing else in the app
says which key does what. An action's `name` is stable, so that a keymap can refer to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from data.status import AKTIVITET, UPPDRAG
from data.todo import Reason
from tui.action import ITEMS, JUDGED, PLANS, ROW_KINDS, Action

if TYPE_CHECKING:
    from textual.binding import BindingType


def _judgements() -> Iterator[Action]:
    """One action for each step of both scales, by number key."""
    for scale, kinds in ((UPPDRAG, frozenset({"fokusomrade", "uppdrag"})), (AKTIVITET, frozenset({"aktivitet"}))):
        for step, status in enumerate(scale.statuses, 1):
            yield Action(
                name=f"status-{status.value}",
                method="judging.judge",
                keys=(str(step),),
                label=status.short,
                help=f"Sätt status: {status.label}.",
                group="Bedöma",
                argument=status.value,
                kinds=kinds,
            )


_move = partial(Action, group="Flytta", home="tree", palette=False)
_text = partial(Action, group="Detaljrutan", home="detail", palette=False)
_show = partial(Action, group="Flytta")
_judge = partial(Action, group="Bedöma", kinds=JUDGED)
_mark = partial(Action, group="Markera och kopiera", kinds=ITEMS)
_page = partial(Action, group="Markera och kopiera", home="copied", palette=False)
_picker = partial(Action, group="Bedöma", home="picker", palette=False)
_write = partial(Action, group="Skriva", kinds=ITEMS)
_editor = partial(Action, group="Skriva", home="comment", palette=False)
_plan = partial(Action, group="Ändra planen", kinds=ITEMS)
_form = partial(Action, group="I formulär och listor", home="form", palette=False)
_chooser = partial(Action, group="I formulär och listor", home="chooser", palette=False)
_mal = partial(Action, group="I formulär och listor", home="mal", palette=False)
_removal = partial(Action, group="I formulär och listor", home="removal", palette=False)
_undo = partial(Action, group="Ångra")
_review = partial(Action, group="Att göra")
_list = partial(Action, group="I listan Att göra", home="todo", palette=False)
_line = partial(Action, group="I listan Att göra", home="todo-list", palette=False)
_find = partial(Action, group="Hitta")
_seek = partial(Action, group="Hitta", home="search", palette=False)
_choose = partial(Action, group="Hitta", home="filter", palette=False)
_see = partial(Action, group="Se tillbaka och se helheten", kinds=ROW_KINDS - {"broken"})
_overview = partial(Action, group="I översikten", home="overview", palette=False)
_matrix = partial(Action, group="I målmatrisen", home="malmatris", palette=False)
_table = partial(Action, group="I översikten och målmatrisen", home="table", palette=False)
_clash = partial(Action, group="Konflikter")
_choice = partial(Action, group="Konflikter", home="conflict", palette=False)
_met = partial(Action, group="Synka", home="met", palette=False)
_stopped = partial(Action, group="Synka", home="stopped", palette=False)
_history = partial(Action, group="I historiken", home="history", palette=False)
_entries = partial(Action, group="I historiken", home="entries", palette=False)
_export = partial(Action, group="När du exporterar", home="export", palette=False)
_exporting = partial(Action, group="Medan något exporteras", home="exporting", palette=False)
_preview = partial(Action, group="I förhandsvisningen", home="preview", palette=False)
_past = partial(Action, group="I planen som den var", home="past", palette=False)
_themes = partial(Action, group="Övrigt", home="themes", palette=False)
_who = partial(Action, group="Övrigt", home="identity", palette=False)
_helping = partial(Action, group="Övrigt", home="help", palette=False)
_other = partial(Action, group="Övrigt")


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
    *_judgements(),
    _judge("nollstall", "judging.clear", ("0",), "Nollställ", "Ta bort status: raden blir ej bedömd."),
    _judge("upprepa", "judging.again", ("full_stop",), "Upprepa", "Ge raden samma status som sist."),
    _picker("status-valj", "pick", ("enter",), "Välj", "Ge raden den status som är markerad.", footer=1),
    _picker("status-stang", "close", ("escape",), "Stäng", "Låt statusen vara.", footer=2),
    _judge("status", "judging.pick", ("enter",), "Status", "Välj status i en lista.", footer=2),
    _mark("markera", "selecting.mark", ("space",), "Markera", "Markera raden; bedöm flera på en gång."),
    _mark("markera-upp", "selecting.extend", ("shift+up",), "Markera uppåt", "Markera uppåt.", argument="up"),
    _mark("markera-ner", "selecting.extend", ("shift+down",), "Markera nedåt", "Markera nedåt.", argument="down"),
    _mark("kopiera", "copying.text", ("y",), "Kopiera", "Kopiera namn, status och kommentar som text."),
    _mark("kopiera-id", "copying.id", ("Y",), "Kopiera id", "Kopiera radens id."),
    _mark(
        "visa-kopierat", "copying.show", ("ctrl+y",), "Visa kopierat", "Visa det kopierade som text.", kinds=None
    ),
    _page("sida-stang", "close", ("escape",), "Stäng", "Stäng det kopierade.", footer=1),
    _write("kommentar", "commenting.comment", ("k",), "Kommentar", "Skriv kommentaren.", footer=1),
    _write(
        "egen-editor",
        "commenting.comment_outside",
        ("e",),
        "Egen editor",
        "Skriv kommentaren i din editor ($EDITOR).",
    ),
    _editor("spara", "save", ("ctrl+s",), "Spara", "Spara kommentaren.", footer=1),
    _editor("stang", "close", ("escape",), "Stäng, behåll utkast", "Stäng; texten blir kvar som utkast.", footer=2),
    _editor(
        "infoga-utkast",
        "draft",
        ("ctrl+g",),
        "Infoga utkast",
        "I ett fokusområde: skriv in meningar om hur uppdragen går, att arbeta vidare på.",
        argument="now",
        footer=3,
    ),
    _editor(
        "infoga-prognos",
        "draft",
        ("ctrl+o",),
        "Infoga prognos",
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
    _form("formular-nasta", "next_field", ("tab",), "Nästa fält", "Gå till nästa fält.", footer=2),
    _form("formular-stang", "close", ("escape",), "Stäng", "Stäng formuläret; det blir kvar som utkast.", footer=3),
    _chooser("valj-rad", "pick", ("enter",), "Välj", "Välj raden i listan.", footer=1),
    _chooser("valj-stang", "close", ("escape",), "Stäng", "Stäng listan utan att välja.", footer=2),
    _mal("mal-valj", "pick", ("enter",), "Välj", "Välj eller välj bort målet.", footer=1),
    _mal("mal-klar", "done", ("ctrl+s",), "Klar", "Behåll de valda målen.", footer=2),
    _mal("mal-stang", "close", ("escape",), "Avbryt", "Låt målen vara som de var.", footer=3),
    _removal("ta-bort-ja", "remove", ("b",), "Ta bort", "Bekräfta: ta bort raden och allt under den.", footer=1),
    _removal("ta-bort-nej", "close", ("escape", "n"), "Behåll", "Ta inte bort något.", footer=2),
    _undo("angra", "undoing.undo", ("u",), "Ångra", "Ångra den senaste ändringen.", footer=3),
    _undo("gor-om", "undoing.redo", ("U",), "Gör om", "Gör om det som ångrades.", footer=9),
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
    _see("oversikt", "seeing.overview", ("v",), "Översikt", "Visa alla förvaltningar och fokusområden för ett år."),
    _see(
        "malmatris",
        "seeing.malmatris",
        ("V",),
        "Målmatris",
        "Visa årets mål nämnd för nämnd, och var uppdrag saknas.",
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
        "Båda efter varandra",
        "Behåll båda texterna, filens först.",
        argument="both",
        footer=3,
    ),
    _choice("konflikt-senare", "close", ("escape",), "Senare", "Välj senare.", footer=4),
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
    Action(
        "exportera",
        "exporting.export",
        ("x",),
        "Exportera",
        "Skriv rapporter som dokument, eller följ en export som pågår.",
        "Exportera",
        footer=8,
    ),
    _export("export-valj", "turn", ("space",), "Välj", "Välj det markerade, eller välj bort det.", footer=2),
    _export("export-starta", "start", ("enter",), "Exportera", "Skriv filerna.", footer=1),
    _export("export-visa", "preview", ("p",), "Förhandsvisa", "Visa rapporten som text.", footer=3),
    _export("export-falt", "next_field", ("tab",), "Nästa", "Gå till nästa lista, eller till mappen.", footer=4),
    _export("export-lista", "other", ("left", "right"), "Andra listan", "Gå till den andra listan."),
    _export("export-hjalp", "help", ("question_mark",), "Hjälp", "Visa hjälpen.", footer=6),
    _export("export-stang", "close", ("escape",), "Stäng", "Gå tillbaka utan att exportera.", footer=5),
    _exporting("fil-oppna", "open", ("enter",), "Öppna", "Öppna filen i datorns program för den.", footer=1),
    _exporting("fil-mapp", "open_folder", ("m",), "Öppna mappen", "Öppna mappen som filerna ligger i.", footer=2),
    _exporting(
        "export-avbryt",
        "cancel",
        ("escape",),
        "Avbryt",
        "Avbryt; det som är skrivet finns kvar. När allt är klart: gå till trädet.",
        footer=3,
    ),
    _exporting(
        "export-till-tradet", "back", ("b",), "Till trädet", "Gå till trädet; exporten fortsätter.", footer=4
    ),
    _exporting("exporten-hjalp", "help", ("question_mark",), "Hjälp", "Visa hjälpen.", footer=5),
    _preview("forhand-nasta", "leaf", ("n",), "Nästa rapport", "Visa nästa valda rapport.", footer=1),
    _preview("forhand-hjalp", "help", ("question_mark",), "Hjälp", "Visa hjälpen.", footer=3),
    _preview("forhand-stang", "close", ("escape", "q"), "Stäng", "Gå tillbaka till valen.", footer=2),
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
"""Every action there is, in the order of the help."""


ACTION = {action.name: action for action in ACTIONS}
"""Every action, by name."""


def actions_of(home: str) -> tuple[Action, ...]:
    """Return the actions that one part of the app answers."""
    return tuple(action for action in ACTIONS if action.home == home)


def bindings(home: str) -> list[BindingType]:
    """Return Textual's key bindings for one part of the app."""
    from textual.binding import Binding

    return [
        Binding(",".join(action.keys), action.run, action.label, show=False, id=action.name)
        for action in actions_of(home)
    ]
