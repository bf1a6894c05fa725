"""Sentences on how a fokusområde goes, drafted from its counts for a person to edit.

Regiongemensamma uppdrag come first, apart from the own. Those that are not fulfilled are named as long as they are
few; a title stands in quotation marks, to the letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from data.counts import counts
from data.numerals import in_words, of
from data.plain_text import one_line
from data.plan import Fokusomrade, Uppdrag
from data.status import EJ_BEDOMD, UPPDRAG, Status
from data.verdicts import pulls_apart
from data.wording import listed, status_words

_NAMED = 3
"""More uppdrag than this of one status are counted, not named."""

_FULFILLED, _PARTLY, _NOT = UPPDRAG.statuses


def drafted(omrade: Fokusomrade, *, forecast: bool = False) -> str:
    """Return the sentences on a fokusområde's uppdrag; a `forecast` says what they are expected to come to."""
    shared = [uppdrag for uppdrag in omrade.uppdrag if uppdrag.regiongemensamt]
    own = [uppdrag for uppdrag in omrade.uppdrag if not uppdrag.regiongemensamt]
    groups = (("regiongemensamma ", shared), ("egna " if shared else "", own))
    told = [
        f"{sentence[0].upper()}{sentence[1:]}."
        for adjective, group in groups
        for sentence in _Group(adjective, group, forecast).sentences()
    ]
    return " ".join(told) or "Fokusområdet har inga uppdrag."


def verdict(omrade: Fokusomrade, *, forecast: bool = False) -> str:
    """Return a sentence on the verdict that somebody has given: ``Fokusområdet uppfylls delvis.``"""
    return f"Fokusområdet {_says(UPPDRAG.of(omrade.status), forecast)}."


def objection(omrade: Fokusomrade, *, forecast: bool = False) -> str | None:
    """Return a sentence that points out where verdict and counts pull apart; None where they do not."""
    counted = counts(UPPDRAG, omrade.uppdrag)
    if not pulls_apart(omrade.status, counted):
        return None
    facts = [
        f"{in_words(counted[status.value], neuter=True)} {_says(status, forecast, counted[status.value])}"
        for status in (*UPPDRAG.statuses, EJ_BEDOMD)
        if counted[status.value]
    ]
    words = _says(UPPDRAG.of(omrade.status), forecast)
    noun = "uppdraget" if len(omrade.uppdrag) == 1 else "uppdragen"
    return f"Bedömningen av fokusområdet är ”{words}”, men {noun} pekar åt ett annat håll: {listed(facts)}."


def _says(status: Status, forecast: bool, number: int = 1) -> str:
    """Return what so many uppdrag do: ``uppfylls delvis``, ``bedöms inte uppfyllas``, ``är inte bedömda``."""
    if status is EJ_BEDOMD:
        return "är inte bedömt" if number == 1 else "är inte bedömda"
    return status_words(status.foreseen if forecast else status)


@dataclass(frozen=True, slots=True)
class _Group:
    """The uppdrag of one sort in a fokusområde, told together."""

    adjective: str
    """What tells them from the others, with a blank after it; empty when there are no others."""
    uppdrag: Sequence[Uppdrag]
    forecast: bool

    def sentences(self) -> Iterator[str]:
        """Give the sentences, without capitals and full stops; none about no uppdrag."""
        by_status = {
            status: [uppdrag for uppdrag in self.uppdrag if UPPDRAG.of(uppdrag.status) is status]
            for status in (*UPPDRAG.statuses, EJ_BEDOMD)
        }
        found = [status for status, uppdrag in by_status.items() if uppdrag]
        if len(self.uppdrag) == 1:
            yield self._named(found[0], self.uppdrag, self.adjective)
        elif len(found) == 1:
            yield self._all(found[0])
        elif found:
            yield from self._mixed(by_status)

    def _all(self, status: Status) -> str:
        if status is EJ_BEDOMD:
            return f"{self._none} är bedömt"
        if status is _NOT:
            return f"{self._none} {_says(_FULFILLED, self.forecast)}"
        if len(self.uppdrag) == 2:
            return f"båda {self._the} {_says(status, self.forecast)}"
        number = in_words(len(self.uppdrag), neuter=True)
        return f"alla {number} {self.adjective}uppdrag {_says(status, self.forecast)}"

    def _mixed(self, by_status: Mapping[Status, Sequence[Uppdrag]]) -> Iterator[str]:
        """Tell how many are fulfilled, then which are not; while some are unjudged, nobody knows that none is."""
        fulfilled = len(by_status[_FULFILLED])
        adjective = ""
        if fulfilled:
            told = of(fulfilled, len(self.uppdrag), neuter=True)
            yield f"{told} {self.adjective}uppdrag {_says(_FULFILLED, self.forecast)}"
        elif not by_status[EJ_BEDOMD]:
            yield f"{self._none} {_says(_FULFILLED, self.forecast)}"
        else:
            adjective = self.adjective
        for status in (_PARTLY, _NOT, EJ_BEDOMD):
            if found := by_status[status]:
                named = self._named if len(found) <= _NAMED else self._counted
                yield named(status, found, adjective)

    def _named(self, status: Status, found: Sequence[Uppdrag], adjective: str) -> str:
        noun = "uppdraget" if len(found) == 1 else "uppdragen"
        article = ("det " if len(found) == 1 else "de ") if adjective else ""
        names = listed([f"”{one_line(uppdrag.namn)}”" for uppdrag in found])
        return f"{article}{adjective}{noun} {names} {_says(status, self.forecast, len(found))}"

    def _counted(self, status: Status, found: Sequence[Uppdrag], _: str) -> str:
        number = in_words(len(found), neuter=True)
        return f"{number} {self.adjective}uppdrag {_says(status, self.forecast, len(found))}"

    @property
    def _the(self) -> str:
        return f"de {self.adjective}uppdragen" if self.adjective else "uppdragen"

    @property
    def _none(self) -> str:
        return f"inget av de {in_words(len(self.uppdrag), neuter=True)} {self.adjective}uppdragen"
