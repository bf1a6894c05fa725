"""Rules on what stands twice."""

from __future__ import annotations

import pytest

from data.plan import Aktivitet, Fokusomrade, Indikator, Plan, Uppdrag
from tests.data.checks.looking import found, lines, plan_of, with_comments

LONG = (
    "Bokbussen har under året besökt alla fjällbyar minst en gång i månaden, och utlåningen ökar mest bland barn. "
    "Nästa år får bussen en ny rutt västerut."
)


def told(plan: Plan, rule: str) -> list[str]:
    return [remark.message for remark in found(plan, rule=rule)]


@pytest.mark.parametrize(
    ("other", "how"),
    [
        (LONG, "är densamma som"),
        (LONG.upper().replace(",", " –"), "är densamma som"),
        (LONG.replace("en ny rutt västerut", "två nya rutter"), "är nästan densamma som"),
        (LONG.partition(". ")[0], "är nästan densamma som"),
        (f"{LONG} Dessutom har personalen gått en kurs i att köra på halt väglag.", "är nästan densamma som"),
    ],
)
def test_a_comment_that_stands_twice_is_told_at_the_second_place(other: str, how: str) -> None:
    plan = with_comments(LONG, "Något helt annat.", other)
    (remark,) = found(plan, rule="samma-kommentar")
    assert remark.message == f"kommentaren {how} den på uppdrag u1; skriv en för var och en"
    assert lines(plan, [remark])[0].startswith("kommentar = ")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Arbetet löper enligt plan.", "Arbetet löper enligt plan."),
        (LONG, "Bokbussen har under året stått på verkstad, så utlåningen har gått genom biblioteken i stället."),
        (
            LONG,
            f"{LONG.partition(' och ')[0]} men det är en liten del av allt som har gjorts: {'mer ' * 30}",
        ),
    ],
)
def test_short_comments_and_those_with_little_in_common_are_not(first: str, second: str) -> None:
    assert told(with_comments(first, second), "samma-kommentar") == []


def test_three_of_the_same_are_two_too_many_and_the_comments_of_aktiviteter_count() -> None:
    plan = plan_of(
        Uppdrag("a", "A", kommentar=LONG, aktiviteter=(Aktivitet("a-1", "A1", kommentar=LONG),)),
        Uppdrag("b", "B", kommentar=LONG),
    )
    assert [message.split(";")[0] for message in told(plan, "samma-kommentar")] == [
        "kommentaren är densamma som den på uppdrag a"
    ] * 2


def test_the_texts_of_fokusomraden_may_be_alike() -> None:
    plan = Plan(
        "kultur",
        2025,
        fokusomraden=(Fokusomrade("1", "A", kommentar=LONG), Fokusomrade("2", "B", kommentar=LONG)),
    )
    assert told(plan, "samma-kommentar") == []


def test_a_name_that_stands_twice_is_told() -> None:
    plan = Plan(
        "kultur",
        2025,
        fokusomraden=(
            Fokusomrade(
                "1.1",
                "Närhet",
                uppdrag=(
                    Uppdrag("a", "Köra bokbuss", aktiviteter=(Aktivitet("x", "Köpa"), Aktivitet("y", "köpa."))),
                    Uppdrag("b", "Låna ut"),
                ),
            ),
            Fokusomrade("1.2", "Klimat", uppdrag=(Uppdrag("c", "Köra  bokbuss."),)),
            Fokusomrade("1.3", "närhet"),
        ),
        indikatorer=(Indikator("i", "Lån"), Indikator("j", "Lån")),
    )
    assert [message.split(";")[0] for message in told(plan, "samma-namn")] == [
        "namnet står också på aktivitet x",
        "namnet står också på uppdrag a",
        "namnet står också på fokusområde 1.1",
        "namnet står också på indikator i",
    ]


def test_what_naturally_shares_a_name_is_not() -> None:
    shared = Uppdrag(
        "a", "Minska utsläppen", regiongemensamt=True, aktiviteter=(Aktivitet("x", "Minska utsläppen"),)
    )
    own = Uppdrag("b", "Minska utsläppen", aktiviteter=(Aktivitet("y", "Minska utsläppen"),))
    assert told(plan_of(shared, own, namn="Minska utsläppen"), "samma-namn") == []
