"""Reading a Mål och budget as text: an invented region's, laid out in the ways that documents are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.faults import UnusableError
from data.importing.mal.decided import ImportedMal, read_mal_och_budget
from data.region import Grupp, Namnd, Region

REGION = Region(
    "Region Norrsken",
    (
        Namnd("RS", "Regionstyrelsen"),
        Namnd("HSN", "Hälso- och sjukvårdsnämnden"),
        Namnd("KTN", "Kultur- och trafiknämnden"),
    ),
    (Grupp("alla driftnämnder", ("HSN", "KTN"), 2026),),
)

Rows = list[tuple[str, tuple[str, ...]]]


def read(text: str, region: Region | None = None) -> ImportedMal:
    return read_mal_och_budget(text, 2026, region)


def rows(got: ImportedMal) -> Rows:
    return [(mal.namn, mal.namnder) for mal in got.decided.mal]


def doubts(got: ImportedMal) -> list[str]:
    return [guess.message for guess in got.guesses]


def test_names_and_namnder_run_over_lines_and_stand_on_the_same_line_or_the_next() -> None:
    got = read(
        "Fokusområde: Trygg vård i hela \nlänet \n\nLöptext om vården. Den är viktig. \n\n"
        "Mål 2026 Nämnder \n\n"
        "Fler ska ha en fast läkarkontakt RS, samtliga \ndriftnämnder \n\n"
        "Kortare väntan till hälso- och sjuk-\nvårdens specialister \n\nRS, HSN, \nKTN \n\n"
        "Säkrare läkemedel HSN \n"
    )
    assert rows(got) == [
        ("Fler ska ha en fast läkarkontakt", ("RS", "samtliga driftnämnder")),
        ("Kortare väntan till hälso- och sjukvårdens specialister", ("RS", "HSN", "KTN")),
        ("Säkrare läkemedel", ("HSN",)),
    ]
    assert [omrade.namn for omrade in got.decided.fokusomraden] == ["Trygg vård i hela länet"]
    assert doubts(got) == []


def test_namnder_may_come_before_the_names() -> None:
    got = read(
        "Fokusområde – Hållbara resor \n\nNämnd Mål \n\n"
        "KTN \n\nFler som går och cyklar till \narbete och skola \n\n"
        "RS, KTN \n\nFossilfria transporter \n\nsamtliga driftnämnder \n\nFärre resor i tjänsten \n"
    )
    assert rows(got) == [
        ("Fler som går och cyklar till arbete och skola", ("KTN",)),
        ("Fossilfria transporter", ("RS", "KTN")),
        ("Färre resor i tjänsten", ("samtliga driftnämnder",)),
    ]


def test_cells_may_stand_beside_each_other_without_lines_between() -> None:
    got = read(
        "Fokusområde 1: Trygg vård\n\n"
        "Mål 2026                                      Ansvariga nämnder\n"
        "Fler ska ha en fast läkarkontakt              HSN\n"
        "Kortare väntan till specialister och          RS, HSN,\n"
        "röntgen i hela länet                          samtliga\n"
        "                                              driftnämnder\n"
        "Öka användningen av AI                        RS\n"
        "Samverka med kommunerna i                     RS, KTN\n"
        "Norra Norrland\n"
    )
    assert rows(got) == [
        ("Fler ska ha en fast läkarkontakt", ("HSN",)),
        ("Kortare väntan till specialister och röntgen i hela länet", ("RS", "HSN", "samtliga driftnämnder")),
        ("Öka användningen av AI", ("RS",)),
        ("Samverka med kommunerna i Norra Norrland", ("RS", "KTN")),
    ]


@pytest.mark.parametrize(
    "turn",
    [
        "\n \n \n\nMål Nämnder \n\n",
        "\n\nMål och budget 2026   8(40) \n\n \n\nMål Nämnder \n\n",
        "\n\f",
        "\n\n12 \n\n",
    ],
    ids=["header", "footer", "form feed", "number"],
)
def test_a_page_break_may_part_a_name_and_its_namnder(turn: str) -> None:
    got = read(
        "3.1 Fokusområde God hälsa \n\nMål Nämnder \n\n"
        f"Stärka hälsan hos barn och {turn}unga HSN, KTN \n\nMinska ohälsan HSN, {turn}KTN, RS \n\n"
        f"Bättre samverkan med kommunerna i {turn}Norrland RS \n\n"
        f"Rätt vård i rätt tid HSN {turn}Tryggare hem KTN, RS \n"
    )
    assert rows(got) == [
        ("Stärka hälsan hos barn och unga", ("HSN", "KTN")),
        ("Minska ohälsan", ("HSN", "KTN", "RS")),
        ("Bättre samverkan med kommunerna i Norrland", ("RS",)),
        ("Rätt vård i rätt tid", ("HSN",)),
        ("Tryggare hem", ("KTN", "RS")),
    ]


def test_a_page_may_begin_with_a_space_alone() -> None:
    got = read(
        "Löptext som är lång, och som fortsätter på nästa \nsida. \n Fokusområde: Resor \n\nMål 2026 Nämnder \n\n"
        "Fler tåg KTN, RS \n Fokusområde: Vård \n\nMål 2026 Nämnder \n\nFler platser HSN, RS \n Ny rubrik \n\n"
        "Brödtext som inte hör hit. Den slutar med punkt. \n"
    )
    assert [(one.namn, len(one.mal)) for one in got.decided.fokusomraden] == [("Resor", 1), ("Vård", 1)]
    assert [left.text.strip() for left in got.left_out if left.reason.startswith("text efter")] == ["Ny rubrik"]


def test_the_regions_own_names_become_codes_and_groups_and_the_rest_is_told() -> None:
    got = read(
        "Fokusområde: Kultur \n\nMål 2026 \nNämnder \n\n"
        "Fler besöker museer Regionstyrelsen, kultur- och trafiknämnden \n\nTryggare barn Hälso- och \n"
        "sjukvårdsnämnden, DNX \n\nMer musik Alla driftnämnder \n\nFler kör RS, övriga nämnder \n",
        REGION,
    )
    assert rows(got) == [
        ("Fler besöker museer", ("RS", "KTN")),
        ("Tryggare barn", ("HSN", "DNX")),
        ("Mer musik", ("alla driftnämnder",)),
        ("Fler kör", ("RS", "övriga nämnder")),
    ]
    assert (got.unknown_codes, got.unknown_groups) == (("DNX",), ("övriga nämnder",))


def test_a_group_in_the_name_of_a_mal_is_told_apart_by_what_follows() -> None:
    got = read("Fokusområde: Kultur \n\nMål Nämnder \n\nÖka insynen i alla nämnder \n\nRS, HSN \n")
    assert rows(got) == [("Öka insynen i alla nämnder", ("RS", "HSN"))]
    assert doubts(got) == ["rad 5: gissat att ”alla nämnder” hör till målets namn"]


def test_capitals_that_only_stand_last_on_lines_are_a_guess() -> None:
    got = read("Fokusområde: Kultur \n\nMål Nämnd \n\nFler besöker museer KTN \n\nFler lär sig om EU RS \n")
    assert rows(got) == [("Fler besöker museer", ("KTN",)), ("Fler lär sig om EU", ("RS",))]
    assert doubts(got) == ["rad 5: gissat att KTN är en nämnd", "rad 7: gissat att RS är en nämnd"]


def test_a_mal_without_namnder_is_kept_and_told() -> None:
    got = read("Fokusområde: Kultur \n\nMål Nämnder \n\nFler kör \n\nMer musik KTN, RS \n")
    assert rows(got) == [("Fler kör", ()), ("Mer musik", ("KTN", "RS"))]
    assert doubts(got) == ["rad 5: hittade inga nämnder"]


def test_a_fokusomrade_without_a_table_is_kept_and_told() -> None:
    got = read(
        "Fokusområde: Kultur \n\nBara text. \n\nFokusområde: Vård \n\nMål Nämnder \n\nFler platser HSN, RS \n"
    )
    assert [(one.namn, len(one.mal)) for one in got.decided.fokusomraden] == [("Kultur", 0), ("Vård", 1)]
    assert doubts(got) == ["rad 1: hittade inga mål under rubriken"]


def test_a_table_of_contents_is_no_second_fokusomrade() -> None:
    got = read(
        "Fokusområde: Kultur ........ 4 \nFokusområde: Vård ........ 5 \n\nFokusområde: Kultur \n\nMål Nämnder \n\n"
        "Mer musik KTN, RS \n\nFokusområde: Vård \n\nMål Nämnder \n\nFler platser HSN, RS \n"
    )
    assert [(one.namn, len(one.mal)) for one in got.decided.fokusomraden] == [("Kultur", 1), ("Vård", 1)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Mål och budget 2026-2029 \n\nHistorien 2010–2030 är lång. \n\nMål för 2026–2029 \n\n", "2026–2029"),
        ("Strategin 2020–2030 \n\n", "2020–2030"),
        ("Budget 2020–2024 \n\n", None),
    ],
)
def test_the_period_is_the_one_that_the_year_begins_or_is_in(text: str, period: str | None) -> None:
    assert read(f"{text}Fokusområde: Kultur \n\nMål Nämnder \n\nMer musik KTN, RS \n").decided.period == period


def test_another_year_above_the_tables_is_told() -> None:
    got = read("Fokusområde: Kultur \n\nMål 2025 Nämnder \n\nMer musik KTN, RS \n")
    assert doubts(got) == ["rad 3: tabellens rubrik säger 2025; gissat att målen gäller 2026"]


@pytest.mark.parametrize(
    "text", ["", "Hej och tack för senast. \n", "Fokusområde: Kultur \n\nMål Nämnder \n\nMusik \n"]
)
def test_a_text_without_such_a_table_is_refused(text: str) -> None:
    with pytest.raises(UnusableError, match="hittade ingen tabell"):
        read(text)


WORDS = ("bättre", "trygg", "vård", "för", "barn", "resor", "med", "kommunerna", "kultur", "utan", "väntan")
NAMES = st.lists(st.sampled_from(WORDS), min_size=2, max_size=12).map(
    lambda words: " ".join([words[0].capitalize(), *words[1:], "nu"])
)
LISTS = st.lists(
    st.sampled_from(("RS", "HSN", "KTN", "samtliga driftnämnder")), min_size=1, max_size=4, unique=True
)


def wrapped(text: str, width: int) -> str:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] += f"{word} "
    return "\n".join(lines)


@given(st.lists(st.tuples(NAMES, LISTS, st.booleans()), min_size=1, max_size=6), st.integers(20, 70))
@settings(max_examples=40)
def test_whatever_the_width_every_row_comes_back(table: list[tuple[str, list[str], bool]], width: int) -> None:
    cells = (
        f"{wrapped(name, width)}\n\n{wrapped(', '.join(namnder), width)}"
        if apart
        else wrapped(f"{name} {', '.join(namnder)}", width)
        for name, namnder, apart in table
    )
    got = read("Fokusområde: Allt \n\nMål Nämnder \n\n" + "\n\n".join(cells), REGION)
    assert rows(got) == [(name, tuple(namnder)) for name, namnder, _ in table]
