"""Att göra: what is not judged, what has no comment and what nobody has touched since the last closed report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from data.plan import Aktivitet, Item, Plan, Uppdrag
from data.todo import Reason, judged, todo
from data.wording import listed
from exporters.document import Block, Cell, Column, Paragraph, Table
from exporters.material import Subject
from exporters.report import PlanReport
from exporters.reports.cells import number, text
from exporters.reports.headings import sections
from exporters.reports.naming import Naming, kind

_LEFT = (Column("Vad", 6), Column("Slag", 2), Column("Ansvarig", 2), Column("Att göra", 3))
_PROGRESS = (
    Column("Fokusområde", 4),
    Column("Uppdrag", 2, numeric=True),
    Column("Bedömda", 2, numeric=True),
    *(Column(reason.label[0].upper() + reason.label[1:], 3, numeric=True) for reason in Reason),
)


Left = Mapping[str, tuple[Reason, ...]]
"""Why each item that needs somebody does, by id."""


def blocks(subject: Subject) -> Iterator[Block]:
    """Return how far the work has come, then what is left in each fokusområde."""
    plan, naming = subject.plan, Naming(subject.plan)
    left = {one.id: one.reasons for one in todo(plan, subject.earlier.plan if subject.earlier else None)}
    parts = [(heading, replace(plan, fokusomraden=(omrade,))) for omrade, heading in sections(plan)]
    told = f"Uppdrag: {judged(plan)}."
    yield Paragraph(told if left else f"{told} Ingenting är kvar att göra.")
    if left:
        rows = [_progress(heading.told, part, left) for heading, part in parts]
        rows.append(_progress("Summa", plan, left))
        yield Table("Vad som är kvar per fokusområde", _PROGRESS, tuple(rows), summed=True)
    for heading, part in parts:
        rows = [_row(item, left[id], naming) for id, item in part.items.items() if id in left]
        if rows:
            yield heading
            yield Table(f"{heading.told}: vad som är kvar att göra", _LEFT, tuple(rows))


def _progress(label: str, part: Plan, left: Left) -> tuple[Cell, ...]:
    done, of = judged(part)
    counted = Counter(reason for id in part.items for reason in left.get(id, ()))
    return ((label,), number(of), number(done), *(number(counted[reason]) for reason in Reason))


def _row(item: Item, reasons: Iterable[Reason], naming: Naming) -> tuple[Cell, ...]:
    ansvarig = item.ansvarig if isinstance(item, Uppdrag | Aktivitet) else None
    return naming.judged(item), (kind(item),), text(ansvarig), (listed([reason.label for reason in reasons]),)


ATT_GORA = PlanReport("att-gora", "Att göra", blocks, compares=True, whole=True)
