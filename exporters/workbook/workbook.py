"""Plans and reports on them as one Excel file: the same bytes for the same material, on any day."""

from __future__ import annotations

from data.look import PLAIN
from exporters.document import Document
from exporters.material import Material
from exporters.workbook.book import A3, Writer, lay_out_pages
from exporters.workbook.plan_sheet import write_plans
from exporters.workbook.report_sheet import write_report


def workbook(material: Material, documents: tuple[Document, ...]) -> bytes:
    """Return the workbook. RenderError when a sheet has no room for it. The material has at least one plan."""
    first, *others = material.subjects
    whole = documents[0] if documents else None
    owner = material.region.namn if others and material.region else first.namn
    origin = material.provenance if others else first.provenance
    writer = Writer(whole.look if whole else PLAIN)
    header = whole.header if whole else f"{owner}, {first.period.title}"
    footer = origin.told if origin else ""
    for sheet in write_plans(writer, material.subjects):
        lay_out_pages(sheet, header, footer, draft=whole is not None and whole.draft, paper=A3)
    for document in documents:
        write_report(writer, document)
    title = whole.title if whole else f"Plan {first.plan.ar}"
    writer.describe(f"{title} – {owner} {first.plan.ar}", owner, origin)
    return writer.bytes()
