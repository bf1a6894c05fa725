"""`trafikljus init`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import run_git
from tests.tui.commands.conftest import Trafikljus


def test_a_region_is_made_and_committed(tmp_path: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("init", str(tmp_path / "ny"), "--namn", "Region Norrskog")
    assert (told.code, told.err) == (0, "")
    assert (tmp_path / "ny/region.toml").read_text(encoding="utf-8") == 'namn = "Region Norrskog"\n'
    assert run_git(tmp_path / "ny", "status", "--porcelain") == ""
    assert trafikljus("-C", str(tmp_path / "ny"), "check").code == 0


def test_without_a_folder_it_is_the_one_we_stand_in(tmp_path: Path, trafikljus: Trafikljus) -> None:
    assert trafikljus("-C", str(tmp_path), "init").code == 0
    assert (tmp_path / "region.toml").exists()


def test_a_region_is_not_made_twice(region: Path, trafikljus: Trafikljus) -> None:
    before = (region / "region.toml").read_bytes()
    told = trafikljus("init", "--namn", "Region Sörskog")
    assert told == (2, "", f"trafikljus: fel: {region} är redan en region; öppna den med trafikljus\n")
    assert (region / "region.toml").read_bytes() == before


def test_a_clone_of_a_region_is_told_how_plans_are_merged_and_shown(region: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("init")
    assert (told.code, told.err) == (0, "") and "nu vet git här" in told.out
    assert "merge-driver %O %A %B %L %P" in run_git(region, "config", "merge.trafikljus.driver")
    assert trafikljus("init").code == 2


@pytest.mark.usefixtures("nameless")
def test_somebody_whom_git_does_not_know_is_told_what_to_do(tmp_path: Path, trafikljus: Trafikljus) -> None:
    told = trafikljus("init", str(tmp_path / "ny"))
    assert told.code == 2
    assert "git config" in told.err
    assert len(told.err.splitlines()) == 1
