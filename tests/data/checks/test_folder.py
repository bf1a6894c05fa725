"""A region's folder as the rules see it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from data.checks.folder import Folder, of_region
from data.git import Repository
from data.workspace import Workspace
from tests.conftest import run_git
from tests.small_region import small_region

NAME = "2019/regionkontoret"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_region(tmp_path / "r")


def folder(root: Path, repository: Repository | None) -> Folder:
    return of_region(root, Workspace(root).load(), repository, date(2019, 12, 1))


def test_texts_and_histories_are_read_when_they_are_asked_for(root: Path) -> None:
    found = folder(root, Repository(root))
    assert found.text(f"{NAME}.toml").startswith("forvaltning = ")
    assert [event.subject for event in found.past(NAME)] == ["Börja"]


def test_what_is_gone_has_no_text_and_what_git_does_not_know_has_no_history(root: Path) -> None:
    found = folder(root, Repository(root))
    assert found.text("2019/borta.toml") == ""
    (root / "2019/mapp.toml").mkdir()
    assert found.text("2019/mapp.toml") == ""
    assert list(found.past("2019/borta")) == []
    assert list(folder(root, None).past(NAME)) == []


def test_the_history_of_a_plan_whose_year_is_closed_is_not_asked_for(root: Path) -> None:
    run_git(root, "tag", "--annotate", "--message", "x", "rapport/2019-ur2/regionkontoret")
    assert len(folder(root, Repository(root)).past(NAME)) == 1
    run_git(root, "tag", "--annotate", "--message", "x", "rapport/2019-arsredovisning/regionkontoret")
    assert list(folder(root, Repository(root)).past(NAME)) == []
