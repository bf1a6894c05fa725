"""The documents that pages are tried with, and what a reader of HTML finds in one."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree
from lxml import html as parser

from data.look import Logo, Look
from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG
from exporters.document import Bar, Chart, Column, Document, Heading, Table
from exporters.html.page import html
from exporters.report import RegionReport, document
from exporters.reports.registry import REPORTS
from tests.exporters.follow_up import region, told
from tests.exporters.samples import PLAN, PROVENANCE, bilaga

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40">
<script>parent.document.title = "kapad"; document.title = "kapad"</script>
<rect width="40" height="40" fill="#7A1F5C"/></svg>"""

LOOK = Look(
    Logo(SVG, "image/svg+xml", "Region Norrskog"),
    "#7A1F5C",
    "Georgia",
    "Region Norrskog – uppföljning",
    "Beslutas av regionfullmäktige",
)

CHART = Chart(
    "Status per fokusområde",
    "Staplar med antalet av varje status.",
    (
        Bar("1.1 Hållbara resor & transporter", ((UPPDRAG.of("uppfylls"), 14), (UPPDRAG.of("inte"), 1))),
        Bar("1.2 God hälsa", ((UPPDRAG.of("delvis"), 3), (EJ_BEDOMD, 2))),
        Bar("Aktiviteter", tuple((status, 2) for status in AKTIVITET.statuses)),
        Bar("Ingenting", ()),
    ),
)

NUMBERS = Table(
    "Antalet uppdrag av varje status",
    (Column("Fokusområde", 3), Column("Uppfylls", numeric=True), Column("Delvis", numeric=True)),
    (
        (("Ängar",), ("9",), ("1 200,5",)),
        (("Öar",), ("10",), ("3",)),
        (("Alar",), ("2",), ("−",)),
        (("Åar",), ("100",), ("−4",)),
    ),
)


def everything() -> Document:
    """A document with every kind of block and all that a look may choose."""
    plain = bilaga(PLAN, PROVENANCE)
    return replace(
        plain,
        blocks=(*plain.blocks[:2], Heading(2, "Läget"), Heading(3, "I siffror"), CHART, NUMBERS, *plain.blocks[2:]),
        draft=True,
        contents=True,
        look=LOOK,
    )


def documents() -> dict[str, Document]:
    """Every report on a plan or the region, one on the plans together, and a document with everything."""
    found = {
        name: document(report, region()) if isinstance(report, RegionReport) else told(name)
        for name, report in REPORTS.items()
    }
    together = document(REPORTS["sammanstallning"], region())
    return {**found, "bilaga": bilaga(PLAN, PROVENANCE), "tillsammans": together, "allt": everything()}


def read(document: Document) -> etree._Element:
    """A page as a reader of HTML takes it."""
    return parser.document_fromstring(html(document).decode())


def said(element: etree._Element) -> str:
    """All that is said in an element, with its line breaks."""
    for line_break in element.iter("br"):
        line_break.text = "\n"
    return element.text_content()


def rows(table: etree._Element) -> list[list[str]]:
    """What each row's cells say, on one line."""
    return [
        [re.sub(r"\s+", " ", cell.text_content()).strip() for cell in row.iter("th", "td")]
        for row in table.findall("tbody/tr")
    ]
