"""Judging, and what is judged: rows that are marked, and copied."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from data.status import AKTIVITET, UPPDRAG
from tui.action import ITEMS, JUDGED, Action

_judge = partial(Action, group="Bedöma", kinds=JUDGED)
_mark = partial(Action, group="Markera och kopiera", kinds=ITEMS)
_page = partial(Action, group="Markera och kopiera", home="copied", palette=False)
_picker = partial(Action, group="Bedöma", home="picker", palette=False)


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


ACTIONS: tuple[Action, ...] = (
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
)
"""Its actions, in the order of the help."""
