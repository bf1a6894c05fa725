"""Outcome and target to the digit, and how they are judged where they can be."""

from __future__ import annotations

from exporters.document import Legend
from tests.exporters.follow_up import plain, said, subject, tables, told
from tests.norrsken import TRAFIK

DOCUMENT = told("indikatorer")


def test_each_indikator_has_a_row_with_its_numbers_as_swedish_writes_them() -> None:
    (table,) = tables(DOCUMENT)
    assert plain(table) == [
        ["Lån per invånare", "4,20", "4,0", "st", "högre är bättre", "● Nås", ""],
        ["Fuktskador", "3", "0", "st", "lägre är bättre", "■ Nås inte", "Taket läcker."],
        ["Nöjda besökare", "−0,5", "fler än i fjol", "enheter", "högre är bättre", "? Kan inte bedömas", ""],
    ]
    assert [column.head for column in table.columns if column.numeric] == ["Utfall", "Målvärde"]


def test_the_legend_says_what_can_be_said_of_an_indikator() -> None:
    legend = DOCUMENT.blocks[0]
    assert isinstance(legend, Legend)
    assert list(legend.lines) == [("● Målvärdet nås", "■ Målvärdet nås inte", "? Kan inte bedömas")]


def test_a_plan_without_indikatorer_says_so() -> None:
    assert said(told("indikatorer", subject(TRAFIK))) == ["Planen har inga indikatorer."]
