"""Making text of one bilaga and of a whole region against reading the plans; wrapped tables against tabulate's own.

tabulate's own wrapping is given the same cells and widths; it leaves out the blank lines between paragraphs.
"""

from __future__ import annotations

from dataclasses import replace

import tabulate
from bench_plan import full_plan
from timing import milliseconds, ratio, told

from data.period import Period
from data.plan import Plan
from data.reading import read_plan
from data.writing import write
from exporters.dialects.boxes import widths
from exporters.dialects.dialect import told as written
from exporters.document import Document, Table
from exporters.material import Material, Subject
from exporters.plan_json import plan_json
from exporters.report import document
from exporters.reports.bilaga import BILAGA
from exporters.table_csv import table_csv
from exporters.text import DIALECTS, text

REGION = 13
"""Plans of 80 uppdrag each, 1 040 together."""

ROWS = 1000


def subjects(plans: list[Plan]) -> tuple[Subject, ...]:
    """Return plans with nothing around them."""
    return tuple(Subject(plan, plan.forvaltning, Period(plan.ar)) for plan in plans)


def bilaga(plans: list[Plan]) -> Document:
    """Return the bilaga of some plans in one document."""
    return document(BILAGA, Material(subjects(plans)))


def whole(name: str, plans: list[Plan], rounds: int) -> None:
    """Print how long whole documents take beside the reading of their plans."""
    texts = [write(plan) for plan in plans]

    def read() -> object:
        return [read_plan(each) for each in texts]

    for format, make in (
        ("Markdown", lambda: text(bilaga(plans), DIALECTS["markdown"]).encode()),
        ("CSV", lambda: [table_csv(subject).encode() for subject in subjects(plans)]),
        ("JSON", lambda: [plan_json(plan).encode() for plan in plans]),
    ):
        print(told(f"{format} av {name} / läsa planerna", ratio(make, read, rounds), 2))


def wrapped() -> None:
    """Print how long a table of many rows takes, and how that is to tabulate's own wrapping of the same cells."""
    made = bilaga([full_plan(ROWS, 2560, 1)])
    (table,) = (block for block in made.blocks if isinstance(block, Table))
    rows = [["\n\n".join(written(part) for part in cell) for cell in row] for row in table.rows]
    heads = [column.head for column in table.columns]

    def floor() -> object:
        return tabulate.tabulate(
            rows, heads, tablefmt="grid", maxcolwidths=widths(table), disable_numparse=True, stralign="left"
        )

    for name in ("plain", "grid", "rst"):

        def measured(name: str = name) -> object:
            return text(made, DIALECTS[name])

        print(told(f"{name}, {ROWS} rader brutna", milliseconds(measured, 5), 400, "ms"))
        print(told(f"{name}, {ROWS} rader / tabulates egen brytning", ratio(measured, floor, 3), 1))


def main() -> None:
    """Print times and ratios."""
    plan = full_plan()
    whole("en bilaga", [plan], 15)
    whole("en region", [replace(plan, forvaltning=f"forvaltning-{n}") for n in range(REGION)], 3)
    wrapped()


if __name__ == "__main__":
    main()
