"""Every theme shows every status and every text; a chosen one is kept, a rejected one leaves no trace."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.color import Color
from textual.widgets import OptionList

from data.contrast import SHAPE, contrast
from data.status import AKTIVITET, UPPDRAG
from tests.small_region import small_region
from tests.tui.driver import opened
from tui.glyphs import ground, legible
from tui.settings import FILE, Loaded, Settings, folder, load
from tui.themes import THEMES, put_on

COLOURS = {status.colour for status in (*UPPDRAG.statuses, *AKTIVITET.statuses) if status.colour}
TEXTS = ("#top", "#keys", "#tree", "#detail")
SIGNS = ("#tree", "#detail")


def rgb(colour: str) -> tuple[int, ...]:
    return Color.parse(colour).rgb


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES if theme.name != "ansi"])
async def test_every_status_and_text_is_seen_on_every_ground_of_a_theme(tmp_path: Path, theme: str) -> None:
    async with opened(small_region(tmp_path / "r"), chosen=Loaded(Settings(tema=theme))) as story:
        needed = 7.0 if "kontrast" in theme else 4.5
        for part in TEXTS:
            _, _, on, ink = story.main.query_one(part).colors
            assert contrast((on + ink).rgb, on.rgb) >= needed, part
        grounds = [story.main.query_one(part).colors[2] for part in SIGNS]
        await story.press("right", "down", "enter")
        grounds.append(story.app.screen.query_one(OptionList).colors[2])
        for on in grounds:
            for colour in COLOURS:
                assert contrast(rgb(legible(colour, ground(story.app))), on.rgb) >= SHAPE, colour


async def test_with_the_terminals_own_colours_a_status_is_seen_on_dark_and_on_light(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r"), chosen=Loaded(Settings(tema="ansi"))) as story:
        for colour in COLOURS:
            for on in ("#000000", "#ffffff", "#002b36", "#fdf6e3"):
                needed = SHAPE if on in {"#000000", "#ffffff"} else 2.0
                assert contrast(rgb(legible(colour, ground(story.app))), rgb(on)) >= needed
        assert story.main.plan_tree.colors[2].ansi is not None


async def test_the_app_wears_what_the_cursor_is_on_and_keeps_what_is_chosen(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("t", "down")
        assert not story.app.current_theme.dark
        await story.press("enter")
        assert story.app.screen is story.main
        await story.until(lambda: load().settings.tema == "ljus")
        await story.press("t", "down", "down")
        assert story.app.theme == "trafikljus-ljus-kontrast"
        await story.press("escape")
        assert story.app.theme == "textual-light"
        assert load().settings.tema == "ljus"


async def test_a_theme_that_cannot_be_kept_is_worn_and_told(tmp_path: Path) -> None:
    folder().mkdir(parents=True)
    (folder() / FILE).write_text("tema =", encoding="utf-8")
    async with opened(small_region(tmp_path / "r"), (120, 24)) as story:
        await story.press("t", "down", "enter")
        await story.sees("Färgerna gäller tills du avslutar; de kunde inte sparas i installningar.toml")
        assert story.app.theme == "textual-light"


async def test_every_theme_is_put_on_by_its_name(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        for theme in THEMES:
            put_on(story.app, theme.name)
            await story.pilot.pause()
            assert story.app.theme == theme.textual
            assert "1.1 Nära vård" in story.screen
