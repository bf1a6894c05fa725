"""The region's folder out of git is the one that stood there then."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.git import Repository
from data.git_errors import NoSuchVersionError
from data.past_folder import load_at
from data.revision import revision
from data.snapshot import Snapshot
from data.workspace import Workspace
from tests.past_region import AFTER_SPRING, NAME, TAG, dated_git, past_region
from tests.small_region import PLAN

MAL = 'ar = 2019\n\n[[fokusomrade]]\nid = "1.1"\nnamn = "Nära vård"\n'
LOOK = 'logga = "logga.svg"\nlogga_alt = "Regionens vapen"\nfarg = "#005A70"\n'
SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def at(root: Path, said: str, *names: str) -> Snapshot:
    repository = Repository(root)
    try:
        return load_at(repository, revision(repository, said, ()), names)
    finally:
        repository.close()


def test_a_commit_holds_what_the_folder_held(tmp_path: Path) -> None:
    root = past_region(tmp_path / "r")
    texts = {"2019/mal-och-budget.toml": MAL, "rapport.toml": LOOK, "logga.svg": SVG}
    for name, text in texts.items():
        (root / name).write_text(text, encoding="utf-8")
    dated_git(root, "2020-01-01", "add", ".")
    dated_git(root, "2020-01-01", "commit", "--quiet", "--message", "Utseende")
    now = Workspace(root).load()
    assert now.look.logo is not None
    for name in (*texts, "region.toml", f"{NAME}.toml"):
        (root / name).write_text("trasig", encoding="utf-8")
    assert at(root, "HEAD") == now
    assert at(root, TAG).look.logo is None


def test_plans_are_as_they_were_whatever_the_folder_says(tmp_path: Path) -> None:
    root = past_region(tmp_path / "r")
    (root / "2019/ny.toml").write_text("ny", encoding="utf-8")
    found = at(root, TAG)
    assert list(found.plans) == [NAME]
    assert next(found.plans[NAME].uppdrag).status == "inte"
    assert found.region is not None and found.region.namn == "Region Norrskog"
    with pytest.raises(NoSuchVersionError, match="planen 2020/regionkontoret finns inte i versionen"):
        at(root, TAG, "2020/regionkontoret")


def test_a_broken_plan_of_then_is_told_and_hides_no_other(tmp_path: Path) -> None:
    root = past_region(tmp_path / "r")
    (root / f"{NAME}.toml").write_text("ar = ", encoding="utf-8")
    (root / "2020").mkdir()
    later = AFTER_SPRING.replace("ar = 2019", "ar = 2020")
    (root / "2020/regionkontoret.toml").write_text(later, encoding="utf-8")
    dated_git(root, "2020-01-01", "add", ".")
    dated_git(root, "2020-01-01", "commit", "--quiet", "--message", "Trasig")
    (root / f"{NAME}.toml").write_text(PLAN, encoding="utf-8")
    found = at(root, "HEAD")
    assert (list(found.plans), found.broken) == (["2020/regionkontoret"], (f"{NAME}.toml",))


def test_a_region_in_a_folder_of_the_repository_is_found_there(tmp_path: Path) -> None:
    root = past_region(tmp_path / "r")
    (root / "under").mkdir()
    for name in ("region.toml", "2019"):
        (root / name).rename(root / "under" / name)
    dated_git(root, "2020-01-01", "add", ".")
    dated_git(root, "2020-01-01", "commit", "--quiet", "--message", "Flytta")
    assert list(at(root / "under", "HEAD").plans) == [NAME]
