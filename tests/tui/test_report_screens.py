"""A report writer follows the whole region: how far each has come, which mål lack uppdrag, how it has gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.past_region import dated_git, dated_region
from tests.small_region import PLAN, REGION
from tests.tui.driver import Story, opened
from tui.screens.chooser import Chooser
from tui.screens.report import ReportScreen
from tui.widgets.report_list import ReportList

MORE = """
[[namnd]]
kod = "TN"
namn = "Trafiknämnden"

[[forvaltning]]
id = "trafik"
namn = "Trafikförvaltningen"
namnd = "TN"

[[forvaltning]]
id = "farjor"
namn = "Färjerederiet"
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
namnder = ["RS", "TN"]

[[fokusomrade.mal]]
id = "resor"
namn = "Resor att lita på"
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
kommentar = "Alla linjer."
mal = ["lugn"]
"""
FARJOR = TRAFIK.replace("trafik", "farjor").replace('mal = ["lugn"]\n', "")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three plans, of which one has closed a report; and one for the year before, of which nothing was decided."""
    served = PLAN.replace('status = "delvis" ', 'mal = ["lugn"]\nstatus = "delvis" ')
    files = {
        "region.toml": REGION + MORE,
        "2019/mal-och-budget.toml": DECIDED,
        "2019/regionkontoret.toml": served.replace('status = "delvis" ', 'status = "inte" '),
        "2019/trafik.toml": TRAFIK,
        "2019/farjor.toml": FARJOR,
        "2018/trafik.toml": TRAFIK.replace("2019", "2018"),
    }
    root = dated_region(tmp_path / "r", files)
    close(root, "regionkontoret", "2019-05-10")
    (root / "2019/regionkontoret.toml").write_text(served, encoding="utf-8", newline="\n")
    dated_git(root, "2019-09-02", "commit", "--quiet", "--all", "--message", "Hösten")
    return root


def close(root: Path, forvaltning: str, day: str) -> None:
    """Close the first report of 2019."""
    dated_git(root, day, "tag", "--annotate", "--message", "Våren", f"rapport/2019-ur1/{forvaltning}")


async def shown(story: Story, key: str, told: str) -> ReportList:
    """Open a report on 2019, and wait for it."""
    story.main.plan_tree.go_to(("2019/regionkontoret", ""))
    await story.press(key)
    assert isinstance(story.app.screen, ReportScreen)
    await story.sees(told)
    return story.app.screen.report_list


def line(story: Story, text: str) -> list[str]:
    """What stands in the first line that has a text."""
    return next(each for each in story.screen.splitlines() if text in each).strip("│ ").split()


async def test_framdrift_tells_how_far_each_forvaltning_has_come(root: Path) -> None:
    async with opened(root, (100, 24)) as story:
        found = await shown(story, "P", "Hela regionen")
        assert line(story, "Regionkontoret") == ["Regionkontoret", "2", "1", "50", "1", "0", "2", "0"]
        assert line(story, "Hela regionen")[2:5] == ["4", "3", "75"]
        assert found.row is not None and found.row.words == ("Regionkontoret",)  # the plan that one comes from
        assert "Enter går till Regionkontoret 2019." in story.screen


async def test_enter_goes_to_the_plan_of_the_row(root: Path) -> None:
    async with opened(root) as story:
        await shown(story, "P", "Hela regionen")
        await story.press("down", "enter")
        await story.until(lambda: story.cursor == ("2019/trafik", ""))


async def test_a_sum_leads_nowhere(root: Path) -> None:
    async with opened(root) as story:
        await shown(story, "P", "Hela regionen")
        await story.press("end", "enter")
        assert isinstance(story.app.screen, ReportScreen)
        assert "Enter går till" not in story.screen
        await story.press("q")
        assert story.app.screen is story.main


async def test_a_mal_without_uppdrag_leads_to_a_plan_of_the_namnd_that_is_chosen_in_a_list(root: Path) -> None:
    async with opened(root, (100, 24)) as story:
        await shown(story, "L", "Nämnder utan uppdrag för mål de svarar för")
        assert "1 av 2 mål saknar uppdrag" in story.screen
        assert "TN Trafiknämnden · Resor att lita på" in story.screen
        assert "Enter går till en av 2 planer." in story.screen
        await story.press("enter")
        assert isinstance(story.app.screen, Chooser)
        await story.press("down", "enter")
        await story.until(lambda: story.cursor == ("2019/farjor", ""))


async def test_trend_tells_each_closed_report_and_leads_to_the_fokusomrade(root: Path) -> None:
    async with opened(root, (120, 40)) as story:
        await shown(story, "T", "Fokusområden")
        assert line(story, "Regionkontoret")[-5:] == ["0", "0", "1", "1", "2"]
        assert "■1 ?1" in story.screen and "●2 ▲1 ?1" in story.screen
        await story.press("end")
        assert "1.1 Nära vård · Den här rapporten" in story.screen
        await story.press("enter", "enter")
        await story.until(lambda: story.cursor == ("2019/regionkontoret", "1.1"))


async def test_the_arrows_go_from_one_report_to_the_next_and_the_year_stays(root: Path) -> None:
    async with opened(root) as story:
        found = await shown(story, "P", "Hela regionen")
        await story.press("right")
        await story.sees("[Mål utan uppdrag]")
        await story.sees("Nämnder utan uppdrag")
        await story.press("right")
        await story.sees("Alla uppdrag")
        await story.press("right")
        await story.sees("Hela regionen")
        await story.press("left", "p")
        await story.sees("Trend mellan rapporterna 2018")
        await story.press("n")
        await story.sees("Trend mellan rapporterna 2019")
        assert found is story.app.screen.query_one(ReportList)


