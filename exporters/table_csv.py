"""A whole plan as CSV: UTF-8, commas, one row per aktivitet. Read back by `data.importing.table`, exactly.

What stands above an aktivitet is repeated on its row, so that the table can be filtered. An uppdrag without
aktiviteter, a fokusområde without uppdrag and an indikator have a row each. Lines end as RFC 4180 has it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from data.importing.columns import COLUMNS
from data.plan import Item, Plan


def table_csv(plan: Plan) -> str:
    """Return the plan as a CSV text, its lines ended by CR LF."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(column.head for column in COLUMNS)
    for owners in _rows(plan):
        by_level = {type(owner): owner for owner in owners}
        writer.writerow(
            column.cell(by_level[column.level]) if column.level in by_level else "" for column in COLUMNS
        )
    return out.getvalue()


def _rows(plan: Plan) -> Iterator[tuple[Plan | Item, ...]]:
    """Return what each row tells of, from the plan down."""
    tops: tuple[Item, ...] = (*plan.fokusomraden, *plan.indikatorer)
    if not tops:
        yield (plan,)
    for item in tops:
        yield from _below((plan, item), item)


def _below(row: tuple[Plan | Item, ...], item: Item) -> Iterator[tuple[Plan | Item, ...]]:
    if not item.children:
        yield row
    for child in item.children:
        yield from _below((*row, child), child)
