"""`trafikljus new`: next year's plans, with what is not finished; shown first, written in one commit."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from tui.arguments import Parser, utf8
from tui.choosing import usable
from tui.committing import committed
from tui.guard import DONE, FOUND, RefusedError
from tui.region_root import region_root
from tui.terminal import say, tell

if TYPE_CHECKING:
    from data.new_year import NewYear
    from data.plan import Plan
    from data.snapshot import Snapshot
    from data.workspace import Workspace
    from tui.year_drafts import Draft

SUMMARY = "gör nästa års planer av det som inte är klart"

_YEAR = re.compile(r"[0-9]{4}")


def add_arguments(parser: Parser) -> None:
    """Tell the parser what the verb takes."""
    parser.add_argument("year", metavar="ÅR", help="året som planerna ska gälla, till exempel 2020")
    parser.add_argument("--from", dest="before", metavar="ÅR", help="året som de görs av; utan: året före")
    parser.add_argument("--forvaltning", metavar="ID", help="till exempel regionkontoret; utan: alla årets planer")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--alla", action="store_true", help="ta med allt, också det som uppfylls eller är klart")
    which.add_argument(
        "--valj", action="append", metavar="ID", help="ta med just det uppdraget; kan anges flera gånger"
    )
    parser.add_argument(
        "--karta",
        action="append",
        default=[],
        type=utf8,
        metavar="GAMMALT=NYTT",
        help="vad ett fokusområde blir, som 1.4=2.3; tomt efter = låter det vara; kan anges flera gånger",
    )
    parser.add_argument("--ja", action="store_true", help="skriv planerna utan att fråga")


def run(arguments: Namespace) -> int:
    """Show the plans, and write and commit them all together; without `--ja` only after a yes on a terminal."""
    from data.workspace import Workspace
    from tui.year_drafts import agreed, shown

    ar = _year(arguments.year)
    before = _year(arguments.before) if arguments.before is not None else ar - 1
    if before >= ar:
        raise RefusedError(f"{before} kommer inte före {ar}; ange ett tidigare år med --from")
    with closing(Workspace(region_root(arguments.here))) as workspace:
        snapshot = workspace.load()
        olds = list(_olds(snapshot, ar, before, arguments.forvaltning))
        drafts = [_draft(snapshot, old, ar, arguments) for old in olds]
        told = _told(arguments.karta, snapshot, olds, ar)
        asking = not arguments.ja and sys.stdin.isatty() and sys.stdout.isatty()
        plans = list(agreed(drafts, told)) if asking else shown(drafts, told)
        if not plans or not (asking or arguments.ja):
            say("Ingenting är skrivet." + " Lägg till --ja för att skriva planerna." * bool(plans))
            return FOUND
        _write(workspace, plans)
    return DONE


def _year(word: str) -> int:
    if _YEAR.fullmatch(word) is None:
        raise RefusedError(f"{word} är inget år; skriv till exempel 2020")
    return int(word)


def _olds(snapshot: Snapshot, ar: int, before: int, forvaltning: str | None) -> Iterator[Plan]:
    """Give the plans to make new ones of; those that have one already are told, and left out."""
    if forvaltning is not None:
        names = [usable(snapshot, f"{before}/{forvaltning}").name]
    else:
        broken = [file for file in snapshot.broken if file.startswith(f"{before}/")]
        if broken:
            raise RefusedError(
                f"{broken[0]} går inte att läsa; rätta den (trafikljus check), eller ange --forvaltning"
            )
        names = [name for name, plan in snapshot.plans.items() if plan.ar == before]
    if not names:
        raise RefusedError(f"det finns inga planer för {before}")
    there = {*snapshot.plans, *(file.removesuffix(".toml") for file in snapshot.broken)}
    new = {name: f"{ar}/{snapshot.plans[name].forvaltning}" for name in names}
    if there.issuperset(new.values()):
        raise RefusedError(f"{', '.join(new.values())} finns redan; det som finns skrivs aldrig över")
    for name in names:
        if new[name] in there:
            tell(f"{new[name]} finns redan, och lämnas som den är")
        else:
            yield snapshot.plans[name]


def _told(words: Sequence[str], snapshot: Snapshot, olds: Sequence[Plan], ar: int) -> dict[str, str]:
    """Return what somebody says that fokusområden become. RefusedError for what there is not."""
    from data.mal import FILE

    told = {old.strip(): new.strip() for old, _, new in (word.partition("=") for word in words)}
    decided = snapshot.decided.get(ar)
    if told and decided is None:
        raise RefusedError(f"{ar}/{FILE} finns inte; --karta säger vad fokusområden blir i den")
    new_ids = [omrade.id for omrade in decided.fokusomraden] if decided else []
    old_ids = {omrade.id for plan in olds for omrade in plan.fokusomraden}
    for old, new in told.items():
        if old not in old_ids:
            raise RefusedError(f"fokusområdet {old} finns inte i planerna; välj {', '.join(sorted(old_ids))}")
        if new and new not in new_ids:
            raise RefusedError(f"fokusområdet {new} finns inte i {ar}/{FILE}; välj {', '.join(new_ids)}")
    return told


def _draft(snapshot: Snapshot, old: Plan, ar: int, arguments: Namespace) -> Draft:
    """Return a plan to make a new one of, with what the arguments choose. RefusedError for what there is not."""
    from data.new_year import everything, only, unfinished
    from tui.year_drafts import Draft, year_for

    wanted: list[str] | None = arguments.valj
    if wanted is None:
        chosen = everything(old) if arguments.alla else unfinished(old)
    elif arguments.forvaltning is None:
        raise RefusedError("--valj gäller en enda plan; ange också --forvaltning")
    else:
        known = {uppdrag.id for uppdrag in old.uppdrag}
        for id in wanted:
            if id not in known:
                raise RefusedError(f"{id} är inget uppdrag i {old.name}")
        chosen = only(old, wanted)
    return Draft(old, year_for(snapshot, old, ar), chosen)


def _write(workspace: Workspace, plans: Sequence[NewYear]) -> None:
    """Write the plans and commit them together; what was written before something went wrong too."""
    written: list[str] = []
    try:
        for found in plans:
            written.append(workspace.create(found.plan).name)
    finally:
        if written:
            files = ", ".join(f"{name}.toml" for name in written)
            commit = committed(lambda: workspace.commit(*written), files)
            if commit is not None:
                say(f"{commit.short} {commit.subject}")
                say(f"Ångra alltihop: git revert --no-edit {commit.short}")
