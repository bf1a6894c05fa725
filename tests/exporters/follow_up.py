"""Reports on a small invented region, and what stands in them."""

from __future__ import annotations

from data.mal import MalOchBudget
from data.period import Period
from data.plan import Plan
from exporters.dialects.dialect import told as written
from exporters.document import Block, Chart, Document, Heading, Paragraph, Table
from exporters.material import Earlier, Material, Subject
from exporters.report import document
from exporters.reports.registry import report_named
from tests.norrsken import DECIDED, KULTUR, PROVENANCE, REGION, REPORTED, TRAFIK


def subject(plan: Plan = KULTUR, period: str = "ur2", earlier: Plan | None = REPORTED) -> Subject:
    """One plan with what was reported before it, if anything was."""
    forvaltning = REGION.forvaltning(plan.forvaltning)
    before = None if earlier is None else Earlier(Period(earlier.ar, "ur1"), earlier)
    closed = () if before is None else (before,)
    return Subject(
        plan, forvaltning.namn if forvaltning else "", Period(plan.ar, period), PROVENANCE, before, closed
    )


def region(*plans: Plan, decided: tuple[MalOchBudget, ...] = (DECIDED,)) -> Material:
    """The region's plans together."""
    subjects = tuple(
        subject(plan, earlier=REPORTED if plan is KULTUR else None) for plan in plans or (KULTUR, TRAFIK)
    )
    return Material(subjects, REGION, {each.ar: each for each in decided}, PROVENANCE)


def told(name: str, *subjects: Subject) -> Document:
    """A report on some plans."""
    material = Material(subjects or (subject(),), REGION, {DECIDED.ar: DECIDED}, PROVENANCE)
    return document(report_named(name), material)


def told_of_region(name: str, *plans: Plan, decided: tuple[MalOchBudget, ...] = (DECIDED,)) -> Document:
    """A report on the region's plans together."""
    return document(report_named(name), region(*plans, decided=decided))


def tables(found: Document) -> list[Table]:
    """The tables of a document."""
    return [block for block in found.blocks if isinstance(block, Table)]


def charts(found: Document) -> list[Chart]:
    """The charts of a document."""
    return [block for block in found.blocks if isinstance(block, Chart)]


def headings(found: Document) -> list[str]:
    """The headings of a document."""
    return [heading.told for heading in found.headings]


def said(found: Document) -> list[str]:
    """The paragraphs of a document."""
    return [block.text for block in found.blocks if isinstance(block, Paragraph)]


def below(found: Document, heading: str) -> list[Block]:
    """What stands below a heading of a document, up to the next one."""
    blocks = iter(found.blocks)
    for block in blocks:
        if isinstance(block, Heading) and block.told == heading:
            break
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            break
        kept.append(block)
    return kept


def plain(table: Table) -> list[list[str]]:
    """The rows of a table as texts: a status as sign and word, parts of a cell on lines of their own."""
    return [["\n".join(written(part) for part in cell) for cell in row] for row in table.rows]
