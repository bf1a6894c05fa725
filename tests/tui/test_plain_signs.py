"""In a terminal of few signs nothing comes out but ASCII and letters, on any screen and whatever the files say."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.screen import Screen

from tests.past_region import past_region
from tests.small_region import PLAN, small_region
from tests.tui.driver import Story, opened

SCREENS = {
    "huvud": (),
    "hjalp": ("question_mark",),
    "kommentar": ("right", "down", "k"),
    "uppgifter": ("right", "down", "p"),
    "lista": ("right", "down", "enter"),
    "att-gora": ("o",),
    "sok": ("slash", "n"),
    "filter": ("f",),
    "oversikt": ("v",),
    "vem": ("i",),
    "kommandon": ("ctrl+p",),
    "farger": ("t",),
    "ta-bort": ("d",),
    "bedomt": ("right", "down", "3", "u"),
}


def _odd(story: Story) -> set[str]:
    """The signs on the screen, as they go to the terminal, that are neither ASCII nor letters."""
    return {char for char in story.screen if not char.isascii() and not char.isalpha()}


@pytest.mark.parametrize("screen", SCREENS)
async def test_a_screen_has_only_plain_signs(tmp_path: Path, screen: str) -> None:
    async with opened(small_region(tmp_path / "r"), ascii=True) as story:
        await story.press(*SCREENS[screen])
        assert isinstance(story.app.screen, Screen)
        assert _odd(story) == set()


async def test_a_history_has_only_plain_signs(tmp_path: Path) -> None:
    async with opened(past_region(tmp_path / "r"), ascii=True) as story:
        await story.press("right", "down", "h")
        await story.sees("uppfylls inte > uppfylls")
        assert _odd(story) == set()


async def test_the_end_of_a_scrollbar_is_no_question_mark(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r"), ascii=True) as story:
        await story.press("question_mark")
        for height in range(16, 24):
            await story.pilot.resize_terminal(80, height)
            await story.press("pagedown")
            assert "? |" not in story.screen and "?|" not in story.screen


async def test_signs_in_a_file_take_as_much_room_as_before(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    text = PLAN.replace("Göra väntrummen lugnare", "Göra ”väntrummen” – → \U0001f6a6 lugnare")
    (root / "2019/regionkontoret.toml").write_text(text, encoding="utf-8")
    async with opened(root, (120, 30), ascii=True) as story:
        await story.press("right")
        await story.sees('Göra "väntrummen" - > ?? lugnare')
        assert _odd(story) == set()
        assert story.widths == {120}
