"""A form says of what is typed what reading a file would say, and takes numbers and dates as people write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.mal import Mal, MalOchBudget, MalOmrade
from data.plan import KINDS, Aktivitet, Fokusomrade, Indikator, Item, Plan, Uppdrag, own_fields
from data.reading import read_plan
from data.rules import shown, typed, undecided
from data.writing import write
from tests.plans import items


def test_a_form_that_is_right_gives_the_values_of_a_plan() -> None:
    entry = typed(
        Uppdrag,
        {"namn": " Bygga bro ", "start": "2025-01-15", "slut": "", "mal": ("bron",), "regiongemensamt": False},
    )
    assert entry.faults == {}
    assert entry.values == {
        "namn": "Bygga bro",
        "start": date(2025, 1, 15),
        "slut": None,
        "mal": ("bron",),
        "regiongemensamt": None,
    }


@pytest.mark.parametrize(
    ("kind", "texts", "field", "told"),
    [
        (Uppdrag, {"namn": " "}, "namn", "namn saknas"),
        (Aktivitet, {"namn": "A", "start": "snart"}, "start", "start ska vara ett datum, till exempel 2019-08-31"),
        (Aktivitet, {"namn": "A", "slut": "2025-02-30"}, "slut", "slut ska vara ett datum"),
        (
            Uppdrag,
            {"namn": "A", "start": "2025-08-31", "slut": "2025-01-01"},
            "slut",
            "slut är 2025-01-01, före start 2025-08-31",
        ),
        (Indikator, {"namn": "A", "utfall": "fyra"}, "utfall", "utfall ska vara ett tal"),
        (Indikator, {"namn": "A", "utfall": "1e" + "9" * 20}, "utfall", "utfall ska vara ett tal"),
        (Indikator, {"namn": "A", "utfall": "1e99"}, "utfall", "ett tal, med högst 30 siffror"),
        (Indikator, {"namn": "A", "riktning": "upp"}, "riktning", "riktning är"),
        (
            Indikator,
            {"namn": "A", "matningar": "2018: 3,9; 2019 4,1"},
            "matningar",
            'matningar är "2019 4,1" men ska vara när, kolon och ett tal',
        ),
        (Fokusomrade, {"namn": "A", "status": "klar"}, "status", "hör till aktiviteter"),
    ],
)
def test_what_is_wrong_is_told_by_field(kind: type[Item], texts: dict[str, Any], field: str, told: str) -> None:
    faults = typed(kind, texts).faults
    assert list(faults) == [field]
    assert told in faults[field]


def test_numbers_are_written_with_a_comma_and_keep_their_decimals() -> None:
    entry = typed(Indikator, {"namn": "A", "utfall": "2,90", "malvarde": "minst 4"})
    assert entry.values["utfall"] == Decimal("2.90")
    assert str(entry.values["utfall"]) == "2.90"
    assert entry.values["malvarde"] == "minst 4"
    assert shown(Decimal("2.90")) == "2,90"
    assert shown(Decimal("-2.90")) == "−2,90"
    assert typed(Indikator, {"namn": "A", "utfall": "−2,90"}).values["utfall"] == Decimal("-2.90")


@pytest.mark.parametrize(
    "text",
    [
        "2018: 3,9; 2019-04: 4,15; UR2: −4",
        "2018: 3,9, 2019-04: 4,15, UR2: −4",
        "2018: 3,9\n2019-04: 4,15 ;\nUR2: −4;",
    ],
)
def test_measurements_are_typed_with_semicolons_commas_or_on_a_line_each(text: str) -> None:
    entry = typed(Indikator, {"namn": "A", "matningar": text})
    assert entry.faults == {}
    assert entry.values["matningar"] == ("2018: 3,9", "2019-04: 4,15", "UR2: −4")
    assert shown(entry.values["matningar"]) == "2018: 3,9; 2019-04: 4,15; UR2: −4"
    assert typed(Indikator, {"namn": "A", "matningar": " "}).values["matningar"] is None


def test_a_mal_that_was_not_decided_is_told() -> None:
    decided = MalOchBudget(2025, None, (MalOmrade("1.1", "Vård", (Mal("nara", "Nära vård"),)),))
    assert undecided(("nara",), decided) is None
    assert undecided(("nara", "langt"), decided) == (
        'målet "langt" finns inte i 2025/mal-och-budget.toml; välj ett som finns där'
    )
    assert undecided(("langt",), None) is None


@given(st.data())
def test_a_form_takes_what_check_takes_and_refuses_what_check_tells(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(list(KINDS.values())))
    item: Any = data.draw(items(kind, "x"))
    fields = {name: getattr(item, name) for name in own_fields(kind)}
    texts = {name: value if isinstance(value, bool | tuple) else shown(value) for name, value in fields.items()}
    entry = typed(kind, texts)
    plan = Plan("x", 2025, (), *_holding(item))
    told = [fault for fault in read_plan(write(plan)).faults if "okänd nyckel" not in fault.message]
    assert sorted(entry.faults.values()) == sorted(fault.message for fault in told)


def _holding(item: Item) -> tuple[tuple[Fokusomrade, ...], tuple[Indikator, ...]]:
    match item:
        case Indikator():
            return (), (item,)
        case Fokusomrade():
            return (item,), ()
        case Uppdrag():
            return (Fokusomrade("f", "F", uppdrag=(item,)),), ()
        case Aktivitet():
            return (Fokusomrade("f", "F", uppdrag=(Uppdrag("u", "U", aktiviteter=(item,)),)),), ()
