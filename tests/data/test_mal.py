"""Mål och budget: what was decided, every fault by its place, and the uppdrag that serve what was not decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.mal import Mal, read_mal
from data.workspace import Workspace
from tests.small_region import small_region

TEXT = """\
ar = 2019
period = "2019–2022"

[[fokusomrade]]
id = "1.1"
namn = "Nära vård"

[[fokusomrade.mal]]
id = "lugn"
namn = "Lugnare miljöer"
namnder = ["RS"]

[[fokusomrade]]
id = "1.2"
namn = "Hållbara resor"

[[fokusomrade.mal]]
id = "cykel"
namn = "Fler som cyklar"
"""


def test_what_was_decided_is_read_in_order() -> None:
    decided, faults = read_mal(TEXT)
    assert faults == ()
    assert decided is not None
    assert list(decided.mal) == [Mal("lugn", "Lugnare miljöer", ("RS",)), Mal("cykel", "Fler som cyklar")]
    assert decided.named("cykel") == Mal("cykel", "Fler som cyklar")
    assert decided.named("buss") is None


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("ar = 2019\n", 'ar = "2019"\n', 1, "ar ska vara ett heltal"),
        ('namn = "Fler som cyklar"', "", 17, "namn saknas"),
        ('id = "cykel"', 'id = "lugn"', 18, "står två gånger"),
        ('namnder = ["RS"]', 'namnder = "RS"', 11, "namnder ska vara en lista"),
        ('id = "1.2"', "id = 1.2", 14, "id ska vara en text"),
        ("period = ", "period ", 2, "likhetstecken"),
        ("[[fokusomrade.mal]]\nid", "[fokusomrade.mal]\nid", 4, "[[fokusomrade.mal]]"),
    ],
)
def test_a_fault_is_told_by_its_line(old: str, new: str, line: int, told: str) -> None:
    decided, faults = read_mal(TEXT.replace(old, new, 1))
    assert decided is None
    assert [fault.line for fault in faults] == [line]
    assert told in faults[0].message


def test_an_unknown_key_is_a_warning() -> None:
    decided, faults = read_mal(TEXT + 'farg = "gul"\n')
    assert decided is not None
    assert [(fault.line, fault.warning) for fault in faults] == [(20, True)]


def test_a_region_without_the_file_takes_any_mal(tmp_path: Path) -> None:
    snapshot = Workspace(small_region(tmp_path / "r")).load()
    assert (snapshot.decided, snapshot.faults) == ({}, ())


def test_what_was_decided_is_read_with_the_plans_of_its_year(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    (root / "2019/mal-och-budget.toml").write_text(TEXT, encoding="utf-8")
    snapshot = Workspace(root).load()
    assert snapshot.decided[2019].named("lugn") is not None
    assert snapshot.faults == ()


def test_a_broken_file_hides_no_plan_and_refuses_no_mal(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    (root / "2019/mal-och-budget.toml").write_text("ar = \n", encoding="utf-8")
    snapshot = Workspace(root).load()
    assert (list(snapshot.plans), snapshot.decided) == (["2019/regionkontoret"], {})
    assert snapshot.broken == ("2019/mal-och-budget.toml",)
