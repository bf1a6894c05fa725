"""A small region on disk, for tests that drive the program from outside."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.conftest import run_git

REGION = """\
namn = "Region Norrskog"

[[namnd]]
kod = "RS"
namn = "Regionstyrelsen"

[[forvaltning]]
id = "regionkontoret"
namn = "Regionkontoret"
namnd = "RS"
"""

PLAN = """\
forvaltning = "regionkontoret"
ar = 2019

[[fokusomrade]]
id = "1.1"
namn = "Nära vård"

# Följs upp varje vår.
[[fokusomrade.uppdrag]]
id = "vantrum"
namn = "Göra väntrummen lugnare"
status = "delvis"     # enligt mötet i mars
kommentar = "Två av fem väntrum är klara."

[[fokusomrade.uppdrag.aktivitet]]
id = "vantrum-1"
namn = "Byta belysningen"
status = "klar"

[[fokusomrade.uppdrag.aktivitet]]
id = "vantrum-2"
namn = "Måla väggarna"

[[fokusomrade.uppdrag]]
id = "cykelgarage"
namn = "Bygga cykelgarage"

[[indikator]]
id = "sjukfranvaro"
namn = "Sjukfrånvaro"
utfall = 4.1
"""


def small_region(folder: Path) -> Path:
    """Make a region with the plan 2019/regionkontoret, all committed, and return its folder."""
    return region_of(folder, {"region.toml": REGION, "2019/regionkontoret.toml": PLAN})


def region_of(folder: Path, files: Mapping[str, str]) -> Path:
    """Make a region of these files, all committed, and return its folder."""
    write_files(folder, files)
    run_git(folder, "init", "--quiet")
    run_git(folder, "add", ".")
    run_git(folder, "commit", "--quiet", "--message", "Börja")
    return folder


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write texts below a folder, by path."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
