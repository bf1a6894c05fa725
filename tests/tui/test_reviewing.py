"""Att göra: what is left to do is listed with its reasons, and n goes from one to the next."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.plan import Fokusomrade, Plan, Uppdrag
from data.todo import Progress, Reason
from tests.conftest import run_git
from tests.plans import plans
from tests.small_region import small_region
from tests.tui.driver import PLAN, Story, opened
from tui.agenda import Agenda
from tui.glyphs import Glyphs
from tui.progress import progress_bar
from tui.rows import Key
from tui.screens import todo
from tui.screens.todo import TodoScreen
from tui.todo_lines import lines


def _guessed(tmp_path: Path) -> Path:
    root = small_region(tmp_path / "r")
    path = root / f"{PLAN}.toml"
    told = (
        'namn = "Bygga cykelgarage"\natt_se_over = ["rad 12: titeln kan vara längre", "rad 14: ordet kan vara två"]'
    )
    path.write_text(path.read_text(encoding="utf-8").replace('namn = "Bygga cykelgarage"', told), encoding="utf-8")
    run_git(root, "commit", "--quiet", "--all", "--message", "Importera")
    return root


def _listed(story: Story) -> list[str]:
    """The ids of the items in the list."""
    screen = story.app.screen
    assert isinstance(screen, TodoScreen)
    return [line.key[1] for line in screen.todo_list._lines if line.reasons and line.guess is None]


async def test_the_list_tells_what_is_left_with_reasons_and_progress(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("o")
        assert _listed(story) == ["1.1", "vantrum-2", "cykelgarage"]
        assert "1 av 2 bedömda" in story.screen
        assert "ej bedömd, saknar kommentar" in story.screen
        assert "0 [alla 3]  1 ej bedömd 3  2 saknar kommentar 1" in story.screen


async def test_the_list_of_many_plans_comes_when_it_is_worked_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(todo, "_AT_ONCE", 0)
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("down", "right", "down", "o")
        await story.until(lambda: _listed(story) == ["1.1", "vantrum-2", "cykelgarage"])
        await story.sees("0 [alla 3]")


async def test_enter_goes_to_the_row_in_the_tree(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("o", "down", "enter")
        assert story.cursor == (PLAN, "vantrum-2")
        assert story.app.screen is story.main


async def test_one_reason_can_be_shown_alone(tmp_path: Path) -> None:
    async with opened(_guessed(tmp_path)) as story:
        await story.press("o", "2")
        assert _listed(story) == ["cykelgarage"]
        await story.press("3")
        assert _listed(story) == []
        assert "Inget kvar att göra." in story.screen
        await story.press("0")
        assert len(_listed(story)) == 3


async def test_the_list_shows_every_guess_and_goes_to_its_row(tmp_path: Path) -> None:
    async with opened(_guessed(tmp_path)) as story:
        await story.press("o", "4")
        assert "att se över 1" in story.screen
        assert "rad 14: ordet kan vara två" in story.screen
        await story.press("end", "enter")
        await story.until(lambda: story.cursor == (PLAN, "cykelgarage"))
        await story.sees("titeln kan vara längre")


async def test_a_guess_that_is_marked_as_seen_goes_from_list_and_file(tmp_path: Path) -> None:
    async with opened(_guessed(tmp_path)) as story:
        await story.press("o", "4", "end", "up", "m")
        assert "titeln kan vara längre" not in story.screen
        assert "rad 14: ordet kan vara två" in story.screen
        await story.press("end", "m")
        assert "Inget kvar att göra." in story.screen
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


async def test_the_list_follows_what_happens_to_the_files(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    async with opened(root) as story:
        await story.press("o")
        path = root / f"{PLAN}.toml"
        text = path.read_text(encoding="utf-8").replace('"Måla väggarna"', '"Måla väggarna"\nstatus = "klar"')
        path.write_text(text, encoding="utf-8")
        await story.until(lambda: _listed(story) == ["1.1", "cykelgarage"])


async def test_what_is_as_it_was_reported_is_stale_until_somebody_has_looked_at_it(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    run_git(root, "tag", "--annotate", "--message", "Klar", "rapport/2019-ur1/regionkontoret")
    async with opened(root) as story:
        await story.press("o")
        await story.until(lambda: "vantrum" in _listed(story))
        await story.press("3")
        assert _listed(story) == ["vantrum"]
        assert "Inaktuell sedan Uppföljningsrapport 1 2019" in story.screen
        await story.press("enter", "1")
        await story.committed()
        await story.press("o", "3")
        assert _listed(story) == []


async def test_nothing_is_left_to_do_when_the_last_report_of_the_year_is_closed(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    run_git(root, "tag", "--annotate", "--message", "Klar", "rapport/2019-arsredovisning/regionkontoret")
    async with opened(root) as story:
        await story.until(lambda: story.main.agenda.reports)
        await story.press("n")
        assert "Inget kvar att göra." in story.screen


async def test_n_goes_to_the_next_that_is_left_opens_what_it_stands_in_and_goes_round(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        went = []
        for _ in range(3):
            await story.press("n")
            went.append(story.cursor)
        assert [id for _, id in filter(None, went)] == ["vantrum-2", "cykelgarage", "1.1"]
        assert "Började om uppifrån." in story.screen
        await story.press("N")
        assert story.cursor == (PLAN, "cykelgarage")
        assert "Började om nerifrån." in story.screen
        await story.press("N")
        assert story.cursor == (PLAN, "vantrum-2")


async def test_n_goes_on_to_the_next_plan(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    text = (root / f"{PLAN}.toml").read_text(encoding="utf-8").replace('"regionkontoret"', '"sjukhuset"')
    (root / "2019/sjukhuset.toml").write_text(text, encoding="utf-8")
    async with opened(root) as story:
        await story.press("n", "n", "n", "n")
        assert story.cursor == ("2019/sjukhuset", "1.1")
        await story.press("N")
        assert story.cursor == (PLAN, "cykelgarage")


async def test_n_stays_among_what_is_looked_for(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("slash")
        await story.type("måla")
        await story.until(lambda: story.cursor == (PLAN, "vantrum-2"))
        await story.press("enter", "home", "n", "n")
        assert story.cursor == (PLAN, "vantrum-2")


def test_a_bar_is_full_only_when_all_is_judged_and_empty_only_when_nothing_is() -> None:
    glyphs = Glyphs(ascii=True)
    assert progress_bar(Progress(0, 80), 4, glyphs) == "----"
    assert progress_bar(Progress(1, 80), 4, glyphs) == "#---"
    assert progress_bar(Progress(79, 80), 4, glyphs) == "###-"
    assert progress_bar(Progress(80, 80), 4, glyphs) == "####"
    assert progress_bar(Progress(0, 0), 4, Glyphs()) == "░░░░"


@settings(max_examples=40)
@given(st.lists(plans(), min_size=1, max_size=3), st.sampled_from([1, -1]))
def test_going_on_visits_all_that_is_left_once_in_order_before_it_begins_anew(some: list[Plan], way: int) -> None:
    named = {f"{2000 + number}/regionkontoret": replace(plan, ar=2000 + number) for number, plan in enumerate(some)}
    agenda = Agenda()
    left: list[Key] = [(name, one.id) for name, plan in named.items() for one in agenda.left(plan).todos][::way]
    here: Key = (list(named)[::way][0], "")
    visited: list[Key] = []
    for _ in left:
        found = agenda.nearest(named, here, way)
        assert found is not None
        here = found[0]
        visited.append(here)
    if way > 0 or not left:
        assert visited == left
    else:
        assert sorted(visited) == sorted(left)
    if not left:
        assert agenda.nearest(named, here, way) is None


@pytest.mark.parametrize("way", [1, -1])
def test_the_only_one_left_is_found_again_round_the_end(way: int) -> None:
    plan = Plan("a", 2019, fokusomraden=(Fokusomrade("1", "Ett", "delvis", uppdrag=(Uppdrag("x", "X"),)),))
    assert Agenda().nearest({plan.name: plan}, (plan.name, "x"), way) == ((plan.name, "x"), True)


@settings(max_examples=40)
@given(plans(), st.sampled_from([None, *Reason]))
def test_it_is_known_how_many_lines_there_are_before_they_are_made(plan: Plan, only: Reason | None) -> None:
    found = lines(Agenda().left(plan), only)
    assert len(found) == len(list(found))
    assert all(only is None or only in line.reasons for line in found[1:])
