"""The three floors: an import never runs upward, and what a script waits for loads nothing that it does not use."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.small_region import small_region

ROOT = Path(__file__).parents[1]
ABOVE = {"data": {"exporters", "tui", "textual"}, "exporters": {"tui", "textual"}}


def modules(floor: str) -> list[str]:
    return [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted((ROOT / floor).rglob("*.py"))
    ]


def loaded_by(code: str, *arguments: str, cwd: Path = ROOT) -> set[str]:
    """Run code in a fresh interpreter and return the names of the modules it ended with."""
    ending = "\nimport json, sys; print('\\n' + json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code + ending, *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def imports(path: Path) -> set[str]:
    """Return the top-level names that a file imports anywhere, also inside its functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(aliases):
                names |= {alias.name.partition(".")[0] for alias in aliases}
            case ast.ImportFrom(module=str(module), level=0):
                names.add(module.partition(".")[0])
    return names


@pytest.mark.parametrize("floor", ABOVE)
def test_no_file_imports_from_a_floor_above(floor: str) -> None:
    upward = {
        path.relative_to(ROOT).as_posix(): sorted(imports(path) & ABOVE[floor])
        for path in (ROOT / floor).rglob("*.py")
        if imports(path) & ABOVE[floor]
    }
    assert upward == {}


@pytest.mark.parametrize("floor", ABOVE)
def test_loading_a_whole_floor_loads_nothing_above_it(floor: str) -> None:
    names = modules(floor)
    assert names
    loaded = loaded_by("".join(f"import {name}\n" for name in names))
    assert set(names) <= loaded
    assert loaded & ABOVE[floor] == set()


def test_the_version_is_told_before_anything_heavy_is_loaded() -> None:
    loaded = loaded_by("from tui.cli import main; main(['--version'])")
    assert loaded & {"argparse", "asyncio", "git", "tabulate", "textual", "tomlkit", "tomllib"} == set()


@pytest.mark.parametrize("verb", ["check", "status"])
def test_checking_and_counting_need_no_screen(verb: str, tmp_path: Path) -> None:
    region = small_region(tmp_path / "norrskog")
    loaded = loaded_by("import sys; from tui.cli import main; main(sys.argv[1:])", "-C", str(region), verb)
    assert loaded & {"rich", "textual", "tomlkit"} == set()
    assert ("git" in loaded) == (verb == "check")  # which looks at when comments and statuses were set
    assert "data.reading" in loaded
