from __future__ import annotations

import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.changes import Change, MoveItem, Place, RemoveItem, SetField
from data.changing import changed
from data.describe import describe, describe_mended, describe_together
from data.plan import Aktivitet, Fokusomrade, Indikator, Plan, Uppdrag
from tests.plans import edited, plans

CYKEL = Uppdrag(
    "regional-cykelplan",
    "Ta fram regional cykelplan",
    "uppfylls",
    "Klart.",
    aktiviteter=(Aktivitet("regional-cykelplan-1", "Kartlägga potential för cykling", "pagar"),),
)
BUSS = Uppdrag("buss", "Ny busslinje längs kusten")
PLAN = Plan(
    "regionkontoret",
    2019,
    (),
    (
        Fokusomrade("1.1", "Hög attraktivitet", uppdrag=(CYKEL, BUSS)),
        Fokusomrade("digitalt", "Digital omställning"),
    ),
    (Indikator("sjukfranvaro", "Sjukfrånvaro", 4),),
)


def message(*changes: Change) -> str:
    return describe(PLAN, changed(PLAN, changes))


def trailers(text: str, folder: Path) -> list[str]:
    done = subprocess.run(
        ["git", "interpret-trailers", "--parse"], input=text.encode(), cwd=folder, capture_output=True, check=True
    )
    return done.stdout.decode().splitlines()


def test_one_judgement_reads_as_a_sentence() -> None:
    changes = [
        SetField("regional-cykelplan", "status", "uppfylls", "delvis"),
        SetField("regional-cykelplan", "kommentar", "Klart.", "På remiss."),
    ]
    assert message(*changes) == (
        "regionkontoret 2019: Ta fram regional cykelplan → uppfylls delvis\n"
        "\n"
        "1.1 Hög attraktivitet\n"
        "  Ta fram regional cykelplan: uppfylls → uppfylls delvis; kommentar ändrad\n"
        "\n"
        "Uppdrag-Id: regional-cykelplan\n"
        "Status: uppfylls -> delvis\n"
    )


def test_a_cleared_status_is_not_judged() -> None:
    text = message(SetField("regional-cykelplan-1", "status", "pagar", None))
    assert text.startswith("regionkontoret 2019: Kartlägga potential för cykling → ej bedömd\n")
    assert "  Ta fram regional cykelplan › Kartlägga potential för cykling: pågår → ej bedömd\n" in text
    assert text.endswith("Aktivitet-Id: regional-cykelplan-1\nStatus: pagar -> ej-bedomd\n")


def test_numbers_and_directions_are_told_in_swedish() -> None:
    text = message(
        SetField("sjukfranvaro", "utfall", 4, Decimal("-3.90")),
        SetField("sjukfranvaro", "riktning", None, "lagre"),
    )
    assert "  Sjukfrånvaro: utfall 4 → −3,90; riktning saknas → lägre är bättre\n" in text


def test_several_items_are_counted_in_the_subject_and_told_one_by_one() -> None:
    text = message(
        SetField("regional-cykelplan", "status", "uppfylls", "inte"),
        SetField("buss", "ansvarig", None, "Kollektivtrafiken"),
        SetField("regional-cykelplan-1", "status", "pagar", "klar"),
        SetField("sjukfranvaro", "utfall", 4, 5),
        RemoveItem(PLAN.fokusomraden[1], Place("", "1.1")),
    )
    assert text == (
        "regionkontoret 2019: 2 uppdrag, 1 aktivitet och 1 indikator ändrade, 1 fokusområde borttaget\n"
        "\n"
        "1.1 Hög attraktivitet\n"
        "  Ta fram regional cykelplan: uppfylls → uppfylls inte\n"
        "  Ta fram regional cykelplan › Kartlägga potential för cykling: pågår → klar\n"
        "  Ny busslinje längs kusten: ansvarig saknas → Kollektivtrafiken\n"
        "\n"
        "Indikatorer\n"
        "  Sjukfrånvaro: utfall 4 → 5\n"
        "\n"
        "Digital omställning\n"
        "  Fokusområdet: borttaget\n"
        "\n"
        "Uppdrag-Id: regional-cykelplan\n"
        "Status: uppfylls -> inte\n"
        "Aktivitet-Id: regional-cykelplan-1\n"
        "Status: pagar -> klar\n"
        "Uppdrag-Id: buss\n"
        "Indikator-Id: sjukfranvaro\n"
        "Fokusomrade-Id: digitalt\n"
    )


