"""The command line as a user meets it: arguments in, exit code and lines out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.small_region import small_region
from tui.cli import main


class Told(NamedTuple):
    code: int
    out: str
    err: str


Trafikljus = Callable[..., Told]


@pytest.fixture
def region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small region, in which we stand."""
    folder = small_region(tmp_path / "norrskog")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def trafikljus(capsys: pytest.CaptureFixture[str]) -> Trafikljus:
    """Run the command: `trafikljus("check")` returns its exit code and what it wrote."""

    def run(*arguments: str) -> Told:
        capsys.readouterr()
        code = main(list(arguments))
        return Told(code, *capsys.readouterr())

    return run
