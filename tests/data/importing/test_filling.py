"""The project's own CSV and JSON come back as the plan they were made from; what is wrong is told by place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.changing import changed
from data.difference import field_changes
from data.faults import UnusableError
from data.importing.filling import filled
from data.importing.json_plan import read_json
from data.importing.plan_tables import csv_tables
from data.importing.result import LeftOut
from data.period import Period
from data.plan import Aktivitet, Fokusomrade, Indikator, Plan, Uppdrag
from data.provenance import Provenance
from data.unknown_values import Table
from exporters.material import Subject
from exporters.plan_json import plan_json
from exporters.table_csv import table_csv as exported
from tests.plans import edited, plans

AKTIVITET = Aktivitet("laddstolpar-1", "Kartlägga behovet", "pagar", start=date(2019, 2, 1))
UPPDRAG = Uppdrag(
    "laddstolpar", "Bygga laddstolpar", "delvis", "Ett stycke.\n\nEtt till.", aktiviteter=(AKTIVITET,)
)
PLAN = Plan("regionkontoret", 2019, fokusomraden=(Fokusomrade("1.1", "Hållbara resor", uppdrag=(UPPDRAG,)),))


@dataclass
class Read:
    plan: Plan
    left_out: tuple[LeftOut, ...]


def table_csv(plan: Plan, version: str | None = None) -> str:
    """A plan as CSV, as it was in a version."""
    provenance = Provenance(f"{plan.name}.toml", version)
    return exported(Subject(plan, "Regionkontoret", Period(plan.ar), provenance))


def read_csv(text: str, file: str) -> Read:
    """The plan in a CSV text, where there was none before."""
    (table,) = csv_tables(text, file)
    base = Plan(table.forvaltning, table.ar)
    told = filled(table, base)
    return Read(changed(base, told.changes), told.left_out)


def with_extra(value: object) -> Plan:
    return Plan("regionkontoret", 2019, (("egen", value),), PLAN.fokusomraden)


def faults(read: object, text: str) -> list[str]:
    with pytest.raises(UnusableError) as caught:
        read(text, "plan")  # type: ignore[operator]
    return [str(fault) for fault in caught.value.faults]


@settings(max_examples=60, deadline=None)
@given(plans())
def test_a_plan_comes_back_from_csv_exactly(plan: Plan) -> None:
    assert read_csv(table_csv(plan), "plan.csv").plan == plan


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_table_of_a_changed_plan_brings_in_every_field_and_item_and_takes_none_away(data: st.DataObject) -> None:
    base = data.draw(plans())
    goal = data.draw(edited(base))
    (table,) = csv_tables(table_csv(goal), "plan.csv")
    told = filled(table, base)
    made = changed(base, told.changes)
    assert set(made.items) == {*base.items, *goal.items}
    assert made.extra == goal.extra
    for id, item in made.items.items():
        assert list(field_changes(id, item, goal.items.get(id, base.items.get(id)))) == []  # type: ignore[arg-type]
        assert made.parents[id] == base.parents.get(id, goal.parents.get(id))
    assert set(told.missing) == base.items.keys() - goal.items.keys()
    assert set(told.elsewhere) == {
        id for id in base.items if goal.parents.get(id, base.parents[id]) != base.parents[id]
    }


@settings(max_examples=60, deadline=None)
@given(plans())
def test_a_plan_comes_back_from_json_exactly(plan: Plan) -> None:
    assert read_json(plan_json(plan), "plan.json").plan == plan


@settings(max_examples=30, deadline=None)
@given(plans())
def test_numbers_come_back_with_the_digits_they_had(plan: Plan) -> None:
    for copy in (read_csv(table_csv(plan), "").plan, read_json(plan_json(plan), "").plan):
        assert repr(copy.indikatorer) == repr(plan.indikatorer)


@pytest.mark.parametrize(
    "value",
    [
        date(2019, 8, 31),
        datetime(2019, 8, 31, 13, 45),
        datetime(2019, 8, 31, 13, 45, 1, 250_000, UTC),
        time(7, 30),
        Decimal("1.10"),
        Decimal("Infinity"),
        Decimal("-Infinity"),
        10**30,
        True,
        "2019-08-31",
        (),
        Table(()),
        (1, (), Table((("a", "b"),))),
        Table((("$toml", "2019-08-31"),)),
        Table((("$$toml", "x"), ("$toml", 1))),
    ],
    ids=repr,
)
def test_unknown_keys_keep_their_types(value: object) -> None:
    plan = with_extra(value)
    for copy in (read_csv(table_csv(plan), "").plan, read_json(plan_json(plan), "").plan):
        assert copy == plan
        assert type(dict(copy.extra)["egen"]) is type(value)


@pytest.mark.parametrize(
    "number", [Decimal("1E+5"), Decimal("0.30"), Decimal("-2.5"), 0, -7, "0", "-7", "4,5", "'4"]
)
def test_a_malvarde_is_a_number_or_a_text_as_it_was(number: Decimal | int | str) -> None:
    plan = Plan("regionkontoret", 2019, indikatorer=(Indikator("sjuk", "Sjukfrånvaro", malvarde=number),))
    for copy in (read_csv(table_csv(plan), "").plan, read_json(plan_json(plan), "").plan):
        assert repr(copy.indikatorer[0].malvarde) == repr(number)


def test_a_swedish_excels_csv_is_taken() -> None:
    text = (
        "\ufeffFörvaltning;År;Indikator id;Indikator namn;Indikator utfall;Fokusområde id\r\n"
        "regionkontoret;2019;sjuk;Sjukfrånvaro;2,99;\r\n"
        ";;;;;\r\n"
    )
    (indikator,) = read_csv(text, "").plan.indikatorer
    assert indikator == Indikator("sjuk", "Sjukfrånvaro", Decimal("2.99"))


def test_a_json_with_a_bom_and_null_is_taken() -> None:
    text = '\ufeff{"forvaltning": "regionkontoret", "ar": 2019, "fokusomrade": null}'
    assert read_json(text, "").plan == Plan("regionkontoret", 2019)


def test_a_comment_of_a_whole_megabyte_is_taken() -> None:
    uppdrag = Uppdrag("a", "A", kommentar='ord "citat"\n' * 50_000 + "slut")
    plan = Plan("regionkontoret", 2019, fokusomraden=(Fokusomrade("1", "Ett", uppdrag=(uppdrag,)),))
    assert read_csv(table_csv(plan), "").plan == plan


def test_cells_outside_the_plans_columns_are_told_as_left_out() -> None:
    text = "Förvaltning,År,Min kolumn\nregionkontoret,2019,anteckning\n"
    (left,) = read_csv(text, "").left_out
    assert (left.line, left.text) == (2, "anteckning")
    assert "Min kolumn" in left.reason


def test_every_fault_in_a_csv_is_told_by_line_and_column() -> None:
    text = table_csv(PLAN).replace("delvis", "grön").replace("2019-02-01", "1 feb")
    told = faults(read_csv, text)
    assert len(told) == 2
    assert any(line.startswith("plan:2:") and 'status "grön" finns inte; välj uppfylls' in line for line in told)
    assert any('"1 feb" ska vara ett datum' in line for line in told)


def test_a_number_beyond_all_numbers_is_a_fault_in_a_csv() -> None:
    text = "Förvaltning;År;Indikator id;Indikator namn;Indikator utfall\nrk;2019;sjuk;Sjuk;1e" + "9" * 20 + "\n"
    (told,) = faults(read_csv, text)
    assert "ska vara ett tal" in told


def test_a_fault_below_a_comment_of_several_lines_has_its_own_line() -> None:
    two = Plan(
        "regionkontoret",
        2019,
        fokusomraden=(Fokusomrade("1.1", "Resor", uppdrag=(UPPDRAG, Uppdrag("b", "B", "inte"))),),
    )
    text = table_csv(two)
    broken = text.replace(",inte,", ",klar,")
    column = broken.split("\r\n")[2].index("klar") + 1
    assert faults(read_csv, broken) == [
        f'plan:5:{column}: status "klar" hör till aktiviteter; välj uppfylls, delvis eller inte'
    ]


def test_rows_that_say_different_things_of_one_uppdrag_are_a_fault() -> None:
    uppdrag = Uppdrag("a", "Alfa", aktiviteter=(Aktivitet("a1", "Ett"), Aktivitet("a2", "Två")))
    plan = Plan("regionkontoret", 2019, fokusomraden=(Fokusomrade("1", "Ett", uppdrag=(uppdrag,)),))
    head, first, second, rest = table_csv(plan).split("\r\n", 3)
    (told,) = faults(read_csv, "\r\n".join([head, first, second.replace("Alfa", "Beta"), rest]))
    assert told.startswith(f"plan:3:{second.index('Alfa') + 1}: ")
    assert "rad 2" in told


def test_an_aktivitet_without_an_uppdrag_on_its_row_is_a_fault() -> None:
    text = "Förvaltning,År,Fokusområde id,Fokusområde namn,Aktivitet id,Aktivitet namn\nrk,2019,1,Ett,a,A\n"
    (told,) = faults(read_csv, text)
    assert "inget uppdrag" in told


def test_the_same_aktivitet_on_two_rows_is_a_fault() -> None:
    head, row, _ = table_csv(PLAN).replace("Ett stycke.\n\nEtt till.", "Ett").split("\r\n")
    (told,) = faults(read_csv, f"{head}\r\n{row}\r\n{row}\r\n")
    assert told.startswith("plan:3:")
    assert 'id "laddstolpar-1" står två gånger' in told


@pytest.mark.parametrize(
    "text",
    ["", "hej", "a,b\n1,2\n", "Förvaltning,År\n", 'Förvaltning,År\n"regionkontoret,2019\n', "\x00\x01\x02"],
)
def test_what_is_no_csv_plan_is_told_in_one_line(text: str) -> None:
    (told,) = faults(read_csv, text)
    assert told.startswith("plan:")
    assert "\n" not in told


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("", "1:1", "inte JSON"),
        ("[1]", "1:1", "inte en plan"),
        ('{"a": 1}', "1:1", "inte en plan"),
        ('{"ar": 2019,}', "1:13", "namn inom citattecken"),
        ('{\n  "ar": 2019\n  "x": 1}', "3:3", "komma"),
        ('{"ar": 2019, "ar": 2020}', "1:14", "två gånger"),
        ('{"ar": "\\ud800"}', "1:8", "tecken"),
        ('{"ar": NaN}', "1:8", "värde"),
        ('{"ar": ' + "[" * 500 + "]" * 500 + "}", "1:", "nivåer"),
        ('{"ar": ' + "9" * 5000 + "}", "1:8", "siffror"),
        ('{"ar": 1e' + "9" * 20 + "}", "1:8", "för stort"),
        ('{"ar": [null]}', "1:9", "null"),
        ('{"ar": {"$toml": "x"}}', "1:8", "datum"),
    ],
)
def test_what_is_no_json_plan_is_told_in_one_line_with_its_place(text: str, place: str, said: str) -> None:
    (told,) = faults(read_json, text)
    assert told.startswith(f"plan:{place}")
    assert said in told


def test_every_fault_in_a_json_is_told_by_line_and_column() -> None:
    text = (
        plan_json(PLAN)
        .replace('"delvis"', '"klar"')
        .replace("2019-02-01", "1 feb")
        .replace('"id": "1.1"', '"id": 1')
    )
    told = faults(read_json, text)
    lines = text.split("\n")
    for needle, said in (('"klar"', "hör till aktiviteter"), ("1 feb", "ett datum"), ('"id": 1', "duger inte")):
        line = next(number for number, line in enumerate(lines, 1) if needle in line)
        assert any(one.startswith(f"plan:{line}:") and said in one for one in told)
    assert len(told) == 3
