"""Making Excel files of one bilaga and of a whole region, and reading one back; processor time of this process.

Each is also told as a ratio to reading the plans and to bare xlsxwriter, which writes the same cells without looks.
"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import xlsxwriter
from bench_html import REGION, bilaga
from bench_plan import full_plan
from timing import milliseconds, ratio, told

from data.importing.filling import filled
from data.importing.forms import Form, read_tables
from data.importing.sheets import sheets
from data.period import Period
from data.plan import Plan
from data.reading import read_plan
from data.writing import write
from exporters.material import Material, Subject
from exporters.workbook.workbook import workbook


def bare(cells: list[list[tuple[int, int, str]]]) -> bytes:
    """Return sheets of cells as the library writes them."""
    raw = BytesIO()
    book = xlsxwriter.Workbook(raw, {"in_memory": True})
    for held in cells:
        sheet = book.add_worksheet()
        for row, column, text in held:
            sheet.write_string(row, column, text)
    book.close()
    return raw.getvalue()


def back(raw: bytes, plans: list[Plan]) -> None:
    """Read what was filled in."""
    for table, plan in zip(read_tables(Form.XLSX, raw, "plan.xlsx"), plans, strict=True):
        assert not filled(table, plan).changes


def main() -> None:
    """Print times and ratios."""
    plan = full_plan()
    for name, plans, goal, rounds in (
        ("en bilaga", [plan], 60, 15),
        ("en region", [replace(plan, forvaltning=f"forvaltning-{n}") for n in range(REGION)], 600, 5),
    ):
        texts = [write(each) for each in plans]
        material = Material(tuple(Subject(each, each.forvaltning, Period(each.ar)) for each in plans))
        document = bilaga(plans)

        def file(material: Material = material, made: object = document) -> bytes:
            return workbook(material, (made,))  # type: ignore[arg-type]

        def read(texts: list[str] = texts) -> object:
            return [read_plan(text) for text in texts]

        raw = file()
        cells = [
            [(cell.line - 1, cell.column - 1, cell.text) for row in sheet for cell in row.values()]
            for sheet in sheets(raw, "")
        ]
        print(f"{name}: {sum(len(each.items) for each in plans)} uppdrag och aktiviteter, {len(raw) / 1000:.0f} kB")
        print(told(f"Excel, {name}", milliseconds(file, rounds), goal, "ms"))
        print(told(f"Excel, {name} / läsa planerna", ratio(file, read, rounds), 3))
        print(told(f"Excel, {name} / bara xlsxwriter", ratio(file, lambda cells=cells: bare(cells), rounds), 2))
        print(
            told(
                f"läsa in det ifyllda, {name} / läsa planerna",
                ratio(lambda raw=raw, plans=plans: back(raw, plans), read, rounds),
                5,
            )
        )


if __name__ == "__main__":
    main()
