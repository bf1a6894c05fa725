"""Moving in the tree: by arrows and mouse; the cursor stays on its item whatever happens around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import run_git
from tests.small_region import small_region
from tests.tui.driver import PLAN, opened
from tui.screens.jump import DETAIL, FIRST, letters


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


async def test_opening_all_leaves_the_cursors_row_where_it_is_on_the_screen(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    for year in (2020, 2021):
        (root / str(year)).mkdir()
        text = (root / "2019/regionkontoret.toml").read_text(encoding="utf-8")
        (root / f"{year}/regionkontoret.toml").write_text(
            text.replace("ar = 2019", f"ar = {year}"), encoding="utf-8"
        )
    async with opened(root, (80, 14)) as story:
        await story.press("down", "down")
        row, before = story.cursor, story.main.plan_tree.in_sight.index(story.cursor)
        await story.press("plus")
        assert story.cursor == row
        assert story.main.plan_tree.in_sight.index(row) == before


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


async def test_a_letter_at_each_row_goes_there(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("plus", "g")
        assert "Tryck på radens bokstav" in story.screen
        assert "│d " in story.screen
        await story.press("f")
        assert story.cursor == (PLAN, "vantrum-2")
        assert "│f " not in story.screen
        await story.press("g", "D")
        assert story.main.detail.has_focus
        await story.press("g", "g")
        assert story.cursor == (PLAN, "1.1")
        assert story.main.plan_tree.has_focus


@pytest.mark.parametrize("key", ["escape", "5", "up"])
async def test_a_key_that_is_at_no_row_jumps_nowhere_and_does_nothing_else(tmp_path: Path, key: str) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        before = story.file()
        await story.press("end", "g", key)
        assert story.cursor == (PLAN, "sjukfranvaro")
        assert story.app.screen is story.main
        assert story.file() == before


def test_there_are_letters_for_any_number_of_rows_and_none_begins_another() -> None:
    for count in (0, 1, 55, 59, 60, 500):
        labels = letters(count)
        assert len(set(labels)) == count
        assert {FIRST, DETAIL}.isdisjoint(label[0] for label in labels)
        assert not any(one != other and other.startswith(one) for one in labels for other in labels)


async def test_keys_of_vim_move_too_where_they_are_free(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        places = []
        await story.press("plus")
        for key in ("j", "j", "J", "G", "ctrl+u", "ctrl+d"):
            await story.press(key)
            places.append(story.cursor)
        ids = [place[1] for place in places if place]
        assert ids == ["vantrum", "vantrum-1", "vantrum", "sjukfranvaro", "1.1", "sjukfranvaro"]
