"""Making Word files of one bilaga and of a whole region, against reading the plans and against bare python-docx.

The bare file is python-docx's own template with the same texts in tables, each made as one string.
"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from xml.sax.saxutils import escape

import docx
from bench_html import REGION, bilaga
from bench_plan import full_plan
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from timing import milliseconds, ratio, told

from data.importing.word.bilaga import read_bilaga
from data.reading import read_plan
from data.writing import write
from exporters.document import Document, Part, Table
from exporters.word.render import word


def bare(made: Document) -> bytes:
    """Return a document's tables as the library holds them."""
    file = docx.Document()
    for block in made.blocks:
        if isinstance(block, Table):
            rows = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in block.rows)
            file.element.body.insert(-1, parse_xml(f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid/>{rows}</w:tbl>"))
    raw = BytesIO()
    file.save(raw)
    return raw.getvalue()


def _cell(cell: tuple[Part, ...]) -> str:
    texts = [part if isinstance(part, str) else f"{part.told}: {part.text}" for part in cell] or [""]
    inner = "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in texts)
    return f"<w:tc><w:tcPr/>{inner}</w:tc>"


def main() -> None:
    """Print times and ratios."""
    plan = full_plan()
    for name, plans, goal, rounds in (
        ("en bilaga", [plan], 80, 15),
        ("en region", [replace(plan, forvaltning=f"forvaltning-{n}") for n in range(REGION)], 400, 5),
    ):
        texts = [write(each) for each in plans]
        made = bilaga(plans)

        def file(made: Document = made) -> bytes:
            return word(made)

        def read(texts: list[str] = texts) -> object:
            return [read_plan(text) for text in texts]

        def floor(made: Document = made) -> bytes:
            return bare(made)

        print(
            f"{name}: {sum(len(each.items) for each in plans)} uppdrag och aktiviteter, {len(file()) / 1000:.0f} kB"
        )
        print(told(f"Word, {name}", milliseconds(file, rounds), goal, "ms"))
        print(told(f"Word, {name} / läsa planerna", ratio(file, read, rounds), 2))
        print(told(f"Word, {name} / bara python-docx", ratio(file, floor, rounds), 2))
    raw = word(bilaga([plan]))
    print(told("läsa in en bilaga ur Word", milliseconds(lambda: read_bilaga(raw, "rk", 2019), 15), 80, "ms"))


if __name__ == "__main__":
    main()
