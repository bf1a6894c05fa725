"""The command itself, as it is started: one real process each."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.small_region import small_region
from tui import __version__
from tui.cli import main
from tui.commands import MODULES


def started(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
        env={**os.environ, "COLUMNS": "80"},
    )


def test_the_version_is_told() -> None:
    done = started("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"trafikljus {__version__}\n", "")


def test_the_help_names_every_verb_in_swedish_and_fits_in_80_columns() -> None:
    done = started("--help")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0].startswith("användning: trafikljus")
    verbs = lines[lines.index("kommandon:") + 1 : lines.index("slutkoder:") - 1]
    assert [line.split()[0] for line in verbs] == list(MODULES)
    assert all(len(line.split()) > 2 for line in verbs)
    assert max(map(len, lines)) <= 80


def test_a_region_is_found_from_a_folder_below_it(tmp_path: Path) -> None:
    folder = small_region(tmp_path / "norrskog")
    assert started("check", cwd=folder / "2019").returncode == 0
    assert started("-C", str(folder), "check", cwd=tmp_path).returncode == 0


def test_without_a_terminal_the_app_is_refused_in_one_line(tmp_path: Path) -> None:
    done = started(cwd=small_region(tmp_path / "norrskog"))
    assert done.returncode == 2
    assert done.stderr == "trafikljus: fel: appen behöver en terminal; i ett skript: se trafikljus --help\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([".", "status"], "okänt argument: status; se trafikljus --help"),
        (["chek"], "chek är varken ett kommando eller en mapp; menade du check?"),
        (["/ingenstans/alls"], "/ingenstans/alls är varken ett kommando eller en mapp; se trafikljus --help"),
        (["-C", "/ingenstans/alls", "check"], "/ingenstans/alls är ingen mapp"),
        (["--verion"], "okänt argument: --verion; se trafikljus --help"),
        (["check", "--jso"], "okänt argument: --jso; se trafikljus check --help"),
        (["set"], "det här saknas: PLAN, ID; se trafikljus set --help"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr() == ("", f"trafikljus: fel: {told}\n")


def test_a_verb_has_help_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["set", "--help"]) == 0
    assert capsys.readouterr().out.startswith("användning: trafikljus set")
