"""All rules on a region's folder, less what is silenced, each finding with its file, line and column."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from data.checks import places
from data.checks.folder import Folder
from data.checks.registry import RULES
from data.checks.rule import Hit, Level, PlanSeen, RegionSeen, Rule, YearSeen
from data.checks.silences import is_silenced, rules_of
from data.faults import Fault
from data.mal import FILE as MAL_FILE
from data.plan import Plan
from data.plan_files import name_of, path_of
from data.region import FILE as REGION_FILE

FORM = "filens-form"
"""The rule of what the readers of files find: it has no room here, and cannot be silenced."""


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """Something that is to be seen to in a file: a reader's fault or warning, or what a rule has found."""

    file: str
    line: int
    column: int
    message: str
    level: Level
    rule: str

    def __str__(self) -> str:
        level = "" if self.level is Level.FEL else f"{self.level}: "
        rule = "" if self.rule == FORM else f" [{self.rule}]"
        return f"{self.file}:{self.line}:{self.column}: {level}{self.message}{rule}"


def of_fault(fault: Fault) -> Remark:
    """Return what a reader has found as a remark."""
    level = Level.VARNING if fault.warning else Level.FEL
    return Remark(fault.file, fault.line, fault.column, fault.message, level, FORM)


def remarks(folder: Folder, plans: Collection[str] | None = None) -> tuple[Remark, ...]:
    """Return what the rules find, in the order of files and lines: in these plans, or in all files there are."""
    found: list[Remark] = []
    for name, plan in folder.snapshot.plans.items():
        if plans is None or name in plans:
            found += _of_plan(folder, plan)
    if plans is None:
        for ar in folder.snapshot.decided:
            found += _of_year(folder, ar)
        found += _of_region(folder)
    return tuple(sorted(found))


def _of_plan(folder: Folder, plan: Plan) -> Iterator[Remark]:
    past = partial(folder.past, plan.name)
    seen = PlanSeen(plan, folder.snapshot.decided.get(plan.ar), folder.today, past, RULES)
    hits = [(rule, hit) for rule in _heard(folder) for hit in rule.in_plan(seen)]
    silenced = {item.id: rules_of(item.tysta) for item in plan.items.values() if item.tysta}
    path = path_of(plan.name)
    heard = [(rule, hit) for rule, hit in hits if not is_silenced(hit, rule.name, silenced)]
    return _placed(folder, path, heard, places.in_plan)


def _of_year(folder: Folder, ar: int) -> Iterator[Remark]:
    decided, region = folder.snapshot.decided[ar], folder.snapshot.region
    if region is None:
        return iter(())  # without it, nobody knows which nämnd has which plan
    plans = [plan for plan in folder.snapshot.plans.values() if plan.ar == ar]
    names = filter(None, map(name_of, folder.snapshot.broken))
    unread = {name.partition("/")[2] for name in names if name.startswith(f"{ar:04}/")}
    seen = YearSeen(decided, region, plans, unread, RULES)
    silenced = {mal.id: rules_of(mal.tysta) for mal in decided.mal if mal.tysta}
    hits = [(rule, hit) for rule in _heard(folder) for hit in rule.in_year(seen)]
    heard = [(rule, hit) for rule, hit in hits if not is_silenced(hit, rule.name, silenced)]
    return _placed(folder, f"{ar:04}/{MAL_FILE}", heard, lambda text, hit: places.in_year(text, decided, hit))


def _of_region(folder: Folder) -> Iterator[Remark]:
    region = folder.snapshot.region
    if region is None:
        return iter(())
    seen = RegionSeen(region, RULES)
    hits = [(rule, hit) for rule in _heard(folder) for hit in rule.in_region(seen)]
    return _placed(folder, REGION_FILE, hits, places.in_region)


def _heard(folder: Folder) -> list[Rule]:
    """Return the rules that the region has not silenced."""
    region = folder.snapshot.region
    silenced = {tyst.regel for tyst in region.tysta} if region else set()
    return [rule for rule in RULES.values() if rule.name not in silenced]


def _placed(
    folder: Folder, path: str, hits: Iterable[tuple[Rule, Hit]], place: Callable[[str, Hit], places.Place]
) -> Iterator[Remark]:
    text: str | None = None
    for rule, hit in hits:
        text = folder.text(path) if text is None else text
        yield Remark(path, *place(text, hit), hit.message, rule.level, rule.name)
