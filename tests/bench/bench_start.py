"""How long `trafikljus --version` and `check` take to start, against an interpreter that does nothing."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable

from timing import ratio, told


def started(*arguments: str) -> Callable[[], object]:
    """Return a run of Python with these arguments, whose output is thrown away."""
    return lambda: subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)


def main() -> None:
    """Print the ratios."""
    nothing = started("-c", "pass")
    print(told("trafikljus --version / python -c pass", ratio(started("-m", "tui", "--version"), nothing), 3))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "tui", "demo", "--no-open", folder], check=True, stdout=subprocess.DEVNULL
        )
        check = ratio(started("-m", "tui", "-C", folder, "check"), nothing)
    print(f"{'trafikljus check, exempelregionen / python -c pass':<58}{check:7.2f} ×")


if __name__ == "__main__":
    main()
