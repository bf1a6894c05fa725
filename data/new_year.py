"""Next year's plan, made from this year's: what is not finished goes along, without judgements and comments.

Ids are kept, so that the history of an item runs across the years. Every uppdrag of the old plan is either carried
over or told as left. What an indikator came to is kept among its earlier outcomes.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from data.ids import slug
from data.mal import MalOchBudget, MalOmrade
from data.numerals import decimal
from data.plan import ID_PATTERN, Aktivitet, Fokusomrade, Indikator, Plan, Uppdrag
from data.schema import MEASUREMENT
from data.successors import Successor, successors

_FINISHED_UPPDRAG, _FINISHED_AKTIVITET = "uppfylls", "klar"

_LASTING = frozenset({"samma-namn", "uppdrag-utan-mal"})
"""Rules of `data.checks` that are about what goes along: the others' silences are of comments and judgements."""


@dataclass(frozen=True, slots=True)
class Year:
    """The year that plans are made for."""

    ar: int
    decided: MalOchBudget | None = None
    """What was decided for it; None: not known, and the fokusområden stay as they are."""
    before: MalOchBudget | None = None
    """What was decided for the year before."""
    told: Mapping[str, str] = field(default_factory=dict)
    """What somebody says of fokusområden; see `successors`."""
    answered: Collection[str] = ()
    """The mål, by id, that the plan's nämnd answers for this year."""


@dataclass(frozen=True)
class NewYear:
    """A plan for the new year, not written yet, and what became of all that was in the old one."""

    old: Plan
    plan: Plan
    successors: tuple[Successor, ...]
    """Of all the old plan's fokusområden; none when it is not known what was decided."""
    added: tuple[MalOmrade, ...]
    """Fokusområden that the old plan did not have, with mål that its nämnd answers for."""

    @cached_property
    def carried(self) -> tuple[Uppdrag, ...]:
        """The uppdrag that go along, as they were."""
        return tuple(uppdrag for uppdrag in self.old.uppdrag if uppdrag.id in self.plan.items)

    @cached_property
    def left(self) -> tuple[Uppdrag, ...]:
        """The uppdrag that do not, with all below them."""
        return tuple(uppdrag for uppdrag in self.old.uppdrag if uppdrag.id not in self.plan.items)

    def aktiviteter(self, uppdrag: Uppdrag) -> tuple[Aktivitet, ...]:
        """Return the aktiviteter of an uppdrag that go along."""
        return tuple(aktivitet for aktivitet in uppdrag.aktiviteter if aktivitet.id in self.plan.items)


def unfinished(plan: Plan) -> frozenset[str]:
    """Return the ids of the uppdrag that are not fulfilled, and of all aktiviteter that are not klara."""
    found = [uppdrag.id for uppdrag in plan.uppdrag if uppdrag.status != _FINISHED_UPPDRAG]
    return frozenset((*found, *_open(plan)))


def everything(plan: Plan) -> frozenset[str]:
    """Return the ids of all uppdrag and aktiviteter."""
    return frozenset(item.id for items in (plan.uppdrag, plan.aktiviteter) for item in items)


def only(plan: Plan, uppdrag: Iterable[str]) -> frozenset[str]:
    """Return the ids of these uppdrag and of the aktiviteter that are not klara."""
    return frozenset((*uppdrag, *_open(plan)))


def undone(uppdrag: Uppdrag) -> tuple[Aktivitet, ...]:
    """Return the aktiviteter of an uppdrag that are not klara."""
    return tuple(aktivitet for aktivitet in uppdrag.aktiviteter if aktivitet.status != _FINISHED_AKTIVITET)


def _open(plan: Plan) -> Iterator[str]:
    return (aktivitet.id for uppdrag in plan.uppdrag for aktivitet in undone(uppdrag))


