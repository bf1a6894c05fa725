"""A real Mål och budget, where it is at hand: each mål with exactly its nämnder, as read by eye in the document."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from data.importing.mal.decided import ImportedMal, read_mal_och_budget
from data.plan import ID_PATTERN

SOURCE = Path(__file__).parents[4].parent / "shared" / "underlag" / "003_a8deadba50cbe92b.txt"

ALL = "RS, samtliga driftnämnder"
VARD = "RS, DNADH, DNHS, DNNSVH, DNPSH"
NAMNDER = (
    (ALL, ALL, ALL),
    ("RS, DNKT, DNKS", "RS, DNKT, DNKS", ALL, ALL),
    ("RS", "RS, DNKS", "RS"),
    (ALL, "RS, DNKS, DNHS, DNNSVH, DNADH, DNPSH", ALL),
    ("RS, DNKS",),
    (f"{VARD}, DNRGS", VARD, "RS, DNADH, DNNSVH, DNPSH", VARD),
    ("RS, DNHS, DNNSVH, DNADH", VARD, VARD),
)
"""The nämnder of each mål, fokusområde by fokusområde."""

NAMES = (
    "69d06aa93143cac3",
    "340255d967691d4c",
    "5e0315896a9134ef",
    "8ee33936626c7d72",
    "df477ac4f8b5808b",
    "9a2b32e2d3c2d8c0",
    "544d18c4c5f3871b",
)
"""What the names, of each fokusområde and its mål, come to."""

pytestmark = pytest.mark.skipif(not SOURCE.exists(), reason="det verkliga underlaget finns inte här")


@pytest.fixture(scope="module")
def source() -> str:
    return SOURCE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def got(source: str) -> ImportedMal:
    return read_mal_och_budget(source, 2024)


def test_every_mal_has_exactly_its_namnder(got: ImportedMal) -> None:
    found = tuple(tuple(", ".join(mal.namnder) for mal in omrade.mal) for omrade in got.decided.fokusomraden)
    assert found == NAMNDER
    assert (len(found), len(list(got.decided.mal))) == (7, 21)


def test_every_name_is_whole(got: ImportedMal) -> None:
    names = ("\n".join([one.namn, *(mal.namn for mal in one.mal)]) for one in got.decided.fokusomraden)
    assert tuple(sha256(text.encode()).hexdigest()[:16] for text in names) == NAMES


def test_the_period_is_told_and_nothing_had_to_be_guessed(got: ImportedMal) -> None:
    assert (got.decided.ar, got.decided.period, got.guesses) == (2024, "2024–2028", ())


def test_ids_are_slugs_that_differ(got: ImportedMal) -> None:
    ids = [one.id for one in (*got.decided.fokusomraden, *got.decided.mal)]
    assert len(set(ids)) == 28
    assert all(ID_PATTERN.fullmatch(id) for id in ids)


def test_every_line_is_in_a_table_or_listed_as_left_out(got: ImportedMal, source: str) -> None:
    lines = source.split("\n")
    for left in got.left_out:
        assert " ".join(lines[left.line - 1 : left.line - 1 + left.lines]).split() == left.text.split()
    listed = {left.line + count for left in got.left_out for count in range(left.lines)}
    rest = [line for number, line in enumerate(lines, 1) if line.strip() and number not in listed]
    told = " ".join(
        word
        for omrade in got.decided.fokusomraden
        for text in (omrade.namn, *(f"{mal.namn} {', '.join(mal.namnder)}" for mal in omrade.mal))
        for word in text.split()
    )
    assert " ".join(" ".join(rest).replace("Fokusområde: ", "").split()) == told


def test_next_years_document_keeps_the_ids(got: ImportedMal, source: str) -> None:
    third = list(got.decided.mal)[2]
    renamed = source.replace(f"{third.namn} RS", f"Mer {third.namn.lower()} RS")
    assert renamed != source
    later = read_mal_och_budget(renamed, 2025, None, {2024: got.decided})
    assert [mal.id for mal in later.decided.mal] == [mal.id for mal in got.decided.mal]
    assert [guess.id for guess in later.guesses if "samma som" in guess.message] == [third.id]
