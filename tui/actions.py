"""The one registry of actions: key, name, help and where it applies.

Key bindings, the footer, the command palette and the help are all made from `ACTIONS`; nothing else in the app
says which key does what. An action's `name` is stable, so that a keymap can refer to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from data.status import AKTIVITET, UPPDRAG

if TYPE_CHECKING:
    from textual.binding import BindingType

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
    "plus": "+",
    "minus": "-",
    "full_stop": ".",
    "exclamation_mark": "!",
    "space": "Mellanslag",
    "shift+up": "Skift+Upp",
    "shift+down": "Skift+Ner",
    "ctrl+y": "^Y",
    "ctrl+p": "^P",
    "ctrl+q": "^Q",
    "ctrl+s": "^S",
}
"""How keys are written for people, where Textual's own name is not what stands on the key."""


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
        return " ".join(SHOWN_KEYS.get(key, key) for key in self.keys)

    def applies(self, kind: str | None) -> bool:
        """Tell whether it works on a row of this kind; None: there is no row."""
        return self.kinds is None or kind in self.kinds


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
_write = partial(Action, group="Skriva", kinds=ITEMS)
_editor = partial(Action, group="Skriva", home="comment", palette=False)
_undo = partial(Action, group="Ångra")
_review = partial(Action, group="Se över")
_list = partial(Action, group="Se över", home="review", palette=False)
_clash = partial(Action, group="Konflikter")
_choice = partial(Action, group="Konflikter", home="conflict", palette=False)
_other = partial(Action, group="Övrigt")

ACTIONS: tuple[Action, ...] = (
    _move("upp", "cursor", ("up",), "Upp", "Gå till raden ovanför.", argument="up"),
    _move("ner", "cursor", ("down",), "Ner", "Gå till raden under.", argument="down"),
    _move("fall-ihop", "close_row", ("left",), "Fäll ihop", "Fäll ihop raden, eller gå till den ovanför i nivå."),
    _move("fall-ut", "open_row", ("right",), "Fäll ut", "Fäll ut raden, eller gå in i den."),
    _move("sida-upp", "cursor", ("pageup",), "Sida upp", "Gå en sida uppåt.", argument="page_up"),
    _move("sida-ner", "cursor", ("pagedown",), "Sida ner", "Gå en sida nedåt.", argument="page_down"),
    _move("forst", "cursor", ("home",), "Först", "Gå till första raden.", argument="home"),
    _move("sist", "cursor", ("end",), "Sist", "Gå till sista raden.", argument="end"),
    _show("byt-ruta", "moving.next_panel", ("tab",), "Byt ruta", "Växla mellan trädet och rutan med detaljer."),
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
    _text("rulla-upp", "scroll_text", ("up",), "Upp", "Rulla uppåt.", argument="up"),
    _text("rulla-ner", "scroll_text", ("down",), "Ner", "Rulla neråt.", argument="down"),
    _text("rulla-sida-upp", "scroll_text", ("pageup",), "Sida upp", "Rulla en sida uppåt.", argument="page_up"),
    _text("rulla-sida-ner", "scroll_text", ("pagedown",), "Sida ner", "Rulla en sida neråt.", argument="page_down"),
    _text("rulla-forst", "scroll_text", ("home",), "Början", "Rulla till början.", argument="home"),
    _text("rulla-sist", "scroll_text", ("end",), "Slutet", "Rulla till slutet.", argument="end"),
    *_judgements(),
    _judge("nollstall", "judging.clear", ("0",), "Nollställ", "Ta bort status: raden blir ej bedömd."),
    _judge("upprepa", "judging.again", ("full_stop",), "Upprepa", "Ge raden samma status som sist."),
    _judge("status", "judging.pick", ("enter",), "Status", "Välj status i en lista.", footer=2),
    _mark("markera", "selecting.mark", ("space",), "Markera", "Markera raden; bedöm flera på en gång."),
    _mark("markera-upp", "selecting.extend", ("shift+up",), "Markera uppåt", "Markera uppåt.", argument="up"),
    _mark("markera-ner", "selecting.extend", ("shift+down",), "Markera neråt", "Markera neråt.", argument="down"),
    _mark("kopiera", "copying.text", ("y",), "Kopiera", "Kopiera namn, status och kommentar som text."),
    _mark("kopiera-id", "copying.id", ("Y",), "Kopiera id", "Kopiera radens id."),
    _mark(
        "visa-kopierat", "copying.show", ("ctrl+y",), "Visa kopierat", "Visa det kopierade som text.", kinds=None
    ),
    _page("sida-stang", "close", ("escape",), "Stäng", "Stäng det kopierade."),
    _write("kommentar", "commenting.comment", ("k",), "Kommentar", "Skriv kommentaren.", footer=1),
    _write(
        "egen-editor",
        "commenting.comment_outside",
        ("e",),
        "Egen editor",
        "Skriv kommentaren i din editor ($EDITOR).",
    ),
    _editor("spara", "save", ("ctrl+s",), "Spara", "Spara kommentaren."),
    _editor("stang", "close", ("escape",), "Stäng", "Stäng; det som är ändrat blir kvar som utkast."),
    _undo("angra", "undoing.undo", ("u",), "Ångra", "Ångra den senaste ändringen.", footer=3),
    _undo("gor-om", "undoing.redo", ("U",), "Gör om", "Gör om det som ångrades.", footer=7),
    _review("att-se-over", "reviewing.review", ("o",), "Att se över", "Visa vad importen fick gissa.", footer=4),
    Action(
        "sedd",
        "reviewing.mark_seen",
        ("m",),
        "Markera sedd",
        "Markera det gissade på raden som sett.",
        "Se över",
        kinds=ITEMS,
    ),
    _list("lista-ga-till", "go", ("enter",), "Gå till", "Gå till raden i trädet."),
    _list("lista-sedd", "mark_seen", ("m",), "Markera sedd", "Markera gissningen som sedd."),
    _list("lista-stang", "close", ("escape",), "Stäng", "Stäng listan."),
    _clash("konflikt", "conflicting.choose", ("exclamation_mark",), "Konflikt", "Välj ditt eller filens värde."),
    _choice("konflikt-mitt", "choose", ("1",), "Ditt", "Behåll ditt värde.", argument="ours"),
    _choice("konflikt-filens", "choose", ("2",), "Filens", "Behåll det som står i filen.", argument="theirs"),
    _choice("konflikt-bada", "choose", ("3",), "Båda", "Behåll båda kommentarerna, filens först.", argument="both"),
    _choice("konflikt-senare", "close", ("escape",), "Senare", "Välj senare."),
    _other("checka-in", "keeping.commit", ("c",), "Checka in", "Checka in det sparade i git utan att vänta."),
    _other("vem", "keeping.identity", ("i",), "Namn och e-post", "Ange namn och e-post för git."),
    _other(
        "stang-besked", "keeping.dismiss_notice", ("escape",), "Stäng", "Ta bort markeringarna, eller beskedet."
    ),
    _other("tema", "toggle_theme", ("t",), "Ljust/mörkt", "Växla mellan ljust och mörkt tema."),
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
