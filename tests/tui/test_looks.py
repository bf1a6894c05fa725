"""What the screens look like, as pictures: at two sizes, on dark and on light, and in ASCII.

After a change that is meant: look at the pictures, then `pytest tests/tui/test_looks.py --snapshot-update`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.tui.pictures import SIZES, THEMES, Compare, all_saved, ended_after, pictured_region
from tui.app import TrafikljusApp
from tui.themes import THEMES as THEMES_TO_CHOOSE

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
    return pictured_region(tmp_path)


@pytest.fixture
def look(region: Path, snap_compare: Compare) -> Iterator[Callable[..., bool]]:
    """Open the app, press keys, and compare what it shows with the stored picture."""

    def compare(keys: tuple[str, ...], size: tuple[int, int], theme: str, *, ascii: bool = False) -> bool:
        app = TrafikljusApp(region, ascii=ascii)
        apps.append(app)

        async def go(pilot: Pilot[None]) -> None:
            await all_saved(pilot, app)
            app.theme = theme
            await pilot.pause()
            await pilot.press(*keys)
            await app.workers.wait_for_complete()
            for field in (*app.screen.query(TextArea), *app.screen.query(Input)):
                field.cursor_blink = False
            await pilot.pause()

        return snap_compare(app, terminal_size=size, run_before=go)

    with ended_after() as apps:
        yield compare


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
