"""What the tests that compare screens with stored pictures share: a region, sizes, themes, and patience."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from textual.pilot import Pilot

from tests.past_region import dated_region
from tui.app import TrafikljusApp

Compare = Callable[..., bool]

SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
THEMES = {"mork": "textual-dark", "ljus": "textual-light"}

REGION = """\
namn = "Region Norrskog"

[[forvaltning]]
id = "regionkontoret"
namn = "Regionkontoret"
namnd = "RS"
"""

PLAN = '''\
forvaltning = "regionkontoret"
ar = 2019

[[fokusomrade]]
id = "1.1"
namn = "Hög attraktivitet"
status = "delvis"

[[fokusomrade.uppdrag]]
id = "cykelplan"
namn = "Ta fram en regional cykelplan"
status = "delvis"
ansvarig = "Regional utveckling"
mal = ["Hållbart resande"]
diarienummer = "RS190042"
start = 2019-01-15
slut = 2019-12-20
regiongemensamt = true
kommentar = """
Cykelplanen har varit på remiss hos kommunerna under hösten, och de flesta är positiva.

Svaren vägs samman i januari. Beslut väntas i mars.
"""

[[fokusomrade.uppdrag.aktivitet]]
id = "cykelplan-1"
namn = "Kartlägga möjligheter till cykling"
status = "klar"

[[fokusomrade.uppdrag.aktivitet]]
id = "cykelplan-2"
namn = "Samråda med kommunerna"
status = "pagar"

[[fokusomrade.uppdrag.aktivitet]]
id = "cykelplan-3"
namn = "Ta fram ett skyltprogram"
status = "foljer-delvis"

[[fokusomrade.uppdrag.aktivitet]]
id = "cykelplan-4"
namn = "Upphandla räknare"
status = "foljer-inte"

[[fokusomrade.uppdrag.aktivitet]]
id = "cykelplan-5"
namn = "Utreda elcykelpool"
status = "pausad"

[[fokusomrade.uppdrag.aktivitet]]
id = "cykelplan-6"
namn = "Följa upp planen"
status = "ej-startad"

[[fokusomrade.uppdrag]]
id = "kulturplan"
namn = "Förnya den regionala kulturplanen tillsammans med kommunerna"
status = "uppfylls"

[[fokusomrade.uppdrag]]
id = "stationer"
namn = "Göra stationerna tryggare"
status = "inte"
att_se_over = ["rad 112: titeln kan fortsätta på nästa rad"]

[[fokusomrade.uppdrag]]
id = "besok"
namn = "Locka fler besökare året om"

[[fokusomrade]]
id = "1.2"
namn = "Stark konkurrenskraft"

[[fokusomrade.uppdrag]]
id = "kompetens"
namn = "Säkra kompetens för framtiden"
status = "uppfylls"

[[indikator]]
id = "sjukfranvaro"
namn = "Sjukfrånvaro"
utfall = 4.1
malvarde = 4.0
enhet = "%"
riktning = "lagre"
'''


def pictured_region(folder: Path, **others: str) -> Path:
    """Make a region with the plan above, and others by förvaltning, all committed on a day; return its folder."""
    plans = {f"2019/{id}.toml": plan for id, plan in {"regionkontoret": PLAN, **others}.items()}
    return dated_region(folder, {"region.toml": REGION, **plans})


@contextmanager
def ended_after() -> Iterator[list[TrafikljusApp]]:
    """Give a list for the apps that are opened; each has ended when the test has."""
    apps: list[TrafikljusApp] = []
    yield apps
    for app in apps:
        app.finish()


async def until(pilot: Pilot[None], happened: Callable[[], object]) -> None:
    """Wait for something that must come before the picture is taken."""
    for _ in range(800):
        if happened():
            return
        await pilot.pause(0.025)
    raise AssertionError("kom aldrig")


async def all_saved(pilot: Pilot[None], app: TrafikljusApp) -> None:
    """Wait until the top line says that all is in git."""
    await until(pilot, lambda: app._main is not None and app._main.desk.standing().startswith("sparat "))
