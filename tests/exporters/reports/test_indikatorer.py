"""Outcome and target to the digit, and how they are judged where they can be."""

from __future__ import annotations

from exporters.document import Legend
from tests.exporters.follow_up import headings, plain, said, subject, tables, told
from tests.norrsken import TRAFIK

DOCUMENT = told("indikatorer")


def test_each_indikator_has_a_row_with_its_numbers_as_swedish_writes_them() -> None:
    table, _ = tables(DOCUMENT)
    assert plain(table) == [
        ["Lån per invånare", "4,20", "4,0", "st", "högre är bättre", "● Nås", ""],
        ["Fuktskador", "3", "0", "st", "lägre är bättre", "■ Nås inte", "Taket läcker."],
        ["Nöjda besökare", "−0,5", "fler än i fjol", "enheter", "högre är bättre", "? Kan inte bedömas", ""],
    ]
    assert [column.head for column in table.columns if column.numeric] == ["Utfall", "Målvärde"]


def test_those_that_were_measured_before_have_their_outcomes_a_line_and_the_trend_in_words() -> None:
    assert headings(DOCUMENT) == ["Utveckling"]
    _, table = tables(DOCUMENT)
    assert plain(table) == [
        ["Lån per invånare", "2024: 3,9; 2025-04: 4,1; utfall: 4,20", "▁▆█", "stiger, åt rätt håll"]
    ]


def test_the_legend_says_what_can_be_said_of_an_indikator() -> None:
    legend = DOCUMENT.blocks[0]
    assert isinstance(legend, Legend)
    assert list(legend.lines) == [("● Målvärdet nås", "■ Målvärdet nås inte", "? Kan inte bedömas")]


def test_a_plan_without_indikatorer_says_so() -> None:
    assert said(told("indikatorer", subject(TRAFIK))) == ["Planen har inga indikatorer."]
