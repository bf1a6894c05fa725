"""What has happened since the closed report: told item by item, with both values, and so is what has not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from exporters.document import Document, Table
from tests.exporters.follow_up import below, headings, plain, said, subject, tables, told
from tests.norrsken import KULTUR, REPORTED

DOCUMENT = told("forandringar")


def rows(found: Document, heading: str) -> list[list[str]]:
    (table,) = below(found, heading)
    assert isinstance(table, Table)
    return plain(table)


def test_it_says_which_report_it_compares_with() -> None:
    assert said(DOCUMENT) == ["Jämfört med Uppföljningsrapport 1 2025."]


def test_without_an_earlier_report_it_says_so_and_nothing_else() -> None:
    found = told("forandringar", subject(earlier=None))
    assert said(found) == ["Det finns ingen tidigare stängd rapport att jämföra med än."]
    assert not tables(found)


def test_when_nothing_has_changed_it_says_so() -> None:
    found = told("forandringar", subject(earlier=KULTUR))
    assert said(found) == ["Jämfört med Uppföljningsrapport 1 2025. Ingenting har ändrats sedan dess."]
    assert not tables(found)


def test_each_sort_has_a_heading_in_order_and_one_that_is_empty_has_none() -> None:
    assert headings(DOCUMENT) == (["Ändrad bedömning", "Nytt", "Borttaget", "Flyttat", "Andra uppgifter", "Orört"])
    plan = replace(REPORTED, indikatorer=(*REPORTED.indikatorer, KULTUR.indikatorer[2]))
    assert headings(told("forandringar", subject(plan))) == ["Nytt", "Orört"]


def test_the_first_table_counts_every_item_in_its_sort() -> None:
    assert plain(tables(DOCUMENT)[0]) == [
        ["Fokusområden", "1", "1", "0", "0", "0", "1"],
        ["Uppdrag", "1", "1", "1", "1", "1", "1"],
        ["Aktiviteter", "1", "0", "1", "0", "0", "0"],
        ["Indikatorer", "0", "0", "1", "0", "0", "2"],
    ]


def test_a_judgement_is_told_as_it_was_and_is() -> None:
    assert rows(DOCUMENT, "Ändrad bedömning") == [
        ["1.1 Närhet", "1.1 Närhet", "? Ej bedömd", "● Uppfylls"],
        ["Köra bokbuss i fjällen", "1.1 Närhet", "▲ Delvis", "● Uppfylls"],
        ["Köra bokbuss i fjällen › Köpa buss", "1.1 Närhet", "► Pågår", "✓ Klar"],
    ]


def test_what_is_new_gone_moved_and_at_rest_is_listed_with_where_it_stands() -> None:
    assert rows(DOCUMENT, "Nytt") == [
        ["◆ Inte plan: Köra bokbuss i fjällen › Anställa förare", "Aktivitet", "1.1 Närhet"],
        ["■ Inte: Öppna en scen", "Uppdrag", "1.1 Närhet"],
        ["Nöjda besökare", "Indikator", ""],
    ]
    assert rows(DOCUMENT, "Borttaget") == [["● Uppfylls: Visa utställningen Norrsken", "Uppdrag", "1.1 Närhet"]]
    assert rows(DOCUMENT, "Flyttat") == [["Mötas utan att resa", "1.2 Klimat", "flyttat från Närhet"]]
    assert rows(DOCUMENT, "Orört") == [["▲ Delvis: Låna ut digitalt", "Uppdrag", "1.1 Närhet"]]


def test_texts_stand_whole_as_they_were_and_are() -> None:
    assert rows(DOCUMENT, "Andra uppgifter") == [
        ["1.1 Närhet", "1.1 Närhet", "Kommentar", "", "Biblioteken har nått fler än väntat.\nBussen rullar."],
        ["Köra bokbuss i fjällen", "1.1 Närhet", "Kommentar", "Bussen är beställd.", "Bussen går varje vecka."],
    ]


def test_every_sort_of_value_is_told_in_swedish() -> None:
    scen = KULTUR.fokusomraden[0].uppdrag[2]
    now = replace(
        scen,
        regiongemensamt=True,
        mal=("teater", "dans"),
        slut=None,
        extra=(("budget", Decimal("1.50")), ("d", (1, 2))),
    )
    first, *others = KULTUR.fokusomraden
    plan = replace(
        KULTUR,
        fokusomraden=(replace(first, uppdrag=(*first.uppdrag[:2], now)), *others),
        indikatorer=(replace(KULTUR.indikatorer[0], malvarde="fler", riktning="lagre"),),
    )
    told_values = {
        row[2]: row[3:] for row in rows(told("forandringar", subject(plan, earlier=KULTUR)), "Andra uppgifter")
    }
    assert told_values == {
        "Regiongemensamt": ["", "ja"],
        "Mål": ["teater", "teater, dans"],
        "Slut": ["2025-10-01", ""],
        "Budget": ["", "1,50"],
        "D": ["", "[1, 2]"],
        "Målvärde": ["4,0", "fler"],
        "Riktning": ["högre är bättre", "lägre är bättre"],
    }
