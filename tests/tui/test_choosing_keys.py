"""A user's own keys: they work, the old ones do not, and every text speaks of the new."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.past_region import past_region
from tests.small_region import PLAN, small_region
from tests.tui.driver import opened
from tui.settings import Loaded, Settings
from tui.settings_file import parsed


def chosen(text: str) -> Loaded:
    return parsed(text.encode(), "installningar.toml")


async def test_an_action_answers_its_new_key_and_not_its_old_one(tmp_path: Path) -> None:
    loaded = chosen('[tangenter]\nangra = ["z", "ctrl+z"]\n')
    async with opened(small_region(tmp_path / "r"), chosen=loaded) as story:
        await story.press("right", "down", "3")
        await story.until(lambda: 'status = "inte"' in story.file())
        await story.press("u")
        assert story.file() != PLAN
        await story.press("ctrl+z")
        await story.until(lambda: story.file() == PLAN)
        assert " z Ångra" in story.screen
        assert " u Ångra" not in story.screen


async def test_two_actions_that_share_a_key_keep_it_when_others_are_changed(tmp_path: Path) -> None:
    loaded = chosen('[tangenter]\nvaxla-plan = ["enter", "f5"]\nkommentar = "K"\n')
    assert loaded.faults == ()
    async with opened(small_region(tmp_path / "r"), chosen=loaded) as story:
        await story.press("right", "down", "enter")
        await story.sees("Välj")
        await story.press("escape", "K")
        await story.sees("Spara")
        await story.press("K", "f5", "ctrl+s")
        await story.until(lambda: "Två av fem väntrum är klara.K" in story.file())


async def test_the_vim_preset_moves_beside_the_arrows(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r"), chosen=Loaded(Settings(forval="vim"))) as story:
        await story.press("l", "j")
        assert story.cursor == ("2019/regionkontoret", "vantrum")
        await story.press("down", "k", "up")
        assert story.cursor == ("2019/regionkontoret", "1.1")
        await story.press("G")
        assert story.cursor == ("2019/regionkontoret", "sjukfranvaro")
        await story.press("g", "h")
        assert len(story.main.plan_tree.rows) == 2
        await story.press("l", "j", "c")
        await story.sees("Två av fem väntrum är klara.")
        await story.press("j", "ctrl+s")
        await story.until(lambda: "Två av fem väntrum är klara.j" in story.file())


async def test_a_fault_in_the_settings_is_told_and_the_app_opens(tmp_path: Path) -> None:
    loaded = chosen('tema = "rosa"\n')
    async with opened(small_region(tmp_path / "r"), (120, 24), chosen=loaded) as story:
        assert "installningar.toml:1:1: tema ska vara ett av mork" in story.screen
        assert "1.1 Nära vård" in story.screen


async def test_nothing_moves_by_itself_when_that_is_chosen(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r"), chosen=Loaded(Settings(rorelse=False))) as story:
        assert story.app.animation_level == "none"


@pytest.mark.parametrize(
    ("action", "keys", "told"),
    [
        ("filter-visa", ("f",), "F9 Visa"),
        ("vem-senare", ("i",), "F9 Senare"),
        ("hjalp-stang", ("question_mark",), "F9 Stäng"),
        ("hoppa-avbryt", ("g",), "F9 Avbryt"),
        ("spara", ("right", "k"), "F9 Spara"),
        ("sok-behall", ("slash",), "F9 Behåll"),
        ("lista-alla", ("o",), "F9 [alla"),
        ("nollstall-urval", ("f", "down", "space", "enter"), "F9 Nollställ"),
        ("kopiera", ("ctrl+y",), "F9 kopierar raden"),
    ],
)
async def test_every_text_that_names_a_key_names_the_users_own(
    tmp_path: Path, action: str, keys: tuple[str, ...], told: str
) -> None:
    loaded = chosen(f'[tangenter]\n{action} = "f9"\n')
    assert loaded.faults == ()
    async with opened(small_region(tmp_path / "r"), chosen=loaded) as story:
        await story.press(*keys)
        await story.sees(told)


async def test_the_help_is_closed_by_the_key_that_opened_it(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r"), chosen=chosen('[tangenter]\nhjalp = "f9"\n')) as story:
        await story.press("f9")
        await story.sees("Här bedömer och kommenterar du")
        await story.press("f9")
        assert story.app.screen is story.main


async def test_the_way_back_from_the_past_is_told_with_the_users_own_key(tmp_path: Path) -> None:
    async with opened(past_region(tmp_path / "r"), chosen=chosen('[tangenter]\ntillbaka = "f9"\n')) as story:
        await story.press("right", "down", "h")
        await story.sees("uppfylls inte → uppfylls")
        await story.press("down", "enter")
        await story.sees("F9 går tillbaka")
        await story.press("1")
        await story.sees("tryck F9 för att gå tillbaka")
        await story.press("f9")
        await story.sees("[Göra väntrummen lugnare]")


async def test_of_many_faults_the_first_is_told_and_where_the_others_are(tmp_path: Path) -> None:
    loaded = chosen('tema = "lila"\nascii = "ja"\n[tangenter]\nfinns-inte = "x"\n')
    async with opened(small_region(tmp_path / "r"), chosen=loaded) as story:
        told = " ".join(story.screen.split())
        assert "installningar.toml:1:1: tema ska vara" in told
        assert "Och 2 fel till; trafikljus keys visar alla." in told
