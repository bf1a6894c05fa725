"""What others did since one last looked."""
# mypy: disable-error-code="no-untyped-def"

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.git import Repository
from data.seen import remember, unseen
from tests.conftest import run_git
from tests.small_region import PLAN, small_region

NAME = "2019/regionkontoret"
OTHER = "Åsa Ek <asa@exempel.se>"


@pytest.fixture
def region(tmp_path: Path) -> Path:
    return small_region(tmp_path / "region")


@pytest.fixture
def repository(region: Path) -> Iterator[Repository]:
    repository = Repository(region)
    yield repository
    repository.close()


def commit(region: Path, text: str, *options: str, name: str = NAME) -> None:
    (region / f"{name}.toml").write_text(text, encoding="utf-8", newline="\n")
    run_git(region, "add", ".")
    run_git(region, "commit", "--quiet", "--message=Ändra", *options)


def test_nothing_is_marked_the_first_time(region, repository):
    commit(region, PLAN.replace("lugnare", "tystare"), f"--author={OTHER}")
    assert unseen(repository) == {}


def test_what_others_do_is_marked_until_it_is_seen(region, repository):
    remember(repository)
    commit(region, PLAN.replace("lugnare", "tystare"), f"--author={OTHER}")
    commit(region, PLAN.replace("lugnare", "tystare").replace('"klar"', '"pagar"'), f"--author={OTHER}")
    assert unseen(repository) == unseen(repository) == {NAME: {"vantrum", "vantrum-1"}}
    remember(repository)
    assert unseen(repository) == {}


def test_what_one_does_oneself_is_not_marked(region, repository):
    remember(repository)
    commit(region, PLAN.replace("lugnare", "tystare"))
    commit(region, PLAN.replace("lugnare", "tystare").replace("4.1", "4.2"), f"--author={OTHER}")
    assert unseen(repository) == {NAME: {"sjukfranvaro"}}


def test_the_case_of_an_address_does_not_make_one_somebody_else(region, repository):
    remember(repository)
    commit(region, PLAN.replace("lugnare", "tystare"), "--author=T <Test@Exempel.se>")
    assert unseen(repository) == {}


def test_each_plan_has_its_own_marks_and_other_files_none(region, repository):
    remember(repository)
    (region / "2018").mkdir()
    commit(region, PLAN.replace("2019", "2018"), f"--author={OTHER}", name="2018/regionkontoret")
    commit(region, "x = 1\n", f"--author={OTHER}", name="2018/mal-och-budget")
    assert set(unseen(repository)) == {"2018/regionkontoret"}


def test_where_one_was_is_kept_out_of_the_commits(region, repository):
    remember(repository)
    assert run_git(region, "status", "--porcelain", "--untracked-files=all") == ""
    assert (region / ".git/trafikljus/seen").read_text("ascii").strip() == run_git(
        region, "rev-parse", "HEAD"
    ).strip()


@pytest.mark.parametrize("raw", [b"", b"--all", b"\xff", b"0" * 40, b"f" * 64])
def test_a_memory_that_makes_no_sense_marks_nothing(region, repository, raw):
    remember(repository)
    (region / ".git/trafikljus/seen").write_bytes(raw)
    commit(region, PLAN.replace("lugnare", "tystare"), f"--author={OTHER}")
    assert unseen(repository) == {}


def test_before_the_first_commit_there_is_nothing_to_remember(repo):
    repository = Repository(repo)
    remember(repository)
    assert unseen(repository) == {}
    repository.close()
