"""The tables of indikatorer in a text: rows of all kinds, and what is no row."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from data.importing.arsredovisning.indicators import FoundIndikator, Tables, direction, tables_in, the_same
from data.importing.passages import passages


def found(text: str) -> Tables:
    return tables_in(passages(text)[1])


def row(text: str) -> FoundIndikator:
    (one,) = found(f"Indikator Utfall Målvärde \n\n{text} \n").indikatorer
    return one


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sjukfrånvaro 2,90% 4%", ("Sjukfrånvaro", Decimal("2.90"), 4, "%", None)),
        ("Vård inom 3 dagar 85 % 90,0 %", ("Vård inom 3 dagar", 85, Decimal("90.0"), "%", None)),
        ("Resultat −1 250 tkr 0 tkr", ("Resultat", -1250, 0, "tkr", None)),
        ("Index 77 80", ("Index", 77, 80, None, None)),
        ("Nöjda besökare 82 % minst 80 %", ("Nöjda besökare", 82, 80, "%", "hogre")),
        ("Väntetid 12 dagar högst 10 dagar", ("Väntetid", 12, 10, "dagar", "lagre")),
        ("Klagomål 14 ≤ 20", ("Klagomål", 14, 20, None, "lagre")),
        ("Utsläpp 310 ton Ska minska", ("Utsläpp", 310, "Ska minska", "ton", None)),
        ("Väntetid 12 dagar 2 timmar", ("Väntetid", 12, "2 timmar", "dagar", None)),
        ("Kostnad 20,8%", ("Kostnad", Decimal("20.8"), None, "%", None)),
    ],
)
def test_a_row_is_read(text: str, told: tuple[Any, ...]) -> None:
    one = row(text)
    assert (one.namn, one.utfall, one.malvarde, one.enhet, one.riktning) == told
    assert bool(one.doubts) == (one.malvarde is None)


def test_names_run_over_lines_below_headings_in_the_table() -> None:
    tables = found(
        "Grupp Indikatorer Utfall Målvärde \n\nMedarbetare \nSjukfrånvaro 3,0% 4,0% \n\nEkonomi \n\nAckumulerad \n"
        "avvikelse \n\n12,5 mnkr 0,0mnkr \n"
    )
    assert [(one.namn, one.utfall, one.enhet) for one in tables.indikatorer] == [
        ("Sjukfrånvaro", Decimal("3.0"), "%"),
        ("Ackumulerad avvikelse", Decimal("12.5"), "mnkr"),
    ]
    assert [left.text.strip() for left in tables.left_out[1:]] == ["Medarbetare", "Ekonomi"]


def test_prose_ends_a_table_and_a_header_row_on_a_new_page_does_not() -> None:
    tables = found(
        "Ovanför. \n\nIndikator Utfall Målvärde \n\nA 1 2 \n\nIndikator Utfall Målvärde \n\nB 3 4 \n\n"
        "Andelen ökade till 85 procent. \n\nC 5 6 \n"
    )
    assert [one.namn for one in tables.indikatorer] == ["A", "B"]
    assert [passage.text for passage in tables.above] == ["Ovanför."]
    assert [passage.text for passage in tables.below] == ["Andelen ökade till 85 procent.", "C 5 6"]


@pytest.mark.parametrize(
    "head", ["Indikator Ack resultat tkr Ack budget tkr", "2018 2019 2020", "Indikator 2019 2020"]
)
def test_a_table_without_utfall_and_malvarde_is_none_of_ours(head: str) -> None:
    assert found(f"{head} \n\nA 1 2 \n").indikatorer == []


def test_an_indikator_that_is_told_twice_is_there_once_as_exactly_as_it_is_told() -> None:
    rough, exact = row("Sjukfrånvaro 3,0% 4,0%"), row("Sjukfrånvaro 2,97% 4%")
    assert the_same([rough, exact]) == ([exact], [rough])
    assert the_same([exact, rough]) == ([exact], [rough])
    other = row("Sjukfrånvaro 3,2% 4,0%")
    assert the_same([exact, other]) == ([exact, other], [])


@pytest.mark.parametrize(
    ("text", "told"),
    [("Lägre är bättre.", "lagre"), ("Ett högre värde är bättre.", "hogre"), ("Det är lägre än 2019.", None)],
)
def test_the_direction_is_known_where_the_text_tells_it(text: str, told: str | None) -> None:
    assert direction(text) == told
