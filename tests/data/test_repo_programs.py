"""A repository that would run programs of its own is known by its config."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.drivers import install
from data.git import Repository
from data.repo_programs import programs
from tests.conftest import run_git
from tui.program import COMMAND


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    run_git(tmp_path, "init", "--quiet")
    return Repository(tmp_path)


def test_an_ordinary_repository_runs_none_and_our_own_drivers_are_no_strangers(repository: Repository) -> None:
    assert programs(repository) == ()
    install(repository, COMMAND)
    assert programs(repository) == ()


@pytest.mark.parametrize(
    "name",
    [
        "core.hooksPath",
        "core.sshCommand",
        "core.fsmonitor",
        "filter.x.smudge",
        "merge.annan.driver",
        "diff.external",
    ],
)
def test_each_setting_that_runs_a_program_is_named(repository: Repository, name: str) -> None:
    run_git(repository.place.top, "config", name, "rm -rf /")
    assert [found.lower() for found in programs(repository)] == [name.lower()]
