"""The app in a real terminal: start to first paint against an app with one Static, and key to next frame.

The keys judge item after item, so that a commit runs all the while.
"""

from __future__ import annotations

import os
import select
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, sleep

from bench_plan import full_plan
from timing import ratio, told

from data.founding import init
from data.workspace import Workspace

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
        environment = {**os.environ, "TERM": "xterm-256color"}
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


def first_paint(*arguments: str) -> None:
    """Start a program, and wait for its first frame."""
    terminal = Terminal(*arguments)
    terminal.until(b"Trafikljus")
    terminal.end()


def key_times(root: Path) -> list[float]:
    """Return the seconds from key to frame, as items are judged one after another."""
    terminal = Terminal("-m", "tui", "-C", str(root))
    terminal.until(b"sparat")
    terminal.quiet(0.5)
    terminal.answer(b"+")
    terminal.quiet()
    times: list[float] = []
    for step in range(120):
        for key in (b"\x1b[B", b"13"[step % 2 : step % 2 + 1]):
            times.append(terminal.answer(key))
            sleep(0.03)  # by then the commit of the item before is under way
            terminal.quiet(0.002)
    terminal.end()
    return times


def main() -> None:
    """Print the ratio and the times."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        root = Path(folder)
        init(root, "Region Test")
        workspace = Workspace(root)
        workspace.set_identity("Test Testsson", "test@exempel.se")
        workspace.create(full_plan())
        workspace.commit_leftovers()
        workspace.close()
        paint = ratio(lambda: first_paint("-m", "tui", "-C", folder), lambda: first_paint("-c", MINIMAL), 9)
        print(told("start till första bild / Textual-app med en Static", paint, 1.25))
        times = sorted(key_times(root))
    print(told("tangent till nästa bild medan commit pågår, median", statistics.median(times) * 1000, 16, "ms"))
    print(f"{'  99 av 100':<58}{times[int(len(times) * 0.99)] * 1000:7.2f} ms")


if __name__ == "__main__":
    main()
