"""The hint that a comment and its status say different things."""

from __future__ import annotations

import pytest

from data.plan import Aktivitet, Uppdrag
from tests.data.checks.looking import found, lines, plan_of, with_comments

RULE = "kommentar-mot-status"


@pytest.mark.parametrize(
    ("kommentar", "words"),
    [
        ("Bygget är försenat.", "försenat"),
        ("Det har blivit förseningar i leveransen.", "förseningar"),
        ("Leveransen är fortsatt försenad, liksom provet.", "försenad"),
        ("Upphandlingen pausades i maj.", "pausades"),
        ("Målet inte uppnås i år.", "inte uppnås"),
        ("Målet uppnås inte.", "uppnås inte"),
        ("Vi har inte ännu nått målet.", "inte ännu nått"),
        ("Arbetet har skjutits upp till våren.", "skjutits upp"),
        ("Rutinen är inte klar.", "inte klar"),
        ("Utbildningen har inte påbörjats.", "inte påbörjats"),
        ("Det är inte färdigt; resten är försenat.", "försenat"),
    ],
)
def test_words_of_trouble_under_a_green_status_are_quoted(kommentar: str, words: str) -> None:
    plan = with_comments(f"Mycket är gjort. {kommentar}", status="uppfylls")
    (remark,) = found(plan, rule=RULE)
    assert remark.message == (f"kommentaren säger ”{words}”, men status är uppfylls; se efter vilket som stämmer")
    assert lines(plan, [remark])[0].startswith(words)


@pytest.mark.parametrize(
    "kommentar",
    [
        "Bygget är inte försenat.",
        "Det har gått utan förseningar.",
        "Inga större förseningar har uppstått.",
        "Trots en försening i våras uppfylls målet.",
        "Vi har aldrig pausat arbetet.",
        "Rutinen är klar och uppfylls av alla.",
        "Pausrummen är ommålade.",
        "Målen uppnås, inte minst för barn.",
        "Vi undviker att arbetet fördröjs.",
    ],
)
def test_what_denies_trouble_is_left_alone(kommentar: str) -> None:
    assert found(with_comments(kommentar, status="uppfylls"), rule=RULE) == []


def test_a_denial_in_the_sentence_before_denies_nothing() -> None:
    assert len(found(with_comments("Det kostar inte mer. Försenat är det.", status="uppfylls"), rule=RULE)) == 1


@pytest.mark.parametrize("status", [None, "delvis", "inte"])
def test_under_another_status_the_words_are_in_their_place(status: str | None) -> None:
    assert found(with_comments("Bygget är försenat.", status=status), rule=RULE) == []


def test_an_aktivitet_that_is_done_counts_and_every_word_is_told_once() -> None:
    plan = plan_of(
        Uppdrag(
            "a",
            "A",
            aktiviteter=(
                Aktivitet("a-1", "A1", "klar", "Pausad i mars. Försenad i april, pausad i maj."),
                Aktivitet("a-2", "A2", "pagar", "Försenad."),
            ),
        )
    )
    (remark,) = found(plan, rule=RULE)
    assert remark.message.startswith("kommentaren säger ”Pausad”, ”Försenad” och ”pausad”, men status är klar;")
