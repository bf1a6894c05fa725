"""All plans of a year side by side: every uppdrag in its square and in the sums."""

from __future__ import annotations

from dataclasses import replace

from exporters.document import Heading
from tests.exporters.follow_up import charts, headings, plain, tables, told_of_region
from tests.norrsken import KULTUR, TRAFIK

DOCUMENT = told_of_region("regionoversikt")
MATRIX, FORVALTNINGAR, NAMNDER, OMRADEN = tables(DOCUMENT)


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
        ["Kultur Norrsken", "Regiongemensamma", "0", "1", "0", "0", "1"],
        ["Kultur Norrsken", "Egna", "1", "0", "1", "1", "3"],
        ["Kultur Norrsken", "Alla", "1", "1", "1", "1", "4"],
        ["Norrskenstrafiken", "Egna", "1", "1", "0", "0", "2"],
        ["Hela regionen", "Regiongemensamma", "0", "1", "0", "0", "1"],
        ["Hela regionen", "Egna", "2", "1", "1", "1", "5"],
        ["Hela regionen", "Alla", "2", "2", "1", "1", "6"],
    ]
    for table in (FORVALTNINGAR, NAMNDER, OMRADEN):
        assert plain(table)[-3:] == plain(FORVALTNINGAR)[-3:]
        numbers = [[int(cell) for cell in row[2:]] for row in plain(table) if row[1] != "Alla"]
        assert [sum(column) for column in zip(*numbers[:-2], strict=True)] == [2, 2, 1, 1, 6]


def test_the_namnder_have_the_uppdrag_of_all_their_forvaltningar() -> None:
    assert [row[0] for row in plain(NAMNDER) if row[1] != "Regiongemensamma"] == [
        "KN Kulturnämnden",
        "KN Kulturnämnden",
        "TN Trafiknämnden",
        "Hela regionen",
        "Hela regionen",
    ]


def test_where_there_are_own_uppdrag_alone_nothing_is_told_of_sorts() -> None:
    _, forvaltningar, *_ = tables(told_of_region("regionoversikt", TRAFIK))
    assert plain(forvaltningar) == [
        ["Norrskenstrafiken", "1", "1", "0", "0", "2"],
        ["Hela regionen", "1", "1", "0", "0", "2"],
    ]


def test_the_charts_leave_out_the_sum() -> None:
    assert [[bar.label for bar in chart.bars] for chart in charts(DOCUMENT)] == [
        ["Kultur Norrsken", "Norrskenstrafiken"],
        ["1.1 Närhet", "1.2 Klimat", "Elbussar"],
    ]


def test_several_years_have_a_heading_each_the_newest_first() -> None:
    found = told_of_region("regionoversikt", replace(TRAFIK, ar=2024), KULTUR, TRAFIK)
    assert headings(found)[::5] == ["2025", "2024"]
    assert [block.level for block in found.blocks if isinstance(block, Heading)] == [2, 3, 3, 3, 3] * 2
    assert [len(table.rows) for table in tables(found)] == [3, 7, 7, 8, 2, 2, 2, 3]
