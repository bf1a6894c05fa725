"""Sammanställning: for each fokusområde how many uppdrag go how well, somebody's verdict, and what is said of it.

The drafted sentences stand beside the kommentar unless they are part of it already. Where verdict and counts pull
apart, or the kommentar says what the counts no longer do, that is pointed out; nothing is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.checks.of_omraden import to_look_at
from data.counts import counts
from data.drafting import drafted, verdict
from data.plan import Fokusomrade
from data.status import AKTIVITET, UPPDRAG
from exporters.document import Block, Column, Heading, Paragraph, Table, paragraphs
from exporters.material import Subject
from exporters.report import PlanReport
from exporters.reports import cells, tallies
from exporters.reports.headings import sections
from exporters.reports.legends import legends

_OMRADE = Column("Fokusområde", 5)

Sections = Sequence[tuple[Fokusomrade, Heading]]


def blocks(subject: Subject) -> Iterator[Block]:
    """Return the tables of all fokusområden, then what there is to say of each."""
    found = tuple(sections(subject.plan))
    if found:
        yield Heading(2, "Uppdrag")
        yield from _uppdrag(found)
        yield Heading(2, "Aktiviteter")
        yield _aktiviteter(found)
    for omrade, heading in found:
        yield heading
        yield from _told(omrade, subject.period.forecast)


def _uppdrag(found: Sections) -> Iterator[Block]:
    counted = [counts(UPPDRAG, omrade.uppdrag) for omrade, _ in found]
    lines = [
        (((heading.told,), cells.status(UPPDRAG, omrade.status)), numbers)
        for (omrade, heading), numbers in zip(found, counted, strict=True)
    ]
    total = counts(UPPDRAG, (uppdrag for omrade, _ in found for uppdrag in omrade.uppdrag))
    yield tallies.tally_table(
        "Uppdrag per fokusområde: bedömning och antal av varje status",
        (_OMRADE, Column("Bedömning", 3)),
        UPPDRAG,
        [*lines, ((("Summa",), ()), total)],
        summed=True,
    )
    bars = [(heading.told, numbers) for (_, heading), numbers in zip(found, counted, strict=True)]
    yield tallies.chart("Uppdrag per fokusområde", UPPDRAG, bars)


def _aktiviteter(found: Sections) -> Table:
    below = [
        (heading.told, [one for uppdrag in omrade.uppdrag for one in uppdrag.aktiviteter])
        for omrade, heading in found
    ]
    below.append(("Summa", [one for _, aktiviteter in below for one in aktiviteter]))
    lines = [(((label,),), counts(AKTIVITET, aktiviteter)) for label, aktiviteter in below]
    caption = "Aktiviteter per fokusområde: antal av varje status"
    return tallies.tally_table(caption, (_OMRADE,), AKTIVITET, lines, summed=True)


def _told(omrade: Fokusomrade, forecast: bool) -> Iterator[Block]:
    if omrade.status is not None:
        yield Paragraph(f"{UPPDRAG.of(omrade.status).sign} {verdict(omrade, forecast=forecast)}")
    draft = drafted(omrade, forecast=forecast)
    if draft not in " ".join((omrade.kommentar or "").split()):
        yield Paragraph(draft)
    for told in to_look_at(omrade, forecast=forecast):
        yield Paragraph(f"Att uppmärksamma: {told}")
    yield from map(Paragraph, paragraphs(omrade.kommentar))
    shared = [uppdrag for uppdrag in omrade.uppdrag if uppdrag.regiongemensamt]
    own = [uppdrag for uppdrag in omrade.uppdrag if not uppdrag.regiongemensamt]
    if shared and own:
        kinds = (("Regiongemensamma uppdrag", shared), ("Egna uppdrag", own))
        yield tallies.tally_table(
            f"{omrade.namn}: regiongemensamma uppdrag och egna",
            (Column("Uppdrag", 5),),
            UPPDRAG,
            [(((label,),), counts(UPPDRAG, uppdrag)) for label, uppdrag in kinds],
        )


SAMMANSTALLNING = PlanReport("sammanstallning", "Sammanställning per fokusområde", blocks, legends, whole=True)
