"""A small region on disk, for tests that drive the program from outside."""

from __future__ import annotations

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
    (folder / "2019").mkdir(parents=True)
    (folder / "region.toml").write_text(REGION, encoding="utf-8", newline="\n")
    (folder / "2019/regionkontoret.toml").write_text(PLAN, encoding="utf-8", newline="\n")
    run_git(folder, "init", "--quiet")
    run_git(folder, "add", ".")
    run_git(folder, "commit", "--quiet", "--message", "Börja")
    return folder
