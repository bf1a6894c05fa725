"""What a report is, and how one becomes a document: for one plan, for several together, for the region."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from data.look import PLAIN, Look
from data.overview import years
from data.period import Period
from exporters.document import Block, Document, Heading, Paragraph, lowered
from exporters.material import Material, Subject
from exporters.selection import Selection, selected

_NOTHING = "Det finns inget att redovisa här."


@dataclass(frozen=True, slots=True)
class PlanReport:
    """A report on one plan. Several plans in one document have a heading each."""

    name: str
    """How it is chosen, and the end of its files' names: ``bilaga``."""
    title: str
    blocks: Callable[[Subject], Iterable[Block]]
    """What it says of a plan; its headings begin at level 2."""
    preface: Callable[[Period], tuple[Block, ...]] = lambda _period: ()
    """What comes first, once, whatever plans follow: legends."""
    compares: bool = False
    """Whether it looks at the closed report before this one, which then has to be read."""
    follows: bool = False
    """Whether it looks at all closed reports of the year."""
    whole: bool = False
    """Whether it counts, so that a selection of what the plan holds would make it say what is not so."""


@dataclass(frozen=True, slots=True)
class RegionReport:
    """A report on all plans together."""

    name: str
    title: str
    blocks: Callable[[Material], Iterable[Block]]
    """What it says; its headings begin at level 2."""
    compares: bool = False
    """Whether it looks at the closed reports before this one, which then have to be read."""
    follows: bool = False
    """Whether it looks at all closed reports of the year."""
    whole: bool = False
    """Whether it counts, so that a selection of what the plans hold would make it say what is not so."""
    spans: bool = False
    """Whether it tells plans of several years together."""


Report = PlanReport | RegionReport


@dataclass(frozen=True, slots=True)
class Wishes:
    """How somebody wants the documents, whatever the report and the format."""

    title: str | None = None
    """Instead of the report's own title."""
    draft: bool = False
    look: Look = PLAIN
    only: Selection | None = None
    """The part of the plans that it is about; the document says so. None: the whole of them."""


AS_IT_IS = Wishes()
"""No wishes."""


def document(report: Report, material: Material, wishes: Wishes = AS_IT_IS) -> Document:
    """Return a report on all of the material as one document. The material has at least one plan."""
    if wishes.only is not None:
        material = selected(material, wishes.only)
    first, *others = material.subjects
    whole = bool(others) or isinstance(report, RegionReport)
    if isinstance(report, RegionReport):
        blocks = tuple(report.blocks(material))
    elif others:
        blocks = (*report.preface(first.period), *_together(report, material))
    else:
        blocks = (*report.preface(first.period), *report.blocks(first))
    return Document(
        title=wishes.title or report.title,
        owner=material.region.namn if whole and material.region else first.namn,
        period=_period(material),
        blocks=(*_selection(wishes), *(blocks or (Paragraph(_NOTHING),))),
        provenance=material.provenance if others else first.provenance,
        draft=wishes.draft,
        contents=bool(others) and isinstance(report, PlanReport),
        look=wishes.look,
    )


def _period(material: Material) -> str:
    """Return what is reported on: the report, or the years when they are several."""
    told = years(subject.plan for subject in material.subjects)
    return f"{told[-1]}–{told[0]}" if len(told) > 1 else material.subjects[0].period.title


def _selection(wishes: Wishes) -> Iterator[Block]:
    if wishes.only is not None:
        yield Paragraph(f"{wishes.only.told}.")


def _together(report: PlanReport, material: Material) -> Iterator[Block]:
    years = len({subject.plan.ar for subject in material.subjects}) > 1
    for subject in material.subjects:
        yield Heading(2, f"{subject.namn} {subject.plan.ar}" if years else subject.namn)
        if subject.provenance is not None:
            yield Paragraph(subject.provenance.told)
        told = tuple(report.blocks(subject))
        yield from map(lowered, told or (Paragraph(_NOTHING),))
