"""What a report says it was made from: the commit that gave each file its content."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from git import Git

from data.git import Repository
from data.origins import origins, origins_in, whole
from data.provenance import Provenance
from tests.conftest import Git as RunGit

FILE = "2019/regionkontoret.toml"


def committed(repo: Path, git: RunGit, monkeypatch: pytest.MonkeyPatch) -> str:
    """Commit a file on a day long gone; return the commit's id."""
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2020-01-31T23:30:00+0100")
    (repo / "2019").mkdir()
    return changed(repo, git, FILE, "ar = 2019\n")


def changed(repo: Path, git: RunGit, file: str, text: str) -> str:
    """Commit a file with a text; return the commit's id."""
    (repo / file).write_text(text, encoding="utf-8", newline="\n")
    git("add", ".")
    git("commit", "--quiet", "--message", "Planen")
    return git("rev-parse", "HEAD").strip()


def origin(repo: Path, file: str = FILE) -> Provenance:
    """Ask where one file comes from."""
    repository = Repository(repo)
    try:
        return origins(repository, [file])[file]
    finally:
        repository.close()


def test_a_file_as_it_is_in_git_has_its_commit_and_that_commits_day(
    repo: Path, git: RunGit, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = committed(repo, git, monkeypatch)
    git("config", "core.abbrev", "20")
    git("config", "log.showSignature", "true")
    git("config", "log.showRoot", "false")
    assert origin(repo) == Provenance(FILE, id[:7], date(2020, 1, 31))


def test_a_file_that_says_something_else_than_git_has_neither(
    repo: Path, git: RunGit, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed(repo, git, monkeypatch)
    (repo / FILE).write_text("ar = 2020\n", encoding="utf-8")
    assert origin(repo) == Provenance(FILE)
    assert origin(repo).told == "Underlag: 2019/regionkontoret.toml, inte incheckad"


def test_a_file_that_git_does_not_have_has_neither(
    repo: Path, git: RunGit, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repo / "2019").mkdir()
    (repo / FILE).write_text("ar = 2019\n", encoding="utf-8")
    assert origin(repo) == Provenance(FILE)
    (repo / ".gitignore").write_text("*.toml\n", encoding="utf-8")
    git("add", ".gitignore")
    git("commit", "--quiet", "--message", "Inget mer")
    assert origin(repo) == Provenance(FILE)


def test_each_file_has_the_commit_that_changed_it_last(
    repo: Path, git: RunGit, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = committed(repo, git, monkeypatch)
    second = changed(repo, git, "2019/sjukhuset.toml", "ar = 2019\n")
    repository = Repository(repo)
    told = origins(repository, [FILE, "2019/sjukhuset.toml"])
    repository.close()
    assert [one.commit for one in told.values()] == [first[:7], second[:7]]


def test_a_merge_that_took_one_side_leads_to_that_sides_commit(
    repo: Path, git: RunGit, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed(repo, git, monkeypatch)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2020-02-01T12:00:00+0100")
    git("checkout", "--quiet", "-b", "gren")
    changed(repo, git, FILE, "ar = 2019\n# deras\n")
    git("checkout", "--quiet", "main")
    ours = changed(repo, git, FILE, "ar = 2019\n# vår\n")
    git("merge", "--quiet", "--strategy=ours", "--message", "Behåll vår", "gren")
    assert origin(repo).commit == ours[:7]


def test_a_file_can_be_asked_about_as_it_was(repo: Path, git: RunGit, monkeypatch: pytest.MonkeyPatch) -> None:
    first = committed(repo, git, monkeypatch)
    changed(repo, git, FILE, "ar = 2019\n# mer\n")
    repository = Repository(repo)
    assert origins_in(repository, {FILE: first, "2019/annan.toml": first}) == {
        FILE: Provenance(FILE, first[:7], date(2020, 1, 31))
    }
    assert whole(repository, "Region X", first) == Provenance("Region X", first[:7], date(2020, 1, 31))
    repository.close()


def test_git_is_run_as_often_for_many_files_as_for_one(
    repo: Path, git: RunGit, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed(repo, git, monkeypatch)
    files = [f"2019/plan-{number}.toml" for number in range(13)]
    for number, file in enumerate(files):
        (repo / file).write_text(f"ar = {number}\n", encoding="utf-8")
    changed(repo, git, files[0], "ar = 2019\n")

    started: list[object] = []
    execute = Git.execute
    monkeypatch.setattr(Git, "execute", lambda *told, **how: (started.append(told), execute(*told, **how))[1])

    def runs(asked: list[str]) -> int:
        started.clear()
        repository = Repository(repo)
        assert all(found.commit for found in origins(repository, asked).values())
        repository.close()
        return len(started)

    assert runs(files) == runs(files[:1]) > 0
