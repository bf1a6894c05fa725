"""Small plans for the rules to look at, and what they find."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from data.checks.folder import Folder
from data.checks.run import Remark, remarks
from data.history import Event
from data.mal import MalOchBudget
from data.plan import Fokusomrade, Plan, Uppdrag
from data.region import Region
from data.snapshot import Snapshot
from data.writing import write

TODAY = date(2025, 10, 6)


def plan_of(
    *uppdrag: Uppdrag, namn: str = "Närhet", kommentar: str | None = None, status: str | None = None
) -> Plan:
    """Return a plan for 2025 with one fokusområde."""
    return Plan("kultur", 2025, fokusomraden=(Fokusomrade("1.1", namn, status, kommentar, uppdrag=uppdrag),))


def with_comments(*comments: str, status: str | None = None) -> Plan:
    """Return a plan with one uppdrag for each comment: u1, u2 …"""
    return plan_of(
        *(Uppdrag(f"u{n}", f"Uppdrag nummer {n}", status, comment) for n, comment in enumerate(comments, 1))
    )


def found(
    *plans: Plan,
    rule: str = "",
    decided: MalOchBudget | None = None,
    region: Region | None = None,
    past: Sequence[Event] = (),
    broken: Iterable[str] = (),
    mal_text: str = "",
    region_text: str = "",
) -> list[Remark]:
    """Return what one rule finds, or all of them, in plans written as new files."""
    texts = {f"{plan.name}.toml": write(plan) for plan in plans}
    texts |= {"2025/mal-och-budget.toml": mal_text, "region.toml": region_text}
    years = {decided.ar: decided} if decided else {}
    snapshot = Snapshot(region, {plan.name: plan for plan in plans}, (), tuple(broken), None, years)
    told = remarks(Folder(snapshot, lambda path: texts[path], lambda name: past, TODAY))
    return [remark for remark in told if rule in ("", remark.rule)]


def lines(plan: Plan, remarks: Iterable[Remark]) -> list[str]:
    """Return what stands in a plan's file from where each remark points, to the end of the line."""
    text = write(plan).split("\n")
    return [text[remark.line - 1][remark.column - 1 :] for remark in remarks]
