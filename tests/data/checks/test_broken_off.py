"""The rule on comments that end in the middle of a sentence."""

from __future__ import annotations

import pytest

from tests.data.checks.looking import found, lines, with_comments

RULE = "avbruten-kommentar"


@pytest.mark.parametrize(
    "ending",
    [
        "Underlaget ligger till grund för",
        "Arbetet görs tillsammans med kommunerna och",
        "Det har visat sig att",
        "Bussen går till Tärna,",
        "Under hösten har vi besökt följande byar:",
        "Bussen har fått nya däck (vinterdäck och",
        "Vi har träffat hälso-",
        "Rutten går nu på",
    ],
)
def test_a_comment_that_breaks_off_is_told_at_its_end(ending: str) -> None:
    plan = with_comments(f"Arbetet löper på.\n\nAllt går bra. {ending}")
    (remark,) = found(plan, rule=RULE)
    assert f"{ending[-8:]}”; skriv klart den" in remark.message
    assert remark.message.startswith("kommentaren slutar mitt i en mening: ”")
    assert lines(plan, [remark]) == [f"{ending[-1]}"]


@pytest.mark.parametrize(
    "kommentar",
    [
        "Klart.",
        "Klart",
        "Löper enligt plan",
        "Arbetet håller på",
        "Alla förvaltningar är med",
        "Vad är det som ska följas av?",
        "Se https://exempel.se/rapporter/",
        "Rapporten heter ”Livet på”",
        "Gäller 1 av 3 (se bilagan)",
        "Det kostade 40 %",
        "Bussen är såld…",
    ],
)
def test_a_comment_that_is_merely_short_is_not(kommentar: str) -> None:
    assert found(with_comments(kommentar), rule=RULE) == []
