"""In a list to choose from the keys of vim move as the arrows do, and the user's own keys too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_region import small_region
from tests.tui.driver import opened
from tui.settings import Loaded, Settings
from tui.widgets.plain_list import PlainList


@pytest.mark.parametrize("opening", ["enter", "f", "t", "x"])
async def test_j_and_k_move_as_the_arrows_do(tmp_path: Path, opening: str) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", opening)
        shown = story.app.screen.query(PlainList).first()
        await story.press("home")
        first = shown.highlighted
        await story.press("down")
        second = shown.highlighted
        await story.press("k")
        assert shown.highlighted == first != second
        await story.press("j")
        assert shown.highlighted == second
        await story.press("G")
        last = shown.highlighted
        await story.press("home", "end")
        assert shown.highlighted == last
        await story.press("escape")


async def test_a_list_takes_the_users_own_keys(tmp_path: Path) -> None:
    chosen = Loaded(Settings(tangenter={"listrad-ner": ("n",)}))
    async with opened(small_region(tmp_path / "r"), chosen=chosen) as story:
        await story.press("right", "down", "enter", "home")
        shown = story.app.screen.query_one(PlainList)
        await story.press("j", "n")
        assert shown.highlighted == 1