async def test_the_name_of_a_report_can_be_clicked_and_so_can_a_row(root: Path) -> None:
    async with opened(root) as story:
        found = await shown(story, "T", "Alla uppdrag")
        await story.pilot.click(found, offset=(4, 0))
        await story.sees("Hela regionen")
        lines = story.screen.splitlines()
        row = next(y for y, text in enumerate(lines) if "Trafikförvaltningen" in text) - found.region.y
        await story.pilot.click(found, offset=(5, row))
        assert "Enter går till Trafikförvaltningen 2019." in story.screen
        await story.pilot.click(found, offset=(5, row), times=2)
        await story.until(lambda: story.cursor == ("2019/trafik", ""))


async def test_what_is_judged_elsewhere_shows_at_once_and_the_cursor_stays(root: Path) -> None:
    async with opened(root) as story:
        found = await shown(story, "P", "Hela regionen")
        await story.press("down")
        text = TRAFIK.replace('status = "uppfylls"\n', "")
        (root / "2019/trafik.toml").write_text(text, encoding="utf-8", newline="\n")
        await story.until(lambda: line(story, "Trafikförvaltningen")[1:4] == ["1", "0", "0"])
        assert found.row is not None and found.row.words == ("Trafikförvaltningen",)


async def test_what_one_has_judged_and_not_saved_yet_is_counted(root: Path) -> None:
    async with opened(root) as story:
        story.main.plan_tree.go_to(("2019/trafik", "bussar"))
        await story.press("0", "P")
        await story.sees("Hela regionen")
        assert line(story, "Trafikförvaltningen")[1:4] == ["1", "0", "0"]


async def test_a_plan_that_goes_away_takes_its_row_along(root: Path) -> None:
    async with opened(root) as story:
        await shown(story, "P", "Hela regionen")
        (root / "2019/farjor.toml").unlink()
        await story.until(lambda: "Färjerederiet" not in story.screen)
        assert line(story, "Hela regionen")[2:4] == ["3", "2"]


async def test_a_plan_that_cannot_be_read_is_named(root: Path) -> None:
    (root / "2019/farjor.toml").write_text("ar = ", encoding="utf-8")
    async with opened(root) as story:
        await shown(story, "P", "Hela regionen")
        assert "Går inte att läsa och är inte med: 2019/farjor.toml." in story.screen


async def test_a_report_that_is_closed_meanwhile_is_there_when_it_is_opened_again(root: Path) -> None:
    async with opened(root, (120, 40)) as story:
        await shown(story, "T", "Alla uppdrag")
        assert line(story, "Uppföljningsrapport 1")[3] == "1"
        close(root, "trafik", "2019-05-11")
        await story.press("escape", "T")
        await story.sees("Alla uppdrag")
        assert line(story, "Uppföljningsrapport 1")[3] == "2"


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (("T", "p"), "Stäng en med ”trafikljus close”"),
        (("L", "p"), "lägg till 2018/mal-och-budget.toml."),
    ],
)
async def test_with_nothing_to_show_it_says_what_to_do(root: Path, keys: tuple[str, ...], told: str) -> None:
    async with opened(root, (120, 24)) as story:
        story.main.plan_tree.go_to(("2019/regionkontoret", ""))
        await story.press(*keys)
        await story.sees(told)
        await story.press("down", "enter", "home")
        assert isinstance(story.app.screen, ReportScreen)


async def test_without_plans_it_says_how_to_get_one(tmp_path: Path) -> None:
    root = tmp_path / "tom"
    root.mkdir()
    (root / "region.toml").write_text(REGION, encoding="utf-8", newline="\n")
    dated_git(root, "2019-01-10", "init", "--quiet")
    async with opened(root) as story:
        await story.press("P")
        await story.sees("Gör en med ”trafikljus new”")


async def test_what_git_cannot_tell_is_said_in_one_line(root: Path) -> None:
    (root / ".git").rename(root / "git")
    async with opened(root) as story:
        story.main.plan_tree.go_to(("2019/regionkontoret", ""))
        await story.press("T")
        await story.sees("Rapporten kan inte visas: ")
        await story.press("left")
        await story.sees("1 av 2 mål saknar uppdrag")  # it needs nothing of git


async def test_in_ascii_nothing_else_is_drawn(root: Path) -> None:
    async with opened(root, ascii=True) as story:
        for key, told in (("P", "Hela regionen"), ("L", "Nämnder utan"), ("T", "Alla uppdrag")):
            await shown(story, key, told)
            assert {char for char in story.screen if ord(char) > 127} <= set("åäöÅÄÖ")
            await story.press("escape")


@pytest.mark.parametrize("size", [(60, 20), (200, 60), (30, 8)])
async def test_it_opens_on_any_screen_and_every_row_can_be_reached(root: Path, size: tuple[int, int]) -> None:
    async with opened(root, size) as story:
        story.main.plan_tree.go_to(("2019/regionkontoret", ""))
        await story.press("T")
        screen = story.app.screen
        assert isinstance(screen, ReportScreen)
        await story.until(lambda: screen.report_list.row is not None)
        await story.press("home", "up")
        assert screen.report_list.scroll_offset.y == 0
        seen = [screen.report_list.row]
        for _ in range(40):
            await story.press("down")
            if screen.report_list.row is not seen[-1]:
                seen.append(screen.report_list.row)
        assert seen == list(screen.report_list._laid.rows)
        assert screen.report_list.is_vertical_scroll_end
        await story.press("pageup", "pageup", "pagedown", "home")
        assert screen.report_list.row == seen[0]
        assert story.widths == {size[0]}
