"""Avvikelser: uppdrag that are not wholly fulfilled; aktiviteter that do not follow their plan, or rest."""

from __future__ import annotations

from collections.abc import Iterator

from data.deviations import Deviation, deviations
from data.plan import Uppdrag
from exporters.document import Block, Cell, Column, Heading, Judged, Paragraph, Table, paragraphs
from exporters.material import Subject
from exporters.report import PlanReport
from exporters.reports.cells import text
from exporters.reports.legends import legends
from exporters.reports.naming import Naming, status_of

_COLUMNS = (Column("Fokusområde", 3), Column("Ansvarig", 2), Column("Kommentar", 5))
_UPPDRAG = (Column("Uppdrag", 4), *_COLUMNS)
_AKTIVITETER = (Column("Aktivitet", 4), Column("Uppdrag", 3), *_COLUMNS)


def blocks(subject: Subject) -> Iterator[Block]:
    """Return how much deviates, then the uppdrag and the aktiviteter that do."""
    plan, naming = subject.plan, Naming(subject.plan)
    found = tuple(deviations(plan))
    uppdrag = tuple(_row(one, naming) for one in found if isinstance(one.item, Uppdrag))
    aktiviteter = tuple(_row(one, naming) for one in found if not isinstance(one.item, Uppdrag))
    all_uppdrag, all_aktiviteter = len(tuple(plan.uppdrag)), len(tuple(plan.aktiviteter))
    yield Paragraph(
        f"{len(uppdrag)} av {all_uppdrag} uppdrag och {len(aktiviteter)} av {all_aktiviteter} aktiviteter avviker."
    )
    if uppdrag:
        yield Heading(2, "Uppdrag")
        yield Table("Uppdrag som uppfylls delvis eller inte uppfylls", _UPPDRAG, uppdrag)
    if aktiviteter:
        yield Heading(2, "Aktiviteter")
        yield Table(
            "Aktiviteter som följer sin plan delvis eller inte, eller är pausade", _AKTIVITETER, aktiviteter
        )


def _row(found: Deviation, naming: Naming) -> tuple[Cell, ...]:
    item, status = found.item, status_of(found.item)
    assert status is not None  # noqa: S101  without one it would not deviate
    below = () if item is found.uppdrag else ((found.uppdrag.namn,),)
    where = (naming.omrade(found.omrade),)
    return ((Judged(status, item.namn),), *below, where, text(found.ansvarig), paragraphs(item.kommentar))


AVVIKELSER = PlanReport("avvikelser", "Avvikelser", blocks, legends)
