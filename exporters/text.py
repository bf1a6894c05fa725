"""A document as text, in tabulate's formats: which there are, and how a document's blocks follow each other.

Formats of tabulate's that cannot hold a bilaga rightly are not here; docs/format.md tells which and why.
"""

from __future__ import annotations

from collections.abc import Mapping

from exporters.dialects.boxes import Boxes
from exporters.dialects.dialect import Dialect
from exporters.dialects.latex import Latex
from exporters.dialects.markdown import Markdown
from exporters.dialects.orgmode import Orgmode
from exporters.dialects.restructured import RestructuredText
from exporters.document import DRAFT, Block, Chart, Document, Heading, Legend, Paragraph, Table

_RULED = (
    "grid",
    "simple_grid",
    "rounded_grid",
    "heavy_grid",
    "mixed_grid",
    "double_grid",
    "fancy_grid",
)
_UNRULED = (
    "plain",
    "simple",
    "outline",
    "simple_outline",
    "rounded_outline",
    "heavy_outline",
    "mixed_outline",
    "double_outline",
    "fancy_outline",
    "presto",
    "pretty",
    "psql",
)

DIALECTS: Mapping[str, Dialect] = {
    "markdown": Markdown(),
    **{name: Boxes(name, ruled=False) for name in _UNRULED[:2]},
    **{name: Boxes(name, ruled=True) for name in _RULED},
    **{name: Boxes(name, ruled=False) for name in _UNRULED[2:]},
    "rst": RestructuredText(),
    "latex": Latex(),
    "latex_booktabs": Latex(booktabs=True),
    "orgtbl": Orgmode(),
}
"""The text formats by tabulate's name for them; ``markdown`` is what tabulate calls ``github``."""


def text(document: Document, dialect: Dialect) -> str:
    """Return a document in one dialect: title, whose it is, page header, blocks, and what it was made from."""
    blocks = [
        dialect.heading(1, document.title),
        dialect.lines(list(dict.fromkeys((document.whose, document.header)))),
    ]
    if document.draft:
        blocks.append(dialect.lines([DRAFT]))
    for block in document.blocks:
        blocks += _written(block, dialect)
    if document.footer:
        blocks.append(dialect.lines([document.footer]))
    return dialect.whole(document, blocks)


def _written(block: Block, dialect: Dialect) -> list[str]:
    match block:
        case Heading():
            return [dialect.heading(block.level, block.told)]
        case Paragraph():
            return [dialect.lines([block.text])]
        case Legend():
            return [dialect.lines([block.intro]), dialect.legend(list(block.lines))]
        case Table():
            return [dialect.table(block)]
        case Chart():
            return list(filter(None, [dialect.chart(block)]))
