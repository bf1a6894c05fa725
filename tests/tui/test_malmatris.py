"""A reviewer sees each mål with each nämnd: who answers for it, how it goes, and where uppdrag are missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_region import PLAN, REGION, region_of
from tests.tui.driver import Story, opened
from tui.screens.chooser import Chooser
from tui.screens.malmatris import MalmatrisScreen
from tui.widgets.grid_table import GridTable

MORE = """
[[namnd]]
kod = "TN"
namn = "Trafiknämnden"

[[namnd]]
kod = "KN"
namn = "Kulturnämnden"

[[grupp]]
namn = "driftnämnderna"
namnder = ["TN", "KN"]

[[forvaltning]]
id = "trafik"
namn = "Trafikförvaltningen"
namnd = "TN"
"""
DECIDED = """\
ar = 2019

[[fokusomrade]]
id = "1.1"
namn = "Nära vård"

[[fokusomrade.mal]]
id = "lugn"
namn = "Lugna miljöer"
namnder = ["RS", "driftnämnderna"]

[[fokusomrade.mal]]
id = "resor"
namn = "Resor som går att lita på för alla i hela länet"
namnder = ["TN"]
"""
TRAFIK = """\
forvaltning = "trafik"
ar = 2019

[[fokusomrade]]
id = "1.1"
namn = "Nära vård"

[[fokusomrade.uppdrag]]
id = "bussar"
namn = "Tysta bussar"
status = "uppfylls"
mal = ["lugn"]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """RS has an uppdrag for lugn and one for resor, which is not its own; TN one for lugn; KN has no plan."""
    served = PLAN.replace('status = "delvis" ', 'mal = ["lugn", "resor"]\nstatus = "delvis" ')
    files = {
        "region.toml": REGION + MORE,
        "2019/mal-och-budget.toml": DECIDED,
        "2019/regionkontoret.toml": served,
        "2019/trafik.toml": TRAFIK,
        "2018/regionkontoret.toml": PLAN.replace("ar = 2019", "ar = 2018"),
    }
    return region_of(tmp_path / "r", files)


async def shown(story: Story) -> None:
    """Open the matrix of 2019."""
    await story.press("home", "V")
    screen = story.app.screen
    assert isinstance(screen, MalmatrisScreen)
    await story.press("n")
    assert screen.ar == 2019


def go(story: Story, mal: str, namnd: str) -> None:
    story.app.screen.query_one(GridTable).go_to(mal, namnd)


async def test_every_mal_stands_with_every_namnd_that_answers_for_one(root: Path) -> None:
    async with opened(root, (100, 24)) as story:
        await shown(story)
        head, lugn, resor, sums = (
            next(line for line in story.screen.splitlines() if text in line)
            for text in ("RS  ", "●1", "✗ saknas", "1 saknas")
        )
        assert head.split("│")[1].split() == ["RS", "TN", "KN"]
        assert [part.strip() for part in lugn.strip("│").split("  ") if part.strip()] == [
            "▲1",
            "●1",
            "ingen plan",
            "│ ●1 ▲1",
        ]
        assert "(▲1)" in resor and "–" in resor
        assert sums.count("saknas") == 2
        assert "Resor som går att" in story.screen  # a long name goes on in a second line


@pytest.mark.parametrize(
    ("mal", "namnd", "told"),
    [
        ("lugn", "RS", "▲ 1 delvis"),
        ("lugn", "KN", "Nämnden svarar för målet, och här finns ingen plan från den."),
        ("resor", "TN", "Uppdrag saknas: nämnden svarar för målet men har inget uppdrag för det."),
        ("resor", "RS", "Nämnden svarar inte för målet."),
        ("resor", "KN", "Nämnden svarar inte för målet."),
    ],
)
async def test_the_line_below_tells_the_cell_in_words(root: Path, mal: str, namnd: str, told: str) -> None:
    async with opened(root, (100, 24)) as story:
        await shown(story)
        go(story, mal, namnd)
        await story.sees(told)
        assert "(Nära vård) ·" in story.screen


