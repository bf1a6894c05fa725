"""Att se över: what the import guessed is listed until somebody has marked it as seen."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import run_git
from tests.small_region import small_region
from tests.tui.driver import PLAN, opened


def _guessed(tmp_path: Path) -> Path:
    root = small_region(tmp_path / "r")
    path = root / f"{PLAN}.toml"
    told = (
        'namn = "Bygga cykelgarage"\natt_se_over = ["rad 12: titeln kan vara längre", "rad 14: ordet kan vara två"]'
    )
    path.write_text(path.read_text(encoding="utf-8").replace('namn = "Bygga cykelgarage"', told), encoding="utf-8")
    run_git(root, "commit", "--quiet", "--all", "--message", "Importera")
    return root


async def test_the_list_shows_every_guess_and_goes_to_its_row(tmp_path: Path) -> None:
    async with opened(_guessed(tmp_path)) as story:
        await story.press("o")
        assert "Att se över: 2" in story.screen
        assert "rad 14: ordet kan vara två" in story.screen
        await story.press("enter")
        await story.until(lambda: story.cursor == (PLAN, "cykelgarage"))
        await story.sees("titeln kan vara längre")


async def test_a_guess_that_is_marked_as_seen_goes_from_list_and_file(tmp_path: Path) -> None:
    async with opened(_guessed(tmp_path)) as story:
        await story.press("o", "m")
        assert "Att se över: 1" in story.screen
        assert "titeln kan vara längre" not in story.screen
        await story.press("m")
        assert "Inget kvar att se över." in story.screen
        await story.press("escape")
        await story.committed()
        assert "att_se_over" not in story.file()
        await story.press("u")
        await story.committed()
        assert 'att_se_over = ["rad 14: ordet kan vara två"]' in story.file()


async def test_all_guesses_of_a_row_are_marked_in_the_tree(tmp_path: Path) -> None:
    async with opened(_guessed(tmp_path)) as story:
        await story.press("right", "down", "down", "m")
        await story.committed()
        assert "att_se_over" not in story.file()
        assert len(story.log()) == 3
        await story.press("m")
        assert "Raden har inget att se över." in story.screen
