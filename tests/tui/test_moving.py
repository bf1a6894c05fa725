"""Moving in the tree: by arrows and mouse; the cursor stays on its item whatever happens around it."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import run_git
from tests.small_region import small_region
from tests.tui.driver import PLAN, opened


async def test_right_opens_and_goes_in_and_left_goes_back_and_closes(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        places = []
        for key in ("right", "right", "right", "right", "left", "left", "left", "left"):
            await story.press(key)
            places.append(story.cursor)
        ids = [place[1] for place in places if place]
        assert ids == ["1.1", "vantrum", "vantrum", "vantrum-1", "vantrum", "vantrum", "1.1", "1.1"]
        assert len(story.main.plan_tree.rows) == 2


async def test_home_end_and_pages_reach_the_ends(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("plus", "end")
        assert story.cursor == (PLAN, "sjukfranvaro")
        await story.press("pageup")
        assert story.cursor == (PLAN, "1.1")
        await story.press("pagedown", "home", "up")
        assert story.cursor == (PLAN, "1.1")


async def test_closing_all_takes_the_cursor_to_what_still_shows(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("plus", "down", "down", "minus")
        assert story.cursor == (PLAN, "1.1")


async def test_a_click_selects_and_a_click_on_the_arrow_opens(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.pilot.click("#tree", offset=(1, 1))
        assert [row.id for row in story.main.plan_tree.rows][:3] == ["1.1", "vantrum", "cykelgarage"]
        await story.pilot.click("#tree", offset=(10, 3))
        assert story.cursor == (PLAN, "cykelgarage")


async def test_a_double_click_opens_the_list_of_statuses(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right")
        await story.pilot.double_click("#tree", offset=(10, 3))
        await story.sees("Uppdraget uppfylls inte")
        assert story.app.screen is not story.main


async def test_tab_goes_to_the_detail_panel_and_back(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("tab")
        assert story.main.detail.has_focus
        await story.press("2")
        await story.committed()
        assert story.log()[0] == "regionkontoret 2019: Nära vård → uppfylls delvis"
        await story.press("tab")
        assert story.main.plan_tree.has_focus


async def test_the_cursor_stays_when_the_rows_above_it_go(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("right", "down", "right", "down", "down", "down")
        assert story.cursor == (PLAN, "cykelgarage")
        path = root / f"{PLAN}.toml"
        text = path.read_text(encoding="utf-8")
        start, end = (
            text.index("[[fokusomrade.uppdrag.aktivitet]]"),
            text.index('[[fokusomrade.uppdrag]]\nid = "cykel'),
        )
        path.write_text(text[:start] + text[end:], encoding="utf-8")
        await story.until(lambda: len(story.main.plan_tree.rows) == 4)
        assert story.cursor == (PLAN, "cykelgarage")


async def test_what_the_cursor_goes_to_is_scrolled_into_view(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    with (root / f"{PLAN}.toml").open("a", encoding="utf-8") as file:
        file.writelines(f'\n[[indikator]]\nid = "i-{number}"\nnamn = "Mått {number}"\n' for number in range(60))
    run_git(root, "commit", "--quiet", "--all", "--message", "Fler mått")
    async with opened(root) as story:
        await story.press("end")
        assert "Mått 59" in story.screen
        await story.press("home")
        assert "1.1 Nära vård" in story.screen
