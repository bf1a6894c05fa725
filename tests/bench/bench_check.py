"""All rules of `check` on fifteen plans of the usual size, against reading these plans."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from bench_plan import full_plan
from timing import ratio, told

from data.checks.folder import of_region
from data.checks.run import remarks
from data.workspace import Workspace
from data.writing import write

PLANS = 15


def main() -> None:
    """Print the ratio."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "2019").mkdir()
        (root / "region.toml").write_text('namn = "Region Test"\n', encoding="utf-8")
        for number in range(PLANS):
            plan = replace(full_plan(), forvaltning=f"forvaltning-{number}")
            (root / f"{plan.name}.toml").write_text(write(plan), encoding="utf-8", newline="\n")
        folder = of_region(root, Workspace(root).load(), None, date(2019, 12, 1))
        measured = ratio(lambda: remarks(folder), lambda: Workspace(root).load(), rounds=10)
        print(f"{PLANS} planer, {len(remarks(folder))} anmärkningar")
        print(told("alla regler / läsa planerna", measured, 2))


if __name__ == "__main__":
    main()
