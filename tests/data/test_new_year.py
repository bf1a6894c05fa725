"""What is not finished goes along to the next year, without judgements; all else is told as left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from data.mal import Mal, MalOchBudget, MalOmrade
from data.new_year import NewYear, Year, everything, new_year, only, undone, unfinished
from data.plan import Aktivitet, Fokusomrade, Indikator, Plan, Uppdrag
from data.rereading import read
from data.successors import Ground
from data.writing import write
from tests.plans import plans

OLD = Plan(
    "trafik",
    2019,
    (("samordnare", "Eva Rask"),),
    fokusomraden=(
        Fokusomrade(
            "1.1",
            "Hållbara resor",
            "delvis",
            "På väg.",
            uppdrag=(
                Uppdrag(
                    "bussar",
                    "Köra bussar på el",
                    "delvis",
                    "Tre bussar är levererade.",
                    regiongemensamt=True,
                    ansvarig="Li Bo",
                    mal=("fossilfritt", "buller"),
                    diarienummer="TN 2018/11",
                    ursprung="Yrkande i fullmäktige",
                    slut=date(2020, 6, 30),
                    att_se_over=("status gissad",),
                    tysta=("samma-namn: två linjer heter så", "samma-kommentar: gäller båda"),
                    aktiviteter=(
                        Aktivitet("bussar-1", "Köpa bussar", "klar", "Klart i mars."),
                        Aktivitet("bussar-2", "Bygga depå", "foljer-inte", "Överklagad."),
                    ),
                ),
                Uppdrag(
                    "tidtabell", "Ge ut tidtabell", "uppfylls", aktiviteter=(Aktivitet("tid-1", "Trycka", "pagar"),)
                ),
            ),
        ),
        Fokusomrade("1.2", "Trygghet", uppdrag=(Uppdrag("ljus", "Lysa upp hållplatser"),)),
        Fokusomrade("1.3", "Samverkan", uppdrag=(Uppdrag("avtal", "Skriva avtal", "uppfylls"),)),
    ),
    indikatorer=(
        Indikator("resor", "Resor", Decimal("4.20"), 5, "milj", "hogre", ("2018: 3,9",), "Fler än i fjol."),
        Indikator("klagomal", "Klagomål"),
    ),
)

DECIDED = MalOchBudget(
    2020,
    None,
    (
        MalOmrade("2.1", "Trygghet", (Mal("trygg-resa", "Trygg resa", ("TN",)),)),
        MalOmrade(
            "2.2", "Hållbara resor", (Mal("fossilfritt", "Fossilfritt", ("TN",)), Mal("tyst", "Lägre buller"))
        ),
        MalOmrade("2.3", "Framkomlighet", (Mal("fram", "Komma fram", ("TN",)),)),
        MalOmrade("2.4", "Kultur", (Mal("kultur", "Kultur", ("KN",)),)),
    ),
)
BEFORE = MalOchBudget(2019, None, (MalOmrade("1.1", "Hållbara resor", (Mal("buller", "Lägre buller"),)),))
YEAR = Year(2020, DECIDED, BEFORE, answered=("trygg-resa", "fossilfritt", "fram"))


def made(year: Year = YEAR, old: Plan = OLD) -> NewYear:
    return new_year(old, unfinished(old), year)


def test_what_is_not_finished_goes_along_and_the_rest_is_told_as_left() -> None:
    found = made()
    assert [uppdrag.id for uppdrag in found.carried] == ["bussar", "ljus"]
    assert [uppdrag.id for uppdrag in found.left] == ["tidtabell", "avtal"]
    assert [one.id for one in found.aktiviteter(found.carried[0])] == ["bussar-2"]
    assert [one.id for one in undone(found.left[0])] == ["tid-1"]


def test_judgements_comments_and_what_they_silenced_are_gone_and_all_else_is_kept() -> None:
    bussar = made().plan.items["bussar"]
    assert bussar == Uppdrag(
        "bussar",
        "Köra bussar på el",
        regiongemensamt=True,
        ansvarig="Li Bo",
        mal=("fossilfritt", "tyst"),
        diarienummer="TN 2018/11",
        ursprung="Yrkande i fullmäktige",
        slut=date(2020, 6, 30),
        tysta=("samma-namn: två linjer heter så",),
        aktiviteter=(Aktivitet("bussar-2", "Bygga depå"),),
    )
    assert made().plan.extra == OLD.extra


def test_fokusomraden_stand_as_they_were_decided_without_verdicts() -> None:
    found = made()
    assert [(one.id, one.namn, one.status, one.kommentar) for one in found.plan.fokusomraden] == [
        ("2.1", "Trygghet", None, None),
        ("2.2", "Hållbara resor", None, None),
        ("2.3", "Framkomlighet", None, None),
    ]
    assert [omrade.id for omrade in found.added] == ["2.3"]


def test_a_fokusomrade_without_a_successor_is_kept_last_while_anything_in_it_goes_along() -> None:
    assert [one.ground for one in made().successors] == [Ground.SAME, Ground.SAME, Ground.NONE]
    found = new_year(OLD, everything(OLD), YEAR)
    assert [one.id for one in found.plan.fokusomraden] == ["2.1", "2.2", "2.3", "1.3"]
    assert not found.left


def test_what_two_fokusomraden_hold_can_come_together_in_one() -> None:
    found = made(replace(YEAR, told={"1.1": "2.1", "1.2": "2.1"}))
    trygghet = found.plan.fokusomraden[0]
    assert (trygghet.id, [uppdrag.id for uppdrag in trygghet.uppdrag]) == ("2.1", ["bussar", "ljus"])


def test_without_knowing_what_was_decided_the_fokusomraden_stay() -> None:
    found = made(Year(2020))
    assert [(one.id, one.namn) for one in found.plan.fokusomraden] == [
        ("1.1", "Hållbara resor"),
        ("1.2", "Trygghet"),
        ("1.3", "Samverkan"),
    ]
    assert not found.successors
    assert found.plan.items["bussar"].mal == ("fossilfritt", "buller")  # type: ignore[union-attr]


def test_an_outcome_becomes_one_of_the_earlier_ones() -> None:
    resor, klagomal = made().plan.indikatorer
    assert (resor.utfall, resor.malvarde, resor.kommentar) == (None, 5, None)
    assert resor.matningar == ("2018: 3,9", "2019: 4,20")
    assert klagomal == OLD.indikatorer[1]
    told = replace(OLD, indikatorer=(replace(OLD.indikatorer[0], matningar=("2019: 4,2",)),))
    assert made(old=told).plan.indikatorer[0].matningar == ("2019: 4,2",)


def test_just_some_uppdrag_can_be_chosen_and_come_with_their_unfinished_aktiviteter() -> None:
    found = new_year(OLD, only(OLD, ["tidtabell"]), YEAR)
    assert [uppdrag.id for uppdrag in found.carried] == ["tidtabell"]
    assert [one.id for one in found.plan.aktiviteter] == ["tid-1"]


def test_no_fokusomrade_takes_the_id_of_something_that_was_in_the_plan() -> None:
    decided = MalOchBudget(2020, None, (MalOmrade("avtal", "Trygghet"), MalOmrade("God Vård", "Hållbara resor")))
    found = made(Year(2020, decided))
    assert [one.id for one in found.plan.fokusomraden] == ["trygghet", "hallbara-resor"]
    assert "avtal" in [uppdrag.id for uppdrag in found.left]


@settings(max_examples=60)
@given(plan=plans(), data=st.data())
def test_every_uppdrag_is_carried_over_as_chosen_or_told_as_left_and_the_plan_can_be_written(
    plan: Plan, data: st.DataObject
) -> None:
    uppdrag = [one.id for one in plan.uppdrag]
    chosen = frozenset(
        data.draw(st.sets(st.sampled_from([*uppdrag, *(one.id for one in plan.aktiviteter)] or [""])))
    )
    ids = data.draw(st.lists(st.sampled_from(["1", "2", *plan.items, "Ej id"]), unique=True, max_size=4))
    decided = MalOchBudget(2020, None, tuple(MalOmrade(id, data.draw(st.sampled_from("abc"))) for id in ids))
    told = data.draw(st.dictionaries(st.sampled_from([*plan.items, "x"]), st.sampled_from(["", *ids]), max_size=3))
    found = new_year(plan, chosen, Year(2020, data.draw(st.none() | st.just(decided)), told=told))
    assert [one.id for one in found.carried] == [id for id in uppdrag if id in chosen]
    assert [one.id for one in found.left] == [id for id in uppdrag if id not in chosen]
    assert sorted(one.id for one in found.plan.uppdrag) == sorted(one.id for one in found.carried)
    assert all(
        one.status is None and one.kommentar is None for one in (*found.plan.uppdrag, *found.plan.aktiviteter)
    )
    assert read(write(found.plan)) == found.plan
