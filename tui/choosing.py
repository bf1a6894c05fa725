"""Which plans a command line means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.faults import Fault, UnusableError
from data.plan import ID_PATTERN, Plan
from tui.arguments import Parser
from tui.guard import DONE, UNUSABLE, RefusedError
from tui.terminal import tell

if TYPE_CHECKING:
    from data.snapshot import Snapshot

_YEAR = re.compile(r"[0-9]{4}")
_NAME = re.compile(rf"(?:\./)?([0-9]{{4}}/{ID_PATTERN.pattern}?)(?:\.toml)?")


@dataclass(frozen=True, slots=True)
class Choice:
    """The plans that were asked for: those that can be used, and what was found in all their files."""

    plans: tuple[Plan, ...]
    faults: tuple[Fault, ...]

    def tell_faults(self) -> int:
        """Tell what makes files unusable, or that there are none; the exit code says whether any is unusable."""
        broken = [fault for fault in self.faults if not fault.warning]
        for fault in broken:
            tell(str(fault))
        if not self.plans and not broken:
            tell("regionen har inga planer än; läs in en med trafikljus import")
        return UNUSABLE if broken else DONE


def add_plans(parser: Parser) -> None:
    """Let a verb take the names of plans, or years, `arguments.plans`; none means all of them."""
    parser.add_argument(
        "plans", nargs="*", metavar="PLAN", help="till exempel 2019/regionkontoret, eller 2019; utan: alla planer"
    )


def years(words: Sequence[str]) -> tuple[str, ...]:
    """Return the years that the words are about, so that no others need be read; none: all. RefusedError."""
    return tuple(dict.fromkeys(plan_or_year(word).partition("/")[0] for word in words))


def plan_or_year(word: str) -> str:
    """Return a year, or the name of a plan in its one form. RefusedError when it is neither."""
    return word if _YEAR.fullmatch(word) else plan_name(word)


def plan_name(word: str) -> str:
    """Return the name of a plan in its one form, ``2019/regionkontoret``. RefusedError when it is no such name."""
    found = _NAME.fullmatch(word.replace("\\", "/"))
    if found is None:
        raise RefusedError(f"{word} är inget plannamn; skriv år/förvaltning, till exempel 2019/regionkontoret")
    return found[1]


def chosen(snapshot: Snapshot, words: Sequence[str]) -> Choice:
    """Return the plans with these names, or of these years, in the order given; all when no word is."""
    if not words:
        return Choice(tuple(snapshot.plans.values()), tuple(snapshot.faults))
    names = list(dict.fromkeys(name for word in words for name in _meant(snapshot, plan_or_year(word))))
    plans: list[Plan] = []
    faults: list[Fault] = []
    for name in names:
        of_file = [fault for fault in snapshot.faults if fault.file == f"{name}.toml"]
        if name in snapshot.plans:
            plans.append(snapshot.plans[name])
        elif not of_file:
            raise RefusedError(_missing(name, snapshot))
        faults += of_file
    return Choice(tuple(plans), tuple(faults))


def _meant(snapshot: Snapshot, word: str) -> list[str]:
    """Return the names that a word stands for: every file of a year, also those that cannot be used."""
    if not _YEAR.fullmatch(word):
        return [word]
    broken = [file.removesuffix(".toml") for file in snapshot.broken if file.startswith(f"{word}/")]
    names = sorted({*(name for name in snapshot.plans if name.startswith(f"{word}/")), *broken})
    if not names:
        raise RefusedError(f"det finns inga planer för {word}; trafikljus status visar vilka som finns")
    return names


def usable(snapshot: Snapshot, name: str) -> Plan:
    """Return one plan. UnusableError when its file cannot be used; RefusedError when it has none."""
    choice = chosen(snapshot, [name])
    if not choice.plans:
        raise UnusableError(choice.faults)
    return choice.plans[0]


def _missing(name: str, snapshot: Snapshot) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, snapshot.plans, n=1)
    return f"planen {name} finns inte" + (
        f"; menade du {near[0]}?" if near else "; trafikljus status visar vilka som finns"
    )
