"""Footer, help and palette tell the same story: that of the registry, in Swedish."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from tests.small_region import PLAN, small_region
from tests.tui.driver import Story, opened
from tui.action import ROW_KINDS
from tui.actions import ACTIONS
from tui.purposes import PURPOSES
from tui.screens.help import Help


async def test_the_help_lists_every_action(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r"), (80, 400)) as story:
        await story.press("question_mark")
        assert isinstance(story.app.screen, Help)
        for action in ACTIONS:
            assert action.help.split()[-1] in story.screen
        await story.press("escape")
        assert story.app.screen is story.main


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ((), "Här bedömer och kommenterar du"),
        (("enter",), "Här väljer du vilken status"),
        (("o",), "Här ser du vad som återstår att göra"),
        (("f",), "Här väljer du vilka rader"),
        (("v",), "Här ser du läget"),
        (("P",), "Här läser du en rapport om hela regionen"),
        (("h",), "Här ser du vem som har ändrat"),
        (("d",), "Här ser du vad som försvinner"),
    ],
)
async def test_every_screen_has_a_help_that_says_what_it_is_for(
    tmp_path: Path, keys: tuple[str, ...], told: str
) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", *keys)
        screen = story.app.screen
        await story.press("question_mark")
        await story.sees(told)
        assert isinstance(story.app.screen, Help)
        await story.press("question_mark")
        assert story.app.screen is screen


async def test_a_question_mark_is_typed_where_text_is_written(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "k", "question_mark", "ctrl+s")
        await story.until(lambda: "Två av fem väntrum är klara.?" in story.file())


def test_every_part_with_keys_of_its_own_says_what_it_is_for() -> None:
    behind = {"tree", "detail", "table", "entries", "todo-list", "report-list", "list"}
    assert {action.home for action in ACTIONS} - behind <= set(PURPOSES)


async def _offered(story: Story) -> set[str]:
    from tui.palette import Commands

    provider = Commands(story.main)
    return {str(hit.help) async for hit in provider.discover()}


async def test_the_palette_offers_every_action_where_it_applies(tmp_path: Path) -> None:
    root = small_region(tmp_path / "r")
    (root / "2020").mkdir()
    (root / "2020/regionkontoret.toml").write_text(PLAN.replace("2019", "2020"), encoding="utf-8")
    async with opened(root) as story:
        offered = await _offered(story)
        await story.press("+", "down", "down")
        offered |= await _offered(story)
        await story.press("down")
        offered |= await _offered(story)
        wanted = {action.help for action in ACTIONS if action.palette}
        assert offered == wanted


async def test_the_palette_judges(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("right", "down", "ctrl+p")
        await story.sees("Sök kommandon")
        await story.type("uppfylls inte")
        await story.sees("Status: Inte")
        await story.press("enter")
        await story.until(lambda: story.app.screen is story.main)
        await story.until(lambda: 'status = "inte"' in story.file())


async def test_the_palette_says_in_swedish_that_nothing_was_found(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        await story.press("ctrl+p")
        await story.type("zzzz")
        await story.sees("Inget kommando heter så")


async def test_every_action_with_a_key_answers_it(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        homes = {"main": story.main, "tree": story.main.plan_tree}
        for action in ACTIONS:
            room, _, verb = action.method.rpartition(".")
            if room:
                assert callable(getattr(import_module(f"tui.verbs.{room}"), verb)), action.name
            elif action.home in homes:
                assert hasattr(homes[action.home], f"action_{action.method}"), action.name
                for key in action.keys:
                    runs = [binding.action for binding in homes[action.home]._bindings.key_to_bindings[key]]
                    assert action.run in runs


def test_names_and_keys_are_never_told_twice() -> None:
    names = [action.name for action in ACTIONS]
    assert len(names) == len(set(names))
    for home in {action.home for action in ACTIONS}:
        for kind in ROW_KINDS:
            keys = [
                key for action in ACTIONS if action.home == home and action.applies(kind) for key in action.keys
            ]
            assert len(keys) == len(set(keys)), (home, kind)


@pytest.mark.parametrize("keys", [("k",), ("enter",), ("o",), ("question_mark",)])
async def test_a_dialog_keeps_the_keys_to_itself(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with opened(small_region(tmp_path / "r")) as story:
        before = story.file()
        await story.press("right", "down", *keys)
        opened_screen = story.app.screen
        await story.press("ctrl+p", "u", "t")
        assert story.app.screen is opened_screen
        assert story.app.theme == "textual-dark"
        await story.press("escape")
        assert story.app.screen is story.main
        assert story.file() == before


async def test_what_a_key_does_goes_on_below_where_it_began_when_there_is_little_room(tmp_path: Path) -> None:
    async with opened(small_region(tmp_path / "r"), (60, 20)) as story:
        await story.press("question_mark")
        lines = story.screen.splitlines()
        first = next(place for place, line in enumerate(lines) if "Fäll ihop raden" in line)
        assert lines[first + 1].index("i nivå.") == lines[first].index("Fäll ihop raden")
