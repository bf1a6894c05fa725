"""Plans for a new year while somebody chooses what goes along: shown, asked about, changed and shown again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from data.malmatris import answers_for
from data.new_year import NewYear, Year, new_year
from data.plain_text import one_line, visible
from data.successors import Ground
from tui.terminal import say, tell
from tui.year_lines import lines

if TYPE_CHECKING:
    from data.plan import Plan
    from data.snapshot import Snapshot


@dataclass
class Draft:
    """One plan to make a new one of."""

    old: Plan
    year: Year
    chosen: frozenset[str]
    """The ids of what is to go along."""

    def made(self, told: dict[str, str]) -> NewYear:
        """Return the new plan as things are chosen now; `told` says what fokusområden become."""
        return new_year(self.old, self.chosen, replace(self.year, told=told))

    def switch(self, ids: Collection[str]) -> None:
        """Take these uppdrag along, or leave them, whichever was not chosen before; what is none is told."""
        uppdrag = {uppdrag.id for uppdrag in self.old.uppdrag}
        for id in ids:
            if id not in uppdrag:
                tell(f"{id} är inget uppdrag i {self.old.name}")
        self.chosen ^= uppdrag.intersection(ids)


def year_for(snapshot: Snapshot, old: Plan, ar: int) -> Year:
    """Return the year that a plan is made anew for."""
    decided = snapshot.decided.get(ar)
    known = snapshot.region.forvaltning(old.forvaltning) if snapshot.region else None
    namnd = known.namnd if known else None
    answered = [
        mal.id
        for mal in (decided.mal if decided else ())
        if namnd is not None and namnd in answers_for(mal, snapshot.region, ar)
    ]
    return Year(ar, decided, snapshot.decided.get(old.ar), answered=answered)


def shown(drafts: Sequence[Draft], told: dict[str, str]) -> list[NewYear]:
    """Print what becomes of the old plans, and return the new ones."""
    return [_shown(draft, told) for draft in drafts]


def _shown(draft: Draft, told: dict[str, str]) -> NewYear:
    found = draft.made(told)
    for line in lines(found, draft.year.decided):
        say(line)
    say("")
    return found


def agreed(drafts: Sequence[Draft], told: dict[str, str]) -> Iterator[NewYear]:
    """Give the new plans that somebody on a terminal says yes to, with what that one chooses to take along."""
    for draft in drafts:
        _ask_of_omraden(draft, told)
        while True:
            found = _shown(draft, told)
            answer = _answer("Gör planen? [j]a, [n]ej, eller id på uppdrag att ta med eller lämna: ")
            if answer.lower() in ("j", "ja"):
                yield found
            if answer.lower() in ("j", "ja", "n", "nej", ""):
                break
            draft.switch(answer.replace(",", " ").split())


def _ask_of_omraden(draft: Draft, told: dict[str, str]) -> None:
    """Ask what each fokusområde becomes that nobody can tell of; the answers are put into `told`."""
    decided = draft.year.decided
    lost = [one.old for one in draft.made(told).successors if one.ground is Ground.NONE]
    if decided is None or not lost:
        return
    say(f"Fokusområden {decided.ar}:")
    for omrade in decided.fokusomraden:
        say(f"  {omrade.id} {one_line(omrade.namn)}")
    known = {"", *(omrade.id for omrade in decided.fokusomraden)}
    for old in lost:
        question = f"Vad blir {old.id} {one_line(old.namn)}? Skriv ett id; Enter låter det vara: "
        while (answer := _answer(question)) not in known:
            tell(f"{answer} finns inte bland dem")
        told[old.id] = answer


def _answer(question: str) -> str:
    try:
        return input(visible(question)).strip()
    except EOFError:
        return ""
