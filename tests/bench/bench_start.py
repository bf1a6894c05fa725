"""How long `trafikljus --version` and `check` take to start, against an interpreter that does nothing."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import which

from timing import ratio, told


def started(*command: str) -> Callable[[], object]:
    """Return a run of a command, whose output is thrown away."""
    return lambda: subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)


def main() -> None:
    """Print the ratios."""
    trafikljus = which("trafikljus", path=Path(sys.executable).parent)
    assert trafikljus, "trafikljus is not installed beside this Python"
    nothing = started(sys.executable, "-c", "pass")
    print(told("trafikljus --version / python -c pass", ratio(started(trafikljus, "--version"), nothing), 3))
    with tempfile.TemporaryDirectory() as folder:
        started(trafikljus, "demo", "--no-open", folder)()
        check = ratio(started(trafikljus, "-C", folder, "check"), nothing)
    print(f"{'trafikljus check, exempelregionen / python -c pass':<58}{check:7.2f} ×")


if __name__ == "__main__":
    main()
