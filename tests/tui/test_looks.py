"""What the screens look like, as pictures: at two sizes, on dark and on light, and in ASCII.

After a change that is meant: look at the pictures, then `pytest tests/tui/test_looks.py --snapshot-update`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.past_region import dated_git
from tui.app import TrafikljusApp
from tui.themes import THEMES as THEMES_TO_CHOOSE

Compare = Callable[..., bool]

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

SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
THEMES = {"mork": "textual-dark", "ljus": "textual-light"}
SCREENS = {
    "huvud": ("right", "down", "right"),
    "markerat": ("right", "down", "right", "down", "shift+down", "shift+down"),
    "aktivitet": ("right", "down", "right", "down", "down"),
    "hjalp": ("question_mark",),
    "valj": ("right", "down", "enter"),
    "kommentar": ("right", "down", "k"),
    "uppgifter": ("right", "down", "p"),
    "fel-i-formular": ("right", "down", "p", "ctrl+u", "tab", "tab", "tab", "ctrl+u", "s", "e", "n"),
    "mal": ("right", "down", "p", "tab", "tab", "tab", "tab", "enter"),
    "lagg-till": ("right", "down", "a"),
    "flytta-till": ("right", "down", "right", "down", "M"),
    "ta-bort": ("right", "down", "d"),
    "ta-bort-flera": ("plus", "down", "space", "end", "up", "space", "d"),
    "att-gora": ("o",),
    "sok": ("slash", *"plan"),
    "sok-i-kommentar": ("slash", *"kommunerna", "space", *"remiss"),
    "filter": ("f", "space"),
    "filtrerat": ("f", "down", "space", "down", "space", "enter"),
    "hoppa": ("plus", "g"),
    "vem": ("i",),
}


@pytest.fixture
def region(tmp_path: Path) -> Path:
    (tmp_path / "2019").mkdir()
    (tmp_path / "region.toml").write_text(REGION, encoding="utf-8", newline="\n")
    (tmp_path / "2019/regionkontoret.toml").write_text(PLAN, encoding="utf-8", newline="\n")
    dated_git(tmp_path, "2019-01-10", "init", "--quiet")
    dated_git(tmp_path, "2019-01-10", "add", ".")
    dated_git(tmp_path, "2019-01-10", "commit", "--quiet", "--message", "Börja")
    return tmp_path


@pytest.fixture
def look(region: Path, snap_compare: Compare) -> Iterator[Callable[..., bool]]:
    """Open the app, press keys, and compare what it shows with the stored picture."""
    apps: list[TrafikljusApp] = []

    def compare(keys: tuple[str, ...], size: tuple[int, int], theme: str, *, ascii: bool = False) -> bool:
        app = TrafikljusApp(region, ascii=ascii)
        apps.append(app)

        async def go(pilot: Pilot[None]) -> None:
            for _ in range(400):
                if app._main is not None and app._main.desk.standing().startswith("sparat "):
                    break
                await pilot.pause(0.025)
            app.theme = theme
            await pilot.pause()
            await pilot.press(*keys)
            await app.workers.wait_for_complete()
            for field in (*app.screen.query(TextArea), *app.screen.query(Input)):
                field.cursor_blink = False
            await pilot.pause()

        return snap_compare(app, terminal_size=size, run_before=go)

    yield compare
    for app in apps:
        assert app._main is not None
        app._main.desk._worker.stop()
        app._main.desk._worker._thread.join(10)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_looks_as_it_did(look: Compare, screen: str, size: str, theme: str) -> None:
    assert look(SCREENS[screen], SIZES[size], THEMES[theme])


PLAIN = ("huvud", "sok", "filter", "filtrerat", "markerat")
"""Screens that must be as clear without colour, and with nothing but ASCII."""


@pytest.mark.parametrize("screen", PLAIN)
def test_a_screen_in_ascii_looks_as_it_did(look: Compare, screen: str) -> None:
    assert look(SCREENS[screen], SIZES["80x24"], THEMES["mork"], ascii=True)


@pytest.mark.parametrize("screen", PLAIN)
def test_a_screen_without_colour_looks_as_it_did(
    look: Compare, monkeypatch: pytest.MonkeyPatch, screen: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert look(SCREENS[screen], SIZES["80x24"], THEMES["mork"])


@pytest.mark.parametrize("theme", ["mork-kontrast", "ljus-kontrast", "ansi"])
def test_a_theme_of_ones_choice_looks_as_it_did(look: Compare, theme: str) -> None:
    downs = [one.name for one in THEMES_TO_CHOOSE].index(theme)
    assert look((*SCREENS["huvud"], "t", *["down"] * downs), SIZES["80x24"], THEMES["mork"])


def test_a_wide_screen_looks_as_it_did(look: Compare) -> None:
    assert look(SCREENS["huvud"], (200, 60), THEMES["ljus"])


def test_a_small_screen_looks_as_it_did(look: Compare) -> None:
    assert look(SCREENS["aktivitet"], (60, 20), THEMES["mork"])
