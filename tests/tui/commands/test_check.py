"""`trafikljus check`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import run_git
from tests.tui.commands.conftest import Trafikljus


@pytest.fixture(autouse=True)
def told_git(region: Path, trafikljus: Trafikljus) -> None:
    """Let git here know how plans are merged and shown."""
    trafikljus("-C", str(region), "init")


def test_a_clone_that_does_not_know_how_plans_are_merged_is_told(region: Path, trafikljus: Trafikljus) -> None:
    run_git(region, "config", "--remove-section", "merge.trafikljus")
    told = trafikljus("check")
    assert (told.code, told.err.splitlines()[0]) == (
        0,
        "git vet inte här hur planer slås ihop; kör trafikljus init",
    )


def break_plan(region: Path, old: str, new: str) -> None:
    plan = region / "2019/regionkontoret.toml"
    text = plan.read_text(encoding="utf-8")
    assert old in text
    plan.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def test_sound_files_are_told_so(region: Path, trafikljus: Trafikljus) -> None:
    assert trafikljus("check") == (0, "", "0 fel, 0 varningar\n")


def test_every_fault_is_told_by_file_line_and_column(region: Path, trafikljus: Trafikljus) -> None:
    break_plan(region, '"delvis"', '"grön"')
    break_plan(region, 'id = "vantrum-2"\n', "")
    told = trafikljus("check")
    assert told.code == 1
    assert '2019/regionkontoret.toml:12:1: status "grön" finns inte; välj uppfylls, delvis eller inte' in told.out
    assert len(told.out.splitlines()) == 2
    assert told.err == "2 fel, 0 varningar\n"


def test_a_warning_is_told_but_is_no_fault(region: Path, trafikljus: Trafikljus) -> None:
    break_plan(region, "utfall = 4.1", 'utfall = 4.1\nkulor = "blå"')
    told = trafikljus("check")
    assert told.code == 0
    assert told.out.startswith("2019/regionkontoret.toml:32:1: varning: ")
    assert told.err == "0 fel, 1 varning\n"


def test_only_the_plans_that_are_named_are_checked(region: Path, trafikljus: Trafikljus) -> None:
    (region / "2020").mkdir()
    (region / "2020/regionkontoret.toml").write_text("ar = ", encoding="utf-8")
    assert trafikljus("check", "2019/regionkontoret").code == 0
    assert trafikljus("check", "2020/regionkontoret.toml").code == 1


def test_a_script_gets_json(region: Path, trafikljus: Trafikljus) -> None:
    break_plan(region, '"klar"', '"färdig"')
    (fault,) = json.loads(trafikljus("check", "--json").out)["fynd"]
    assert (fault["fil"], fault["rad"], fault["varning"]) == ("2019/regionkontoret.toml", 18, False)


def test_outside_a_region_there_is_nothing_to_check(tmp_path: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("-C", str(tmp_path), "check")
    assert told.code == 2
    assert told.err == (
        f"trafikljus: fel: {tmp_path} hör inte till någon region (region.toml saknas); gör en med trafikljus init\n"
    )
