"""`trafikljus demo`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import run_git
from tests.tui.commands.conftest import Trafikljus


def test_the_example_has_four_forvaltningar_two_years_and_a_history(tmp_path: Path, trafikljus: Trafikljus) -> None:
    folder = tmp_path / "demo"
    assert trafikljus("demo", "--no-open", str(folder)) == (0, f"exempelregionen ligger i {folder}\n", "")
    plans = json.loads(trafikljus("-C", str(folder), "status", "--json").out)["planer"]
    assert len({plan["forvaltning"] for plan in plans}) == 4
    assert len({plan["ar"] for plan in plans}) == 2
    assert trafikljus("-C", str(folder), "check").err.startswith("0 fel, ")
    assert int(run_git(folder, "rev-list", "--count", "HEAD")) > 1
    assert "    uppfylls delvis" in run_git(folder, "log", "-1", "--format=", "--patch")


def test_an_example_that_is_there_is_kept(tmp_path: Path, trafikljus: Trafikljus) -> None:
    trafikljus("demo", "--no-open", str(tmp_path / "demo"))
    head = run_git(tmp_path / "demo", "rev-parse", "HEAD")
    assert trafikljus("demo", "--no-open", str(tmp_path / "demo")).code == 0
    assert run_git(tmp_path / "demo", "rev-parse", "HEAD") == head


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path, trafikljus: Trafikljus) -> None:
    (tmp_path / "brev.txt").write_text("Hej", encoding="utf-8")
    told = trafikljus("demo", "--no-open", str(tmp_path))
    assert told.code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["brev.txt"]
