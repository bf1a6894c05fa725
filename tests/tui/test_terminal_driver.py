"""A program that was stopped from outside goes on where it was: with each key, the whole screen, and to its end."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.terminal import Terminal
from tests.small_region import small_region

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="programs are not stopped by signals on Windows"),
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux finns inte här"),
]


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    window = Terminal(Path(__file__).parents[2])
    window.run(str(small_region(tmp_path / "r")))
    yield window
    window.close()


def test_a_program_that_was_stopped_again_and_again_takes_each_key_once_and_ends(terminal: Terminal) -> None:
    terminal.sees("sparat · ")
    for _ in range(4):
        os.kill(terminal.process, signal.SIGSTOP)
        os.kill(terminal.process, signal.SIGCONT)
    terminal.keys("/")
    terminal.sees("Sök bland namn")
    for letter in "göra väntrummen":
        terminal.type(letter)
    terminal.sees("Sök göra väntrummen ")
    terminal.keys("Escape")
    terminal.until(lambda: "Sök göra" not in terminal.screen, "sökningen gick inte bort")
    terminal.keys("q")
    terminal.until(lambda: not terminal.running, "appen avslutades aldrig")


def test_a_terminal_that_was_used_meanwhile_is_taken_back_and_drawn_anew(terminal: Terminal) -> None:
    terminal.sees("sparat · ")
    with terminal.device.open("r+b", buffering=0) as device:
        subprocess.run(["stty", "sane"], stdin=device, check=True)
        device.write(b"\x1b[?1049l\x1b[?25hett annat program\n")
    terminal.sees("ett annat program")
    os.kill(terminal.process, signal.SIGCONT)
    terminal.sees("sparat · ")
    assert "ett annat program" not in terminal.screen
    terminal.keys("Down", "Right")
    terminal.sees("1.1 Nära vård")
