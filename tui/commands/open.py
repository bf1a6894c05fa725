"""`trafikljus [MAPP]`: the app, on the region that the folder belongs to."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tui.guard import RefusedError
from tui.region_root import region_root
from tui.terminal import needs_ascii

_DRIVER = "TEXTUAL_DRIVER"
"""In the environment when the app is to be shown by something else than a terminal: a page in a browser."""


def run(folder: Path, *, ascii: bool = False) -> int:
    """Open the app and return its exit code. RefusedError without a region, or a terminal to show it in."""
    root = region_root(folder)
    in_browser = _DRIVER in os.environ
    if not in_browser and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise RefusedError("appen behöver en terminal; i ett skript: se trafikljus --help")
    from tui.app import run as run_app
    from tui.settings import load

    chosen = load()
    if not ascii and chosen.settings.ascii is None:
        ascii = not in_browser and needs_ascii(os.environ, sys.stdout.encoding)
    return run_app(root, ascii=ascii or bool(chosen.settings.ascii), chosen=chosen)