def new_year(old: Plan, chosen: Container[str], year: Year) -> NewYear:
    """Return the plan of a new year with the chosen uppdrag, and those of their aktiviteter that are chosen too."""
    mal = _renamed_mal(year)
    carried = {
        omrade.id: tuple(_uppdrag(one, chosen, mal) for one in omrade.uppdrag if one.id in chosen)
        for omrade in old.fokusomraden
    }
    becomes = successors(old.fokusomraden, year.decided, year.told) if year.decided else ()
    had = {one.new.id for one in becomes if one.new is not None}
    added = tuple(omrade for omrade in _answered(year) if omrade.id not in had)
    # No fokusområde takes the id of something else that was in the plan: its history would run on into that.
    taken = old.items.keys() - {omrade.id for omrade in old.fokusomraden}
    omraden: list[Fokusomrade] = []
    for heading in _headings(old, year, becomes, added, carried):
        omrade = heading.filled(carried, taken)
        taken = {*taken, omrade.id}
        omraden.append(omrade)
    indikatorer = tuple(_indikator(one, old.ar) for one in old.indikatorer)
    return NewYear(old, Plan(old.forvaltning, year.ar, old.extra, tuple(omraden), indikatorer), becomes, added)


@dataclass(frozen=True, slots=True)
class _Heading:
    """A fokusområde of the new plan, and those of the old one that it comes of."""

    id: str
    namn: str
    olds: tuple[Fokusomrade, ...]

    def filled(self, carried: Mapping[str, tuple[Uppdrag, ...]], taken: Container[str]) -> Fokusomrade:
        """Return it with what is carried over; with an id of its own where that is taken, or cannot be one."""
        id = self.id if ID_PATTERN.fullmatch(self.id) and self.id not in taken else slug(self.namn, taken)
        uppdrag = tuple(one for omrade in self.olds for one in carried[omrade.id])
        return Fokusomrade(id, self.namn, extra=self.olds[0].extra if self.olds else (), uppdrag=uppdrag)


def _headings(
    old: Plan,
    year: Year,
    becomes: Iterable[Successor],
    added: Container[MalOmrade],
    carried: Mapping[str, tuple[Uppdrag, ...]],
) -> Iterator[_Heading]:
    """Give the new plan's headings as they were decided, then those that are kept though they were not."""
    if year.decided is None:
        yield from (_Heading(omrade.id, omrade.namn, (omrade,)) for omrade in old.fokusomraden)
        return
    for decided in year.decided.fokusomraden:
        olds = tuple(one.old for one in becomes if one.new is not None and one.new.id == decided.id)
        if olds or decided in added:
            yield _Heading(decided.id, decided.namn, olds)
    for one in becomes:
        if one.new is None and carried[one.old.id]:
            yield _Heading(one.old.id, one.old.namn, (one.old,))


def _answered(year: Year) -> Iterator[MalOmrade]:
    for omrade in year.decided.fokusomraden if year.decided else ():
        if any(mal.id in year.answered for mal in omrade.mal):
            yield omrade


def _renamed_mal(year: Year) -> Mapping[str, str]:
    """Return the new ids of mål that are decided under the same name as the year before, but another id."""
    if year.decided is None or year.before is None:
        return {}
    by_name = {mal.namn: mal.id for mal in year.decided.mal}
    lost = (mal for mal in year.before.mal if year.decided.named(mal.id) is None)
    return {mal.id: by_name[mal.namn] for mal in lost if mal.namn in by_name}


def _uppdrag(uppdrag: Uppdrag, chosen: Container[str], mal: Mapping[str, str]) -> Uppdrag:
    return replace(
        _unjudged(uppdrag),
        mal=tuple(dict.fromkeys(mal.get(one, one) for one in uppdrag.mal)),
        aktiviteter=tuple(_unjudged(one) for one in uppdrag.aktiviteter if one.id in chosen),
    )


_Judged = TypeVar("_Judged", Uppdrag, Aktivitet)


def _unjudged(item: _Judged) -> _Judged:
    lasting = tuple(told for told in item.tysta if told.partition(":")[0].strip() in _LASTING)
    return replace(item, status=None, kommentar=None, att_se_over=(), tysta=lasting)


def _indikator(indikator: Indikator, ar: int) -> Indikator:
    """Return an indikator without outcome and comment; last year's outcome is one of its earlier ones."""
    matningar = indikator.matningar
    if indikator.utfall is not None and not any(told.partition(":")[0].strip() == str(ar) for told in matningar):
        told = f"{ar}: {decimal(indikator.utfall)}"
        matningar += (told,) if MEASUREMENT.fullmatch(told) else ()
    return replace(indikator, utfall=None, kommentar=None, matningar=matningar, tysta=())
