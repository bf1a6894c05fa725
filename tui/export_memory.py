"""What was exported last, region by region: `export.json` in the folder that the platform keeps programs' state in.

It only saves the user some choices: a file that is broken or cannot be written is as one that is not there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui.exporting import Choice

_FILE = "export.json"
_LIMIT = 1_000_000
_REGIONS = 50
"""How many regions are remembered, the latest last."""


def recall(root: Path) -> Choice | None:
    """Return what was chosen last for the region in a folder, without its plans; None when that is not known."""
    told: Any = _all().get(str(root))
    try:
        return Choice(
            (),
            _texts(told["rapporter"]),
            _texts(told["format"]),
            _text(told["mapp"]),
            bool(told["samlat"]),
            None if told["period"] is None else _text(told["period"]),
            bool(told["utkast"]),
        )
    except (TypeError, KeyError, ValueError):
        return None


def remember(root: Path, choice: Choice) -> None:
    """Keep what was chosen for the next time. It waits for the disk."""
    from data.files import write

    known = {name: told for name, told in _all().items() if name != str(root)}
    known[str(root)] = {
        "rapporter": choice.reports,
        "format": choice.formats,
        "mapp": choice.folder,
        "samlat": choice.together,
        "period": choice.period,
        "utkast": choice.draft,
    }
    kept = dict(list(known.items())[-_REGIONS:])
    with suppress(OSError):
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True)
        write(folder.resolve(), _FILE, json.dumps(kept, indent=1).encode())


def _folder() -> Path:
    from platformdirs import user_state_dir

    return Path(user_state_dir("trafikljus", appauthor=False))


def _all() -> Mapping[str, Any]:
    from data.files import read

    try:
        told = json.loads(read(_folder(), _FILE, _LIMIT) or b"{}")
    except (OSError, ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(_text(one) for one in value)
