"""`trafikljus status`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.tui.commands.conftest import Trafikljus

COUNTED = {
    "forvaltning": "regionkontoret",
    "ar": 2019,
    "uppdrag": {"uppfylls": 0, "delvis": 1, "inte": 0, "ej-bedomd": 1},
    "aktiviteter": {
        "klar": 1,
        "pagar": 0,
        "foljer-delvis": 0,
        "foljer-inte": 0,
        "pausad": 0,
        "ej-startad": 0,
        "ej-bedomd": 1,
    },
}


def test_a_script_gets_the_counts_as_json(region: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("status", "--json")
    assert (told.code, told.err) == (0, "")
    assert json.loads(told.out) == {"planer": [COUNTED]}


def test_a_person_gets_tables_that_fit_in_80_columns(region: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("status", "2019/regionkontoret")
    assert told.code == 0
    rows = [line.split() for line in told.out.splitlines()]
    assert ["2019/regionkontoret", "0", "1", "0", "1"] in rows
    assert ["2019/regionkontoret", "0", "0", "0", "0", "1", "0", "1"] in rows
    assert max(map(len, told.out.splitlines())) <= 80


def test_a_region_without_plans_is_told_how_to_get_one(region: Path, trafikljus: Trafikljus) -> None:
    (region / "2019/regionkontoret.toml").unlink()
    told = trafikljus("status")
    assert (told.code, told.out) == (0, "") and "trafikljus import" in told.err
    assert trafikljus("status", "--json").out.split() == ["{", '"planer":', "[]", "}"]


def test_a_broken_file_never_hides_the_others(region: Path, trafikljus: Trafikljus) -> None:
    (region / "2020").mkdir()
    (region / "2020/regionkontoret.toml").write_text("ar = ", encoding="utf-8")
    told = trafikljus("status", "--json")
    assert told.code == 2
    assert json.loads(told.out) == {"planer": [COUNTED]}
    assert told.err.startswith("2020/regionkontoret.toml:1:")


def test_a_name_with_a_slip_is_told_with_the_right_one(region: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("status", "2019/regionkontor")
    assert told == (
        2,
        "",
        "trafikljus: fel: planen 2019/regionkontor finns inte; menade du 2019/regionkontoret?\n",
    )


def test_a_year_is_written_in_the_digits_of_files(region: Path, trafikljus: Trafikljus) -> None:
    assert "är inget plannamn" in trafikljus("status", "٢٠١٩/regionkontoret").err


def test_a_word_that_is_no_plan_is_told_so(region: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("status", "../../etc/passwd")
    assert told.code == 2
    assert "../../etc/passwd är inget plannamn; skriv år/förvaltning" in told.err
