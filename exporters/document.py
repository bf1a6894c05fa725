"""A report as a value, free of any format: every report makes one, every format renders it.

All text is raw: it is the format that escapes, wraps and shows control characters. A status goes as a `Status`,
so that a format can give its sign, word and colour together, never the colour alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from data.look import PLAIN, Look
from data.provenance import Provenance
from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG, Status
from data.wording import with_status


@dataclass(frozen=True, slots=True)
class Judged:
    """A text with the status that was given to what it names."""

    status: Status
    text: str
    """What is judged; empty where the status stands alone, as in a column of its own."""

    @property
    def told(self) -> str:
        """The status as it stands before the text: sign and word."""
        return f"{self.status.sign} {self.status.short}"


Part = str | Judged
"""What stands in a cell: a paragraph, where a newline is a line break, or a judged text."""

Cell = tuple[Part, ...]
"""All that stands in one cell, in order; empty when there is nothing to say."""


Place = tuple[str, str]
"""Where in the plans something stands: the plan's name and the item's id, `PLAN_ID` for the plan itself."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the title. Levels are never skipped, so that a screen reader can follow them."""

    level: int
    """From 2; the document's title is 1."""
    text: str
    number: str | None = None

    @property
    def told(self) -> str:
        """Number and text together."""
        return self.text if self.number is None else f"{self.number} {self.text}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a newline in it is a line break."""

    text: str


@dataclass(frozen=True, slots=True)
class Legend:
    """What the signs of one scale mean."""

    intro: str
    statuses: tuple[Status, ...]
    per_line: int = 3

    @property
    def lines(self) -> Iterator[tuple[str, ...]]:
        """Sign and label of each status, some to a line."""
        told = tuple(f"{status.sign} {status.label}" for status in self.statuses)
        return (told[start : start + self.per_line] for start in range(0, len(told), self.per_line))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    head: str
    share: int = 1
    """How much of the table's width it takes, beside the shares of the others."""
    numeric: bool = False
    """Whether its cells are numbers, which stand to the right."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. The first cell of a row is what the row is about; the heads come again on every page."""

    caption: str
    """What the table tells, for who cannot see what stands around it. Formats without captions leave it out."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    summed: bool = False
    """Whether the last row sums up the others: it stays last, however they are sorted."""
    places: tuple[tuple[Place, ...], ...] = ()
    """What in the plans each row is about, for a screen that one can go on from; empty where none does."""

    @property
    def broad(self) -> bool:
        """Whether an upright page is too narrow: for many columns of text, or for the words of their heads."""
        room = _LETTERS / sum(column.share for column in self.columns)
        texts = sum(not column.numeric for column in self.columns)
        words = ((word, column.share * room) for column in self.columns for word in column.head.split())
        return texts > MOST_UPRIGHT or any(len(word) > width - _BETWEEN for word, width in words)

    @property
    def crowded(self) -> bool:
        """Whether its columns are so many that text in them has to be small, also on a page that lies down."""
        return len(self.columns) > _CROWD


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: a number of each status, in the order of the scale; those that are none are left out."""

    label: str
    parts: tuple[tuple[Status, int], ...]

    @property
    def total(self) -> int:
        """The whole bar."""
        return sum(number for _, number in self.parts)

    @property
    def told(self) -> str:
        """The bar's numbers in words: ``14 uppfylls, 3 delvis``."""
        return ", ".join(with_status(number, status) for status, number in self.parts) or "inget"


@dataclass(frozen=True, slots=True)
class Chart:
    """Stacked bars of statuses. It adds nothing to the numbers, which stand in a table beside it."""

    title: str
    description: str
    """What the picture shows, for who cannot see it."""
    bars: tuple[Bar, ...]

    @property
    def statuses(self) -> tuple[Status, ...]:
        """Every status that some bar has a part of, in the order of its scale."""
        return each_once(status for bar in self.bars for status, _ in bar.parts)


Block = Heading | Paragraph | Legend | Table | Chart


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report."""

    title: str
    owner: str
    """The förvaltning or the region, as people name it: first in the page header."""
    period: str
    """What is reported on, as ``Årsredovisning 2019``: second in the page header."""
    blocks: tuple[Block, ...]
    provenance: Provenance | None = None
    draft: bool = False
    """Whether every page says that this is `DRAFT`."""
    contents: bool = False
    """Whether a table of contents, made of the headings, comes after the title."""
    look: Look = PLAIN
    lang: str = "sv"

    @property
    def whose(self) -> str:
        """Whose report it is and on what, which stands below the title whatever stands at the head of pages."""
        return f"{self.owner}, {self.period}"

    @property
    def header(self) -> str:
        """What stands at the head of every page, besides `DRAFT`."""
        return self.look.header or self.whose

    @property
    def footer(self) -> str:
        """What stands at the foot of every page, besides the page's number: what the document was made from."""
        told = (self.look.footer, self.provenance.told if self.provenance else None)
        return " · ".join(filter(None, told))

    @property
    def wide(self) -> bool:
        """Whether its pages lie down, for the sake of a broad table."""
        return any(isinstance(block, Table) and block.broad for block in self.blocks)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Every heading below the title, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))


def lowered(block: Block) -> Block:
    """Return a block as it stands below one more heading."""
    return replace(block, level=block.level + 1) if isinstance(block, Heading) else block


def each_once(statuses: Iterable[Status]) -> tuple[Status, ...]:
    """Return some statuses once each, in the order of their scales; those of other scales last, as they came."""
    found = {status.value: status for status in statuses}
    scales = (*UPPDRAG.values, *AKTIVITET.values, EJ_BEDOMD.value)
    return tuple(found[value] for value in dict.fromkeys((*scales, *found)) if value in found)


MOST_UPRIGHT = 5
"""How many columns of text a table may have on an upright page."""

_CROWD = 9
"""How many columns stand beside each other without words and statuses having to break."""

_LETTERS, _BETWEEN = 96, 2
"""About how many bold letters stand beside each other on an upright page; and how many go to a column's edges."""

DRAFT = "Arbetsmaterial"
"""What a document is marked with until it is decided."""

CONTENTS = "Innehåll"
"""What stands above a table of contents."""


def paragraphs(text: str | None) -> tuple[str, ...]:
    """Return the paragraphs of a text from a plan: what blank lines part."""
    return tuple(re.split(r"\n(?:[^\S\n]*\n)+", text.strip())) if text and text.strip() else ()
