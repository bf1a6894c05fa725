"""What readers of each format find in a file: the texts of tables' cells, or all the text there is."""

from __future__ import annotations

import io
import itertools
import re
import subprocess

from lxml import html as hypertext
from markdown_it import MarkdownIt


def markdown_tables(out: str) -> list[list[list[str]]]:
    """The tables of a Markdown text as a reader sees them: rows of cells, with breaks as newlines."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(out)
    tables: list[list[list[str]]] = []
    for position, token in enumerate(tokens):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append([])
        elif token.type in ("td_open", "th_open"):
            children = tokens[position + 1].children or []
            kinds = {child.type for child in children}
            assert kinds <= {"text", "text_special", "html_inline"}, kinds
            breaks = [child.content for child in children if child.type == "html_inline"]
            assert set(breaks) <= {"<br>"}
            tables[-1][-1].append(
                "".join("\n" if child.type == "html_inline" else child.content for child in children)
            )
    return tables


def markdown_cells(raw: bytes) -> list[str]:
    """The last cell of each row of the first table, below its head."""
    return [row[-1] for row in markdown_tables(raw.decode())[0][1:]]


def html_cells(raw: bytes) -> list[str]:
    """The last cell of each row of the first table, with its line breaks."""
    table = hypertext.document_fromstring(raw.decode()).find(".//table")
    for line_break in table.iter("br"):
        line_break.text = "\n"
    return [row[-1].text_content() for row in table.findall("tbody/tr")]


def word_cells(raw: bytes) -> list[str]:
    """The last cell of each row of the first table that is not a page's head, with its line breaks."""
    import docx

    table = docx.Document(io.BytesIO(raw)).tables[0]
    return [row.cells[-1].text for row in table.rows[1:]]


def pdf_text(raw: bytes, head: str) -> str:
    """All the text between the pages' margins, in the order it was set, without the heads of tables."""
    margin = ["-x", "0", "-y", "70", "-W", "2000", "-H", "720"]
    done = subprocess.run(["pdftotext", "-raw", *margin, "-", "-"], input=raw, capture_output=True, check=True)
    return re.sub(rf"^{head}\n", "", done.stdout.decode().replace("\f", ""), flags=re.MULTILINE)


def workbook_cells(raw: bytes, head: str) -> list[list[str]]:
    """What stands below a head on the last sheet, for each value in the first column: in one cell or several."""
    from openpyxl import load_workbook

    rows = load_workbook(io.BytesIO(raw)).worksheets[-1].iter_rows(max_col=2, values_only=True)
    found: list[list[str]] = []
    for first, second in itertools.dropwhile(lambda row: row[1] != head, rows):
        if first is not None and second is not None:
            found.append([])
        if second is not None:
            found[-1].append(str(second))
    return found[1:]
