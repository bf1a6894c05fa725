"""Where everything stands in a page, and its table of contents: the headings, each with those below it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from exporters.document import Block, Heading


class Placed(NamedTuple):
    """A block with what the template chooses by, and its own place in the page's addresses."""

    kind: str
    block: Block
    id: str


@dataclass(slots=True)
class Entry:
    """A heading, where it stands in the page, and what is below it; below is filled while it is made."""

    heading: Heading
    id: str
    below: list[Entry] = field(default_factory=list)


def entries(blocks: Iterable[Placed]) -> list[Entry]:
    """Return the headings among the blocks as a tree, by their levels."""
    top: list[Entry] = []
    above: list[Entry] = []
    for _, block, id in blocks:
        if isinstance(block, Heading):
            entry = Entry(block, id)
            while above and above[-1].heading.level >= block.level:
                above.pop()
            (above[-1].below if above else top).append(entry)
            above.append(entry)
    return top
