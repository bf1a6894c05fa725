"""Making web pages of one bilaga and of a whole region, against reading the plans and against bare jinja2.

The bare template sets the same tables with nothing but escaped texts in them.
"""

from __future__ import annotations

from dataclasses import replace

from bench_plan import full_plan
from jinja2 import Environment, Template
from timing import milliseconds, ratio, told

from data.period import Period
from data.plan import Plan
from data.reading import read_plan
from data.writing import write
from exporters.document import Document, Table
from exporters.html.page import html
from exporters.material import Material, Subject
from exporters.report import document
from exporters.reports.bilaga import BILAGA

REGION = 13
"""Plans of 80 uppdrag each, 1 040 together."""

BARE = """{% for table in tables %}<table>{% for row in table.rows %}<tr>{% for cell in row %}<td>
{% for part in cell %}<p>{% if part is string %}{{ part }}{% else %}{{ part.told }} {{ part.text }}{% endif %}</p>
{% endfor %}</td>{% endfor %}</tr>{% endfor %}</table>{% endfor %}"""


def bilaga(plans: list[Plan]) -> Document:
    """Return the bilaga of some plans in one document."""
    return document(BILAGA, Material(tuple(Subject(plan, plan.forvaltning, Period(plan.ar)) for plan in plans)))


def bare(template: Template, made: Document) -> bytes:
    """Return a document's tables as the library sets them."""
    tables = [block for block in made.blocks if isinstance(block, Table)]
    return template.render(tables=tables).encode()


def main() -> None:
    """Print times and ratios."""
    template = Environment(autoescape=True).from_string(BARE)
    plan = full_plan()
    for name, plans, goal, rounds in (
        ("en bilaga", [plan], 10, 15),
        ("en region", [replace(plan, forvaltning=f"forvaltning-{n}") for n in range(REGION)], 150, 5),
    ):
        texts = [write(each) for each in plans]
        made = bilaga(plans)

        def page(made: Document = made) -> bytes:
            return html(made)

        def read(texts: list[str] = texts) -> object:
            return [read_plan(text) for text in texts]

        def floor(made: Document = made) -> bytes:
            return bare(template, made)

        print(
            f"{name}: {sum(len(each.items) for each in plans)} uppdrag och aktiviteter, {len(page()) / 1000:.0f} kB"
        )
        print(told(f"HTML, {name}", milliseconds(page, rounds), goal, "ms"))
        print(told(f"HTML, {name} / läsa planerna", ratio(page, read, rounds), 2))
        print(told(f"HTML, {name} / bara jinja2", ratio(page, floor, rounds), 12))


if __name__ == "__main__":
    main()
