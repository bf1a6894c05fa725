"""Judging while a whole region is exported: key to next frame, beside the same keys with nothing under way.

Thirteen plans of the usual size, every report, every format but those of text, in one document each.
"""

from __future__ import annotations

import os
import tempfile
from itertools import cycle
from pathlib import Path

from bench_sizes import DOWN, answers, nothing, opened, region
from timing import told_beside

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
    print(told_beside("medan en region exporteras", before, during))
    print(f"  filer skrivna under tiden: {files}")


if __name__ == "__main__":
    main()
