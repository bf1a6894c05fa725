"""A status is known again in every way that it is shown or typed."""

from __future__ import annotations

import pytest

from data.status import AKTIVITET, EJ_BEDOMD, UPPDRAG, Scale, Status


@pytest.mark.parametrize("scale", [UPPDRAG, AKTIVITET])
def test_every_form_a_status_is_shown_in_says_that_status_and_no_other(scale: Scale) -> None:
    for status in (*scale.statuses, EJ_BEDOMD):
        for form in (status.value, status.label, status.short, status.sign, status.ascii):
            assert scale.said(form) is status
            assert scale.said(f"  {form.upper()} ") is status
        assert scale.said(f"{status.sign} {status.short}") is status
        assert scale.said(f"{status.ascii}  {status.label}") is status


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("uppfylls delvis", UPPDRAG.of("delvis")),
        ("Bedöms uppfyllas delvis", UPPDRAG.of("delvis")),
        ("Uppdraget bedöms inte uppfyllas", UPPDRAG.of("inte")),
    ],
)
def test_the_words_of_running_text_and_of_forecasts_are_known(words: str, status: Status) -> None:
    assert UPPDRAG.said(words) is status


@pytest.mark.parametrize("words", ["", "grön", "bedömd", "klar?", "1", "pågår", "uppfylls delvis inte"])
def test_other_words_say_no_status_of_an_uppdrag(words: str) -> None:
    assert UPPDRAG.said(words) is None
