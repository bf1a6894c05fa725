"""A real terminal: tmux runs a program, keys are sent to it, and its screen is read as text."""

from __future__ import annotations

import os
import secrets
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

LOOKS = 600
"""How often one looks for what must come. Not a time: a machine that stands still lets no time be lost."""


class Terminal:
    """One tmux server of its own, with one window that runs one program."""

    def __init__(self, folder: Path, width: int = 80, height: int = 24) -> None:
        self._socket = f"trafikljus-{secrets.token_hex(4)}"
        self._folder = folder
        self._size = (str(width), str(height))

    def run(self, *arguments: str) -> None:
        """Start trafikljus in the window, in the folder."""
        command = shlex.join([sys.executable, "-m", "tui", *arguments])
        width, height = self._size
        self._tmux(
            "-f", os.devnull, "new-session", "-d", "-x", width, "-y", height, "-c", str(self._folder), command
        )

    def keys(self, *keys: str) -> None:
        """Press keys, by tmux's names."""
        self._tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._tmux("send-keys", "-l", "--", text)

    @property
    def screen(self) -> str:
        """What the terminal shows now; empty when the program has ended."""
        return self._tmux("capture-pane", "-p", check=False)

    @property
    def running(self) -> bool:
        """Whether the program has not ended."""
        return bool(self._tmux("list-panes", "-F", "#{pane_pid}", check=False).strip())

    @property
    def process(self) -> int:
        """The program's process id."""
        return int(self._tmux("list-panes", "-F", "#{pane_pid}"))

    def sees(self, text: str) -> None:
        """Wait until a text is on the screen."""
        self.until(lambda: text in self.screen, f"”{text}” kom aldrig")

    def until(self, happened: Callable[[], object], otherwise: str) -> None:
        """Wait for something that must come."""
        for _ in range(LOOKS):
            if happened():
                return
            time.sleep(0.05)
        raise AssertionError(f"{otherwise}; skärmen visar:\n{self.screen}")

    @property
    def device(self) -> Path:
        """The terminal as a file that anybody may write to."""
        return Path(self._tmux("list-panes", "-F", "#{pane_tty}").strip())

    def close(self) -> None:
        """End the server and all that runs in it."""
        self._tmux("kill-server", check=False)

    def _tmux(self, *arguments: str, check: bool = True) -> str:
        command: Sequence[str] = ["tmux", "-L", self._socket, *arguments]
        environment = {**os.environ, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        assert not check or done.returncode == 0, done.stderr
        return done.stdout if done.returncode == 0 else ""
