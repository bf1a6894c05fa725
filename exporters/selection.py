"""A selection of what plans hold, for a report on a part of them: material in, material out.

An uppdrag that fits comes with all its aktiviteter; one that does not comes with those that fit, if any do. A
fokusområde comes when anything in it does. Indikatorer are no part of a selection. Of the earlier plan that changes
are told since, the same items come, and those that fitted then and are gone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from data.deviations import deviates
from data.plain_text import one_line
from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag
from exporters.choices import ChoiceError, listed, shown
from exporters.material import Earlier, Material, Subject

_Fits = Callable[[Uppdrag, Aktivitet | None], bool]
"""Tells whether an uppdrag fits, or one of its aktiviteter."""


def _deviates(uppdrag: Uppdrag, aktivitet: Aktivitet | None) -> bool:
    return deviates(aktivitet or uppdrag)


def _unjudged(uppdrag: Uppdrag, aktivitet: Aktivitet | None) -> bool:
    return (aktivitet or uppdrag).status is None


def _shared(uppdrag: Uppdrag, _aktivitet: Aktivitet | None) -> bool:
    return uppdrag.regiongemensamt


_WORDS: Mapping[str, tuple[str, _Fits]] = {
    "avvikelser": ("avvikelser", _deviates),
    "ej-bedomda": ("ej bedömda", _unjudged),
    "regiongemensamma": ("regiongemensamma uppdrag", _shared),
}
"""What may be asked for with a word: how it is told, and what fits."""

_OMRADE, _ANSVARIG = "fokusomrade", "ansvarig"

WORDS = (*_WORDS, f"{_OMRADE}=ID", f"{_ANSVARIG}=NAMN")
"""What may be asked for, as it is typed."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What an item must be. Several fokusområden, or several ansvariga, are one or the other; all else must fit."""

    words: tuple[str, ...] = ()
    omraden: tuple[str, ...] = ()
    """Ids of fokusområden."""
    ansvariga: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """The selection in a line: ``Urval: avvikelser; fokusområde 1.1``."""
        parts = [_WORDS[word][0] for word in self.words]
        if self.omraden:
            parts.append("fokusområde " + listed(map(one_line, self.omraden)))
        if self.ansvariga:
            parts.append("ansvarig " + listed(map(one_line, self.ansvariga)))
        return f"Urval: {'; '.join(parts)}"

    def covers(self, omrade: Fokusomrade) -> bool:
        """Tell whether a fokusområde is among those asked for."""
        return not self.omraden or omrade.id.casefold() in {id.casefold() for id in self.omraden}

    def fits(self, uppdrag: Uppdrag, aktivitet: Aktivitet | None = None) -> bool:
        """Tell whether an uppdrag, or one of its aktiviteter, is what is asked for."""
        ansvarig = (aktivitet.ansvarig if aktivitet else None) or uppdrag.ansvarig or ""
        wanted = {name.casefold() for name in self.ansvariga}
        return all(_WORDS[word][1](uppdrag, aktivitet) for word in self.words) and (
            not wanted or ansvarig.casefold() in wanted
        )


def selection(words: Iterable[str]) -> Selection:
    """Return what was asked for: ``avvikelser``, ``fokusomrade=1.1``. ChoiceError for what there is not."""
    named: list[str] = []
    values: dict[str, list[str]] = {_OMRADE: [], _ANSVARIG: []}
    for word in words:
        name, _, value = (part.strip() for part in word.partition("="))
        if word in _WORDS:
            named.append(word)
        elif name in values and value:
            values[name].append(value)
        else:
            raise ChoiceError(f"urvalet {shown(word)} finns inte; välj {listed(WORDS)}")
    unique = dict.fromkeys
    return Selection(tuple(unique(named)), tuple(unique(values[_OMRADE])), tuple(unique(values[_ANSVARIG])))


def selected(material: Material, wanted: Selection) -> Material:
    """Return the part of the material that was asked for; every plan stays, though nothing in it may."""
    return replace(material, subjects=tuple(_of_subject(subject, wanted) for subject in material.subjects))


def check(material: Material, wanted: Selection) -> None:
    """Refuse a fokusområde or an ansvarig that none of the plans has. ChoiceError."""
    plans = [subject.plan for subject in material.subjects]
    _check("fokusområdet", wanted.omraden, [omrade.id for plan in plans for omrade in plan.fokusomraden])
    named = [uppdrag.ansvarig for plan in plans for uppdrag in plan.uppdrag]
    named += [aktivitet.ansvarig for plan in plans for aktivitet in plan.aktiviteter]
    _check("ansvarig", wanted.ansvariga, [name for name in named if name])


def _check(what: str, asked: Sequence[str], known: Sequence[str]) -> None:
    held = {name.casefold() for name in known}
    for name in asked:
        if name.casefold() not in held:
            there = f"; välj {listed(map(one_line, sorted(set(known))))}" if known else ""
            raise ChoiceError(f"{what} {shown(name)} finns inte i planerna{there}")


def _of_subject(subject: Subject, wanted: Selection) -> Subject:
    plan = _of_plan(subject.plan, wanted)
    earlier = subject.earlier and _of_earlier(subject.earlier, subject.plan, plan, wanted)
    return replace(subject, plan=plan, earlier=earlier)


def _of_plan(plan: Plan, wanted: Selection) -> Plan:
    chosen = (_of_omrade(omrade, wanted) for omrade in plan.fokusomraden if wanted.covers(omrade))
    whole = not wanted.words and not wanted.ansvariga
    kept = tuple(omrade for omrade in chosen if omrade.uppdrag or whole)
    return replace(plan, fokusomraden=kept, indikatorer=())


def _of_omrade(omrade: Fokusomrade, wanted: Selection) -> Fokusomrade:
    found = (uppdrag if wanted.fits(uppdrag) else _of_uppdrag(uppdrag, wanted) for uppdrag in omrade.uppdrag)
    return replace(omrade, uppdrag=tuple(uppdrag for uppdrag in found if uppdrag is not None))


def _of_uppdrag(uppdrag: Uppdrag, wanted: Selection) -> Uppdrag | None:
    found = tuple(aktivitet for aktivitet in uppdrag.aktiviteter if wanted.fits(uppdrag, aktivitet))
    return replace(uppdrag, aktiviteter=found) if found else None


def _of_earlier(earlier: Earlier, now: Plan, chosen: Plan, wanted: Selection) -> Earlier:
    """Return the earlier plan with what is chosen now, and what is gone and would have been chosen then."""
    then = _of_plan(earlier.plan, wanted)
    kept = {*chosen.items, *(then.items.keys() - now.items.keys())}
    omraden = (_kept(omrade, kept) for omrade in earlier.plan.fokusomraden)
    return replace(
        earlier,
        plan=replace(
            earlier.plan,
            fokusomraden=tuple(omrade for omrade in omraden if omrade.uppdrag or omrade.id in kept),
            indikatorer=(),
        ),
    )


def _kept(omrade: Fokusomrade, ids: Collection[str]) -> Fokusomrade:
    uppdrag = (
        replace(each, aktiviteter=tuple(one for one in each.aktiviteter if one.id in ids))
        for each in omrade.uppdrag
    )
    return replace(omrade, uppdrag=tuple(each for each in uppdrag if each.id in ids or each.aktiviteter))
