"""The example region's history: `historia.toml` as the versions to commit and the reports that were closed.

The package holds each plan as it is today. What it was like at each step follows from what had been judged by then,
and the text of that version is today's text with the difference taken back, so that hand-written comments stay.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar, cast

from data.changes import with_field
from data.demo import source
from data.describe import describe
from data.difference import diff
from data.plan import CHILD_FIELDS, Item, Plan, own_fields
from data.region import FILE as REGION_FILE
from data.region import read_region
from data.rereading import read
from data.writing import edit

_JUDGED = ("status", "kommentar", "utfall")
"""Fields that an item gets when somebody judges it."""

_Owner = TypeVar("_Owner", bound=Item | Plan)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who did something, and when."""

    namn: str
    epost: str
    tid: datetime
    """With its offset from UTC."""


@dataclass(frozen=True, slots=True)
class Version:
    """One commit: files with their whole text, by path in the region."""

    by: Signature
    message: str
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Closing:
    """One report that was closed: an annotated tag on what was the latest version."""

    by: Signature
    tag: str
    message: str


@dataclass(slots=True)
class _Stage:
    """How far a plan has come."""

    settled: set[str] = field(default_factory=set)
    """Items that are as they are today."""
    hidden: set[str] = field(default_factory=set)
    """Items that are not in the plan yet."""
    values: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    """Fields of items that are not settled, by id."""

    def take(self, step: Mapping[str, Any], today: Plan) -> None:
        """Go one step further."""
        self.hidden -= _with_all_below(today, step.get("nya", ()))
        self.settled |= _with_all_below(today, step.get("slutligt", ()))
        self.values |= step.get("satt", {})

    def of(self, owner: _Owner) -> _Owner:
        """Return a plan or an item, with all below it, as it was at this stage."""
        kind = cast("type[Item] | type[Plan]", type(owner))
        if not isinstance(owner, Plan) and owner.id not in self.settled:
            unjudged = {name: None for name in _JUDGED if name in own_fields(kind)}
            for name, value in (unjudged | dict(self.values.get(owner.id, {}))).items():
                owner = with_field(owner, name, value)
        children: dict[str, Any] = {
            name: tuple(self.of(child) for child in getattr(owner, name) if child.id not in self.hidden)
            for name in CHILD_FIELDS[kind].values()
        }
        made: _Owner = cast("Any", replace)(owner, **children)
        return made


def history() -> list[Version | Closing]:
    """Return all that happened in the example region, in order of time."""
    told = tomllib.loads(source.text("historia.toml"))
    people, steps = told["personer"], told["steg"]
    versions = [version for name in _plans(steps) for version in _plan_versions(name, steps, people)]
    versions += [_plain_version(step, people) for step in steps if "filer" in step]
    closings = [closing for report in told["rapport"] for closing in _closings(report, people)]
    return sorted([*versions, *closings], key=lambda happening: happening.by.tid)


def _plans(steps: Sequence[Mapping[str, Any]]) -> list[str]:
    return list(dict.fromkeys(step["plan"] for step in steps if "plan" in step))


def _plain_version(step: Mapping[str, Any], people: Mapping[str, Any]) -> Version:
    texts = {relative: source.text(relative) for relative in step["filer"]}
    return Version(_signature(step["av"], step["tid"], people), step["rubrik"] + "\n", texts)


def _plan_versions(name: str, steps: Sequence[Mapping[str, Any]], people: Mapping[str, Any]) -> Iterator[Version]:
    file = f"{name}.toml"
    own = [step for step in steps if step.get("plan") == name]
    plans, texts = _versions(source.text(file), own)
    before: Plan | None = None
    for step, plan, text in zip(own, plans, texts, strict=True):
        yield Version(_signature(step["av"], step["tid"], people), describe(before, plan), {file: text})
        before = plan


def _versions(text: str, steps: Sequence[Mapping[str, Any]]) -> tuple[list[Plan], list[str]]:
    """Return a plan as it was after each step, as a value and as a file's text; `text` is today's."""
    today = read(text)
    stage = _Stage(hidden=_with_all_below(today, [id for step in steps for id in step.get("nya", ())]))
    plans = []
    for step in steps:
        stage.take(step, today)
        plans.append(stage.of(today))
    texts: list[str] = []
    later = today
    for plan in reversed(plans):
        text, later = edit(text, later, diff(later, plan)).text, plan
        texts.append(text)
    return plans, texts[::-1]


def _with_all_below(plan: Plan, ids: Sequence[str]) -> set[str]:
    """Return these items' ids and those of all that stands below them. KeyError for an unknown id."""
    found = {plan.items[id].id for id in ids}
    found.update(id for id, parent in plan.parents.items() if parent in found)
    found.update(id for id, parent in plan.parents.items() if parent in found)
    return found


def _closings(report: Mapping[str, Any], people: Mapping[str, Any]) -> Iterator[Closing]:
    region, _ = read_region(source.text(REGION_FILE))
    for forvaltning in region.forvaltningar if region else ():
        by = _signature(report["av"][forvaltning.id], report["tid"], people)
        tag = f"rapport/{report['namn']}/{forvaltning.id}"
        yield Closing(by, tag, f"{forvaltning.namn}: {report['meddelande']}\n")


def _signature(person: str, time: datetime, people: Mapping[str, Any]) -> Signature:
    return Signature(people[person]["namn"], people[person]["epost"], time)
