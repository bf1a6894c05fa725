"""What a report says it was made from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from data.provenance import Provenance, provenance
from tests.conftest import Git

FILE = "2019/regionkontoret.toml"


def committed(repo: Path, git: Git, monkeypatch: pytest.MonkeyPatch) -> str:
    """Commit a file on a day long gone; return the commit's id."""
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2020-01-31T23:30:00+0100")
    (repo / "2019").mkdir()
    (repo / FILE).write_text("ar = 2019\n", encoding="utf-8")
    git("add", ".")
    git("commit", "--quiet", "--message", "Planen")
    return git("rev-parse", "HEAD").strip()


def test_a_file_as_it_is_in_git_has_its_commit_and_that_commits_day(
    repo: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = committed(repo, git, monkeypatch)
    git("config", "core.abbrev", "20")
    git("config", "log.showSignature", "true")
    assert provenance(repo, FILE) == Provenance(FILE, id[:7], date(2020, 1, 31))


def test_a_file_that_says_something_else_than_git_has_neither(
    repo: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed(repo, git, monkeypatch)
    (repo / FILE).write_text("ar = 2020\n", encoding="utf-8")
    assert provenance(repo, FILE) == Provenance(FILE)
    assert provenance(repo, FILE).told == "Underlag: 2019/regionkontoret.toml, inte incheckad"


def test_a_file_that_git_does_not_have_has_neither(repo: Path) -> None:
    (repo / "2019").mkdir()
    (repo / FILE).write_text("ar = 2019\n", encoding="utf-8")
    assert provenance(repo, FILE) == Provenance(FILE)
