"""The drafted sentences are correct Swedish, whatever the counts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.drafting import drafted, objection, verdict
from data.plan import Fokusomrade, Uppdrag
from data.status import UPPDRAG

U, D, I, E = "uppfylls", "delvis", "inte", None  # noqa: E741  the three statuses, and ej bedömd

NAMES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def omrade(own: list[str | None], shared: list[str | None] | None = None, status: str | None = None) -> Fokusomrade:
    statuses = [(one, True) for one in shared or []] + [(one, False) for one in own]
    uppdrag = tuple(
        Uppdrag(f"u{place}", NAMES[place % 26], one, regiongemensamt=together)
        for place, (one, together) in enumerate(statuses)
    )
    return Fokusomrade("1.1", "Nära vård", status, uppdrag=uppdrag)


OWN = [
    ([], "Fokusområdet har inga uppdrag."),
    ([U], "Uppdraget ”A” uppfylls."),
    ([D], "Uppdraget ”A” uppfylls delvis."),
    ([I], "Uppdraget ”A” uppfylls inte."),
    ([E], "Uppdraget ”A” är inte bedömt."),
    ([U, U], "Båda uppdragen uppfylls."),
    ([D, D], "Båda uppdragen uppfylls delvis."),
    ([I, I], "Inget av de två uppdragen uppfylls."),
    ([E, E], "Inget av de två uppdragen är bedömt."),
    ([U] * 3, "Alla tre uppdrag uppfylls."),
    ([D] * 12, "Alla tolv uppdrag uppfylls delvis."),
    ([U] * 13, "Alla 13 uppdrag uppfylls."),
    ([I] * 13, "Inget av de 13 uppdragen uppfylls."),
    ([E] * 4, "Inget av de fyra uppdragen är bedömt."),
    ([U, D, U], "Två av tre uppdrag uppfylls. Uppdraget ”B” uppfylls delvis."),
    ([U, I], "Ett av två uppdrag uppfylls. Uppdraget ”B” uppfylls inte."),
    ([D, I], "Inget av de två uppdragen uppfylls. Uppdraget ”A” uppfylls delvis. Uppdraget ”B” uppfylls inte."),
    ([U, D, D], "Ett av tre uppdrag uppfylls. Uppdragen ”B” och ”C” uppfylls delvis."),
    ([U, I, I, I], "Ett av fyra uppdrag uppfylls. Uppdragen ”B”, ”C” och ”D” uppfylls inte."),
    ([U, D, D, D, D], "Ett av fem uppdrag uppfylls. Fyra uppdrag uppfylls delvis."),
    ([U, E], "Ett av två uppdrag uppfylls. Uppdraget ”B” är inte bedömt."),
    ([U, E, E], "Ett av tre uppdrag uppfylls. Uppdragen ”B” och ”C” är inte bedömda."),
    ([U, *[E] * 5], "Ett av sex uppdrag uppfylls. Fem uppdrag är inte bedömda."),
    ([D, E], "Uppdraget ”A” uppfylls delvis. Uppdraget ”B” är inte bedömt."),
    ([I, *[E] * 4], "Uppdraget ”A” uppfylls inte. Fyra uppdrag är inte bedömda."),
    ([*[U] * 11, D], "Elva av tolv uppdrag uppfylls. Uppdraget ”L” uppfylls delvis."),
    ([*[U] * 12, D], "12 av 13 uppdrag uppfylls. Uppdraget ”M” uppfylls delvis."),
    ([*[U] * 2, *[D] * 13], "2 av 15 uppdrag uppfylls. 13 uppdrag uppfylls delvis."),
]


@pytest.mark.parametrize(("own", "told"), OWN)
def test_uppdrag_are_told_as_a_person_would(own: list[str | None], told: str) -> None:
    assert drafted(omrade(own)) == told


SHARED = [
    ([U], [], "Det regiongemensamma uppdraget ”A” uppfylls."),
    ([E], [], "Det regiongemensamma uppdraget ”A” är inte bedömt."),
    ([U, D, U], [], "Två av tre regiongemensamma uppdrag uppfylls. Uppdraget ”B” uppfylls delvis."),
    ([U, U], [], "Båda de regiongemensamma uppdragen uppfylls."),
    ([U] * 3, [], "Alla tre regiongemensamma uppdrag uppfylls."),
    ([I] * 3, [], "Inget av de tre regiongemensamma uppdragen uppfylls."),
    ([U], [U], "Det regiongemensamma uppdraget ”A” uppfylls. Det egna uppdraget ”B” uppfylls."),
    ([U] * 3, [D, D], "Alla tre regiongemensamma uppdrag uppfylls. Båda de egna uppdragen uppfylls delvis."),
    (
        [U, I],
        [U, *[I] * 4],
        "Ett av två regiongemensamma uppdrag uppfylls. Uppdraget ”B” uppfylls inte. "
        "Ett av fem egna uppdrag uppfylls. Fyra egna uppdrag uppfylls inte.",
    ),
    (
        [D, E],
        [D, D, E],
        "Det regiongemensamma uppdraget ”A” uppfylls delvis. Det regiongemensamma uppdraget ”B” är inte bedömt. "
        "De egna uppdragen ”C” och ”D” uppfylls delvis. Det egna uppdraget ”E” är inte bedömt.",
    ),
]


@pytest.mark.parametrize(("shared", "own", "told"), SHARED)
def test_regiongemensamma_uppdrag_are_told_apart_from_the_own(
    shared: list[str | None], own: list[str | None], told: str
) -> None:
    assert drafted(omrade(own, shared)) == told


FORECASTS = [
    ([U], "Uppdraget ”A” bedöms uppfyllas."),
    ([I], "Uppdraget ”A” bedöms inte uppfyllas."),
    ([U, U], "Båda uppdragen bedöms uppfyllas."),
    ([I, I, I], "Inget av de tre uppdragen bedöms uppfyllas."),
    ([E, E], "Inget av de två uppdragen är bedömt."),
    (
        [U, U, D, I],
        "Två av fyra uppdrag bedöms uppfyllas. Uppdraget ”C” bedöms uppfyllas delvis. "
        "Uppdraget ”D” bedöms inte uppfyllas.",
    ),
]


@pytest.mark.parametrize(("own", "told"), FORECASTS)
def test_a_forecast_says_what_is_expected(own: list[str | None], told: str) -> None:
    assert drafted(omrade(own), forecast=True) == told


def test_a_title_stands_on_one_line_to_the_letter() -> None:
    named = Fokusomrade("1", "Vård", uppdrag=(Uppdrag("a", "Bygga ”nära”,\nfast\x1b inte dyrt.", U),))
    assert drafted(named) == "Uppdraget ”Bygga ”nära”, fast␛ inte dyrt.” uppfylls."


statuses = st.lists(st.sampled_from([*UPPDRAG.values, None]), max_size=20)


@settings(max_examples=100)
@given(statuses, statuses, st.booleans())
def test_every_draft_is_whole_sentences_in_the_right_form(
    own: list[str | None], shared: list[str | None], forecast: bool
) -> None:
    told = drafted(omrade(own, shared), forecast=forecast)
    sentences = re.findall(r"[^.]+\.", told)
    assert " ".join(sentence.strip() for sentence in sentences) == told
    assert all(re.match(r"\s?[A-ZÅÄÖ0-9]", sentence) for sentence in sentences)
    assert "  " not in told
    if own or shared:
        assert ("bedöms" in told) == (forecast and any(one is not None for one in [*own, *shared]))
        assert ("regiongemensam" in told) == bool(shared)


def test_the_verdict_is_told_for_the_fokusomrade() -> None:
    assert verdict(omrade([U], status=D)) == "Fokusområdet uppfylls delvis."
    assert verdict(omrade([U], status=I), forecast=True) == "Fokusområdet bedöms inte uppfyllas."
    assert verdict(omrade([U])) == "Fokusområdet är inte bedömt."


OBJECTIONS = [
    ([U, D, D], U, "ett uppfylls och två uppfylls delvis"),
    ([U, U, E], I, "två uppfylls och ett är inte bedömt"),
    ([U, U], D, "två uppfylls"),
    ([U, D, I, E, E], U, "ett uppfylls, ett uppfylls delvis, ett uppfylls inte och två är inte bedömda"),
]


@pytest.mark.parametrize(("own", "status", "facts"), OBJECTIONS)
def test_a_verdict_that_the_counts_do_not_bear_is_pointed_out(
    own: list[str | None], status: str, facts: str
) -> None:
    words = {U: "uppfylls", D: "uppfylls delvis", I: "uppfylls inte"}[status]
    assert objection(omrade(own, status=status)) == (
        f"Bedömningen av fokusområdet är ”{words}”, men uppdragen pekar åt ett annat håll: {facts}."
    )


def test_one_uppdrag_alone_is_told_in_the_singular() -> None:
    assert objection(omrade([I], status=U), forecast=True) == (
        "Bedömningen av fokusområdet är ”bedöms uppfyllas”, men uppdraget pekar åt ett annat håll: "
        "ett bedöms inte uppfyllas."
    )


def test_nothing_is_said_of_a_verdict_that_the_counts_bear() -> None:
    assert objection(omrade([U, U, D], status=U)) is None
    assert objection(omrade([U, D])) is None