def test_a_move_says_from_where() -> None:
    text = message(MoveItem("buss", Place("1.1", "regional-cykelplan"), Place("digitalt", None)))
    assert text.startswith("regionkontoret 2019: Ny busslinje längs…: flyttat från Hög attraktivitet\n")
    assert "Digital omställning\n  Ny busslinje längs kusten: flyttat från Hög attraktivitet\n" in text


def test_a_long_name_is_cut_and_the_verdict_is_not() -> None:
    long = replace(CYKEL, namn="Ta fram " + "och förankra " * 20 + "planen")
    old = replace(PLAN, fokusomraden=(replace(PLAN.fokusomraden[0], uppdrag=(long,)),))
    new = changed(old, [SetField("regional-cykelplan", "status", "uppfylls", "delvis")])
    subject = describe(old, new).split("\n")[0]
    assert len(subject) <= 72
    assert subject.endswith("… → uppfylls delvis")


def test_a_new_plan_of_any_size_is_a_summary(tmp_path: Path) -> None:
    uppdrag = tuple(
        Uppdrag(f"u{n}", f"Uppdrag {n}", aktiviteter=(Aktivitet(f"a{n}", "Aktivitet"),)) for n in range(80)
    )
    text = describe(None, replace(PLAN, fokusomraden=(Fokusomrade("1.1", "Ett", uppdrag=uppdrag),), indikatorer=()))
    assert text == (
        "regionkontoret 2019: ny plan med 80 uppdrag och 80 aktiviteter\n"
        "\n"
        "1.1 Ett\n"
        "  1 fokusområde, 80 uppdrag och 80 aktiviteter tillagda\n"
        "\n"
        "Plan: 2019/regionkontoret\n"
    )
    assert trailers(text, tmp_path) == ["Plan: 2019/regionkontoret"]


def test_a_file_whose_values_are_the_same_is_told_as_that() -> None:
    assert describe(PLAN, PLAN) == (
        "regionkontoret 2019: filen ändrad utan att något värde ändrats\n\nPlan: 2019/regionkontoret\n"
    )


def test_a_mended_file_is_told_as_that(tmp_path: Path) -> None:
    assert describe_mended("2019/regionkontoret").startswith("regionkontoret 2019: fil lagad\n")
    assert trailers(describe_mended("2019/regionkontoret"), tmp_path) == ["Plan: 2019/regionkontoret"]


@pytest.mark.parametrize(
    "name",
    [
        "---",
        "a\n\nStatus: uppfylls -> inte",
        "Uppdrag-Id: buss",
        "# nej",
        "\x1b[31mröd\u202e",
        "diff --git a b",
        "a\r\nb",
    ],
)
def test_a_name_is_never_a_trailer_a_comment_or_a_command(name: str, tmp_path: Path) -> None:
    new = changed(PLAN, [SetField("digitalt", "namn", "Digital omställning", name)])
    text = describe(PLAN, new)
    assert trailers(text, tmp_path) == ["Fokusomrade-Id: digitalt"]
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert not any(line.startswith(("#", "---", "diff ")) for line in text.splitlines())


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pair=plans(2, 2, 2).flatmap(lambda plan: st.tuples(st.just(plan), edited(plan))))
def test_every_message_has_a_subject_and_only_our_own_trailers(pair: tuple[Plan, Plan], tmp_path: Path) -> None:
    old, new = pair
    text = describe(old, new)
    subject, empty, *_ = text.split("\n")
    assert subject.startswith("regionkontoret 2019: ")
    assert empty == ""
    last = text.rstrip("\n").split("\n\n")[-1]
    assert trailers(text, tmp_path) == last.split("\n")
    assert {line.split(": ")[0] for line in last.split("\n")} <= {
        "Plan", "Status", "Fokusomrade-Id", "Uppdrag-Id", "Aktivitet-Id", "Indikator-Id"
    }  # fmt: skip


def test_one_commit_of_several_plans_tells_each_with_its_own_trailers() -> None:
    first = describe(
        Plan("a", 2019, fokusomraden=(Fokusomrade("1", "Ett"),)),
        Plan("a", 2019, fokusomraden=(Fokusomrade("1", "Ett", status="inte"),)),
    )
    second = describe(None, Plan("b", 2019))
    lines = describe_together({"2019/a": first, "2019/b": second}).split("\n")
    assert lines[0] == "2 planer: a 2019, b 2019"
    assert "a 2019: Ett → uppfylls inte" in lines
    assert "b 2019: ny plan" in lines
    trailers = "\n".join(lines).rstrip("\n").split("\n\n")[-1].split("\n")
    assert trailers == ["Plan: 2019/a", "Fokusomrade-Id: 1", "Status: ej-bedomd -> inte", "Plan: 2019/b"]
    assert describe_together({"2019/a": first}) == first
