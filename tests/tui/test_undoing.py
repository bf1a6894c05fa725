"""Undo and redo: each is a change with a commit of its own; nothing is ever taken out of the history."""

from __future__ import annotations

from pathlib import Path

from tests.small_region import PLAN, small_region
from tests.tui.driver import opened


async def test_undo_is_a_commit_and_so_is_redo(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "1", "u", "U")
        await story.committed()
        assert story.log() == [
            "regionkontoret 2019: Göra väntrummen lugnare → uppfylls",
            "regionkontoret 2019: Göra väntrummen lugnare → uppfylls delvis",
            "regionkontoret 2019: Göra väntrummen lugnare → uppfylls",
            "Börja",
        ]


async def test_undo_gives_the_file_back_to_the_byte(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "1", "down", "3", "u", "u")
        await story.committed()
        assert story.file() == PLAN


async def test_undo_goes_to_what_it_touched_even_when_that_is_closed(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "1", "left", "left", "u")
        assert story.cursor == ("2019/regionkontoret", "vantrum")
        assert "Ångrade: Göra väntrummen lugnare: uppfylls → uppfylls delvis" in story.screen


async def test_a_new_change_leaves_nothing_to_redo(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "1", "u", "3", "U")
        assert "Det finns inget att göra om." in story.screen
        await story.committed()
        assert 'status = "inte"' in story.file()


async def test_with_nothing_done_there_is_nothing_to_undo(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("u")
        assert "Det finns inget att ångra." in story.screen
        assert story.log() == ["Börja"]
