"""A terminal that goes without a word, as a lost connection can let it, ends the app in good order."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import run_git
from tests.small_region import small_region

pytestmark = pytest.mark.skipif(os.name == "nt", reason="terminals as POSIX has them")


def read(terminal: int, shown: bytearray, until: Callable[[], bool]) -> None:
    """Read what the app writes until something has happened."""
    deadline = time.monotonic() + 60
    while not until():
        assert time.monotonic() < deadline, bytes(shown[-2000:])
        if select.select([terminal], [], [], 0.1)[0]:
            shown += os.read(terminal, 65_536)


def test_what_was_judged_is_committed_and_no_program_is_left(tmp_path: Path) -> None:
    import pty

    root = small_region(tmp_path / "r")
    before = run_git(root, "rev-parse", "HEAD")
    ours, theirs = pty.openpty()
    app = subprocess.Popen(
        [sys.executable, "-m", "tui", str(root)],
        cwd=Path(__file__).parents[2],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"},
    )
    os.close(theirs)
    file = root / "2019/regionkontoret.toml"
    text = file.read_text(encoding="utf-8")
    shown = bytearray()
    read(ours, shown, until=lambda: b"sparat" in shown)
    os.write(ours, b"\x1b[C\x1b[B1")
    read(ours, shown, until=lambda: file.read_text(encoding="utf-8") != text)
    os.close(ours)
    assert app.wait(60) != 0
    assert run_git(root, "status", "--porcelain") == ""
    assert run_git(root, "rev-parse", "HEAD") != before
