"""A program in a terminal of its own, timed from the outside: from key to what it writes."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path
from time import perf_counter

MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    def compose(self):
        yield Static("Trafikljus")
Minimal().run()
"""


class Terminal:
    """A program in a terminal of 80×24."""

    def __init__(self, *arguments: str) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self._master, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        nobodys = {"XDG_CONFIG_HOME": os.devnull}  # no settings
        environment = {**os.environ, "TERM": "xterm-256color", **nobodys}
        command = [sys.executable, *arguments]
        self._program = subprocess.Popen(command, stdin=inner, stdout=inner, stderr=inner, env=environment)
        os.close(inner)

    def until(self, sign: bytes) -> None:
        """Wait until the program has written this."""
        seen = b""
        while sign not in seen:
            if not select.select([self._master], [], [], 20)[0]:
                raise TimeoutError(f"{sign!r} kom aldrig")
            seen += os.read(self._master, 65536)

    def quiet(self, seconds: float = 0.05) -> None:
        """Wait until nothing has been written for so long."""
        while select.select([self._master], [], [], seconds)[0]:
            os.read(self._master, 65536)

    def answer(self, key: bytes) -> float:
        """Press a key, and return the seconds until the screen answers."""
        start = perf_counter()
        os.write(self._master, key)
        select.select([self._master], [], [], 20)
        return perf_counter() - start

    def end(self) -> None:
        """End the program at once."""
        self._program.kill()
        self._program.wait()
        os.close(self._master)

    @property
    def resident(self) -> int:
        """The program's resident memory, in bytes (Linux only)."""
        status = Path(f"/proc/{self._program.pid}/status").read_text(encoding="ascii")
        return 1024 * next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))


def first_paint(*arguments: str) -> None:
    """Start a program, and wait for its first frame."""
    terminal = Terminal(*arguments)
    terminal.until(b"Trafikljus")
    terminal.end()
