"""The app in a real terminal: start to first paint against an app with one Static, and key to next frame.

The keys judge item after item, so that a commit runs all the while.
"""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path
from time import sleep

from bench_plan import full_plan
from terminal import MINIMAL, Terminal, first_paint
from timing import ratio, told

from data.founding import init
from data.identity import set_identity
from data.workspace import Workspace


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
        set_identity(root, "Test Testsson", "test@exempel.se")
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
