"""A chart as text: bars of block characters that a reader without colour tells apart, the numbers beside them."""

from __future__ import annotations

import pytest

from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG
from exporters.dialects.drawing import LENGTH, drawn
from exporters.document import Bar, Chart, Document, Paragraph
from exporters.text import DIALECTS, text
from tests.exporters.samples import HOSTILE

GOOD, PARTLY, BAD = UPPDRAG.statuses
CHART = Chart(
    "Uppdrag per fokusområde",
    "Staplar.",
    (Bar("1.1 Resor", ((PARTLY, 3), (EJ_BEDOMD, 1))), Bar("1.2 Vård", ((GOOD, 6), (BAD, 2))), Bar("1.3 Mat", ())),
)


def test_each_bar_stands_between_its_label_and_its_numbers() -> None:
    title, resor, vard, mat, key = drawn(CHART)
    assert title == "Uppdrag per fokusområde"
    assert resor == f"1.1 Resor  {'▆' * 11}{'░' * 4}{' ' * 15}  3 delvis, 1 ej bedömd"
    assert vard == f"1.2 Vård   {'█' * 23}{'▃' * 7}  6 uppfylls, 2 inte"
    assert mat == f"1.3 Mat    {' ' * LENGTH}  inget"
    assert key == "█ Uppfylls  ▆ Delvis  ▃ Inte  ░ Ej bedömd"


def test_each_status_of_an_aktivitet_has_a_block_of_its_own() -> None:
    chart = Chart("Aktiviteter", "", (Bar("Alla", tuple((status, 2) for status in AKTIVITET.statuses)),))
    bar = list(drawn(chart))[1].split("  ")[1]
    assert len(set(bar)) == len(AKTIVITET.statuses)


STARTS = {"markdown": "    ", "rst": "    ", "orgtbl": ": ", "plain": ""}


@pytest.mark.parametrize(("name", "start"), STARTS.items())
def test_every_line_of_a_chart_stands_as_it_is_in_each_language(name: str, start: str) -> None:
    for said in HOSTILE:
        chart = Chart(said, said, (Bar(said, ((GOOD, 1),)),))
        lines = "".join(f"{start}{line}\n" for line in drawn(chart))
        assert f"\n\n{lines}\n" in text(Document("T", "Ä", "2019", (chart, Paragraph("Slut."))), DIALECTS[name])


def test_latex_leaves_the_chart_to_the_table_beside_it() -> None:
    assert "█" not in text(Document("T", "Ä", "2019", (CHART,)), DIALECTS["latex"])
