"""Makes the example region: a git repository with two years of plans and the history of how they were judged.

The same repository, with the same commit ids, comes out each time.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from data import git_errors
from data.demo import source
from data.demo.fast_import import BRANCH, stream
from data.demo.history import history
from data.files import FileError
from data.git_errors import NoIdentityError
from data.git_runner import run, runner
from data.identity import require_identity, set_identity
from data.region import FILE as REGION_FILE
from data.region import read_region


def build(target: Path) -> Path:
    """Make the example region in a folder that is new or empty, and return the folder.

    A folder that holds an example region already is left as it is. FileError for any other folder that is not
    empty; GitError when git cannot make the repository.
    """
    if is_demo(target):
        return target
    _require_empty(target)
    target.mkdir(parents=True, exist_ok=True)
    _git(target, "init", "--quiet", f"--initial-branch={BRANCH}")
    with tempfile.TemporaryFile() as file:
        file.write(stream(history()))
        file.seek(0)
        _git(target, "fast-import", "--quiet", "--done", istream=file)
    _git(target, "reset", "--hard", "--quiet")
    _make_sure_of_identity(target)
    return target


def is_demo(folder: Path) -> bool:
    """Return whether the folder is a repository with a region of the example region's name."""
    try:
        text = (folder / REGION_FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    found, _ = read_region(text)
    example, _ = read_region(source.text(REGION_FILE))
    same = found is not None and example is not None and found.namn == example.namn
    return same and (folder / ".git").exists()


def _require_empty(target: Path) -> None:
    if target.exists() and not target.is_dir():
        raise FileError(f"{target} är en fil; ange en ny eller tom mapp för exempelregionen")
    if target.exists() and any(target.iterdir()):
        raise FileError(f"{target} är inte tom; ange en ny eller tom mapp för exempelregionen")


def _git(folder: Path, command: str, *arguments: str, **options: Any) -> None:
    status, output, error = run(runner(folder), command, *arguments, **options)
    if status:
        raise git_errors.failed("exempelregionen kunde inte skapas", error or output, folder)


def _make_sure_of_identity(folder: Path) -> None:
    """Let the example be judged at once, also where git has not been told who commits."""
    try:
        require_identity(folder)
    except NoIdentityError:
        set_identity(folder, "Demo", "demo@malarbygden.example")
