"""Rules on a fokusområde's verdict and text beside its uppdrag."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from data.checks.of_omraden import to_look_at
from data.drafting import drafted
from data.plan import Fokusomrade, Plan, Uppdrag
from data.status import UPPDRAG
from tests.data.checks.looking import found, lines, plan_of

STATUSES = (None, *UPPDRAG.values)


def some(*statuses: str | None, shared: bool = False) -> tuple[Uppdrag, ...]:
    return tuple(
        Uppdrag(f"{'s' if shared else 'u'}{n}", f"Uppdrag {n}", status, regiongemensamt=shared)
        for n, status in enumerate(statuses, 1)
    )


U, D, I, E = "uppfylls", "delvis", "inte", None  # noqa: E741 - the three steps, and none


def test_what_there_is_to_look_at_is_told_in_sentences_unless_somebody_has_silenced_it() -> None:
    omrade = Fokusomrade("1.1", "Vård", "uppfylls", "Båda uppdragen uppfylls.", uppdrag=some(D, I))
    verdict, text = to_look_at(omrade)
    assert verdict.startswith("Bedömningen av fokusområdet är ”uppfylls”, men uppdragen pekar åt ett annat håll")
    assert text == "Texten säger ”Båda uppdragen uppfylls”, men i planen är det inget av två; rätta det ena."
    assert "bedöms uppfyllas" in next(to_look_at(omrade, forecast=True))
    assert list(to_look_at(replace(omrade, tysta=("bedomning-mot-antal: styrelsens beslut",)))) == [text]
    assert list(to_look_at(replace(omrade, tysta=("antal-i-text: från i fjol",)))) == [verdict]
    assert not list(to_look_at(Fokusomrade("1.1", "Vård", uppdrag=some(U, D))))


def numbers(kommentar: str, *uppdrag: Uppdrag) -> list[str]:
    return [remark.message for remark in found(plan_of(*uppdrag, kommentar=kommentar), rule="antal-i-text")]


@pytest.mark.parametrize(
    ("kommentar", "statuses", "facts"),
    [
        ("Två av tre uppdrag uppfylls.", (U, D, D), "ett av tre"),
        ("Två av tre uppdrag uppfylls.", (U, U), "två av två"),
        ("2 av 3 uppdrag bedöms uppfyllas.", (U, U, U), "tre av tre"),
        ("Två av de tre uppdragen uppfylls delvis.", (U, D, I), "ett av tre"),
        ("Ett av tre uppdrag uppfylls inte.", (U, U, U), "inget av tre"),
        ("Alla uppdrag uppfylls.", (U, U, D), "två av tre"),
        ("Samtliga tre uppdrag uppnås.", (U, U, D), "två av tre"),
        ("Båda uppdragen uppfylls.", (U, D), "ett av två"),
        ("Inget av de tre uppdragen uppfylls.", (U, D, D), "ett av tre"),
        ("Inga uppdrag bedöms inte uppfyllas.", (U, I), "ett av två"),
        ("Tre uppdrag uppfylls delvis.", (U, D, D, U), "två av fyra"),
        ("Vi är nöjda. Två av uppdragen uppfylls helt eller delvis.", (U, D, D), "tre av tre"),
        ("Två uppdrag är inte bedömda.", (U, E), "ett av två"),
        ("13 av 14 uppdrag uppfylls.", (*(U,) * 12, D, D), "12 av 14"),
        ("Två av tre uppdrag i årets verksamhetsplan uppfylls.", (U, D, D), "ett av tre"),
    ],
)
def test_a_number_that_the_plan_does_not_bear_out_is_told(
    kommentar: str, statuses: tuple[str | None, ...], facts: str
) -> None:
    (message,) = numbers(kommentar, *some(*statuses))
    assert message.endswith(f"men i planen är det {facts}; rätta det ena")


@pytest.mark.parametrize(
    ("kommentar", "statuses"),
    [
        ("Två av tre uppdrag uppfylls.", (U, U, D)),
        ("Alla tre uppdrag uppfylls.", (U, U, U)),
        ("Inget av de två uppdragen uppfylls.", (D, I)),
        ("Två av tre väntrum är klara.", (D, D)),
        ("Tre nya uppdrag har kommit till under året.", (D,)),
        ("Två uppdrag som kom till i våras uppfylls.", (U, D, D, D)),
        ("Två av tre prioriterade uppdrag uppfylls.", (D, D)),
        ("Två av tre uppdrag uppfylls eller är på väg att göra det.", (D, D)),
        ("Två av tre uppdrag har försenats. Målet uppfylls.", (D, D)),
        ("Två av tre uppdrag uppfylls.", (E, E, E, E)),
    ],
)
def test_what_agrees_or_is_about_something_else_is_not(kommentar: str, statuses: tuple[str | None, ...]) -> None:
    assert numbers(kommentar, *some(*statuses)) == []


def test_regiongemensamma_and_own_uppdrag_are_counted_apart() -> None:
    uppdrag = (*some(U, D, shared=True), *some(U, U, U))
    assert numbers("Ett av två regiongemensamma uppdrag uppfylls. Alla tre egna uppdrag uppfylls.", *uppdrag) == []
    assert numbers("Tre av tre uppdrag uppfylls.", *uppdrag) == []  # may be about the own ones
    (message,) = numbers("Två av tre regiongemensamma uppdrag uppfylls.", *uppdrag)
    assert message == (
        "texten säger ”Två av tre regiongemensamma uppdrag uppfylls”, men i planen är det ett av två; rätta det ena"
    )


def test_a_number_is_pointed_out_where_it_stands() -> None:
    plan = plan_of(*some(U, D), kommentar="Året har gått bra.\n\nTotalt sett: alla uppdrag uppfylls, nästan.")
    (remark,) = found(plan, rule="antal-i-text")
    assert lines(plan, [remark]) == ["alla uppdrag uppfylls, nästan."]


@st.composite
def omraden(draw: st.DrawFn) -> Fokusomrade:
    names = st.sampled_from(["Köra bokbuss", "Bygga ”nära”, fast dyrt", "Låna ut och köpa in", "A, B", "C."])
    uppdrag = tuple(
        Uppdrag(f"u{n}", draw(names), draw(st.sampled_from(STATUSES)), regiongemensamt=draw(st.booleans()))
        for n in range(draw(st.integers(0, 15)))
    )
    return Fokusomrade("1", "Närhet", uppdrag=uppdrag)


def _rules(omrade: Fokusomrade, kommentar: str) -> set[str]:
    plan = Plan("kultur", 2025, fokusomraden=(replace(omrade, kommentar=kommentar),))
    return {remark.rule for remark in found(plan)} & {"antal-i-text", "gammalt-utkast"}


@settings(max_examples=60)
@given(omraden(), st.booleans())
def test_a_draft_agrees_with_what_it_was_drafted_from(omrade: Fokusomrade, forecast: bool) -> None:
    kommentar = drafted(omrade, forecast=forecast)
    note(kommentar)
    assert _rules(omrade, kommentar) == set()


@pytest.mark.parametrize("forecast", [False, True])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((U, U, U), (U, U, D)),
        ((U, D), (U, I)),
        ((E, E, E), (E, D, E)),
        ((U, D, I), (U, I, D)),
        ((U, E), (U, U)),
        ((I, I), (I, U)),
        ((U,), (D,)),
        ((D, D, D, D, U), (D, D, D, U, U)),
    ],
)
def test_a_draft_is_stale_when_the_judgements_have_changed(
    before: tuple[str | None, ...], after: tuple[str | None, ...], forecast: bool
) -> None:
    kommentar = drafted(Fokusomrade("1", "N", uppdrag=some(*before)), forecast=forecast)
    assert _rules(Fokusomrade("1", "N", uppdrag=some(*after)), kommentar)


def drafts(kommentar: str, *uppdrag: Uppdrag) -> list[str]:
    return [remark.message for remark in found(plan_of(*uppdrag, kommentar=kommentar), rule="gammalt-utkast")]


def test_an_uppdrag_named_with_another_status_than_it_has_is_told() -> None:
    (message,) = drafts("Uppdragen ”Uppdrag 1” och ”Uppdrag 2” uppfylls delvis.", *some(D, U))
    assert message == ("texten säger att ”Uppdrag 2” uppfylls delvis, men uppdraget uppfylls; uppdatera texten")


def test_an_uppdrag_that_is_no_longer_there_is_told() -> None:
    (message,) = drafts("Det egna uppdraget ”Köra bokbuss” bedöms uppfyllas delvis.", *some(D))
    assert message == "texten nämner uppdraget ”Köra bokbuss”, som inte finns i fokusområdet; uppdatera texten"


def test_of_two_with_the_same_name_either_will_do() -> None:
    twins = (Uppdrag("a", "Köra bokbuss", U), Uppdrag("b", "Köra bokbuss", D))
    assert drafts("Uppdraget ”Köra bokbuss” uppfylls delvis.", *twins) == []


def test_other_quotations_are_left_alone() -> None:
    assert drafts("Uppdraget ”Köra bokbuss” har fått en egen sida på webben.", *some(D)) == []


def test_a_verdict_that_pulls_apart_from_the_uppdrag_is_told_at_the_status() -> None:
    plan = plan_of(*some(U, D, D), status=U)
    (remark,) = found(plan, rule="bedomning-mot-antal")
    assert remark.message == (
        "bedömningen av fokusområdet är ”uppfylls”, men uppdragen pekar åt ett annat håll: ett uppfylls och två "
        "uppfylls delvis; ändra den, eller skriv varför i kommentaren"
    )
    assert lines(plan, [remark]) == ['status = "uppfylls"']
    assert found(plan_of(*some(U, U, D), status=U), rule="bedomning-mot-antal") == []
    assert found(plan_of(*some(U, D, D)), rule="bedomning-mot-antal") == []
