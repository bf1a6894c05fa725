"""What the screens of exporting look like, as pictures; updated as those of `test_looks`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.pictures import PLAN, SIZES, THEMES, all_saved, ended_after, pictured_region, until
from tui.app import TrafikljusApp
from tui.export_memory import remember
from tui.exporting import Choice
from tui.screens.export_progress import ExportProgress

SCREENS = {
    "exportera": ("x",),
    "exportera-fel": ("x", "space"),
    "forhandsvisning": ("x", "p"),
    "exporterat": ("x", "enter"),
    "export-pagar": ("x", "enter"),
}

FILES = ("2019-regionkontoret-bilaga.docx", "2019-regionkontoret-avvikelser.docx", "2019-regionkontoret.csv")


def _said(unfinished: bool) -> str:
    """A program that tells of an export, and, unfinished, never ends."""
    lines = [
        json.dumps({"fil": f"/rapporter/{name}", "nummer": number, "av": 3, "skriven": written})
        for number, name in enumerate(FILES, 1)
        for written in (False, True)
    ]
    told = "\n".join(lines[:-1] if unfinished else lines) + "\n"
    wait = "; import time; time.sleep(600)" if unfinished else ""
    return f"print({told!r}, end='', flush=True){wait}"


@pytest.fixture
def region(tmp_path: Path) -> Path:
    pictured_region(tmp_path, sjukhuset=PLAN.replace('"regionkontoret"', '"sjukhuset"'))
    remember(tmp_path, Choice((), ("bilaga", "avvikelser"), ("docx", "csv"), "/rapporter", draft=True))
    return tmp_path


@pytest.fixture
def look(
    region: Path, snap_compare: Callable[..., bool], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., bool]]:
    """Open the app, press keys, and compare what it shows with the stored picture."""

    def compare(screen: str, size: tuple[int, int], theme: str, *, ascii: bool = False) -> bool:
        app = TrafikljusApp(region, ascii=ascii)
        apps.append(app)
        if screen in {"exporterat", "export-pagar"}:
            program = _said(unfinished=screen == "export-pagar")
            monkeypatch.setattr("tui.exporting.ARGUMENTS", (sys.executable, "-c", program))

        async def go(pilot: Pilot[None]) -> None:
            await all_saved(pilot, app)
            app.theme = theme
            await pilot.pause()
            await pilot.press(*SCREENS[screen])
            await until(pilot, lambda: _there(app, screen))
            for field in app.screen.query(Input):
                field.cursor_blink = False
            await pilot.pause()

        return snap_compare(app, terminal_size=size, run_before=go)

    with ended_after() as apps:
        yield compare


def _there(app: TrafikljusApp, screen: str) -> bool:
    """Tell whether what the picture is of has come."""
    if screen == "forhandsvisning":
        return bool(app.screen.query("#page") and app.screen.page.virtual_size.height)
    export = app._main.exporting if app._main else None
    if screen == "exporterat":
        return isinstance(app.screen, ExportProgress) and export is not None and export.ended is not None
    return screen != "export-pagar" or (export is not None and len(export.files) == len(FILES))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", ["exportera", "forhandsvisning", "exporterat"])
def test_a_screen_looks_as_it_did(look: Callable[..., bool], screen: str, size: str, theme: str) -> None:
    assert look(screen, SIZES[size], THEMES[theme])


@pytest.mark.parametrize("screen", ["exportera-fel", "export-pagar"])
def test_what_is_wrong_or_under_way_looks_as_it_did(look: Callable[..., bool], screen: str) -> None:
    assert look(screen, SIZES["80x24"], THEMES["mork"])


@pytest.mark.parametrize("screen", ["exportera", "forhandsvisning", "exporterat"])
def test_a_screen_in_ascii_looks_as_it_did(look: Callable[..., bool], screen: str) -> None:
    assert look(screen, SIZES["80x24"], THEMES["mork"], ascii=True)


def test_a_screen_without_colour_looks_as_it_did(
    look: Callable[..., bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert look("exportera", SIZES["80x24"], THEMES["mork"])


def test_a_small_screen_looks_as_it_did(look: Callable[..., bool]) -> None:
    assert look("exportera", (60, 20), THEMES["mork"])
