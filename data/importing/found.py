"""What an importer found of a bilaga, before it has ids; and from that to a plan, with its guesses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from data.ids import child_id, slug
from data.importing.result import Guess
from data.plan import Aktivitet, Fokusomrade, Plan, Uppdrag

NAMELESS = "Uppdrag utan namn"
"""What an uppdrag is called whose name was not found."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A choice that the source did not settle."""

    line: int
    """Where in the source, from 1."""
    place: str
    """The same place as people find it: ``rad 12``, ``tabell 2, rad 3``."""
    message: str
    """In Swedish: what was guessed."""

    @property
    def told(self) -> str:
        """The place and what was guessed there."""
        return f"{self.place}: {self.message}"


@dataclass
class Found:
    """An aktivitet, or what an uppdrag and a fokusområde have in common with one."""

    line: int
    namn: str
    status: str | None = None
    kommentar: str | None = None
    doubts: list[Doubt] = field(default_factory=list)


@dataclass
class FoundUppdrag(Found):
    """An uppdrag with its aktiviteter."""

    number: str | None = None
    """What stands before its name; it becomes the id. None where nothing does."""
    regiongemensamt: bool = False
    aktiviteter: list[Found] = field(default_factory=list)


@dataclass
class FoundOmrade(Found):
    """A fokusområde with its uppdrag."""

    number: str | None = None
    """What stands before its name; it becomes the id. None where nothing does."""
    uppdrag: list[FoundUppdrag] = field(default_factory=list)


def plan_of(omraden: Sequence[FoundOmrade], forvaltning: str, ar: int) -> tuple[Plan, tuple[Guess, ...]]:
    """Return the plan of what was found, and every guess in the order of the source.

    Ids are made from the names, in the same way each time. No number stands before two items.
    """
    builder = _Builder(omraden)
    guesses = tuple(sorted(builder.guesses, key=lambda guess: guess.line))
    return Plan(forvaltning, ar, fokusomraden=builder.fokusomraden), guesses


class _Builder:
    """Makes the items of the plan, each with an id of its own and the guesses that concern it."""

    def __init__(self, omraden: Sequence[FoundOmrade]) -> None:
        self.guesses: list[Guess] = []
        numbers = [omrade.number for omrade in omraden]
        numbers += [uppdrag.number for omrade in omraden for uppdrag in omrade.uppdrag]
        self._taken = {number for number in numbers if number is not None}
        # Every uppdrag has its id before the first aktivitet, so that equal names become -2 and -3.
        named = [
            (
                omrade,
                omrade.number or self._named(omrade),
                [(one.number or self._named(one), one) for one in omrade.uppdrag],
            )
            for omrade in omraden
        ]
        self.fokusomraden = tuple(
            Fokusomrade(
                id,
                omrade.namn,
                omrade.status,
                omrade.kommentar,
                self._noted(id, omrade),
                uppdrag=tuple(self._uppdrag(*pair) for pair in below),
            )
            for omrade, id, below in named
        )

    def _claimed(self, id: str) -> str:
        self._taken.add(id)
        return id

    def _named(self, found: Found) -> str:
        return self._claimed(slug(found.namn, self._taken))

    def _uppdrag(self, id: str, found: FoundUppdrag) -> Uppdrag:
        return Uppdrag(
            id,
            found.namn,
            found.status,
            found.kommentar,
            found.regiongemensamt,
            att_se_over=self._noted(id, found),
            aktiviteter=tuple(self._aktiviteter(id, found.aktiviteter)),
        )

    def _aktiviteter(self, parent: str, aktiviteter: Sequence[Found]) -> Iterator[Aktivitet]:
        number = 0
        for found in aktiviteter:
            id = self._claimed(child_id(parent, number + 1, self._taken))
            number = int(id.rpartition("-")[2])
            yield Aktivitet(id, found.namn, found.status, found.kommentar, att_se_over=self._noted(id, found))

    def _noted(self, id: str, found: Found) -> tuple[str, ...]:
        """Note an item's guesses, and return them as the item keeps them."""
        self.guesses += [Guess(doubt.line, id, doubt.told) for doubt in found.doubts]
        return tuple(doubt.told for doubt in found.doubts)
