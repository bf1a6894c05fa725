"""Förändringar: what has happened since the closed report before this one, item by item, and what has not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from data.comparison import Comparison, compare
from data.indicators import DIRECTIONS
from data.plan import KINDS, Item
from data.wording import field_label, named_kind, phrase
from exporters.document import Block, Cell, Column, Heading, Paragraph, Table
from exporters.material import Subject
from exporters.report import PlanReport
from exporters.reports import cells
from exporters.reports.legends import legends
from exporters.reports.naming import Naming, kind

_NOTHING_BEFORE = "Det finns ingen tidigare stängd rapport att jämföra med än."

_WHAT, _KIND, _WHERE = Column("Vad", 5), Column("Slag", 2), Column("Fokusområde", 3)


def blocks(subject: Subject) -> Iterator[Block]:
    """Return what has happened to the plan, sort by sort."""
    if subject.earlier is None:
        yield Paragraph(_NOTHING_BEFORE)
        return
    found = compare(subject.earlier.plan, subject.plan)
    changed = any((found.new, found.gone, found.moved, found.rejudged, found.edited))
    told = f"Jämfört med {subject.earlier.period.title}."
    yield Paragraph(told if changed else f"{told} Ingenting har ändrats sedan dess.")
    if changed:
        yield _summary(found)
        for heading, table in _sorts(found):
            if table.rows:
                yield Heading(2, heading)
                yield table


def _summary(found: Comparison) -> Table:
    now = found.now.items
    sorts: dict[str, tuple[Item, ...]] = {
        "Ändrad bedömning": tuple(now[change.id] for change in found.rejudged),
        "Andra uppgifter": tuple(now[id] for id in dict.fromkeys(change.id for change in found.edited)),
        "Nya": found.new,
        "Borttagna": found.gone,
        "Flyttade": tuple(now[change.id] for change in found.moved),
        "Orörda": found.untouched,
    }
    rows = tuple(
        (
            (named_kind(each, 2).capitalize(),),
            *(cells.number(sum(isinstance(item, each) for item in items)) for items in sorts.values()),
        )
        for each in KINDS.values()
    )
    columns = (Column("Slag", 3), *(Column(head, 2, numeric=True) for head in sorts))
    return Table("Hur många av varje slag som har ändrats", columns, rows)


def _sorts(found: Comparison) -> Iterator[tuple[str, Table]]:
    """Give a heading and a table for each sort of change, and for what has had none."""
    then, now = Naming(found.then), Naming(found.now)
    yield "Ändrad bedömning", _rejudged(found, now)
    yield "Nytt", _listed("Det som har tillkommit", now, found.new)
    yield "Borttaget", _listed("Det som har tagits bort", then, found.gone)
    yield "Flyttat", _moved(found, now)
    yield "Andra uppgifter", _edited(found, now)
    yield "Orört", _listed("Uppdrag som är orörda, med alla sina aktiviteter", now, found.at_rest)


def _rejudged(found: Comparison, naming: Naming) -> Table:
    rows = []
    for change in found.rejudged:
        item = found.now.items[change.id]
        if item.SCALE is not None:
            statuses = (cells.status(item.SCALE, value) for value in (change.old, change.new))
            rows.append((*naming.placed(item), *statuses))
    return Table("Bedömningar då och nu", (_WHAT, _WHERE, Column("Då", 2), Column("Nu", 2)), tuple(rows))


def _listed(caption: str, naming: Naming, items: Iterable[Item]) -> Table:
    rows = ((naming.judged(item), (kind(item),), cells.text(naming.omrade(item))) for item in items)
    return Table(caption, (_WHAT, _KIND, _WHERE), tuple(rows))


def _moved(found: Comparison, naming: Naming) -> Table:
    rows = []
    for change in found.moved:
        item = found.now.items[change.id]
        rows.append((*naming.placed(item), (phrase(change, item, found.then.items),)))
    return Table("Det som har flyttats", (_WHAT, _WHERE, Column("Flytt", 4)), tuple(rows))


def _edited(found: Comparison, naming: Naming) -> Table:
    rows = []
    for change in found.edited:
        label = field_label(change.field)
        values = (_value(change.field, value) for value in (change.old, change.new))
        rows.append((*naming.placed(found.now.items[change.id]), (label[:1].upper() + label[1:],), *values))
    columns = (_WHAT, _WHERE, Column("Uppgift", 2), Column("Då", 5), Column("Nu", 5))
    return Table("Andra uppgifter då och nu", columns, tuple(rows))


def _value(field: str, value: Any) -> Cell:
    return cells.field(DIRECTIONS.get(value, value) if field == "riktning" else value)


FORANDRINGAR = PlanReport("forandringar", "Förändringar", blocks, legends, compares=True)
