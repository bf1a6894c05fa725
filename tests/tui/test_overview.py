"""A coordinator sees the whole of a year at once, and goes down to what stands out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import run_git
from tests.small_region import PLAN, small_region
from tests.tui.driver import opened
from tui.screens.overview import OverviewScreen
from tui.widgets.grid_table import GridTable

HOSPITAL = '[[forvaltning]]\nid = "sjukhuset"\nnamn = "Sjukhuset i Norrskog"\n'
HOSPITAL_PLAN = """\
forvaltning = "sjukhuset"
ar = 2019

[[fokusomrade]]
id = "1.1"
namn = "Nära vård"
status = "inte"

[[fokusomrade.uppdrag]]
id = "akuten"
namn = "Korta väntan på akuten"
status = "inte"

[[fokusomrade]]
id = "1.2"
namn = "Rätt kompetens"

[[fokusomrade.uppdrag]]
id = "handledare"
namn = "Utbilda handledare"
status = "uppfylls"
"""


def _region(tmp_path: Path) -> Path:
    root = small_region(tmp_path / "r")
    text = (root / "region.toml").read_text(encoding="utf-8")
    (root / "region.toml").write_text(f"{text}\n{HOSPITAL}", encoding="utf-8")
    (root / "2019/sjukhuset.toml").write_text(HOSPITAL_PLAN, encoding="utf-8")
    (root / "2020").mkdir()
    later = PLAN.replace("ar = 2019", "ar = 2020").replace("Nära vård", "Hälsa nära dig")
    (root / "2020/regionkontoret.toml").write_text(later, encoding="utf-8")
    run_git(root, "add", ".")
    run_git(root, "commit", "--quiet", "--message", "Fler planer")
    return root


async def test_every_forvaltning_and_fokusomrade_of_the_year_is_counted_with_sums(tmp_path: Path) -> None:
    async with opened(_region(tmp_path)) as story:
        await story.press("end", "v")
        assert "Översikt 2019" in story.screen
        for text in ("1.1 Nära vård", "1.2 Rätt", "Regionkontoret", "Sjukhuset", "Summa"):
            assert text in story.screen
        assert "●0 ▲1 ■1 ?1" in story.screen  # the sum of 1.1
        assert "●1 ▲1 ■1 ?1" in story.screen  # the sum of all


async def test_the_bars_are_told_apart_by_their_height(tmp_path: Path) -> None:
    async with opened(_region(tmp_path)) as story:
        await story.press("end", "v")
        assert "▃" * 13 in story.screen
        assert "█" * 13 in story.screen
        assert "▆▆▆▆▆▆▆░░░░░░" in story.screen


async def test_enter_goes_down_to_the_fokusomrade_in_the_tree(tmp_path: Path) -> None:
    async with opened(_region(tmp_path)) as story:
        await story.press("end", "v", "right", "enter")
        await story.until(lambda: story.cursor == ("2019/sjukhuset", "1.2"))


async def test_enter_on_a_sum_goes_to_the_plan_and_on_the_sum_of_all_stays(tmp_path: Path) -> None:
    async with opened(_region(tmp_path)) as story:
        await story.press("end", "v", "end", "down", "enter")
        assert isinstance(story.app.screen, OverviewScreen)
        await story.press("up", "enter")
        await story.until(lambda: story.cursor == ("2019/sjukhuset", ""))


async def test_the_line_below_tells_the_cell_in_words_with_its_verdict(tmp_path: Path) -> None:
    async with opened(_region(tmp_path)) as story:
        await story.press("end", "v")
        assert "Sjukhuset i Norrskog · 1.1 Nära vård" in story.screen
        assert "■ 1 inte" in story.screen
        assert "bedömning ■ inte" in story.screen
        await story.press("up", "right")
        assert "Fokusområdet finns inte i planen." in story.screen


async def test_a_long_name_gives_way_to_the_verdict(tmp_path: Path) -> None:
    root = _region(tmp_path)
    path = root / "2019/regionkontoret.toml"
    long_name = path.read_text(encoding="utf-8").replace("Nära vård", "En vård som är nära och håller ihop")
    path.write_text(long_name, encoding="utf-8")
    async with opened(root, (60, 20)) as story:
        await story.press("home", "down", "down", "v")
        story.app.screen.query_one(GridTable).go_to("2019/sjukhuset", "1.1")
        await story.sees("Sjukhuset i Norrskog · 1.1 En vård… · bedömning ■ inte")
        assert "? 0 ej bedömda" in story.screen


async def test_another_year_is_a_key_away_and_the_last_one_stays(tmp_path: Path) -> None:
    async with opened(_region(tmp_path)) as story:
        await story.press("v")
        assert "Översikt 2020" in story.screen
        assert "Hälsa nära" in story.screen
        await story.press("n")
        assert "Översikt 2020" in story.screen
        await story.press("p")
        assert "Översikt 2019" in story.screen
        await story.press("escape")
        assert story.app.screen is story.main


async def test_a_double_click_goes_down_too(tmp_path: Path) -> None:
    async with opened(_region(tmp_path)) as story:
        await story.press("end", "v")
        await story.pilot.click("#grid", offset=(40, 8), times=2)
        await story.until(lambda: story.cursor == ("2019/sjukhuset", "1.2"))


async def test_a_click_in_the_last_line_works_as_its_key(tmp_path: Path) -> None:
    async with opened(_region(tmp_path)) as story:
        await story.press("v")
        place = story.screen.splitlines()[-1].index("p Året före")
        await story.pilot.click("OverviewScreen .key-line", offset=(place, 0))
        await story.sees("Översikt 2019")


async def test_a_table_wider_than_the_screen_scrolls_and_keeps_names_and_sums(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    more = "".join(
        f'\n[[fokusomrade]]\nid = "1.{number}"\nnamn = "Område {number}"\n'
        f'\n[[fokusomrade.uppdrag]]\nid = "u{number}"\nnamn = "Något"\n'
        for number in range(2, 12)
    )
    (root / "2019/regionkontoret.toml").write_text(PLAN + more, encoding="utf-8")
    async with opened(root) as story:
        await story.press("v")
        assert "1.11" not in story.screen
        await story.press("end", "left")
        assert "1.11" in story.screen
        assert "1.1 Nära" not in story.screen
        assert "Regionkontoret" in story.screen
        assert "Summa" in story.screen


async def test_in_a_small_terminal_as_many_columns_show_as_have_room_for_their_numbers(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    more = "".join(f'\n[[fokusomrade]]\nid = "1.{number}"\nnamn = "Område {number}"\n' for number in range(2, 8))
    (root / "2019/regionkontoret.toml").write_text(PLAN + more, encoding="utf-8")
    async with opened(root) as story:
        await story.press("v")
        assert "fokusområde 1–3 av 7" in story.screen
    async with opened(root, (60, 20)) as story:
        await story.press("v")
        assert "fokusområde 1–2 av 7" in story.screen


async def test_on_a_narrow_screen_the_way_out_stays_among_the_keys(tmp_path: Path) -> None:
    async with opened(_region(tmp_path), (44, 20)) as story:
        await story.press("end", "v")
        last = story.screen.splitlines()[-1]
        assert "Enter Gå till" in last and "Esc Stäng ? Hjälp" in last
        assert "Året efter" not in last


async def test_in_ascii_the_table_draws_nothing_else(tmp_path: Path) -> None:
    async with opened(_region(tmp_path), ascii=True) as story:
        await story.press("end", "v")
        drawn = {char for char in story.screen if ord(char) > 127}
        assert drawn <= set("åäöÅÄÖ")
        assert "[+]0 [~]1 [-]1 [?]1" in story.screen


@pytest.mark.parametrize("size", [(60, 20), (200, 60), (30, 8)])
async def test_it_opens_on_any_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(_region(tmp_path), size) as story:
        await story.press("end", "v", "right", "down", "left", "up", "end", "home", "pagedown", "pageup")
        assert isinstance(story.app.screen, OverviewScreen)


async def test_what_is_judged_elsewhere_shows_at_once(tmp_path: Path) -> None:
    root = _region(tmp_path)
    async with opened(root) as story:
        await story.press("end", "v")
        changed = HOSPITAL_PLAN.replace('status = "uppfylls"', 'status = "inte"')
        (root / "2019/sjukhuset.toml").write_text(changed, encoding="utf-8")
        await story.sees("●0 ▲1 ■2 ?1")
