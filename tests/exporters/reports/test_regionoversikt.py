"""All plans of a year side by side: every uppdrag in its square and in the sums."""

from __future__ import annotations

from dataclasses import replace

from exporters.document import Heading
from tests.exporters.follow_up import charts, headings, plain, tables, told_of_region
from tests.norrsken import KULTUR, TRAFIK

DOCUMENT = told_of_region("regionoversikt")
MATRIX, FORVALTNINGAR, OMRADEN = tables(DOCUMENT)


def test_it_is_the_regions_report() -> None:
    assert DOCUMENT.header == "Region Norrsken, Uppföljningsrapport 2 2025"


def test_the_matrix_has_forvaltning_by_fokusomrade_with_verdict_and_counts_in_words() -> None:
    assert [column.head for column in MATRIX.columns] == (
        ["Förvaltning", "1.1 Närhet", "1.2 Klimat", "Elbussar", "Alla"]
    )
    assert plain(MATRIX)[:2] == [
        [
            "Kultur Norrsken",
            "● Uppfylls\n1 uppfylls\n1 delvis\n1 inte",
            "1 ej bedömd",
            "–",
            "1 uppfylls\n1 delvis\n1 inte\n1 ej bedömd",
        ],
        ["Norrskenstrafiken", "1 delvis", "–", "▲ Delvis\n1 uppfylls", "1 uppfylls\n1 delvis"],
    ]
    assert plain(MATRIX)[2][0] == "Hela regionen"


def test_a_fokusomrade_without_uppdrag_is_told_from_one_that_the_plan_does_not_have() -> None:
    bare = replace(TRAFIK, fokusomraden=(replace(TRAFIK.fokusomraden[0], uppdrag=()),))
    matrix = tables(told_of_region("regionoversikt", KULTUR, bare))[0]
    assert plain(matrix)[1] == ["Norrskenstrafiken", "inga uppdrag", "–", "inga uppdrag"]


def test_the_sums_are_the_same_by_forvaltning_and_by_fokusomrade() -> None:
    assert plain(FORVALTNINGAR) == [
        ["Kultur Norrsken", "1", "1", "1", "1", "4"],
        ["Norrskenstrafiken", "1", "1", "0", "0", "2"],
        ["Hela regionen", "2", "2", "1", "1", "6"],
    ]
    assert plain(OMRADEN)[-1] == plain(FORVALTNINGAR)[-1]
    for table in (FORVALTNINGAR, OMRADEN):
        numbers = [[int(cell) for cell in row[1:]] for row in plain(table)]
        assert [sum(column) for column in zip(*numbers[:-1], strict=True)] == numbers[-1]


def test_the_charts_leave_out_the_sum() -> None:
    assert [[bar.label for bar in chart.bars] for chart in charts(DOCUMENT)] == [
        ["Kultur Norrsken", "Norrskenstrafiken"],
        ["1.1 Närhet", "1.2 Klimat", "Elbussar"],
    ]


def test_several_years_have_a_heading_each_the_newest_first() -> None:
    found = told_of_region("regionoversikt", replace(TRAFIK, ar=2024), KULTUR, TRAFIK)
    assert headings(found)[::4] == ["2025", "2024"]
    assert [block.level for block in found.blocks if isinstance(block, Heading)] == [2, 3, 3, 3] * 2
    assert [len(table.rows) for table in tables(found)] == [3, 3, 4, 2, 2, 3]
