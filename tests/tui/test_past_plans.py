"""A coordinator opens the plan as it was, can change nothing there, and brings one field back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import run_git
from tests.past_region import AFTER_AUTUMN, NAME, past_region
from tests.tui.driver import Story, opened
from tui.screens.history import HistoryScreen
from tui.screens.past import PastScreen


async def _spring(story: Story) -> None:
    """Open the plan as it was after the spring, on the row of the waiting rooms."""
    await story.press("right", "down", "h")
    await story.sees("2 maj 2019")
    await story.press("down", "enter")
    await story.until(lambda: isinstance(story.app.screen, PastScreen) and story.app.screen.row)
    await story.pilot.pause()


async def test_enter_opens_the_plan_as_it_was_and_says_so(tmp_path: Path) -> None:
    root = past_region(tmp_path / "r")
    short = run_git(root, "rev-parse", "HEAD~2")[:7]
    async with opened(root) as story:
        await _spring(story)
        assert f"Som det var 2019-05-02 · {short} — Esc går tillbaka" in story.screen
        assert "endast läsning" in story.screen
        assert "╔" in story.screen  # another border
        assert "Två av fem väntrum är klara." in story.screen
        assert "■ Göra väntrummen lugnare" in story.screen
        assert "? Bygga cykelgarage" in story.screen


async def test_escape_goes_back_step_by_step(tmp_path: Path) -> None:
    async with opened(past_region(tmp_path / "r")) as story:
        await _spring(story)
        await story.press("escape")
        assert isinstance(story.app.screen, HistoryScreen)
        await story.press("escape")
        assert story.app.screen is story.main
        assert "● Göra väntrummen lugnare" in story.screen


@pytest.mark.parametrize("key", ["1", "0", "k", "e", "u", "U", "enter", "m", "c", "d", "a", "r", "i"])
async def test_nothing_can_be_changed_there(tmp_path: Path, key: str) -> None:
    root = past_region(tmp_path / "r")
    async with opened(root) as story:
        await _spring(story)
        await story.press(key)
        assert isinstance(story.app.screen, PastScreen)
        assert "Här kan inget ändras" in story.screen
        await story.press("escape", "escape")
        await story.committed()
        assert story.file() == AFTER_AUTUMN
        assert len(story.log()) == 4


async def test_one_can_look_around_there(tmp_path: Path) -> None:
    async with opened(past_region(tmp_path / "r")) as story:
        await _spring(story)
        await story.press("right", "down")
        assert "Byta belysningen" in story.screen


async def test_what_had_changed_by_then_can_be_shown_there(tmp_path: Path) -> None:
    async with opened(past_region(tmp_path / "r")) as story:
        await _spring(story)
        await story.press("f", "tab")
        await story.type("2019-03-01")
        await story.press("enter")
        await story.sees("ändrat sedan 2019-03-01")
        await story.until(lambda: "Bygga cykelgarage" not in story.screen)
        assert "■ Göra väntrummen lugnare" in story.screen


async def test_a_closed_report_opens_as_it_was_reported(tmp_path: Path) -> None:
    root = past_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("right", "down", "h", "left")
        await story.sees("Uppföljningsrapport 1 2019")
        await story.press("enter")
        await story.sees("Som det var 2019-05-10")
        assert "■ Göra väntrummen lugnare" in story.screen


async def test_a_status_is_restored_alone_undoable_and_in_a_commit_of_its_own(tmp_path: Path) -> None:
    async with opened(past_region(tmp_path / "r")) as story:
        await _spring(story)
        await story.press("R")
        await story.sees("Status: uppfylls → uppfylls inte")
        await story.press("enter")
        await story.sees("Återställt i dagens plan: uppfylls → uppfylls inte")
        await story.press("escape")
        history = story.app.screen
        assert isinstance(history, HistoryScreen)
        await story.until(lambda: len(history.entries._entries) == 4)
        assert history.entries.entry is not None
        assert history.entries.entry.when.month == 5  # the cursor is where it was
        await story.press("escape")
        await story.committed()
        assert 'status = "inte"     # enligt mötet i mars' in story.file()
        assert "Alla fem väntrum" in story.file()
        assert story.log()[0] == "regionkontoret 2019: Göra väntrummen lugnare → uppfylls inte"
        await story.press("u")
        await story.committed()
        assert story.file() == AFTER_AUTUMN


async def test_both_fields_are_restored_at_once(tmp_path: Path) -> None:
    async with opened(past_region(tmp_path / "r")) as story:
        await _spring(story)
        await story.press("R", "down", "down", "enter")
        await story.press("escape", "escape")
        await story.committed()
        assert 'status = "inte"     # enligt mötet i mars' in story.file()
        assert "Två av fem väntrum är klara." in story.file()
        assert len(story.log()) == 5


async def test_a_field_that_is_as_it_was_needs_no_restoring(tmp_path: Path) -> None:
    async with opened(past_region(tmp_path / "r")) as story:
        await _spring(story)
        await story.press("right", "down", "R")
        assert "redan som de var då" in story.screen


async def test_what_was_just_judged_is_not_mixed_into_the_commit_of_the_restoring(tmp_path: Path) -> None:
    async with opened(past_region(tmp_path / "r")) as story:
        await story.press("right", "down", "2")
        await story.press("h")
        await story.sees("[Göra väntrummen lugnare]")
        await story.sees("uppfylls inte → uppfylls;")
        await story.press("end", "up", "enter")
        await story.until(lambda: isinstance(story.app.screen, PastScreen) and story.app.screen.row)
        await story.press("R", "enter")
        await story.press("escape", "escape")
        await story.committed()
        assert story.log()[:2] == [
            "regionkontoret 2019: Göra väntrummen lugnare → uppfylls inte",
            "regionkontoret 2019: Göra väntrummen lugnare → uppfylls delvis",
        ]


async def test_a_row_that_is_gone_cannot_be_restored_from_there(tmp_path: Path) -> None:
    root = past_region(tmp_path / "r")
    start = AFTER_AUTUMN.index('[[fokusomrade.uppdrag]]\nid = "cykelgarage"')
    end = AFTER_AUTUMN.index("[[indikator]]")
    (root / f"{NAME}.toml").write_text(AFTER_AUTUMN[:start] + AFTER_AUTUMN[end:], encoding="utf-8")
    run_git(root, "commit", "--quiet", "--all", "--message", "Ta bort")
    async with opened(root) as story:
        await _spring(story)
        await story.press("down")
        await story.sees("Bygga cykelgarage")
        await story.press("R")
        assert "Raden finns inte i planen längre" in story.screen


async def test_the_name_of_a_version_tells_the_row_that_one_came_from(tmp_path: Path) -> None:
    async with opened(past_region(tmp_path / "r")) as story:
        await story.press("right", "down", "down", "h")
        await story.sees("ej bedömd → uppfylls")
        await story.press("enter")
        await story.until(lambda: isinstance(story.app.screen, PastScreen) and story.app.screen.row)
        screen = story.app.screen
        assert isinstance(screen, PastScreen)
        assert screen.row is not None
        assert screen.row.id == "cykelgarage"


async def test_in_ascii_the_banner_is_plain(tmp_path: Path) -> None:
    async with opened(past_region(tmp_path / "r"), ascii=True) as story:
        await _spring(story)
        assert "- Esc går tillbaka" in story.screen
        assert "—" not in story.screen
