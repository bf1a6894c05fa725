"""What is left to do in a plan before it can be reported: "Att göra"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from data.counts import counts
from data.plan import Aktivitet, Indikator, Item, Plan, Uppdrag
from data.status import EJ_BEDOMD, UPPDRAG


class Reason(Enum):
    """Why an item needs somebody; the value is what a screen says."""

    EJ_BEDOMD = "ej bedömd"
    SAKNAR_KOMMENTAR = "saknar kommentar"
    INAKTUELL = "orörd sedan senaste rapporten"
    ATT_SE_OVER = "att se över efter importen"

    @property
    def label(self) -> str:
        """The reason in running text."""
        return self.value


_DONE = "klar"
"""An aktivitet that was finished when it was last reported needs no new judgement."""


@dataclass(frozen=True, slots=True)
class Todo:
    """An item and why it needs somebody."""

    id: str
    reasons: tuple[Reason, ...]
    """At least one, in the order of `Reason`."""


class Progress(NamedTuple):
    """How many uppdrag are judged."""

    judged: int
    of: int

    def __str__(self) -> str:
        return f"{self.judged} av {self.of} bedömda"


def todo(plan: Plan, reported: Plan | None = None) -> tuple[Todo, ...]:
    """Return the items that need somebody, in the order of the file.

    `reported` is the plan as it was in the last closed report. An item is stale when its status and kommentar are
    still those: what was true then is told as true now.
    """
    found = ((item.id, tuple(_reasons(item, reported))) for item in plan.items.values())
    return tuple(Todo(id, reasons) for id, reasons in found if reasons)


def judged(plan: Plan) -> Progress:
    """Return how many of the plan's uppdrag have a status."""
    counted = counts(UPPDRAG, plan.uppdrag)
    of = sum(counted.values())
    return Progress(of - counted[EJ_BEDOMD.value], of)


def _reasons(item: Item, reported: Plan | None) -> Iterator[Reason]:
    if isinstance(item, Indikator):
        return
    if item.status is None:
        yield Reason.EJ_BEDOMD
    if isinstance(item, Uppdrag) and item.kommentar is None:
        yield Reason.SAKNAR_KOMMENTAR
    if reported is not None and _stale(item, reported.items.get(item.id)):
        yield Reason.INAKTUELL
    if item.att_se_over:
        yield Reason.ATT_SE_OVER


def _stale(item: Item, then: Item | None) -> bool:
    if isinstance(item, Indikator) or isinstance(then, Indikator) or then is None or item.status is None:
        return False
    finished = isinstance(item, Aktivitet) and item.status == _DONE
    return not finished and (item.status, item.kommentar) == (then.status, then.kommentar)
