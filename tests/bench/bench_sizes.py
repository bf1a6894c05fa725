"""The app on regions of 320, 5 000 and 50 000 uppdrag and aktiviteter: first paint, keys, memory.

Beside a Textual app with one Static, in a terminal of 80×24. A plan has the usual size; a region has many of them.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from time import perf_counter, sleep

from bench_plan import full_plan
from terminal import MINIMAL, Terminal, first_paint
from timing import ratio, told

from data.founding import init
from data.git import Repository
from data.identity import set_identity
from data.writing import write

SIZES = {320: 1.25, 5_000: 1.3, 50_000: 1.5}
"""The goal of the first paint, by the number of items."""

DOWN, UP, ERASE = b"\x1b[B", b"\x1b[A", b"\x7f"


def region(root: Path, items: int) -> list[Path]:
    """Make a region with so many items; return the plans' files, the newest year's first."""
    init(root, "Region Test")
    made: list[Path] = []
    for n in range(max(1, round(items / len(full_plan().items)))):
        whose, ar = n % 13, 2025 - n // 13
        one = replace(full_plan(whose=whose, ar=ar), forvaltning=f"forvaltning-{whose}", ar=ar)
        file = root / f"{one.ar}/{one.forvaltning}.toml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(write(one), encoding="utf-8")
        made.append(file)
    repository = Repository(root)
    set_identity(root, "Test Testsson", "test@exempel.se")
    repository.commit([file.relative_to(root).as_posix() for file in made], "Planer\n")
    repository.close()
    return made


def opened(root: Path) -> Terminal:
    """Open the app and wait until it has read the region."""
    terminal = Terminal("-m", "tui", "-C", str(root))
    terminal.until(b"sparat")
    terminal.quiet(1.0)
    return terminal


def answers(terminal: Terminal, keys: Iterator[bytes], count: int, between: Callable[[int], None]) -> list[float]:
    """Return the seconds from key to frame, for so many keys."""
    times = []
    for n in range(count):
        between(n)
        times.append(terminal.answer(next(keys)))
        sleep(0.03)
        terminal.quiet(0.002)
    return sorted(times)


def tell(what: str, times: list[float]) -> None:
    """Print the median and the slowest of a hundred."""
    print(told(f"  {what}: median", statistics.median(times) * 1000, 16, "ms"))
    print(told(f"  {what}: 99 av 100", times[int(len(times) * 0.99)] * 1000, 50, "ms"))


def nothing(_: int) -> None:
    """Do nothing between two keys."""


def touching(file: Path) -> Callable[[int], None]:
    """Return what changes a file behind the app's back at every tenth key."""
    texts = cycle([file.read_text(encoding="utf-8"), file.read_text(encoding="utf-8") + "\n"])

    def touch(n: int) -> None:
        if n % 10 == 0:
            file.write_text(next(texts), encoding="utf-8")

    return touch


def measure(root: Path, items: int) -> None:
    """Print what holds for a region of one size."""
    files = region(root, items)
    start = ratio(lambda: first_paint("-m", "tui", "-C", str(root)), lambda: first_paint("-c", MINIMAL), 7)
    print(told(f"{items} rader: första bild / en Static", start, SIZES[items]))
    terminal = opened(root)
    resident = terminal.resident
    begun = perf_counter()
    terminal.answer(b"+")
    terminal.quiet(0.2)
    print(told("  fälla ut allt", perf_counter() - begun - 0.2, 0.3, "s"))
    terminal.answer(DOWN)
    tell("flytta och bedöma", answers(terminal, cycle([DOWN, b"1", DOWN, b"3"]), 200, nothing))
    tell("medan en fil ändras på disk", answers(terminal, cycle([DOWN, UP]), 100, touching(files[-1])))
    terminal.answer(b"/")
    tell("söka", answers(terminal, cycle([b"k", b"l", b"i", b"m", ERASE, ERASE, ERASE, ERASE]), 200, nothing))
    terminal.end()
    minimal = Terminal("-c", MINIMAL)
    minimal.until(b"Trafikljus")
    minimal.quiet(0.5)
    print(told("  minne / en Static", resident / minimal.resident, 2))
    minimal.end()


def main() -> None:
    """Measure every size."""
    for items in SIZES:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            measure(Path(folder), items)


if __name__ == "__main__":
    main()
