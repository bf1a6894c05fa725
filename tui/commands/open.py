"""`trafikljus [MAPP]`: the app, on the region that the folder belongs to."""

from __future__ import annotations

import sys
from pathlib import Path

from tui.choosing import region_root
from tui.guard import RefusedError

_SIGNS = "●▲■‖○◐◆✓►│▼▶…"


def run(folder: Path) -> int:
    """Open the app and return its exit code. RefusedError without a region, or a terminal to show it in."""
    root = region_root(folder)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise RefusedError("appen behöver en terminal; i ett skript: se trafikljus --help")
    from tui.app import run as run_app

    return run_app(root, ascii=not _can_show_signs(sys.stdout.encoding))


def _can_show_signs(encoding: str) -> bool:
    try:
        _SIGNS.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
