"""What many tests share: a git of their own, that knows nothing of the one who runs the tests."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("trafikljus", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("trafikljus")  # no test is about seconds

Git = Callable[..., str]

IDENTITY = "[user]\n\tname = Test Testsson\n\temail = test@exempel.se\n"


@pytest.fixture(autouse=True)
def git_config(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The global config of every git in the test; it names a user and the branch main."""
    config = tmp_path_factory.mktemp("git") / "config"
    config.write_text(IDENTITY + "[init]\n\tdefaultBranch = main\n", encoding="utf-8")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return config


@pytest.fixture(autouse=True)
def settings_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test meets the settings of the one who runs it, or what that one did last."""
    folder = tmp_path_factory.mktemp("config")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    monkeypatch.setattr("platformdirs.user_state_dir", lambda *names, **options: str(folder / "state"))
    monkeypatch.setattr("platformdirs.user_config_dir", lambda *names, **options: str(folder / "trafikljus"))


@pytest.fixture
def nameless(git_config: Path) -> None:
    """Git has not been told who commits."""
    git_config.write_text("[init]\n\tdefaultBranch = main\n", encoding="utf-8")


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """An empty repository."""
    folder = tmp_path / "arkiv"
    folder.mkdir()
    run_git(folder, "init", "--quiet")
    return folder


@pytest.fixture
def git(repo: Path) -> Git:
    """Run git in the repository: `git("log")` returns its output."""
    return lambda *arguments: run_git(repo, *arguments)


def run_git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return its output; an error fails the test."""
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()
