"""What the text of a fokusområde tells of how it goes."""

from __future__ import annotations

import pytest

from data.importing.arsredovisning.verdicts import verdicts

NAMES = ("Bygga fler cykelvägar", "Bygga fler cykelvägar i städer", "Rusta upp stationer.")
OMRADE = "Kontorets arbete inom fokusområdet resor uppfylls."


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Arbetet för fokusområdet resor uppfylls.", "uppfylls"),
        ("Arbetet för fokusområdet resor uppfylls delvis.", "delvis"),
        ("Arbetet för fokusområdet resor uppfylls inte.", "inte"),
        ("Fokusområdet resor bedöms uppfyllas.", "uppfylls"),
        ("Fokusområdet resor bedöms delvis uppfyllas.", "delvis"),
        ("Fokusområdet resor bedöms inte uppfyllas.", "inte"),
        ("Fokusområdet resor har uppnåtts till viss del.", "delvis"),
        ("Fokusområdet resor är viktigt.", None),
    ],
)
def test_the_verdict_on_the_fokusomrade(sentence: str, status: str | None) -> None:
    assert verdicts(f"Först något annat. {sentence} Mer text.", ()).omrade == status


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Alla regiongemensamma uppdrag uppfylls.", ["uppfylls"] * 3),
        ("Samtliga de regiongemensamma uppdrag som planerats bedöms uppfyllas delvis.", ["delvis"] * 3),
        ("Inget av de regiongemensamma uppdragen uppfylls.", ["inte"] * 3),
        ("Tre av tre uppdrag uppfylls.", ["uppfylls"] * 3),
        (
            "Två av tre regiongemensamma uppdrag uppfylls. Uppdraget rusta upp stationer uppfylls inte.",
            ["uppfylls", "uppfylls", "inte"],
        ),
        (
            "1 av 3 uppdrag uppfylls. "
            "Uppdragen Bygga fler cykelvägar i städer och Rusta upp stationer uppfylls delvis.",
            ["uppfylls", "delvis", "delvis"],
        ),
        ("Ett av tre uppdrag uppfylls.", [None] * 3),
        ("Det är många uppdrag.", [None] * 3),
    ],
)
def test_the_verdicts_on_shared_uppdrag(text: str, statuses: list[str | None]) -> None:
    found = verdicts(f"{OMRADE} {text}", NAMES)
    assert found.omrade == "uppfylls"
    assert [found.uppdrag.get(place) for place in range(3)] == statuses
    assert not found.guessed


def test_numbers_that_settle_nothing_are_told() -> None:
    assert verdicts("Ett av tre uppdrag uppfylls inte.", NAMES).doubts == [
        "texten säger att ett av tre uppdrag uppfylls inte, men inte vilka; bedöm dem själv"
    ]


def test_what_the_text_counts_but_the_document_has_not_makes_a_guess() -> None:
    found = verdicts("Tre av fyra uppdrag uppfylls. Uppdraget Rusta upp stationer uppfylls delvis.", NAMES)
    assert found.uppdrag == {0: "uppfylls", 1: "uppfylls", 2: "delvis"}
    assert set(found.guessed) == {0, 1}
    assert found.doubts == ["texten räknar fyra uppdrag, men här finns tre"]


def test_an_uppdrag_that_is_judged_but_not_there_is_told() -> None:
    found = verdicts("Uppdraget Köpa nya bussar uppfylls inte.", NAMES)
    assert (found.uppdrag, found.doubts) == ({}, ["hittade inte det uppdrag som texten bedömer; bedöm det själv"])


def test_a_name_may_have_a_full_stop_within_it() -> None:
    text = "Uppdraget En enklare resa. För alla. uppfylls delvis."
    assert verdicts(text, ["En enklare resa. För alla."]).uppdrag == {0: "delvis"}