async def test_sums_count_an_uppdrag_once_though_it_serves_two_mal(root: Path) -> None:
    async with opened(root, (100, 24)) as story:
        await shown(story)
        await story.press("home", "down", "down")
        assert "Alla mål · RS Regionstyrelsen" in story.screen
        assert "▲ 1 delvis" in story.screen
        await story.press("end")
        assert "Alla mål · alla nämnder" in story.screen
        assert "Uppdrag saknas på 1 ställe. █ ● 1 uppfylls  ▆ ▲ 1 delvis" in story.screen


async def test_enter_goes_down_to_the_only_uppdrag(root: Path) -> None:
    async with opened(root) as story:
        await shown(story)
        go(story, "lugn", "TN")
        await story.press("enter")
        await story.until(lambda: story.cursor == ("2019/trafik", "bussar"))


async def test_of_several_uppdrag_one_is_chosen(root: Path) -> None:
    async with opened(root) as story:
        await shown(story)
        await story.press("home", "end", "enter")
        assert isinstance(story.app.screen, Chooser)
        assert "▲ Göra väntrummen lugnare · Regionkontoret" in story.screen
        await story.press("escape")
        assert isinstance(story.app.screen, MalmatrisScreen)
        await story.press("enter", "down", "enter")
        await story.until(lambda: story.cursor == ("2019/trafik", "bussar"))


async def test_where_an_uppdrag_is_missing_enter_goes_to_the_plan_that_lacks_it(root: Path) -> None:
    async with opened(root) as story:
        await shown(story)
        go(story, "lugn", "KN")
        await story.press("enter")
        assert isinstance(story.app.screen, MalmatrisScreen)
        go(story, "resor", "TN")
        await story.press("enter")
        await story.until(lambda: story.cursor == ("2019/trafik", ""))


async def test_the_cursor_begins_on_the_mal_that_one_comes_from(root: Path) -> None:
    async with opened(root) as story:
        story.main.plan_tree.go_to(("2019/trafik", "bussar"))
        await story.until(lambda: story.cursor == ("2019/trafik", "bussar"))
        await story.press("V")
        assert story.app.screen.query_one(GridTable).at == ("lugn", "TN")
        await story.press("V")
        assert story.app.screen is story.main


async def test_a_year_without_anything_decided_says_what_is_missing(root: Path) -> None:
    async with opened(root) as story:
        await shown(story)
        await story.press("p")
        assert "2018/mal-och-budget.toml finns inte." in story.screen
        await story.press("enter", "down", "right")
        assert isinstance(story.app.screen, MalmatrisScreen)


async def test_what_is_judged_elsewhere_shows_at_once(root: Path) -> None:
    async with opened(root) as story:
        await shown(story)
        text = TRAFIK.replace('mal = ["lugn"]', 'mal = ["lugn", "resor"]').replace("uppfylls", "inte")
        (root / "2019/trafik.toml").write_text(text, encoding="utf-8")
        await story.until(lambda: "saknas" not in story.screen)
        assert "■1" in story.screen


async def test_in_ascii_the_matrix_draws_nothing_else(root: Path) -> None:
    async with opened(root, ascii=True) as story:
        await shown(story)
        assert {char for char in story.screen if ord(char) > 127} <= set("åäöÅÄÖ")
        assert "X saknas" in story.screen and "[~]1" in story.screen


@pytest.mark.parametrize("size", [(60, 20), (200, 60), (30, 8)])
async def test_it_opens_on_any_screen(root: Path, size: tuple[int, int]) -> None:
    async with opened(root, size) as story:
        await shown(story)
        await story.press("right", "down", "left", "up", "end", "home", "pagedown", "pageup")
        assert isinstance(story.app.screen, MalmatrisScreen)
