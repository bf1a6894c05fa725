"""A report on several years tells them one by one, the newest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from data.overview import years
from exporters.document import Block, Heading, lowered
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
