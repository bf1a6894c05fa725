"""A whole plan as CSV: UTF-8, commas, one row per aktivitet. Read back by `data.importing.filling`, exactly.

What stands above an aktivitet is repeated on its row, so that the table can be filtered. An uppdrag without
aktiviteter, a fokusområde without uppdrag and an indikator have a row each. Lines end as RFC 4180 has it.
"""

from __future__ import annotations

import csv
import io

from data.importing.columns import COLUMNS, VERSION, version_cell
from exporters.material import Subject
from exporters.plan_rows import plan_rows


def table_csv(subject: Subject) -> str:
    """Return the plan as a CSV text, its lines ended by CR LF. The last column says which version it is."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([*(column.head for column in COLUMNS), VERSION])
    for owners in plan_rows(subject.plan):
        by_level = {type(owner): owner for owner in owners}
        cells = (column.cell(by_level[column.level]) if column.level in by_level else "" for column in COLUMNS)
        writer.writerow([*cells, version_cell(subject.version)])
    return out.getvalue()
