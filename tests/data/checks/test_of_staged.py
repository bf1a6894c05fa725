"""What is about to be committed is looked at as it will be: its form, and what an editor would see in its plans."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from data.checks.folder import of_region
from data.checks.of_staged import check_staged
from data.checks.rule import Level
from data.checks.run import remarks
from data.workspace import Workspace
from tests.conftest import run_git
from tests.small_region import PLAN, small_region

FILE = "2019/regionkontoret.toml"
TODAY = date(2019, 6, 1)
CUT_OFF = PLAN.replace("är klara.", "är klara och")


@pytest.fixture
def region(tmp_path: Path) -> Path:
    return small_region(tmp_path / "r")


def stage(region: Path, name: str, text: str) -> None:
    (region / name).parent.mkdir(parents=True, exist_ok=True)
    (region / name).write_text(text, encoding="utf-8", newline="\n")
    run_git(region, "add", name)


def rules(region: Path) -> list[tuple[str, str]]:
    """The file and the rule of all that is told."""
    return [(remark.file, remark.rule) for remark in check_staged(region, TODAY)]


def test_nothing_is_told_where_nothing_is_staged(region: Path) -> None:
    (region / FILE).write_text(CUT_OFF, encoding="utf-8", newline="\n")
    assert check_staged(region, TODAY) == ()


def test_it_is_what_is_staged_that_is_looked_at(region: Path) -> None:
    stage(region, FILE, CUT_OFF)
    (region / FILE).write_text(PLAN, encoding="utf-8", newline="\n")
    (found,) = check_staged(region, TODAY)
    assert (found.file, found.line, found.level, found.rule) == (FILE, 13, Level.VARNING, "avbruten-kommentar")
    stage(region, FILE, PLAN.replace('id = "cykelgarage"', 'id = "vantrum"'))
    (found,) = [remark for remark in check_staged(region, TODAY) if remark.level is Level.FEL]
    assert (found.file, found.rule) == (FILE, "filens-form")


def test_only_plans_that_are_staged_are_told_of(region: Path) -> None:
    stage(region, "2019/sjukhuset.toml", CUT_OFF.replace("regionkontoret", "sjukhuset"))
    run_git(region, "commit", "--quiet", "--message", "Sjukhuset")
    stage(region, FILE, PLAN.replace("Två av", "Tre av"))
    assert rules(region) == []


def test_what_the_region_and_the_year_say_is_what_is_staged_too(region: Path) -> None:
    stage(region, FILE, CUT_OFF.replace('id = "vantrum"\n', 'id = "vantrum"\nmal = ["ro"]\n'))
    decided = 'ar = 2019\n\n[[fokusomrade]]\nid = "1.1"\nnamn = "Nära vård"\n'
    mal = '\n[[fokusomrade.mal]]\nid = "lugn"\nnamn = "Lugn"\nnamnder = ["RS"]\n'
    stage(region, "2019/mal-och-budget.toml", decided + mal)
    assert (FILE, "okant-mal") in rules(region) and (FILE, "avbruten-kommentar") in rules(region)
    settings = (region / "region.toml").read_text(encoding="utf-8")
    silence = '\n[[tyst]]\nregel = "avbruten-kommentar"\nskal = "Texterna är utdrag."\n'
    stage(region, "region.toml", settings + silence)
    (region / "region.toml").write_text(settings, encoding="utf-8", newline="\n")
    assert (FILE, "avbruten-kommentar") not in rules(region)


def test_a_region_in_a_folder_of_its_repository_is_told_of_by_whole_paths(tmp_path: Path) -> None:
    run_git(tmp_path, "init", "--quiet")
    for folder in ("norr", "syd"):
        small_region(tmp_path / folder)
        (tmp_path / folder / ".git").rename(tmp_path / f"git-{folder}")
        stage(tmp_path, f"{folder}/region.toml", (tmp_path / folder / "region.toml").read_text(encoding="utf-8"))
    stage(tmp_path, f"norr/{FILE}", CUT_OFF)
    stage(tmp_path, f"syd/{FILE}", PLAN)
    assert rules(tmp_path) == [(f"norr/{FILE}", "avbruten-kommentar")]
    assert rules(tmp_path / "syd") == [(f"norr/{FILE}", "avbruten-kommentar")]


def test_git_is_not_asked_about_the_past(region: Path) -> None:
    judged = PLAN.replace('status = "delvis"', 'status = "uppfylls"')
    (region / FILE).write_text(judged, encoding="utf-8", newline="\n")
    run_git(region, "commit", "--quiet", "--all", "--message", "Bedöm")
    stage(region, FILE, judged.replace("Bygga cykelgarage", "Bygga garage"))
    with closing(Workspace(region)) as workspace:
        folder = of_region(region, workspace.load(), workspace.repository, TODAY)
        assert [remark.rule for remark in remarks(folder)] == ["gammal-kommentar"]
    assert rules(region) == []
