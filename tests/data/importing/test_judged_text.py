"""A status is told by sign and word; what is told less plainly is taken too, as a guess."""

from __future__ import annotations

import pytest

from data.importing.judged_text import Judgement, Told, judgement
from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG, Scale, Status

SCALES = (UPPDRAG, AKTIVITET)
EVERY = [(scale, status) for scale in SCALES for status in (*scale.statuses, EJ_BEDOMD)]


@pytest.mark.parametrize(("scale", "status"), EVERY, ids=lambda one: getattr(one, "value", ""))
@pytest.mark.parametrize("name", ["Byta lampor", "Klar: nej", "● Uppfylls: så", ": x", "två  blanksteg\nny rad"])
def test_our_own_form_is_read_to_the_letter(scale: Scale, status: Status, name: str) -> None:
    told = Told(f"{status.sign} {status.short}: {name}", (status.colour,) if status.colour else ())
    assert judgement(told, scale) == Judgement(status, name)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("▲ Uppdraget uppfylls delvis: Byta lampor", "delvis"),
        ("[~] Delvis: Byta lampor", "delvis"),
        ("▲ DELVIS – Byta lampor", "delvis"),
        ("● Uppfylls\nByta lampor", "uppfylls"),
        ("Uppfylls inte: Byta lampor", "inte"),
        ("■\xa0Bedöms inte uppfyllas: Byta lampor", "inte"),
        ("⬤ Delvis: Byta lampor", "delvis"),
    ],
)
def test_other_ways_to_say_it_are_as_certain(text: str, value: str) -> None:
    assert judgement(Told(text), UPPDRAG) == Judgement(UPPDRAG.of(value), "Byta lampor")


@pytest.mark.parametrize(
    ("told", "value", "doubt"),
    [
        (Told("▲ Byta lampor"), "delvis", "av tecknet ▲"),
        (Told("▲ Delvis Byta lampor"), "delvis", "namnet börjar efter"),
        (Told("● Delvis: Byta lampor"), "delvis", "tecknet ● och ordet säger olika"),
        (Told("▲ Delvis: Byta lampor", ("#009E73",)), "delvis", "ordet säger delvis men färgen är grön"),
        (Told("Byta lampor", ("#FF0000",)), "inte", "av färgen röd"),
        (Told("Byta lampor", ("#FFEB9C",)), "delvis", "av färgen gul"),
        (Told("Byta lampor", ("Grön cirkel",)), "uppfylls", "av färgen grön"),
        (Told("🟡 Byta lampor"), "delvis", "av färgen gul"),
    ],
)
def test_what_only_seems_to_say_it_is_a_guess(told: Told, value: str, doubt: str) -> None:
    read = judgement(told, UPPDRAG)
    assert (read.status, read.text) == (UPPDRAG.of(value), "Byta lampor")
    assert read.doubt is not None
    assert doubt in read.doubt


def test_a_pictures_text_that_says_the_word_is_certain() -> None:
    for alt in ("Uppdraget uppfylls delvis", "Gul triangel: uppdraget uppfylls delvis"):
        assert judgement(Told("Byta lampor", (alt,)), UPPDRAG) == Judgement(UPPDRAG.of("delvis"), "Byta lampor")


def test_a_colour_of_two_statuses_settles_nothing() -> None:
    read = judgement(Told("Byta lampor", ("#808080",)), AKTIVITET)
    assert (read.status, read.doubt) == (None, "färgen grå kan betyda pausad eller ej startad; välj en status")


@pytest.mark.parametrize(
    "hint", ["#FFFFFF", "#000000", "#F2F2F2", "#DEEAF6", "#7030A0", "Region Norrskogs logotyp"]
)
def test_other_colours_and_pictures_say_nothing(hint: str) -> None:
    assert judgement(Told("Byta lampor", (hint,)), UPPDRAG) == Judgement(None, "Byta lampor")


@pytest.mark.parametrize("name", ["Klara betygen", "Uppfylls kraven? Utreda", "Delvis ny plan", "?", "- punkt"])
def test_a_name_that_only_begins_like_a_status_stays_whole(name: str) -> None:
    read = judgement(Told(f"● Uppfylls: {name}"), UPPDRAG)
    assert read.text == name
    if name != "?":
        assert judgement(Told(name), UPPDRAG) == Judgement(None, name)
