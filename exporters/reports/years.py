"""A report on several years tells them one by one, the newest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from data.mal import FILE
from data.malmatris import Malmatris, malmatris
from data.overview import years
from exporters.document import Block, Heading, Paragraph, lowered
from exporters.material import Material, Subject


def year_by_year(
    material: Material, blocks: Callable[[int, tuple[Subject, ...]], Iterable[Block]]
) -> Iterator[Block]:
    """Give the blocks on each year's plans, below a heading for the year when there are several."""
    found = years(subject.plan for subject in material.subjects)
    for ar in found:
        told = blocks(ar, tuple(subject for subject in material.subjects if subject.plan.ar == ar))
        if len(found) > 1:
            yield Heading(2, str(ar))
            yield from map(lowered, told)
        else:
            yield from told


def decided_year_by_year(
    material: Material, blocks: Callable[[Malmatris, tuple[Subject, ...]], Iterable[Block]]
) -> Iterator[Block]:
    """Give the blocks on what was decided for each year, as above; where nothing was, that is told."""

    def year(ar: int, subjects: tuple[Subject, ...]) -> Iterable[Block]:
        decided = material.decided.get(ar)
        if decided is None:
            return (Paragraph(f"Här finns ingen Mål och budget för {ar}; lägg till {ar}/{FILE}."),)
        return blocks(malmatris(decided, material.region, (subject.plan for subject in subjects)), subjects)

    return year_by_year(material, year)
