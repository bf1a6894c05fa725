"""Leaving waits for what is under way and says so; and a terminal that is closed takes nothing with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import run_git
from tests.small_region import small_region
from tests.tui.driver import Story, opened

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are another thing on Windows")


def _slow_hook(root: Path) -> Path:
    """Make a hook that waits until a file is there, and return that file."""
    go = root.parent / "fortsatt"
    hook = root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\nwhile [ ! -e '{go}' ]; do sleep 0.05; done\n", encoding="utf-8")
    hook.chmod(0o755)
    return go


async def _quit_while_git_works(story: Story) -> None:
    await story.press("2")
    await story.until(lambda: 'status = "delvis"\n\n# Följs' in story.file())
    await story.press("q")


@POSIX
async def test_quitting_shows_what_it_waits_for_and_then_ends(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    go = _slow_hook(root)
    async with opened(root) as story:
        await _quit_while_git_works(story)
        await story.sees("checkar in en plan …")
        go.touch()
        await story.leave()
    assert run_git(root, "log", "-1", "--format=%s") == "regionkontoret 2019: Nära vård → uppfylls delvis\n"


@POSIX
async def test_a_second_q_tells_and_a_third_ends_without_waiting(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    go = _slow_hook(root)
    async with opened(root) as story:
        await _quit_while_git_works(story)
        await story.press("q")
        assert "Allt är sparat; q igen avslutar ändå." in " ".join(story.screen.split())
        assert story.app.return_code is None
        await story.press("q")
        assert not story.app.is_running or story.app._exit
        go.touch()
        await story.leave()


async def test_while_leaving_nothing_more_is_changed(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        story.main.desk._worker.stop = lambda: None  # type: ignore[method-assign]  # it is never done
        await story.press("q", "2")
        assert "Avslutar: inget mer kan ändras." in story.screen
        del story.main.desk._worker.stop
        story.main.desk._worker.finish()


async def test_what_git_would_not_take_is_told_when_the_app_has_ended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_region(tmp_path / "r")
    hook = root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    async with opened(root) as story:
        await story.press("2", "q")
        await story.leave()
        await story.until(lambda: story.app._exit)
        assert "Sparat men inte incheckat: 2019/regionkontoret" in str(story.app._exit_renderables)


class Terminal:
    """The program in a terminal of its own."""

    def __init__(self, root: Path) -> None:
        import pty

        self.root = root
        self.master, slave = pty.openpty()
        settings = root.parent / "hem"
        environment = os.environ | {"TERM": "xterm-256color", "XDG_CONFIG_HOME": str(settings), "LC_ALL": "C.UTF-8"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", _START, str(root)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
        )
        os.close(slave)
        self.shown = b""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        while True:
            try:
                got = os.read(self.master, 65536)
            except OSError:
                return
            if not got:
                return
            self.shown += got

    def press(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def until(self, happened: Callable[[], object]) -> None:
        for _ in range(1500):
            if happened():
                return
            time.sleep(0.02)
        raise AssertionError(f"kom aldrig; terminalen fick:\n{self.shown[-3000:].decode(errors='replace')}")


_START = """\
import fcntl, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
fcntl.ioctl(0, termios.TIOCSWINSZ, b"\\x18\\x00\\x50\\x00\\x00\\x00\\x00\\x00")
from tui.cli import main
sys.argv = ["trafikljus", sys.argv[1]]
sys.exit(main())
"""


@contextmanager
def _judged_in_a_terminal(tmp_path: Path) -> Iterator[Terminal]:
    """Open the program and judge; the change is on disk and waits for its commit."""
    root = small_region(tmp_path / "r")
    terminal = Terminal(root)
    plan = root / "2019/regionkontoret.toml"
    try:
        terminal.until(lambda: "Sjukfrånvaro".encode() in terminal.shown)
        terminal.press(b"2")
        terminal.until(lambda: 'namn = "Nära vård"\nstatus = "delvis"' in plan.read_text(encoding="utf-8"))
        yield terminal
    finally:
        if terminal.process.poll() is None:
            terminal.process.kill()
            terminal.process.wait()


@POSIX
def test_a_program_that_is_told_to_stop_commits_first(tmp_path: Path) -> None:
    with _judged_in_a_terminal(tmp_path) as terminal:
        terminal.process.send_signal(signal.SIGTERM)
        terminal.until(lambda: terminal.process.poll() is not None)
        assert terminal.process.returncode == 128 + signal.SIGTERM
        assert "Nära vård → uppfylls delvis" in run_git(terminal.root, "log", "-1", "--format=%s")
        assert b"\x1b[?1049l" in terminal.shown  # the terminal is as it was
        assert b"Traceback" not in terminal.shown


@POSIX
def test_a_terminal_that_is_closed_takes_nothing_with_it(tmp_path: Path) -> None:
    with _judged_in_a_terminal(tmp_path) as terminal:
        os.close(terminal.master)
        terminal.until(lambda: terminal.process.poll() is not None)
        assert "Nära vård → uppfylls delvis" in run_git(terminal.root, "log", "-1", "--format=%s")
        assert run_git(terminal.root, "status", "--porcelain") == ""
