"""Judging while a whole region is exported: key to next frame, beside the same keys with nothing under way.

Thirteen plans of the usual size, every report, every format but those of text, in one document each.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from itertools import cycle
from pathlib import Path

from bench_sizes import DOWN, answers, nothing, opened, region
from timing import told

from exporters.formats import FORMATS
from exporters.reports.registry import REPORTS
from exporters.text import DIALECTS
from tui.export_memory import remember
from tui.exporting import Choice

PLANS, ITEMS = 13, 292
KEYS = 100


def main() -> None:
    """Print the times and their ratio."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ["XDG_STATE_HOME"] = f"{folder}/state"
        root, made = Path(folder, "region"), Path(folder, "ut")
        root.mkdir()
        region(root, PLANS * ITEMS)
        formats = tuple(name for name in FORMATS if name not in DIALECTS)
        remember(root.resolve(), Choice((), tuple(REPORTS), formats, str(made), together=True))
        terminal = opened(root)
        terminal.answer(b"+")
        terminal.quiet(0.5)
        keys = cycle([DOWN, b"1", DOWN, b"3"])
        before = answers(terminal, keys, KEYS, nothing)
        for key in (b"x", b"\r", b"b"):
            terminal.answer(key)
            terminal.quiet(0.3)
        during = answers(terminal, keys, KEYS, nothing)
        files = len(list(made.iterdir())) if made.is_dir() else 0
        terminal.end()
    for what, times in (("inget annat", before), ("medan en region exporteras", during)):
        print(told(f"bedöma, {what}: median", statistics.median(times) * 1000, 16, "ms"))
        print(told(f"bedöma, {what}: 99 av 100", times[int(len(times) * 0.99)] * 1000, 50, "ms"))
    print(told("  kvot mellan medianerna", statistics.median(during) / statistics.median(before), 2))
    print(f"  filer skrivna under tiden: {files}")


if __name__ == "__main__":
    main()
