"""The tables of indikatorer in a text: rows of all kinds, and what is no row."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from data.importing.arsredovisning.indicator_rows import FoundIndikator
from data.importing.arsredovisning.indicators import Tables, direction, tables_in, the_same
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


@pytest.mark.parametrize(
    ("head", "text", "told"),
    [
        (
            "Indikator Utfall 2018 Utfall 2019 Utfall 2020 Målvärde 2020",
            "Sjukfrånvaro 4,1 % 4,3 % 3,9 % 4,0 %",
            (("2018: 4,1", "2019: 4,3"), Decimal("3.9"), Decimal("4.0"), "%"),
        ),
        ("Nyckeltal Utfall 2019 2020 Mål", "Resor −3 7 högst 8", (("2019: −3",), 7, 8, None)),
        ("Indikator Mål 2020 Utfall 2020 Utfall 2019", "Resor 8 7 6", (("2019: 6",), 7, 8, None)),
        ("Indikator UR1 UR2 Helår Målvärde", "Resor 1 2 3 4", (("UR1: 1", "UR2: 2"), 3, 4, None)),
        ("Mått Utfall jan–apr Utfall Mål", "Kö 9 min 8 min Ska minska", (("jan–apr: 9",), 8, "Ska minska", "min")),
        ("Indikator Utfall 2019 Utfall 2020", "Resor 6 1 200", (("2019: 6",), 1200, None, None)),
        ("Indikator 2018 2019 Mål", "Resor – 7 8", ((), 7, 8, None)),
        ("Indikator Målvärde Utfall", "Resor 8 7", ((), 7, 8, None)),
    ],
)  # fmt: skip
def test_earlier_outcomes_beside_the_last_are_measurements(head: str, text: str, told: tuple[Any, ...]) -> None:
    (one,) = found(f"{head} \n\n{text} \n").indikatorer
    assert (one.matningar, one.utfall, one.malvarde, one.enhet) == told
    assert not one.doubts


def test_more_digits_than_a_plan_can_hold_are_no_number() -> None:
    one = row(f"En {'7' * 40} 8")
    assert (one.namn, one.utfall, one.malvarde) == (f"En {'7' * 40}", 8, None)


def test_heads_may_run_over_some_lines() -> None:
    tables = found("Indikator Utfall \n2019 Utfall \n2020 Målvärde \n\nResor 6 7 8 \n")
    assert [(one.namn, one.matningar, one.utfall) for one in tables.indikatorer] == [("Resor", ("2019: 6",), 7)]
    assert len(tables.left_out) == 3


def test_a_name_may_go_on_below_its_numbers() -> None:
    tables = found(
        "Indikator Utfall Mål \n\nAndel nöjda     81 %     90 % \nbesökare \nKlagomål 7 8 \n\nEkonomi \n"
    )
    assert [one.namn for one in tables.indikatorer] == ["Andel nöjda besökare", "Klagomål"]
    assert tables.indikatorer[0].doubts == ["gissat att namnet fortsätter med ”besökare”"]
    assert [left.text.strip() for left in tables.left_out[1:]] == ["Ekonomi"]


def test_where_numbers_are_missing_it_is_told_what_was_guessed() -> None:
    head = "Indikator Utfall 2018 Utfall 2019 Utfall 2020 Mål \n\n"
    new, alone = found(f"{head}Ny 7 8 \n\nEnsam 7 \n").indikatorer
    assert (new.utfall, new.malvarde, new.doubts) == (
        (7, 8, [f"gissat att utfallet för {year} saknas" for year in (2018, 2019)])
    )
    assert (alone.utfall, alone.malvarde, len(alone.doubts)) == (7, None, 3)


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
    "head",
    [
        "Indikator Ack resultat tkr Ack budget tkr",
        "2018 2019 2020",
        "Indikator 2019 2020",
        "Indikator Utfall Utfall Mål",
        "Indikator Utfall Mål 2019 Mål 2020",
    ],
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
